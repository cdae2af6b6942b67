import { known, unknown } from '../../../src/facts/fact.js';
import { sourceFieldTwice } from '../../../src/rules/map-design/source-field-twice.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: sourceFieldTwice,
  passed: [
    { when: 'every source is there once', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'the second mapping goes one way',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode'),
            field('currencycode', 'msdyn_isocurrencycode', 1),
          ]),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the same pair is there twice, which is another finding',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name'), field('NAME', 'name')])]) },
      checked: 1,
    },
    {
      when: 'two constants have no source',
      facts: {
        mapDefinitions: known([
          savedMap([
            { ...field('', 'a'), valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }] },
            { ...field('', 'b'), valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }] },
          ]),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a source goes both ways twice',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode', '3'),
            field('CurrencyCode', 'msdyn_isocurrencycode', 3),
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
      when: 'nobody knows where the second mapping flows',
      facts: {
        mapDefinitions: known([savedMap([field('CURRENCYCODE', 'a'), field('CURRENCYCODE', 'b', 'sideways')])]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
