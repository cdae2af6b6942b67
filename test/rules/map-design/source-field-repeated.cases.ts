import { known, unknown } from '../../../src/facts/fact.js';
import { sourceFieldRepeated } from '../../../src/rules/map-design/source-field-repeated.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: sourceFieldRepeated,
  passed: [
    { when: 'every source is there once', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'both mappings go one way',
      facts: {
        mapDefinitions: known([
          savedMap([field('LINEAMOUNT', 'extendedamount', 1), field('LINEAMOUNT', 'baseamount', '1')]),
        ]),
      },
      checked: 1,
    },
    {
      when: 'both mappings go both ways, which is another finding',
      facts: { mapDefinitions: known([savedMap([field('CURRENCYCODE', 'a'), field('CURRENCYCODE', 'b')])]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'one mapping goes both ways and another one way, as in maps of the vendor',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode'),
            field('CURRENCYCODE', 'msdyn_isocurrencycode', '1'),
          ]),
        ]),
      },
      subjects: [accountsMap],
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
      when: 'only a part of the maps was seen',
      facts: { mapDefinitions: known([savedMap()], { coverage: 'partial' }) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'the mapping is no JSON',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [' })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the row has no mapping',
      facts: { mapDefinitions: known([savedMap([], { mapping: null })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'nobody knows where one of the mappings flows',
      facts: {
        mapDefinitions: known([savedMap([field('CURRENCYCODE', 'a'), field('CURRENCYCODE', 'b', 'sideways')])]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
