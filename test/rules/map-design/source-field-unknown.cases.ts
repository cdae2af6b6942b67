import { known, unknown } from '../../../src/facts/fact.js';
import { sourceFieldUnknown } from '../../../src/rules/map-design/source-field-unknown.js';
import { field, mappingFromDataverse } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap([field('CUSTOMERNUMBER', 'accountnumber')])]),
    tableMetadata: known(tables()),
  },
  subjects: [accountsMap],
  args: [{ fields: ['CUSTOMERNUMBER'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: sourceFieldUnknown,
  passed: [
    {
      when: 'every source is a field of the entity',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'there is a default value instead',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('', 'accountnumber', '1'),
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'the entity has no such field', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'the map begins in Dataverse, and the table has no such column',
      facts: {
        mapDefinitions: known([
          savedMap([], {
            mapping: JSON.stringify(
              mappingFromDataverse([field('accountnumber', 'CUSTOMERNUMBER'), field('name', 'NAME', 1)]),
            ),
          }),
        ]),
        tableMetadata: known(tables({}, { columns: [column('Name')] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['name'] }],
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
      when: 'the fields of the entity are not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({}, { columns: null })) },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'the entity is not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables().slice(0, 1)) },
      missing: ['tableMetadata'],
    },
  ],
} satisfies RuleCases;
