import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import { type SnapshotFacts, snapshotOf } from '../../../src/facts/snapshot.js';
import {
  dataverseConfigurationOfStoppedMap,
  dataverseConfigurationStale,
  dataverseConnectionBroken,
  finopsConfigurationOfStoppedMap,
  finopsConfigurationStale,
  finopsConnectionBroken,
  manyLegalEntitiesForInitialSync,
  mapDependencyOff,
  mapSolutionOutdated,
  noEntityMap,
  type Rule,
} from '../../../src/index.js';
import { make } from '../../support/facts.js';

function wordsOf(rule: Rule, facts: SnapshotFacts): readonly string[] {
  const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: rule }).outcomes;
  return outcome?.status === 'failed' ? outcome.findings.map(({ message }) => message) : [];
}

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));
const row = (differing: Parameters<typeof make.projectConfiguration>[0] = {}) =>
  make.projectConfiguration({ projectName: 'P1', ...differing });
const atHost = (host: string) => row({ externalUrl: `https://${host}.crm4.dynamics.com/?sig=secret` });

test.each([
  [
    'one row that leads elsewhere',
    [atHost('old')],
    'the project configuration P1 (accounts - Customers V3): Dataverse address old.crm4.dynamics.com; expected contoso.crm4.dynamics.com',
  ],
  [
    'one of two rows that leads elsewhere',
    [row(), atHost('old')],
    'the project configuration P1 (accounts - Customers V3), 1 of 2 rows: Dataverse address old.crm4.dynamics.com; expected contoso.crm4.dynamics.com',
  ],
  [
    'rows that are wrong in every way',
    [
      ...['e', 'd', 'c', 'b'].map(atHost),
      row({ externalUrl: '' }),
      row({ externalUrl: 'AccountKey=c2VjcmV0', dataverseTable: 'contacts' }),
    ],
    'the project configuration P1 (accounts - Customers V3 and 1 more), 6 of 6 rows: no Dataverse address; Dataverse address b.crm4.dynamics.com, c.crm4.dynamics.com, d.crm4.dynamics.com and 1 more; a Dataverse address that cannot be read; expected contoso.crm4.dynamics.com; no map matches it',
  ],
  [
    'a row without a project name',
    [row({ projectName: '', externalUrl: '' })],
    'the project configuration without a name (accounts - Customers V3): no Dataverse address; expected contoso.crm4.dynamics.com; no map matches it',
  ],
])('a stale configuration of finance and operations: %s', (_, rows, words) => {
  const entityMaps = known(rows.length > 2 || rows[0]?.projectName === '' ? [] : [make.entityMap()]);
  expect(wordsOf(finopsConfigurationStale, { link, projectConfigurations: known(rows), entityMaps })).toEqual([words]);
});

test('what is left over of a former link', () => {
  const facts = {
    link: unlinked,
    projectConfigurations: known([row()]),
    fieldConfigurations: known([{ projectName: 'P2' }, { projectName: 'P3' }, { projectName: 'p3' }]),
    runtimeConfigurations: known([make.runtimeConfiguration({ id: '{D1}', projectName: 'P1' })]),
  };
  expect(wordsOf(finopsConfigurationStale, facts)).toEqual([
    'the project configuration P1 (accounts - Customers V3): left over from an earlier link',
    'the field configuration P2: there is no project configuration of its project',
    'the field configuration P3, 2 rows: there is no project configuration of its project',
  ]);
  expect(wordsOf(dataverseConfigurationStale, facts)).toEqual([
    'the runtime configuration d1 (accounts - Customers V3, project P1): left over from an earlier link',
  ]);
});

test('configurations of maps that are off or not there', () => {
  const facts = {
    link,
    projectConfigurations: known([row(), row({ deleted: true }), row({ projectName: 'P2', dataverseTable: 'x' })]),
    runtimeConfigurations: known([
      make.runtimeConfiguration({ id: 'd1', projectName: null }),
      make.runtimeConfiguration({ id: 'd2', projectName: 'P2', dataverseTable: 'x' }),
    ]),
    entityMaps: known([make.entityMap({ state: 'stopped' })]),
  };
  expect(wordsOf(finopsConfigurationOfStoppedMap, facts)).toEqual([
    'the project configuration P1 (accounts - Customers V3), 2 of 2 rows: marked as deleted; its map does not run',
  ]);
  expect(wordsOf(dataverseConfigurationOfStoppedMap, facts)).toEqual([
    'the runtime configuration d1 (accounts - Customers V3, no project name): its map does not run',
  ]);
  expect(wordsOf(dataverseConfigurationStale, facts)).toEqual([
    'the runtime configuration d2 (x - Customers V3, project P2): no map matches it',
  ]);
});

test('connections in error, of the link and perhaps of the link', () => {
  const inError = make.connection({ id: 'e1', status: 'error' });
  expect(wordsOf(dataverseConnectionBroken, { link, apiHubConnections: known([inError]) })).toEqual([
    'the Dataverse connection e1 (shared_commondataserviceforapps) is in error',
  ]);
  const untied = { ...inError, connector: 'shared_dynamicsax', targetUrl: null };
  expect(wordsOf(finopsConnectionBroken, { link, apiHubConnections: known([untied]) })).toEqual([
    'the finance and operations connection e1 (shared_dynamicsax) is in error, and none of those that the link may use is connected',
  ]);
});

test('maps', () => {
  const map = make.entityMap({
    dependsOn: ['b', 'c'],
    requires: [
      { solution: 'Party', version: '2.0' },
      { solution: 'Sales', version: '3.0' },
    ],
  });
  const facts = {
    link,
    entityMaps: known([map, make.entityMap({ name: 'c', state: 'stopped' })]),
    solutions: known([make.solution('Party', '1.9')]),
  };
  expect(wordsOf(mapDependencyOff, facts)).toEqual([
    'the map accounts - Customers V3 depends on b (missing), c (not running)',
  ]);
  expect(wordsOf(mapSolutionOutdated, facts)).toEqual([
    'the map accounts - Customers V3 requires Party 2.0 (1.9 installed), Sales 3.0 (not installed)',
  ]);
  expect(wordsOf(noEntityMap, { link, entityMaps: known([]) })).toEqual(['there are no maps: nothing synchronizes']);
  const stopped = { ...map, state: 'stopped' } as const;
  expect(wordsOf(noEntityMap, { link, entityMaps: known([stopped]) })).toEqual([
    'the only map is not running: nothing synchronizes',
  ]);
  expect(wordsOf(noEntityMap, { link, entityMaps: known([stopped, stopped]) })).toEqual([
    'none of the 2 maps is running: nothing synchronizes',
  ]);
  const manyLinked = known(make.link({ legalEntities: Array.from({ length: 41 }, (_, index) => `C${index}`) }));
  const initializing = { ...map, state: 'initializing' } as const;
  expect(wordsOf(manyLegalEntitiesForInitialSync, { link: manyLinked, entityMaps: known([initializing]) })).toEqual([
    '41 legal entities are linked; initial synchronization supports 40, and it is running for one map',
  ]);
  expect(
    wordsOf(manyLegalEntitiesForInitialSync, { link: manyLinked, entityMaps: known([initializing, initializing]) }),
  ).toEqual(['41 legal entities are linked; initial synchronization supports 40, and it is running for 2 maps']);
});
