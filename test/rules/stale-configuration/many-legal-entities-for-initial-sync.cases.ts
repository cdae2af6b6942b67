import { known } from '../../../src/facts/fact.js';
import { manyLegalEntitiesForInitialSync } from '../../../src/rules/stale-configuration/many-legal-entities-for-initial-sync.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const linkOf = (count: number) =>
  known(make.link({ legalEntities: Array.from({ length: count }, (_, index) => `C${index}`) }));
const unlinked = known(make.link({ linked: false }));

export default {
  rule: manyLegalEntitiesForInitialSync,
  passed: [
    {
      when: 'exactly 40 are linked',
      facts: { link: linkOf(40), entityMaps: known([make.entityMap({ state: 'initializing' })]) },
      checked: 1,
    },
    {
      when: 'more are linked, and every map has its first run behind it',
      facts: {
        link: linkOf(41),
        entityMaps: known([make.entityMap(), make.entityMap({ name: 'b', state: 'paused' })]),
      },
      checked: 1,
    },
    { when: 'more are linked, and there is no map', facts: { link: linkOf(41), entityMaps: known([]) }, checked: 1 },
  ],
  failed: [
    {
      when: '41 are linked and a map is off',
      facts: { link: linkOf(41), entityMaps: known([make.entityMap({ state: 'not-running' })]) },
      subjects: ['environment link'],
    },
    {
      when: '41 are linked and a map is initializing',
      facts: {
        link: linkOf(41),
        entityMaps: known([make.entityMap({ state: 'initializing' }), make.entityMap({ state: 'unknown' })]),
      },
      subjects: ['environment link'],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: '41 are linked and nobody knows whether a map runs',
      facts: { link: linkOf(41), entityMaps: known([make.entityMap({ state: 'unknown' })]) },
      missing: ['entityMaps.state'],
    },
    { when: 'the maps are not known', facts: { link: linkOf(1) }, missing: ['entityMaps'] },
    {
      when: 'only a part of the maps was seen',
      facts: { link: linkOf(41), entityMaps: known([make.entityMap({ state: 'stopped' })], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
  ],
} satisfies RuleCases;
