import { known, unknown } from '../../../src/facts/fact.js';
import { valueTypeMismatch } from '../../../src/rules/map-design/value-type-mismatch.js';
import { field, lookup, valueMap } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
    tableMetadata: known(
      tables(
        { columns: [column('accountnumber', { type: 'Integer' })] },
        { columns: [column('CustomerAccount', { type: 'Edm.String' })] },
      ),
    ),
  },
  subjects: [accountsMap],
  args: [{ fields: ['CUSTOMERACCOUNT (text) and accountnumber (whole)'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: valueTypeMismatch,
  passed: [
    {
      when: 'both are texts',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'whole numbers become decimal ones',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Decimal' })] },
            { columns: [column('CustomerAccount', { type: 'Edm.Int32' })] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'a number becomes a text',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Memo' })] },
            { columns: [column('CustomerAccount', { type: 'Edm.Int64' })] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'an enumeration becomes a choice, or yes and no',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Picklist' })] },
            { columns: [column('CustomerAccount', { type: 'Microsoft.Dynamics.DataEntities.NoYes' })] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'a value map makes them fit',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...field('CUSTOMERACCOUNT', 'accountnumber'), valueTransforms: [valueMap({ Yes: '1' })] }]),
        ]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Integer' })] },
            { columns: [column('CustomerAccount', { type: 'String' })] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'a constant has no type',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('', 'accountnumber', 1),
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Integer' })] },
            { columns: [column('CustomerAccount', { type: 'String' })] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'the field does not exist, which another rule reports',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountno')])]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
    {
      when: 'one of the fields does not exist, which another rule reports',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', ''), field('', 'accountnumber')])]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
    {
      when: 'one of the fields is not there, which another rule reports, and the columns of its side are not known',
      facts: {
        mapDefinitions: known([savedMap([field('', 'accountnumber')])]),
        tableMetadata: known(tables({}, { columns: null })),
      },
      checked: 1,
    },
    {
      when: 'a lookup leads to several tables, whose columns have no one type',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CUSTOMERACCOUNT', 'customerid.number'),
            field('CUSTOMERACCOUNT', 'otherid.Account(number).Contact(number)'),
          ]),
        ]),
        tableMetadata: known([
          ...tables({
            columns: [
              column('customerid', { lookupTargets: ['account', 'contact'] }),
              column('otherid'),
              column('number', { type: 'Int32' }),
            ],
          }),
          { side: 'dataverse', name: 'contacts', columns: [column('number', { type: 'Int32' })] },
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a text is to become a number', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'decimals would be lost',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Integer' })] },
            { columns: [column('CustomerAccount', { type: 'Real' })] },
          ),
        ),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CUSTOMERACCOUNT (decimal) and accountnumber (whole)'] }],
    },
    {
      when: 'the way back does not fit',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'String' })] },
            { columns: [column('CustomerAccount', { type: 'UtcDateTime' })] },
          ),
        ),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CUSTOMERACCOUNT (moment) and accountnumber (text)'] }],
    },
    {
      when: 'the column behind a lookup does not fit',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...lookup('CUSTOMERACCOUNT', 'msdyn_group.msdyn_number', 'msdyn_groups'), syncDirection: 1 }]),
        ]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { type: 'Lookup' })] }),
          { side: 'dataverse', name: 'msdyn_groups', columns: [column('msdyn_number', { type: 'Integer' })] },
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CUSTOMERACCOUNT (text) and msdyn_group.msdyn_number (whole)'] }],
    },
  ],
  notApplicable: [
    { when: 'there is no saved map', facts: { mapDefinitions: known([]), tableMetadata: unknown('failed') } },
  ],
  inconclusive: [
    {
      when: 'the maps could not be read',
      facts: { mapDefinitions: unknown('not-permitted'), tableMetadata: known(tables()) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'only some of the maps were seen',
      facts: { mapDefinitions: known([savedMap()], { coverage: 'partial' }), tableMetadata: known(tables()) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'the mapping is not JSON',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [' })]), tableMetadata: known(tables()) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the row has no mapping',
      facts: { mapDefinitions: known([savedMap([], { mapping: null })]), tableMetadata: known(tables()) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'nothing is known of the tables',
      facts: { mapDefinitions: known([savedMap()]) },
      missing: ['tableMetadata'],
    },
    {
      when: 'the type of the field of the entity is not known',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { type: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'a type is not known',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Mystery' })] },
            { columns: [column('CustomerAccount', { type: 'String' })] },
          ),
        ),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'the table behind a lookup is not known',
      facts: {
        mapDefinitions: known([savedMap([lookup('CUSTOMERACCOUNT', 'msdyn_group.msdyn_number', 'msdyn_groups')])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group')] })),
      },
      missing: ['tableMetadata'],
    },
    {
      when: 'the map does not say where incompatible values flow',
      facts: {
        mapDefinitions: known([savedMap([{ ...field('CUSTOMERACCOUNT', 'accountnumber'), syncDirection: undefined }])]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Integer' })] },
            { columns: [column('CustomerAccount', { type: 'String' })] },
          ),
        ),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'it is not known where incompatible values flow',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 'sideways')])]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { type: 'Integer' })] },
            { columns: [column('CustomerAccount', { type: 'String' })] },
          ),
        ),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
