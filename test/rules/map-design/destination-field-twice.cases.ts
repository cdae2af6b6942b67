import { known, unknown } from '../../../src/facts/fact.js';
import { destinationFieldTwice } from '../../../src/rules/map-design/destination-field-twice.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap([field('NAME', 'name', '1'), field('ALIAS', 'NAME')])]) },
  subjects: [accountsMap],
  args: [{ fields: ['name'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: destinationFieldTwice,
  passed: [
    { when: 'every destination occurs once', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'several columns behind one lookup are mapped',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CATEGORY', 'msdyn_category.msdyn_name'),
            field('HIERARCHY', 'msdyn_category.msdyn_hierarchy.msdyn_name'),
          ]),
        ]),
      },
      checked: 1,
    },
    {
      when: 'one of two mappings flows away from it',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 1), field('ALIAS', 'name', 2)])]) },
      checked: 1,
    },
    {
      when: 'the same pair occurs twice, which another rule reports',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name'), field('NAME', 'name')])]) },
      checked: 1,
    },
  ],
  failed: [
    { when: 'two sources write to it', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'a source and a constant write to it',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('NAME', 'name', '1'),
            { ...field('', 'name', 1), valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }] },
          ]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['name'] }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the map does not say where a field flows',
      facts: {
        mapDefinitions: known([
          savedMap([field('A', 'name'), { ...field('B', 'name'), syncDirection: undefined }, field('C', 'city')]),
        ]),
      },
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
      when: 'it is not known where the second mapping flows',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 1), field('ALIAS', 'name', 'sideways')])]) },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
