import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import { type SnapshotFacts, snapshotOf } from '../../../src/facts/snapshot.js';
import {
  companyDuplicateOrBlank,
  dataverseConfigurationOfStoppedMap,
  dataverseConfigurationStale,
  finopsConfigurationOfStoppedMap,
  finopsConfigurationStale,
  linkedCompanyNotEnabled,
  manyLegalEntitiesForInitialSync,
  mapApplicationOutdated,
  mapDependencyOff,
  mapSolutionOutdated,
  noEntityMap,
  type Rule,
} from '../../../src/index.js';
import { make } from '../../support/facts.js';

function outcomeOf(rule: Rule, facts: SnapshotFacts) {
  const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
  return evaluateSnapshot(snapshot, { validator: rule }).outcomes[0];
}

function wordsOf(rule: Rule, facts: SnapshotFacts): readonly string[] {
  const outcome = outcomeOf(rule, facts);
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
    'three rows that lead elsewhere',
    ['d', 'c', 'b'].map(atHost),
    'the project configuration P1 (accounts - Customers V3), 3 of 3 rows: Dataverse address b.crm4.dynamics.com, c.crm4.dynamics.com, d.crm4.dynamics.com; expected contoso.crm4.dynamics.com; no map matches it',
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
    fieldConfigurations: known([{ projectName: 'P2' }, { projectName: 'p3' }, { projectName: ' P3' }]),
    runtimeConfigurations: known([make.runtimeConfiguration({ id: '{D1}', projectName: 'P1' })]),
  };
  expect(wordsOf(finopsConfigurationStale, facts)).toEqual([
    'the project configuration P1 (accounts - Customers V3): left over from an earlier link',
    'the field configuration P2: there is no project configuration of its project',
    'the field configuration P3, 2 rows: there is no project configuration of its project',
  ]);
  expect(outcomeOf(finopsConfigurationStale, facts)).toMatchObject({ checked: 4 });
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

const company = (id: string, differing: Parameters<typeof make.company>[0]) => make.company({ id, ...differing });

test.each([
  [
    'codes',
    [company('c1', { name: 'a' }), company('c2', { name: 'b' }), company('c3', { name: ' ' })],
    ['company USMF has 3 records with its code, has a record without a name'],
  ],
  [
    'names',
    [
      company('c1', { name: 'Contoso' }),
      company('c2', { name: 'Fabrikam' }),
      company('c3', { code: 'DEMF', name: 'contoso' }),
      company('c4', { code: 'ABC', name: 'FABRIKAM ' }),
    ],
    [
      'company ABC shares the name "FABRIKAM" with another record',
      'company DEMF shares the name "contoso" with another record',
      'company USMF has 2 records with its code, shares the names "Contoso" and "Fabrikam" with another record',
    ],
  ],
  [
    'no code or no name',
    [
      company('{C1}', { code: ' ', name: 'Contoso' }),
      company('c2', { code: '', name: '' }),
      company('c3', { name: null }),
    ],
    ['company USMF has no name', 'company "Contoso" (c1) has no code', 'company c2 has no code, has no name'],
  ],
])('records of companies: %s', (_, rows, words) => {
  expect(wordsOf(companyDuplicateOrBlank, { companies: known(rows) })).toEqual(words);
});

test.each([
  [[{ active: false }], ['the company USMF is linked, and its record in the Company table of Dataverse is inactive']],
  [
    [{ active: false }, { active: false }],
    ['the company USMF is linked, and each of its 2 records in the Company table of Dataverse is inactive'],
  ],
  [
    [{ enabledForDualWrite: false }],
    ['the company USMF is linked, and its record in the Company table of Dataverse is not enabled for dual-write'],
  ],
  [
    [{ enabledForDualWrite: false }, { enabledForDualWrite: false }],
    [
      'the company USMF is linked, and each of its 2 records in the Company table of Dataverse is not enabled for dual-write',
    ],
  ],
])('a linked company with the records %j', (records, words) => {
  expect(wordsOf(linkedCompanyNotEnabled, { link, companies: known(records.map(make.company)) })).toEqual(words);
});

test('of records whose codes are the same only in capitals one that is active is enough', () => {
  const linked = known(make.link({ legalEntities: ['ß1', 'SS1'] }));
  const [active, inactive] = [company('c1', { code: 'ß1' }), company('c2', { code: 'SS1', active: false })];
  for (const rows of [
    [active, inactive],
    [inactive, active],
  ])
    expect(outcomeOf(linkedCompanyNotEnabled, { link: linked, companies: known(rows) })?.status).toBe('passed');
});

test('a map that requires a release beside one that requires a build: the release must be known', () => {
  const entityMaps = known([
    make.entityMap({ requiresApplication: '10.0.605.30024' }),
    make.entityMap({ name: 'b', requiresApplication: '10.0.42' }),
  ]);
  const installed = make.finopsEnvironment({ applicationRelease: null, applicationBuild: '10.0.605.30024' });
  expect(outcomeOf(mapApplicationOutdated, { entityMaps, finopsEnvironment: known(installed) })).toMatchObject({
    status: 'inconclusive',
    because: 'finopsEnvironment.applicationRelease is not known',
  });
});
