import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseConfigurationOfStoppedMap } from '../../../src/rules/stale-configuration/dataverse-configuration-of-stopped-map.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: dataverseConfigurationOfStoppedMap,
  passed: [
    {
      when: 'the map of every row runs',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'paused' })]),
      },
      checked: 1,
    },
    {
      when: 'a row matches one map that is off and another that runs',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([
          make.entityMap({ state: 'stopped' }),
          make.entityMap({ name: 'copy', projectName: 'P2', state: 'resuming' }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'a row belongs to no map: that is another finding',
      facts: { link, runtimeConfigurations: known([make.runtimeConfiguration()]), entityMaps: known([]) },
      checked: 1,
    },
    { when: 'there are no rows', facts: { link, runtimeConfigurations: known([]), entityMaps: known([]) }, checked: 0 },
  ],
  failed: [
    {
      when: 'the map of a row is stopped',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'D1' })]),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['runtime-configuration d1'],
    },
    {
      when: 'the map of a row never ran',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'D1' })]),
        entityMaps: known([make.entityMap({ state: 'not-running' })]),
      },
      subjects: ['runtime-configuration d1'],
    },
    {
      when: 'only a part of the rows was seen and the map of one is stopped',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'd1' })], { coverage: 'partial' }),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['runtime-configuration d1'],
      missing: ['runtimeConfigurations'],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: 'nobody knows whether the map runs',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
      },
      missing: ['entityMaps.state'],
    },
    { when: 'the maps are not known', facts: { link, runtimeConfigurations: known([]) }, missing: ['entityMaps'] },
    {
      when: 'only a part of the maps was seen',
      facts: { link, runtimeConfigurations: known([]), entityMaps: known([], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
    {
      when: 'the rows could not be read',
      facts: { link, runtimeConfigurations: unknown('failed'), entityMaps: known([]) },
      missing: ['runtimeConfigurations'],
    },
  ],
} satisfies RuleCases;
