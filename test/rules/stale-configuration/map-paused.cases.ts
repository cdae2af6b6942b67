import { known, unknown } from '../../../src/facts/fact.js';
import { mapPaused } from '../../../src/rules/stale-configuration/map-paused.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));
const paused = make.entityMap({ name: ' cdm_taxes - Taxes ', state: 'paused' });

export default {
  rule: mapPaused,
  passed: [
    {
      when: 'no map is in that state',
      facts: {
        link,
        entityMaps: known(
          (['not-running', 'initializing', 'running', 'resuming', 'stopped'] as const).map((state) =>
            make.entityMap({ name: state, state }),
          ),
        ),
      },
      checked: 5,
    },
    { when: 'there is no map', facts: { link, entityMaps: known([]) }, checked: 0 },
  ],
  failed: [
    {
      when: 'one of two maps is paused',
      facts: { link, entityMaps: known([make.entityMap(), paused]) },
      subjects: ['entity-map cdm_taxes - Taxes'],
      args: [{}],
    },
    {
      when: 'two maps are paused',
      facts: { link, entityMaps: known([paused, make.entityMap({ state: 'paused' })]) },
      subjects: ['entity-map accounts - Customers V3', 'entity-map cdm_taxes - Taxes'],
      args: [{}, {}],
    },
    {
      when: 'only some of the maps were seen, including a paused one',
      facts: { link, entityMaps: known([paused], { coverage: 'partial' }) },
      subjects: ['entity-map cdm_taxes - Taxes'],
      args: [{}],
      missing: ['entityMaps'],
    },
    {
      when: 'a map is paused and the state of another is not known',
      facts: { link, entityMaps: known([make.entityMap({ state: 'unknown' }), paused]) },
      subjects: ['entity-map cdm_taxes - Taxes'],
      args: [{}],
      missing: ['entityMaps.state'],
    },
  ],
  notApplicable: [
    { when: 'the environments are not linked', facts: { link: unlinked, entityMaps: known([paused]) } },
    {
      when: 'they are not linked and the maps could not be read',
      facts: { link: unlinked, entityMaps: unknown('failed') },
    },
  ],
  inconclusive: [
    {
      when: 'the state of a map is not known',
      facts: { link, entityMaps: known([make.entityMap(), make.entityMap({ name: 'b', state: 'unknown' })]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'only some of the maps were seen, and none of them is paused',
      facts: { link, entityMaps: known([make.entityMap()], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
    { when: 'the maps are not known', facts: { link }, missing: ['entityMaps'] },
    { when: 'the link is not known', facts: { entityMaps: known([paused]) }, missing: ['link'] },
  ],
} satisfies RuleCases;
