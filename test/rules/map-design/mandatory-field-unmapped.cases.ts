import { known, unknown } from '../../../src/facts/fact.js';
import { mandatoryFieldUnmapped } from '../../../src/rules/map-design/mandatory-field-unmapped.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap()]),
    tableMetadata: known(tables({ columns: [column('name'), column('accountnumber')] })),
  },
  subjects: [accountsMap],
  args: [{ fields: ['name'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: mandatoryFieldUnmapped,
  passed: [
    {
      when: 'every mandatory field is written',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'an optional field is not written',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('name', { required: false })] })),
      },
      checked: 1,
    },
    {
      when: 'a constant fills it',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CUSTOMERACCOUNT', 'accountnumber'),
            { ...field('', 'msdyn_type', 1), valueTransforms: [{ transformType: 'Default', defaultValue: '1' }] },
          ]),
        ]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('msdyn_type')] })),
      },
      checked: 1,
    },
    {
      when: 'the mandatory field accepts no value, or is the company',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables(
            {
              columns: [
                column('accountnumber'),
                column('createdon', { readOnly: true }),
                column('msdyn_company', { lookupTargets: ['cdm_company'] }),
              ],
            },
            { columns: [column('CustomerAccount'), column('dataAreaId')] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'Dataverse fills it for every row: the owner, its business unit, the state and the primary key',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables({
            columns: [
              column('accountnumber'),
              column('OwnerId', { type: 'Owner', lookupTargets: ['systemuser', 'team'] }),
              column('owneridtype', { type: 'EntityName' }),
              column('owningbusinessunit', { type: 'Lookup', lookupTargets: ['businessunit'] }),
              column('statecode', { type: 'State' }),
              column('accountid', { type: null }),
              column('activityid', { type: 'Uniqueidentifier' }),
              column('processid', { type: 'UniqueidentifierType' }),
            ],
          }),
        ),
      },
      checked: 1,
    },
    {
      when: 'values flow away from the side that has it',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount'), column('CustomerGroupId')] })),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a mandatory column of Dataverse is not mapped', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'the mandatory columns are other lookups, ids and states',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables({
            columns: [
              column('statuscode', { type: 'Status' }),
              column('primarycontactid', { type: 'Lookup', lookupTargets: ['contact'] }),
              column('contactid', { type: 'String' }),
              column('msdyn_groupid', { type: 'Edm.Guid' }),
              column('msdyn_first', { type: 'Uniqueidentifier2' }),
              column('msdyn_second', { type: 'Edm.Uniqueidentifier' }),
              column('accountnumber'),
            ],
          }),
        ),
      },
      subjects: [accountsMap],
      args: [
        {
          fields: ['contactid', 'msdyn_first', 'msdyn_groupid', 'msdyn_second', 'primarycontactid', 'statuscode'],
        },
      ],
    },
    {
      when: 'fields of the entity have the names of columns that Dataverse fills',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables({}, { columns: [column('StateCode'), column('OwnerId'), column('CustomerAccount')] }),
        ),
      },
      subjects: [accountsMap],
      args: [{ fields: ['OwnerId', 'StateCode'] }],
    },
    {
      when: 'a mandatory field of the entity is mapped the other way only',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMERACCOUNT', 'accountnumber'), field('CUSTOMERGROUPID', 'name', 1)]),
        ]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount'), column('CustomerGroupId')] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CustomerGroupId'] }],
    },
    {
      when: 'a mandatory column is not mapped, and the map does not say where another field flows',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMERACCOUNT', 'accountnumber'), { ...field('CITY', 'city'), syncDirection: undefined }]),
        ]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column(' Name ')] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['Name'] }],
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
      when: 'the columns of a written side are not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ columns: null })) },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'it is not known whether an unmapped mandatory column accepts values',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('name', { readOnly: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'it is not known whether an unmapped column is mandatory',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('name', { required: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'it is not known where values of its mapping flow',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMERACCOUNT', 'accountnumber'), field('NAME', 'name', 'sideways')]),
        ]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('name')] })),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'one of the tables is not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables().slice(0, 1)) },
      missing: ['tableMetadata'],
    },
  ],
} satisfies RuleCases;
