import { known, unknown } from '../../../src/facts/fact.js';
import { integrationKeyMissing } from '../../../src/rules/map-design/integration-key-missing.js';
import { accountsMap, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
    tableMetadata: known(tables({ alternateKeys: [] })),
  },
  subjects: [accountsMap],
  args: [{ table: 'accounts' }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: integrationKeyMissing,
  passed: [
    {
      when: 'the map names its key',
      facts: { mapDefinitions: known([savedMap()]) },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the table has alternate keys, whichever of them is the integration key',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(tables({ alternateKeys: [['accountnumber'], ['msdyn_number']] })),
      },
      checked: 1,
    },
    {
      when: 'another map of the same table names its key',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { integrationKeys: null }),
          savedMap(undefined, { name: 'accounts - Prospects' }),
        ]),
      },
      checked: 2,
      without: ['tableMetadata'],
    },
  ],
  failed: [
    { when: 'the table has no alternate key', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'the map is known to have no key',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: [] })]) },
      subjects: [accountsMap],
      args: [{ table: 'accounts' }],
    },
    {
      when: 'the map is known to have no key, and does not name its table',
      facts: {
        mapDefinitions: known([savedMap([], { integrationKeys: [], mapping: JSON.stringify({ legs: [{}] }) })]),
      },
      subjects: [accountsMap],
      args: [{ table: '' }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
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
      when: 'neither the key nor the table is known',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]) },
      missing: ['tableMetadata'],
    },
    {
      when: 'the alternate keys of the table are not known',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(tables({ alternateKeys: null })),
      },
      missing: ['tableMetadata.alternateKeys'],
    },
    {
      when: 'maps name different keys for one table',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { integrationKeys: null }),
          savedMap(undefined, { name: 'a', integrationKeys: ['x'] }),
          savedMap(undefined, { name: 'b' }),
        ]),
      },
      missing: ['tableMetadata'],
    },
  ],
} satisfies RuleCases;
