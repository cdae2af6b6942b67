import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { foundByRules } from '../../bench/four-rules.js';
import { handWritten } from '../../bench/hand-written.js';
import { known, type Snapshot, snapshotOf } from '../../src/index.js';
import { make } from '../support/facts.js';

const [g1, g2] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'];
const code = fc.constantFrom('USMF', ' usmf', 'DEMF', 'demf ', '', ' ');
const guid = fc.constantFrom('t1', '{T1}', ' T1 ', 't2', 't3', '', ' ');
const table = fc.constantFrom('account', 'Accounts', ' accounts ', 'company', 'companies', 'box');
const entity = fc.constantFrom('Customers V3', ' customers v3 ', 'Vendors V2');
const project = fc.constantFrom(
  '',
  ' ',
  'P1',
  ' p1',
  g1,
  `{${g2.toUpperCase()}}`,
  `DWM-${g1}-${g2}`,
  'Zürich',
  'ZÜRICH ',
);
const address = fc.constantFrom(
  'https://org.crm4.dynamics.com',
  'ORG.api.crm4.dynamics.com ',
  'https://old.crm4.dynamics.com',
  'no address',
  ' ',
);
const rows = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { maxLength: 6 });
const sides = { dataverseTable: table, finopsEntity: entity, projectName: project };

const environment: fc.Arbitrary<Snapshot> = fc
  .record({
    legalEntities: fc.array(code, { maxLength: 4 }),
    dataverseUrl: fc.constantFrom('https://org.crm4.dynamics.com', 'org.crm4.dynamics.com/'),
    companies: rows(
      fc.record({
        id: fc.constantFrom('c1', '{C2}', 'c3'),
        code,
        enabledForDualWrite: fc.constantFrom(true, false, null),
        active: fc.constantFrom(true, false, undefined),
        defaultOwningTeamId: fc.option(guid, { nil: null }),
      }),
    ),
    teams: rows(guid),
    maps: rows(fc.record(sides)),
    runtime: rows(fc.record({ ...sides, id: fc.constantFrom('r1', '{R1}', 'r2') })),
    projects: rows(fc.record({ ...sides, externalUrl: address })),
  })
  .map(({ legalEntities, dataverseUrl, companies, teams, maps, runtime, projects }) =>
    snapshotOf(
      'generated',
      {
        link: known(make.link({ linked: true, legalEntities, dataverseUrl })),
        companies: known(companies.map((company) => make.company(company))),
        teams: known(teams.map((id) => make.team({ id }))),
        entityMaps: known(maps.map((map) => make.entityMap(map))),
        runtimeConfigurations: known(runtime.map((row) => make.runtimeConfiguration(row))),
        projectConfigurations: known(projects.map((row) => make.projectConfiguration(row))),
      },
      { takenAt: '2026-11-20T10:00:00Z' },
    ),
  );

property.prop([environment], { numRuns: 500 })(
  'the pass that evaluateSnapshot is measured against finds the same, in whatever spelling',
  (snapshot) => {
    expect(handWritten(snapshot).sort()).toEqual([...foundByRules(snapshot)].sort());
  },
);
