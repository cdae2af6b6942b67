import { known, unknown } from '../../../src/facts/fact.js';
import { runningMapWithoutConfiguration } from '../../../src/rules/stale-configuration/running-map-without-configuration.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: runningMapWithoutConfiguration,
  passed: [
    {
      when: 'the configuration has the logical name of the table or the bare GUID of the project',
      facts: {
        link,
        entityMaps: known([
          make.entityMap(),
          make.entityMap({ name: 'b', projectName: 'P2', dataverseTable: 'quotes' }),
        ]),
        projectConfigurations: known([
          make.projectConfiguration({ projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea', dataverseTable: 'x' }),
          make.projectConfiguration({ projectName: '', dataverseTable: 'quote' }),
        ]),
      },
      checked: 2,
    },
    {
      when: 'every running map has its configuration',
      facts: {
        link,
        entityMaps: known([make.entityMap()]),
        projectConfigurations: known([make.projectConfiguration()]),
      },
      checked: 1,
    },
    {
      when: 'the configuration is found by table and entity',
      facts: {
        link,
        entityMaps: known([make.entityMap({ projectName: null, dataverseTable: 'Accounts ' })]),
        projectConfigurations: known([make.projectConfiguration({ projectName: '' })]),
      },
      checked: 1,
    },
    {
      when: 'it is not known whether a map runs, and it has its configuration',
      facts: {
        link,
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
        projectConfigurations: known([make.projectConfiguration()]),
      },
      checked: 1,
    },
    {
      when: 'only a map that is off has none',
      facts: {
        link,
        entityMaps: known([
          make.entityMap(),
          make.entityMap({ name: 'b', projectName: 'P', dataverseTable: 'b', state: 'stopped' }),
        ]),
        projectConfigurations: known([make.projectConfiguration()]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the configuration of a map is there, and that of another of the same table is not',
      facts: {
        link,
        entityMaps: known([
          make.entityMap(),
          make.entityMap({ name: 'b', projectName: 'P2', finopsEntity: 'Vendors V2', state: 'paused' }),
        ]),
        projectConfigurations: known([make.projectConfiguration({ dataverseTable: 'account' })]),
      },
      subjects: ['entity-map b'],
      args: [{ state: 'paused' }],
    },
    {
      when: 'a running map has none',
      facts: { link, entityMaps: known([make.entityMap()]), projectConfigurations: known([]) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ state: 'running' }],
    },
    {
      when: 'one running map has none and nothing is known of another',
      facts: {
        link,
        entityMaps: known([
          make.entityMap({ state: 'resuming' }),
          make.entityMap({ name: 'b', projectName: 'P', dataverseTable: 'b', state: 'unknown' }),
        ]),
        projectConfigurations: known([]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ state: 'resuming' }],
      missing: ['entityMaps.state'],
    },
  ],
  notApplicable: [
    { when: 'the environments are not linked', facts: { link: unlinked } },
    {
      when: 'no map is running, whatever else is known',
      facts: {
        link,
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
        projectConfigurations: unknown('failed'),
      },
    },
  ],
  inconclusive: [
    {
      when: 'it is not known whether a map without configuration runs',
      facts: { link, entityMaps: known([make.entityMap({ state: 'unknown' })]), projectConfigurations: known([]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'the configurations could not be read',
      facts: { link, entityMaps: known([make.entityMap()]), projectConfigurations: unknown('not-permitted') },
      missing: ['projectConfigurations'],
    },
    {
      when: 'only some of the configurations were seen',
      facts: { link, entityMaps: known([make.entityMap()]), projectConfigurations: known([], { coverage: 'partial' }) },
      missing: ['projectConfigurations'],
    },
  ],
} satisfies RuleCases;
