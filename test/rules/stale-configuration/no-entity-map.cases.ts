import { known, unknown } from '../../../src/facts/fact.js';
import { noEntityMap } from '../../../src/rules/stale-configuration/no-entity-map.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: noEntityMap,
  passed: [
    {
      when: 'a map runs',
      facts: { link, entityMaps: known([make.entityMap({ state: 'stopped' }), make.entityMap()]) },
      checked: 1,
    },
    {
      when: 'a map runs and nothing is known of another',
      facts: { link, entityMaps: known([make.entityMap({ state: 'unknown' }), make.entityMap({ state: 'paused' })]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'there is no map',
      facts: { link, entityMaps: known([]) },
      subjects: ['environment link'],
      args: [{ maps: 0 }],
    },
    {
      when: 'every map is off',
      facts: {
        link,
        entityMaps: known([make.entityMap({ state: 'stopped' }), make.entityMap({ state: 'not-running' })]),
      },
      subjects: ['environment link'],
      args: [{ maps: 2 }],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: 'no map is seen to run and nothing is known of one',
      facts: { link, entityMaps: known([make.entityMap({ state: 'unknown' })]) },
      missing: ['entityMaps.state'],
    },
    { when: 'the maps could not be read', facts: { link, entityMaps: unknown('failed') }, missing: ['entityMaps'] },
    {
      when: 'only some of the maps were seen',
      facts: { link, entityMaps: known([make.entityMap()], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
  ],
} satisfies RuleCases;
