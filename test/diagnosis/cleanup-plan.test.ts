import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { sqlText } from '../../src/diagnosis/cleanup/sql-text.js';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import { evaluateSnapshot, exitCodeFor, known, snapshotOf } from '../../src/index.js';

describe('a plan', () => {
  const plan = cleanupPlan([{ finopsEntity: "Customer's V3", dataverseTable: 'accounts' }]);

  test('looks before it deletes, and takes the fields first', () => {
    const [look, remove] = plan.finops.database;
    expect(look?.statements?.every((statement) => statement.startsWith('SELECT'))).toBe(true);
    expect(look?.destroys).toBeNull();
    expect(remove?.statements).toEqual([
      'SET XACT_ABORT ON;\nBEGIN TRANSACTION;',
      "DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION\nWHERE PROJECTNAME IN (SELECT PROJECTNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE INTERNALENTITYNAME = N'Customer''s V3' AND EXTERNALENTITYNAME = N'accounts');",
      "DELETE FROM DUALWRITEPROJECTCONFIGURATION\nWHERE INTERNALENTITYNAME = N'Customer''s V3' AND EXTERNALENTITYNAME = N'accounts';",
      'ROLLBACK TRANSACTION;',
    ]);
  });

  test('every step that deletes says what is lost, and the others lose nothing', () => {
    const steps = [
      ...plan.before,
      ...plan.finops.database,
      ...plan.finops.excelAddIn,
      ...plan.dataverse,
      ...plan.after,
    ];
    for (const { title, destroys } of steps) expect(destroys !== null, title).toBe(title.startsWith('Delete'));
  });

  test('stops the maps first, and starts and verifies last', () => {
    expect(plan.before.map(({ title }) => title)).toEqual(['Stop the affected maps']);
    expect(plan.after.map(({ title }) => title)).toEqual(['Start the maps that you need', 'Make sure that it works']);
  });

  test('of nothing is empty', () => {
    expect(cleanupPlan([])).toMatchObject({
      targets: [],
      before: [],
      finops: { database: [], excelAddIn: [] },
      dataverse: [],
      after: [],
    });
    expect(cleanupPlan([{}, { projectName: ' ' }]).before).toEqual([]);
  });
});

test('a report says what is stale', () => {
  const stale = sampleEnvironments().find(({ name }) => name === 'every-dependency-code');
  const report = evaluateSnapshot(stale?.snapshot ?? expect.fail(), { gate: 'none' });
  expect(exitCodeFor(report)).toBe(1);
  const plan = cleanupPlan(report);
  const codes = ['DWDVEV1004', 'DWFOEV1004', 'DWDVEV9304', 'DWFOEV9307'];
  const ids = report.outcomes.flatMap((outcome) =>
    outcome.status === 'failed' && codes.includes(outcome.code)
      ? outcome.findings.map(({ subject }) => subject.id)
      : [],
  );
  expect(ids.length).toBeGreaterThan(3);
  const text = JSON.stringify(plan);
  for (const id of ids) expect(text).toContain(JSON.stringify(id).slice(1, -1).split(' - ')[0]);
  expect(plan.dataverse).toHaveLength(2);
  const healthy = sampleEnvironments().find(({ name }) => name === 'healthy');
  expect(cleanupPlan(evaluateSnapshot(healthy?.snapshot ?? expect.fail())).targets).toEqual([]);
});

