import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import {
  compareReports,
  compareSnapshots,
  type EvaluateOptions,
  evaluateSnapshot,
  gotWorse,
  known,
  lostFacts,
  parseSnapshot,
  type Snapshot,
  unknown,
} from '../../src/index.js';

const sample = (name: string) => sampleEnvironments().find((one) => one.name === name)?.snapshot ?? expect.fail(name);
const healthy = sample('healthy');
const broken: Snapshot = { ...sample('every-dependency-code'), environment: healthy.environment };
const report = (snapshot: Snapshot, options: EvaluateOptions = {}) =>
  evaluateSnapshot(snapshot, { only: ['DWDVEV1007', 'DWDVEV1003'], ...options });
const blind: Snapshot = { ...broken, facts: { ...broken.facts, companies: unknown('not-permitted') } };

describe('two reports', () => {
  test('of the same facts do not differ', () => {
    const comparison = compareReports(report(broken), report(broken));
    expect(comparison).toMatchObject({ new: [], fixed: [], nowUnknown: [], nowKnown: [] });
    expect(comparison.unchanged.length).toBeGreaterThan(0);
    expect(gotWorse(comparison)).toBe(false);
  });

  test('what broke is new, and worse', () => {
    const comparison = compareReports(report(healthy), report(broken));
    expect(comparison.new.map(({ code }) => code)).toContain('DWDVEV1007');
    expect(comparison.fixed).toEqual([]);
    expect(gotWorse(comparison)).toBe(true);
  });

  test('what was repaired is fixed', () => {
    const comparison = compareReports(report(broken), report(healthy));
    expect(comparison.fixed.length).toBe(compareReports(report(healthy), report(broken)).new.length);
    expect(gotWorse(comparison)).toBe(false);
  });

  test('what can no longer be determined is not fixed, and counts as worse', () => {
    const comparison = compareReports(report(broken), report(blind));
    expect(comparison.fixed).toEqual([]);
    expect(comparison.nowUnknown).toMatchObject([
      { code: 'DWDVEV1003' },
      { code: 'DWDVEV1007', before: 'failed', after: 'inconclusive' },
    ]);
    expect(gotWorse(comparison)).toBe(true);
    expect(compareReports(report(blind), report(broken)).nowKnown).toHaveLength(2);
  });

  test('a failed rule that could not judge the rest has not answered', () => {
    const companies = broken.facts.companies;
    const partial = {
      ...broken,
      facts: { ...broken.facts, companies: { ...companies, coverage: 'partial' } as typeof companies },
    };
    const comparison = compareReports(report(broken), report(partial));
    expect(comparison.nowUnknown.map(({ code }) => code)).toContain('DWDVEV1007');
  });

  test('what a rule answers on less is named, and no conclusion is lost by it', () => {
    const { teams: _, ...facts } = broken.facts;
    const blinder = { ...broken, facts };
    const comparison = compareReports(report(broken), report(blinder));
    const { title, severity } = report(broken).outcomes.find(({ code }) => code === 'DWDVEV1007') ?? expect.fail();
    expect(comparison.nowWithout).toEqual([{ code: 'DWDVEV1007', title, severity, without: ['teams'] }]);
    expect(comparison.nowUnknown).toEqual([]);
    // It is new where the fact was seen before, in whole.
    expect(compareReports(report(blinder), report(blinder)).nowWithout).toEqual([]);
    expect(compareReports(report(blinder), report(broken)).nowWithout).toEqual([]);
    const repaired = { ...healthy, facts: { ...healthy.facts, teams: unknown('not-permitted') } };
    const passing = compareReports(report(healthy), report(repaired));
    expect(passing.nowWithout.map(({ code }) => code)).toEqual(['DWDVEV1007']);
    expect(gotWorse(passing)).toBe(false);
  });

  test('a part of a fact is less than all of it, and no less than another part', () => {
    const { teams } = healthy.facts;
    const half = { ...healthy, facts: { ...healthy.facts, teams: { ...teams, coverage: 'partial' } as typeof teams } };
    const namesOf = (before: Snapshot, after: Snapshot) =>
      compareReports(report(before), report(after)).nowWithout.flatMap(({ without }) => without);
    expect(namesOf(healthy, half)).toEqual(['teams']);
    expect(namesOf(half, half)).toEqual([]);
  });

  test('what neither report can tell for sure is listed, not lost', () => {
    const companies = broken.facts.companies;
    const partial = {
      ...broken,
      facts: { ...broken.facts, companies: { ...companies, coverage: 'partial' } as typeof companies },
    };
    const comparison = compareReports(report(partial), report(blind));
    expect(comparison.fixed).toEqual([]);
    expect(comparison.notRechecked.length).toBe(compareReports(report(partial), report(partial)).unchanged.length);
    expect(comparison.nowUnknown).toMatchObject([{ code: 'DWDVEV1007', before: 'failed', after: 'inconclusive' }]);
    expect(gotWorse(comparison)).toBe(true);
  });

  test('an acceptance that ended is worse', () => {
    const comparison = compareReports(report(broken, { baseline: report(broken) }), report(broken));
    expect(comparison.new).toEqual([]);
    expect(comparison.noLongerAccepted).toEqual(comparison.unchanged);
    expect(gotWorse(comparison)).toBe(true);
  });

  test('a warning that became an error is worse', () => {
    const lenient = report(broken, { only: ['DWDVEV9301'] });
    const strict = report(broken, { only: ['DWDVEV9301'], rules: { DWDVEV9301: 'error' } });
    expect(lenient.totals.failed).toBe(1);
    expect(gotWorse(compareReports(lenient, strict))).toBe(true);
    expect(gotWorse(compareReports(strict, lenient))).toBe(false);
  });

  test('a rule that was not part of the other is reported', () => {
    const comparison = compareReports(report(broken), report(broken, { only: ['DWDVEV1003'] }));
    expect(comparison.nowUnknown).toMatchObject([{ code: 'DWDVEV1007', after: 'skipped' }]);
  });

  test('a new finding that is accepted is not worse', () => {
    const baseline = report(broken);
    const comparison = compareReports(report(healthy), report(broken, { baseline }));
    expect(comparison.new.length).toBeGreaterThan(0);
    expect(gotWorse(comparison)).toBe(false);
  });

  test('other words do not matter', () => {
    const renamed = {
      ...report(broken),
      outcomes: report(broken).outcomes.map((outcome) => ({ ...outcome, title: 'other' })),
    };
    expect(compareReports(report(broken), renamed)).toMatchObject({ new: [], fixed: [] });
  });
});

