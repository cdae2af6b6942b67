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
      when: 'a row belongs to no map: another rule reports that',
      facts: { link, runtimeConfigurations: known([make.runtimeConfiguration()]), entityMaps: known([]) },
      checked: 1,
    },
    { when: 'there are no rows', facts: { link, runtimeConfigurations: known([]), entityMaps: known([]) }, checked: 0 },
  ],
  failed: [
    {
      when: 'the row has the logical name and the bare GUID of a map that is stopped',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd1', dataverseTable: 'account', projectName: null }),
          make.runtimeConfiguration({
            id: 'd2',
            dataverseTable: 'x',
            projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea',
          }),
        ]),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['runtime-configuration d1', 'runtime-configuration d2'],
      args: [
        { map: 'account - Customers V3', projectName: null },
        { map: 'x - Customers V3', projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea' },
      ],
    },
    {
      when: 'of two rows of one table one belongs to a map that runs',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd1', finopsEntity: 'Customers V3', projectName: null }),
          make.runtimeConfiguration({ id: 'd2', finopsEntity: 'Vendors V2', projectName: null }),
        ]),
        entityMaps: known([
          make.entityMap({ state: 'not-running' }),
          make.entityMap({ finopsEntity: 'Vendors V2', projectName: 'P2' }),
        ]),
      },
      subjects: ['runtime-configuration d1'],
      args: [{ map: 'accounts - Customers V3', projectName: null }],
    },
    {
      when: 'the map of one row is off and nothing is known of that of another',
      facts: {
        link,
        runtimeConfigurations: known([
          make.runtimeConfiguration({ id: 'd1' }),
          make.runtimeConfiguration({ id: 'd2', projectName: 'P2', dataverseTable: 'x' }),
        ]),
        entityMaps: known([
          make.entityMap({ state: 'stopped' }),
          make.entityMap({ name: 'x', projectName: 'P2', state: 'unknown', dataverseTable: 'x' }),
        ]),
      },
      subjects: ['runtime-configuration d1'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
        },
      ],
      missing: ['entityMaps.state'],
    },
    {
      when: 'the map of a row is stopped',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'D1' })]),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['runtime-configuration d1'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
        },
      ],
    },
    {
      when: 'the map of a row never ran',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'D1' })]),
        entityMaps: known([make.entityMap({ state: 'not-running' })]),
      },
      subjects: ['runtime-configuration d1'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
        },
      ],
    },
    {
      when: 'only some of the rows were seen and the map of one is stopped',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration({ id: 'd1' })], { coverage: 'partial' }),
        entityMaps: known([make.entityMap({ state: 'stopped' })]),
      },
      subjects: ['runtime-configuration d1'],
      args: [
        {
          map: 'accounts - Customers V3',
          projectName: 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea',
        },
      ],
      missing: ['runtimeConfigurations'],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [
    {
      when: 'a row matches one map that is off and another of which nothing is known',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([
          make.entityMap({ state: 'stopped' }),
          make.entityMap({ name: 'copy', projectName: 'P2', state: 'unknown' }),
        ]),
      },
      missing: ['entityMaps.state'],
    },
    {
      when: 'only some of the rows were seen, and the maps of those run',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()], { coverage: 'partial' }),
        entityMaps: known([make.entityMap()]),
      },
      missing: ['runtimeConfigurations'],
    },
    {
      when: 'it is not known whether the map runs',
      facts: {
        link,
        runtimeConfigurations: known([make.runtimeConfiguration()]),
        entityMaps: known([make.entityMap({ state: 'unknown' })]),
      },
      missing: ['entityMaps.state'],
    },
    { when: 'the maps are not known', facts: { link, runtimeConfigurations: known([]) }, missing: ['entityMaps'] },
    {
      when: 'only some of the maps were seen',
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
