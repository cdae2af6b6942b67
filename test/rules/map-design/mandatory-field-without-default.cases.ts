import { known, unknown } from '../../../src/facts/fact.js';
import { mandatoryFieldWithoutDefault } from '../../../src/rules/map-design/mandatory-field-without-default.js';
import { field, valueMap } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
    tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { required: false })] })),
  },
  subjects: [accountsMap],
  args: [{ fields: ['accountnumber'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: mandatoryFieldWithoutDefault,
  passed: [
    {
      when: 'the source is mandatory too',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'the destination is optional',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables(
            { columns: [column('accountnumber', { required: false })] },
            { columns: [column('CustomerAccount', { required: false })] },
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'there is a default value',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('CUSTOMERACCOUNT', 'accountnumber', 1),
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { required: false })] })),
      },
      checked: 1,
    },
    {
      when: 'the value map has a default value',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('CUSTOMERACCOUNT', 'accountnumber', 1),
              valueTransforms: [{ ...valueMap({ a: 'b' }), defaultValue: 'b' }],
            },
          ]),
        ]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { required: false })] })),
      },
      checked: 1,
    },
    {
      when: 'the destination does not exist, which another rule reports',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 1)])]), tableMetadata: known(tables()) },
      checked: 1,
    },
  ],
  failed: [
    { when: 'the source may be empty', ...wrong },
    {
      when: 'the source in Dataverse may be empty',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 2)])]),
        tableMetadata: known(tables({ columns: [column('accountnumber', { required: false })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CUSTOMERACCOUNT'] }],
    },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'the default value of the value map is blank',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('CUSTOMERACCOUNT', 'accountnumber', 1),
              valueTransforms: [{ ...valueMap({ a: 'b' }), defaultValue: ' ' }],
            },
          ]),
        ]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { required: false })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['accountnumber'] }],
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
      when: 'it is not known whether the source may be empty',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { required: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'it is not known whether the destination is mandatory',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(tables({ columns: [column('accountnumber', { required: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'the table of the source is not known',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(tables().slice(0, 1)),
      },
      missing: ['tableMetadata'],
    },
    {
      when: 'a transform of the mapping is not known',
      facts: {
        mapDefinitions: known([
          savedMap([
            { ...field('CUSTOMERACCOUNT', 'accountnumber', 1), valueTransforms: [{ transformType: 'Lambda' }] },
          ]),
        ]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { required: false })] })),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
