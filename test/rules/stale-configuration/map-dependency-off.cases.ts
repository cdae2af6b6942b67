import { known, unknown } from '../../../src/facts/fact.js';
import { mapDependencyOff } from '../../../src/rules/stale-configuration/map-dependency-off.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const dependent = (differing: Parameters<typeof make.entityMap>[0] = {}) =>
  make.entityMap({ dependsOn: [' MSDYN_customergroups - Customer groups'], ...differing });
const groups = (state: ReturnType<typeof make.entityMap>['state']) =>
  make.entityMap({ name: 'msdyn_customergroups - Customer groups', state });

export default {
  rule: mapDependencyOff,
  passed: [
    {
      when: 'it depends on itself',
      facts: { entityMaps: known([make.entityMap({ dependsOn: ['ACCOUNTS - customers V3 '] })]) },
      checked: 1,
    },
    {
      when: 'the map it depends on is listed twice, and nothing is known of one and the other runs',
      facts: { entityMaps: known([dependent(), groups('unknown'), groups('resuming')]) },
      checked: 3,
    },
    { when: 'the map it depends on runs', facts: { entityMaps: known([dependent(), groups('paused')]) }, checked: 2 },
    {
      when: 'it names the map it depends on in another form',
      facts: {
        entityMaps: known([
          dependent({
            dependsOn: ['Customer groups (msdyn_customergroups)', '[Customer groups] - [msdyn_customergroups]'],
          }),
          groups('running'),
        ]),
      },
      checked: 2,
    },
    {
      when: 'the map it depends on has another name, and the entity and table',
      facts: {
        entityMaps: known([
          dependent(),
          make.entityMap({ name: 'Groups', finopsEntity: 'Customer groups', dataverseTable: 'msdyn_customergroups' }),
        ]),
      },
      checked: 2,
    },
    { when: 'it depends on nothing', facts: { entityMaps: known([make.entityMap({ dependsOn: null })]) }, checked: 1 },
    {
      when: 'the map is listed twice and one of them runs',
      facts: { entityMaps: known([dependent(), groups('stopped'), groups('running')]) },
      checked: 2,
    },
    {
      when: 'the map is listed three times and the first of them runs',
      facts: { entityMaps: known([groups('running'), groups('stopped'), groups('not-running'), dependent()]) },
      checked: 2,
    },
    {
      when: 'only a map that is off depends on one that does not exist',
      facts: { entityMaps: known([make.entityMap(), dependent({ name: 'b', state: 'stopped' })]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'of four maps that it depends on one runs, one is off and two do not exist, one of these named twice',
      facts: {
        entityMaps: known([
          make.entityMap({ dependsOn: ['gone B', 'Off', ' ', 'runs', 'GONE b', 'gone A'] }),
          make.entityMap({ name: 'off', state: 'not-running' }),
          make.entityMap({ name: 'runs' }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [
        {
          dependencies: [
            { name: 'GONE b', state: 'absent' },
            { name: 'Off', state: 'off' },
            { name: 'gone A', state: 'absent' },
          ],
        },
      ],
    },
    {
      when: 'two rows of one map depend on different maps',
      facts: {
        entityMaps: known([
          make.entityMap({ dependsOn: ['c', 'A'] }),
          make.entityMap({ dependsOn: ['b', 'a'] }),
          make.entityMap({ name: 'b', state: 'stopped' }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [
        {
          dependencies: [
            { name: 'A', state: 'absent' },
            { name: 'b', state: 'off' },
            { name: 'c', state: 'absent' },
          ],
        },
      ],
    },
    {
      when: 'one map depends on a map that is off and on one of which nothing is known',
      facts: {
        entityMaps: known([
          make.entityMap({ dependsOn: ['b', 'c'] }),
          make.entityMap({ name: 'b', state: 'stopped' }),
          make.entityMap({ name: 'c', state: 'unknown' }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ dependencies: [{ name: 'b', state: 'off' }] }],
    },
    {
      when: 'the map it depends on is stopped',
      facts: { entityMaps: known([dependent(), groups('stopped')]) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ dependencies: [{ name: 'MSDYN_customergroups - Customer groups', state: 'off' }] }],
    },
    {
      when: 'the map it depends on does not exist',
      facts: { entityMaps: known([dependent()]) },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ dependencies: [{ name: 'MSDYN_customergroups - Customer groups', state: 'absent' }] }],
    },
    {
      when: 'one dependency is off and nothing is known of another',
      facts: {
        entityMaps: known([
          dependent(),
          groups('not-running'),
          dependent({ name: 'b', dependsOn: ['c'] }),
          make.entityMap({ name: 'c', state: 'unknown' }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ dependencies: [{ name: 'MSDYN_customergroups - Customer groups', state: 'off' }] }],
      missing: ['entityMaps.state'],
    },
  ],
  notApplicable: [{ when: 'no map is running', facts: { entityMaps: known([dependent({ state: 'stopped' })]) } }],
  inconclusive: [
    {
      when: 'the map it depends on is listed twice, off and unknown',
      facts: { entityMaps: known([dependent(), groups('stopped'), groups('unknown')]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'it is not known whether the map it depends on runs',
      facts: { entityMaps: known([dependent(), groups('unknown')]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'it is not known whether the map that depends on one that is off runs',
      facts: { entityMaps: known([dependent({ state: 'unknown' })]) },
      missing: ['entityMaps.state'],
    },
    {
      when: 'only some of the maps were seen',
      facts: { entityMaps: known([dependent()], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
    { when: 'the maps could not be read', facts: { entityMaps: unknown('throttled') }, missing: ['entityMaps'] },
  ],
} satisfies RuleCases;
