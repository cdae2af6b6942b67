import { known, unknown } from '../../../src/facts/fact.js';
import { fieldPairTwice } from '../../../src/rules/map-design/field-pair-twice.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap([field('NAME', 'name'), field('name', ' NAME', '1')])]) },
  subjects: [accountsMap],
  args: [{ fields: ['NAME and name'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: fieldPairTwice,
  passed: [
    {
      when: 'every pair occurs once',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name'), field('NAME', 'msdyn_alias', 1)])]) },
      checked: 1,
    },
    {
      when: 'two constants are not a pair',
      facts: {
        mapDefinitions: known([
          savedMap([
            { ...field('', 'a'), valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }] },
            { ...field('', 'a'), valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }] },
          ]),
        ]),
      },
      checked: 1,
    },
    {
      when: 'a source has no destination twice, which another rule reports',
      facts: { mapDefinitions: known([savedMap([field('NAME', ''), field('NAME', '')])]) },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a pair occurs twice', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
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
  ],
} satisfies RuleCases;