describe('a project of which some rows are sound', () => {
  const project = 'DWM-1';
  const row = { projectName: project, finopsEntity: 'Customers V3', dataverseTable: 'accounts', status: '1' };
  const linked = 'https://contoso.crm4.dynamics.com';
  const foreign = { ...row, externalUrl: 'https://contoso-uat.crm4.dynamics.com', deleted: false };
  const sound = { ...row, externalUrl: 'https://contoso.api.crm4.dynamics.com/', deleted: false };
  const map = { ...row, name: 'accounts - Customers V3', state: 'running' } as const;

  function planOf(rows: readonly (typeof row & { externalUrl: string; deleted: boolean })[], state = 'running') {
    const snapshot = snapshotOf(
      'contoso',
      {
        link: known({ linked: true, dataverseUrl: linked, legalEntities: [], apiHub: 'bypassed' }),
        projectConfigurations: known([...rows]),
        entityMaps: known([{ ...map, state: state === 'running' ? 'running' : 'stopped' }]),
      },
      { takenAt: '2026-11-20T10:00:00Z' },
    );
    return cleanupPlan(evaluateSnapshot(snapshot, { gate: 'none' }));
  }

  const deletionsOf = ({ finops }: ReturnType<typeof cleanupPlan>) =>
    finops.database.flatMap(({ statements = [] }) => statements).filter((text) => text.startsWith('DELETE'));

  test('keeps those that lead to the linked environment, and the fields', () => {
    const plan = planOf([foreign, sound]);
    expect(plan.targets).toEqual([
      expect.objectContaining({
        projectName: project,
        keep: { kind: 'linked-address', host: 'contoso.crm4.dynamics.com' },
      }),
    ]);
    expect(deletionsOf(plan)).toEqual([
      "DELETE FROM DUALWRITEPROJECTCONFIGURATION\nWHERE PROJECTNAME = N'DWM-1' AND EXTERNALENVIRONMENTURL NOT LIKE N'%//contoso.crm4.dynamics.com%' AND EXTERNALENVIRONMENTURL NOT LIKE N'%//contoso.api.crm4.dynamics.com%';",
    ]);
    expect(plan.finops.excelAddIn[0]?.details.join('\n')).toContain(
      'whose ExternalEnvironmentUrl does not point to contoso.crm4.dynamics.com; keep the others',
    );
  });

  test('keeps those that are not marked as deleted', () => {
    const plan = planOf([{ ...sound, deleted: true }, sound]);
    expect(deletionsOf(plan)).toEqual([
      "DELETE FROM DUALWRITEPROJECTCONFIGURATION\nWHERE PROJECTNAME = N'DWM-1' AND ISDELETE = 1;",
    ]);
    expect(plan.finops.excelAddIn[0]?.details.join('\n')).toContain('whose IsDelete is Yes');
  });

  test('deletes all of them where every row is left over', () => {
    expect(planOf([foreign, foreign]).targets[0]).not.toHaveProperty('keep');
    expect(deletionsOf(planOf([foreign, foreign]))).toHaveLength(2);
  });

  test('and where one of two rules means all rows', () => {
    expect(planOf([foreign, sound], 'stopped').targets).toEqual([
      expect.not.objectContaining({ keep: expect.anything() }),
    ]);
  });

  test('the reverse too', () => {
    expect(planOf([foreign, { ...foreign, deleted: true }]).targets[0]).not.toHaveProperty('keep');
  });

  test('has no statement if nothing distinguishes them', () => {
    const plan = cleanupPlan([{ projectName: project, keep: { kind: 'not-known' } }]);
    expect(deletionsOf(plan)).toEqual([]);
    expect(plan.finops.database[1]?.details.join('\n')).toContain('There is no statement for the project name DWM-1');
    expect(plan.finops.excelAddIn[0]?.details.join('\n')).toContain('delete only those that the finding names');
  });
});

describe('literals of SQL Server', () => {
  test.each([
    ['accounts', "N'accounts'"],
    ['', "N''"],
    ["O'Brien'; DROP TABLE x; --", "N'O''Brien''; DROP TABLE x; --'"],
    ['a\\\nb', "N'a\\' + NCHAR(10) + N'b'"],
    ['a\u202eb', "N'a' + NCHAR(8238) + N'b'"],
    ['’', "N'’'"],
  ])('%j', (value, literal) => expect(sqlText(value)).toBe(literal));

  property.prop([fc.string({ unit: 'binary' })])('read back, they are the value', (value) => {
    expect(readBack(sqlText(value))).toBe(value);
  });
});

/** Reads a literal as SQL Server does: doubled quotes, and a backslash before a line break swallows both. */
function readBack(literal: string): string {
  const term = /N'((?:[^']|'')*)'|NCHAR\((\d+)\)/y;
  let value = '';
  while (term.lastIndex < literal.length) {
    const match = term.exec(literal) ?? expect.fail(`no literal: ${literal}`);
    const [, quoted, code] = match;
    value +=
      quoted === undefined ? String.fromCharCode(Number(code)) : quoted.replaceAll("''", "'").replace(/\\\r?\n/g, '');
    if (literal.startsWith(' + ', term.lastIndex)) term.lastIndex += 3;
  }
  return value;
}
