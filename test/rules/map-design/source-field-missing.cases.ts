import { known, unknown } from '../../../src/facts/fact.js';
import { sourceFieldMissing } from '../../../src/rules/map-design/source-field-missing.js';
import { field, mappingDocument, valueMap } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap([field('  ', 'name')])]) },
  subjects: [accountsMap],
  args: [{ fields: ['name'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: sourceFieldMissing,
  passed: [
    { when: 'every mapping has a source', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'there is a default value instead',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('', 'msdyn_ordertype', '1'),
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'there is neither a source nor a default value', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'a value map is not a default value',
      facts: {
        mapDefinitions: known([savedMap([{ ...field('', 'name'), valueTransforms: [valueMap({ Yes: 'True' })] }])]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['name'] }],
    },
    {
      when: 'neither field is there',
      facts: { mapDefinitions: known([savedMap([field('', '')])]) },
      subjects: [accountsMap],
      args: [{ fields: ['(no destination either)'] }],
    },
    {
      when: 'two versions of the map lack a source',
      facts: {
        mapDefinitions: known([savedMap([field('', 'name')]), savedMap([field('', 'name')], { version: '1.0.0.6' })]),
      },
      subjects: [
        'entity-map accounts - Customers V3 1.0.0.5 msdyn',
        'entity-map accounts - Customers V3 1.0.0.6 msdyn',
      ],
      args: [{ fields: ['name'] }, { fields: ['name'] }],
    },
    {
      when: 'two pairs of tables lack the same source, and so does an indistinguishable row',
      facts: {
        mapDefinitions: known(
          [
            ['x', 'y'],
            ['y', 'z'],
          ].map((names) =>
            savedMap([], {
              mapping: JSON.stringify({
                legs: [1, 2].flatMap(
                  () =>
                    mappingDocument('accounts', 'Customers V3', { fields: names.map((name) => field('', name)) }).legs,
                ),
              }),
            }),
          ),
        ),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5 msdyn'],
      args: [{ fields: ['x', 'y', 'z'] }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the map has no pair of tables',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [] }' })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the maps could not be read',
      facts: { mapDefinitions: unknown('not-permitted') },
      missing: ['mapDefinitions'],
    },
    {
      when: 'only some of the maps were seen',
      facts: { mapDefinitions: known([savedMap()], { coverage: 'partial' }) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'the mapping is not JSON',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [' })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the row has no mapping',
      facts: { mapDefinitions: known([savedMap([], { mapping: null })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'its transform is not known',
      facts: {
        mapDefinitions: known([savedMap([{ ...field('', 'name'), valueTransforms: [{ transformType: 'Lambda' }] }])]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