describe('two snapshots', () => {
  const solutions = (rows: readonly (readonly [string, string])[]): Snapshot => ({
    ...healthy,
    facts: { solutions: known(rows.map(([uniqueName, version]) => ({ uniqueName, version }))) },
  });

  test('of the same facts do not differ', () => {
    expect(compareSnapshots(healthy, healthy).facts).toEqual([]);
  });

  test('rows that came, went and changed', () => {
    const comparison = compareSnapshots(
      solutions([
        ['a', '1.0'],
        ['b', '1.0'],
        ['c', '1.0'],
      ]),
      solutions([
        ['A', '1.0'],
        ['b', '2.0'],
        ['d', '1.0'],
      ]),
    );
    expect(comparison.facts).toEqual([
      {
        fact: 'solutions',
        before: 'complete',
        after: 'complete',
        added: [{ key: 'd' }],
        removed: [{ key: 'c' }],
        changed: [
          { key: 'a', properties: [{ name: 'uniqueName', before: 'a', after: 'A' }] },
          { key: 'b', properties: [{ name: 'version', before: '1.0', after: '2.0' }] },
        ],
      },
    ]);
    expect(lostFacts(comparison)).toEqual([]);
  });

  test('the order of lists means nothing', () => {
    const linked = (legalEntities: string[]): Snapshot => ({
      ...healthy,
      facts: { link: known({ linked: true, legalEntities, apiHub: 'unknown' }) },
    });
    expect(compareSnapshots(linked(['USMF', 'DEMF']), linked(['DEMF', 'USMF'])).facts).toEqual([]);
    expect(compareSnapshots(linked(['USMF', 'DEMF']), linked(['DEMF'])).facts).toHaveLength(1);
  });

  test('indistinguishable rows are counted', () => {
    const comparison = compareSnapshots(
      solutions([
        ['a', '1'],
        ['a', '1'],
      ]),
      solutions([
        ['a', '1'],
        ['a', '1'],
        ['a', '1'],
      ]),
    );
    expect(comparison.facts).toMatchObject([{ added: [{ key: 'a' }], removed: [], changed: [] }]);
  });

  test('the order of rows that have one name means nothing', () => {
    const rows = [
      ['a', '1'],
      ['A', '2'],
      ['a', '3'],
    ] as const;
    const orders = [rows, rows.toReversed(), [rows[1], rows[2], rows[0]]];
    for (const order of orders) expect(compareSnapshots(solutions(rows), solutions(order)).facts).toEqual([]);
    const changed = orders.map((order) =>
      compareSnapshots(
        solutions(order),
        solutions([
          ['a', '2'],
          ['A', '9'],
          ['a', '1'],
        ]),
      ),
    );
    expect(new Set(changed.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('between environments, rows that differ by ids alone are the same', () => {
    const companies = (...owners: readonly string[]): Snapshot['facts'] => ({
      companies: known(
        owners.map((owner) => ({
          id: `c-${owner}`,
          code: 'USMF',
          name: `of ${owner.at(-1)}`,
          defaultOwningTeamId: owner,
        })),
      ),
    });
    const before = { ...healthy, facts: companies('t1', 't2') };
    const after = { ...healthy, environment: { name: 'production' }, facts: companies('x2', 'a1') };
    expect(compareSnapshots(before, after).facts).toEqual([]);
  });

  const rowsOfFacts = {
    syncErrors: ['e1', 'e2', 'e3', 'e4'].map((id, place) => ({
      id,
      integrationJob: 'job',
      entity: 'Customers V3',
      message: place < 2 ? 'the same' : `message ${place}`,
      category: 'application' as const,
      createdOn: `2026-11-2${place}T00:00:00Z`,
    })),
    integrationJobs: ['a', 'b', 'c', 'd'].map((name, place) => ({
      name,
      status: 'active' as const,
      queuedRequests: 4 - place,
    })),
    alertSettings: ['z', 'y', 'x', 'w'].map((name, place) => ({
      name,
      enabled: true,
      errorTypes: ['application'],
      threshold: place + 1,
      window: { length: 1, unit: 'hours' as const },
      recipients: ['a@b.example'],
      action: 'none' as const,
    })),
    runtimeConfigurations: ['r1', 'r2', 'r3', 'r4'].map((id, place) => ({
      id,
      dataverseTable: 'account',
      finopsEntity: 'Customers V3',
      projectName: `p${9 - place}`,
    })),
  };

  test.each(Object.entries(rowsOfFacts))(
    '%s: a row that is gone changes no other, whatever the order',
    (fact, rows) => {
      for (const gone of rows.keys()) {
        const left = rows.filter((_, place) => place !== gone);
        for (const order of [left, left.toReversed()]) {
          const holding = (value: readonly unknown[]) =>
            parseSnapshot({ ...healthy, facts: { [fact]: known(value) } })._unsafeUnwrap();
          const [before, after] = [holding(rows), holding(order)];
          expect(compareSnapshots(before, after).facts).toMatchObject([
            { fact, added: [], changed: [], removed: [{}] },
          ]);
          expect(compareSnapshots(after, before).facts).toMatchObject([
            { fact, added: [{}], changed: [], removed: [] },
          ]);
        }
      }
    },
  );

  test('within one environment, rows of one name are paired by their ids', () => {
    const configurations = (...rows: readonly (readonly [string, string])[]): Snapshot => ({
      ...healthy,
      facts: {
        runtimeConfigurations: known(
          rows.map(([id, projectName]) => ({
            id,
            dataverseTable: 'account',
            finopsEntity: 'Customers V3',
            projectName,
          })),
        ),
      },
    });
    const before = configurations(['a', 'p1'], ['b', 'p2'], ['c', 'p3']);
    const after = configurations(['{C}', 'p0'], ['b', 'p2']);
    expect(compareSnapshots(before, after).facts).toMatchObject([
      { removed: [{}], added: [], changed: [{ properties: [{ name: 'id' }, { before: 'p3', after: 'p0' }] }] },
    ]);
  });

  test('two names with a line in them are not one', () => {
    const connections = (...rows: readonly (readonly [string, string])[]): Snapshot => ({
      ...healthy,
      facts: {
        apiHubConnections: known(
          rows.map(([connector, targetUrl]) => ({ id: 'x', connector, status: 'connected' as const, targetUrl })),
        ),
      },
    });
    const [before, after] = [connections(['a - b', 'c']), connections(['a', 'b - c'])];
    expect(compareSnapshots(before, after).facts).toMatchObject([{ added: [{}], removed: [{}], changed: [] }]);
  });

  test('one object given twice is two rows', () => {
    const row = { uniqueName: 'a', version: '1' };
    const holding = (value: (typeof row)[]): Snapshot => ({ ...healthy, facts: { solutions: known(value) } });
    expect(compareSnapshots(holding([row]), holding([row, row])).facts).toMatchObject([
      { added: [{ key: 'a' }], removed: [], changed: [] },
    ]);
  });

  test('an unknown fact is not an empty one: its rows are not removed', () => {
    const after = { ...healthy, facts: { ...healthy.facts, teams: unknown('not-permitted') } };
    const comparison = compareSnapshots(healthy, after);
    expect(comparison.facts).toMatchObject([
      { fact: 'teams', before: 'complete', after: 'not-permitted', added: [], removed: [] },
    ]);
    expect(lostFacts(comparison)).toEqual(['teams']);
    expect(lostFacts(compareSnapshots(after, healthy))).toEqual([]);
  });

  test('ids mean nothing between environments, and something within one', () => {
    const company = (id: string) => known([{ id, code: 'USMF', name: 'Contoso', defaultOwningTeamId: 't1' }]);
    const before = { ...healthy, facts: { companies: company('c1') } };
    const after = { ...healthy, facts: { companies: company('c2') } };
    expect(compareSnapshots(before, after).facts).toMatchObject([
      { changed: [{ key: 'USMF', properties: [{ name: 'id' }] }] },
    ]);
    expect(compareSnapshots(before, { ...after, environment: { name: 'production' } }).facts).toEqual([]);
  });
});
