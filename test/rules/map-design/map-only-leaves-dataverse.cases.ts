import { known, unknown } from '../../../src/facts/fact.js';
import { mapOnlyLeavesDataverse } from '../../../src/rules/map-design/map-only-leaves-dataverse.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 2), field('CITY', 'city', '2')])]) },
  subjects: [accountsMap],
  args: [{ count: 2 }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: mapOnlyLeavesDataverse,
  passed: [
    { when: 'a field flows both ways', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'one field flows into Dataverse, another one out of it',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 1), field('CITY', 'city', 2)])]) },
      checked: 1,
    },
    { when: 'the map has no field at all', facts: { mapDefinitions: known([savedMap([])]) }, checked: 1 },
    {
      when: 'one field flows into Dataverse, and the map does not say where another one does',
      facts: {
        mapDefinitions: known([
          savedMap([field('NAME', 'name', 1), { ...field('CITY', 'city'), syncDirection: undefined }]),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'every field flows out of Dataverse', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'its only field flows out of Dataverse',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 2)])]) },
      subjects: [accountsMap],
      args: [{ count: 1 }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the map does not say where a field flows',
      facts: {
        mapDefinitions: known([
          savedMap([field('NAME', 'name', 2), { ...field('CITY', 'city'), syncDirection: undefined }]),
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
      when: 'it is not known where one of the fields flows',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name', 2), field('CITY', 'city', 'sideways')])]) },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
