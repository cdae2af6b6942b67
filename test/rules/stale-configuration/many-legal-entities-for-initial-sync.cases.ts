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
      when: 'more are linked, and no map is initializing',
      facts: {
        link: linkOf(41),
        entityMaps: known(
          (['running', 'paused', 'resuming', 'stopped', 'not-running'] as const).map((state) =>
            make.entityMap({ name: state, state }),
          ),
        ),
      },
      checked: 1,
    },
    {
      when: 'no more than 40 are linked, and nothing is known of a map',
      facts: { link: linkOf(40), entityMaps: known([make.entityMap({ state: 'unknown' })]) },
      checked: 1,
    },
    {
      when: 'more entries are there, but no more codes than 40',
      facts: {
        link: known(
          make.link({ legalEntities: [' ', 'c1', ...Array.from({ length: 40 }, (_, index) => `C${index} `)] }),
        ),
        entityMaps: known([make.entityMap({ state: 'initializing' })]),
      },
      checked: 1,
    },
    { when: 'more are linked, and there is no map', facts: { link: linkOf(41), entityMaps: known([]) }, checked: 1 },
  ],
  failed: [
    {
      when: '41 are linked and a map is initializing',
      facts: {
        link: linkOf(41),
        entityMaps: known([make.entityMap({ state: 'initializing' }), make.entityMap({ state: 'unknown' })]),
      },
      subjects: ['environment link'],
      args: [{ count: 41, maximum: 40, maps: 1 }],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: '41 are linked and the state of a map is not known',
      facts: { link: linkOf(41), entityMaps: known([make.entityMap({ state: 'unknown' })]) },
      missing: ['entityMaps.state'],
    },
    { when: 'the maps are not known', facts: { link: linkOf(1) }, missing: ['entityMaps'] },
    {
      when: 'only some of the maps were seen',
      facts: { link: linkOf(41), entityMaps: known([make.entityMap({ state: 'stopped' })], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
  ],
} satisfies RuleCases;
