import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { sqlText } from '../../src/diagnosis/cleanup/sql-text.js';
import { type CleanupPlan, cleanupPlan } from '../../src/diagnosis/index.js';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  exitCodeFor,
  type HealthReport,
  known,
  type SnapshotFacts,
  snapshotOf,
  unknown,
} from '../../src/index.js';
import { make } from '../support/facts.js';
import { literalsIn, runCleanupSql } from '../support/run-cleanup-sql.js';

const linked = 'https://contoso.crm4.dynamics.com/';
const old = 'https://contoso-old.crm4.dynamics.com/';
const link = known(make.link({ dataverseUrl: linked }));
const now = new Date('2026-11-20T10:00:00Z');

type Row = ReturnType<typeof make.projectConfiguration>;
const row = (differing: Partial<Row> = {}) =>
  make.projectConfiguration({ projectName: 'DWM-1', externalUrl: linked, deleted: false, ...differing });

function reportOf(facts: SnapshotFacts, options: EvaluateOptions = {}): HealthReport {
  return evaluateSnapshot(snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' }), {
    gate: 'none',
    now,
    ...options,
  });
}

/** An environment in which all facts that a plan needs are known. */
function planOf(rows: readonly Row[], facts: SnapshotFacts = {}, options: EvaluateOptions = {}): CleanupPlan {
  const others = {
    link,
    entityMaps: known([make.entityMap({ projectName: 'DWM-1' })]),
    runtimeConfigurations: known([]),
    fieldConfigurations: known([]),
  };
  return cleanupPlan(reportOf({ ...others, projectConfigurations: known([...rows]), ...facts }, options));
}

const statementsOf = ({ finops }: CleanupPlan) => finops.database.flatMap(({ statements = [] }) => statements);
const deletionsOf = (plan: CleanupPlan) => statementsOf(plan).filter((text) => text.includes('DELETE FROM'));
const excelOf = ({ finops }: CleanupPlan) => finops.excelAddIn.flatMap(({ details }) => details).join('\n');

/** What is left of the rows after the plan. */
function keptOf(rows: readonly Row[], plan: CleanupPlan): readonly Row[] {
  const table = rows.map((one, index) => ({
    PROJECTNAME: one.projectName,
    INTERNALENTITYNAME: one.finopsEntity,
    EXTERNALENTITYNAME: one.dataverseTable,
    EXTERNALENVIRONMENTURL: one.externalUrl,
    ISDELETE: one.deleted === true ? 1 : 0,
    index,
  }));
  const tables = { DUALWRITEPROJECTCONFIGURATION: table, DUALWRITEPROJECTFIELDCONFIGURATION: [] };
  const left = new Set(
    runCleanupSql(statementsOf(plan), tables).DUALWRITEPROJECTCONFIGURATION.map(({ index }) => index),
  );
  return rows.filter((_, index) => left.has(index));
}

describe('a plan deletes exactly the rows of open findings', () => {
  const contacts = { finopsEntity: 'CDS Contacts V2', dataverseTable: 'contacts' };
  test.each<readonly [what: string, stale: readonly Row[], sound: readonly Row[]]>([
    ['the twin with the linked address is kept', [row({ externalUrl: old })], [row()]],
    ['whatever the letter case of its name', [row({ projectName: 'dwm-1', externalUrl: old })], [row()]],
    ['and the blanks after it', [row({ projectName: 'DWM-1  ', externalUrl: old })], [row()]],
    ['one without an address', [row({ externalUrl: '' }), row({ externalUrl: ' ' })], [row()]],
    ['the same row twice', [row({ externalUrl: old }), row({ externalUrl: old })], [row()]],
    ['two other addresses', [row({ externalUrl: old }), row({ externalUrl: 'https://x.crm.dynamics.com' })], [row()]],
    ['an address without a scheme', [row({ externalUrl: 'contoso-old.crm4.dynamics.com' })], [row()]],
    ['an address with a path', [row({ externalUrl: `${old}api/data/v9.2` })], [row()]],
    [
      'an address that begins as another one',
      [row({ externalUrl: 'https://contoso.crm4.dynamics.com.example.com/' })],
      [row()],
    ],
    [
      'an address with a wildcard',
      [row({ externalUrl: 'https://contos_.crm4.dynamics.com' })],
      [row({ externalUrl: 'https://contoso.crm4.dynamics.com' })],
    ],
    ['an address of the API', [row({ externalUrl: 'https://contoso-old.api.crm4.dynamics.com' })], [row()]],
    [
      'the twin with another name of the linked address',
      [row({ externalUrl: old })],
      [row({ externalUrl: 'https://contoso.api.crm4.dynamics.com' })],
    ],
    ['one that is marked as deleted', [row({ deleted: true })], [row()]],
    ['one of another map of the same project', [row({ projectName: 'DWM-2', ...contacts })], [row()]],
    [
      'quotes in its names',
      [row({ projectName: "O'Brien'; --", externalUrl: old })],
      [row({ projectName: "O'Brien'; --" })],
    ],
    [
      'characters that cannot be seen',
      [row({ projectName: 'DWM\u202e\u0007', externalUrl: old })],
      [row({ projectName: 'DWM\u202e\u0007' })],
    ],
    ['no project name', [row({ projectName: ' ', externalUrl: old })], [row({ projectName: '' })]],
    [
      'a name like that of a map',
      [row({ projectName: 'accounts - Customers V3', externalUrl: old })],
      [row({ projectName: '' })],
    ],
  ])('%s', (_what, stale, sound) => {
    const rows = [...stale, ...sound];
    const plan = planOf(rows);
    expect(keptOf(rows, plan)).toEqual(sound);
    const deletions = deletionsOf(plan).filter((text) => text.includes('DELETE FROM DUALWRITEPROJECTCONFIGURATION'));
    expect(deletions.length).toBeGreaterThan(0);
    for (const deletion of deletions)
      expect(deletion).toMatch(/WHERE PROJECTNAME = [\s\S]*AND .*EXTERNALENVIRONMENTURL/);
  });

  test('a row of one pair is kept where only the other pair of its project has no map', () => {
    const rows = [row({ projectName: '', ...contacts }), row({ projectName: '' })];
    expect(keptOf(rows, planOf(rows))).toEqual([rows[1]]);
  });

  test('rows whose address cannot be read are named, without a statement', () => {
    const rows = [row({ externalUrl: 'AccountKey=c2VjcmV0' }), row()];
    const plan = planOf(rows);
    expect(keptOf(rows, plan)).toEqual(rows);
    expect(plan.finops.database[1]?.details[0]).toMatch(/^There is no statement for 1 row with the project name DWM-1/);
    expect(excelOf(plan)).toContain('ExternalEnvironmentUrl that is not an address');
    expect(JSON.stringify(plan)).not.toContain('c2VjcmV0');
  });

  const names = fc.constantFrom('DWM-1', 'dwm-1 ', 'DWM-2', "D'3", '');
  const rows = fc.array(
    fc
      .record({
        projectName: names,
        pair: fc.constantFrom({ finopsEntity: 'Customers V3', dataverseTable: 'accounts' }, contacts, {
          finopsEntity: 'Vendors V2',
          dataverseTable: 'msdyn_vendors',
        }),
        externalUrl: fc.constantFrom(
          linked,
          old,
          '',
          'https://contoso.api.crm4.dynamics.com',
          'contoso-old.api.crm4.dynamics.com/x',
        ),
        deleted: fc.boolean(),
      })
      .map(({ pair, ...others }): Row => ({ ...pair, ...others, status: '1' })),
    { maxLength: 8 },
  );
  const stateOf = fc.constantFrom('running', 'stopped');
  property.prop([rows, stateOf, fc.boolean()])('of any rows', (all, state, isLinked) => {
    const entityMaps = [
      make.entityMap({ name: 'a', finopsEntity: 'Customers V3', dataverseTable: 'accounts', projectName: null }),
      make.entityMap({ name: 'c', ...contacts, projectName: null, state }),
    ];
    const isStale = ({ externalUrl, deleted, dataverseTable }: Row) =>
      !isLinked ||
      externalUrl.includes('contoso-old') ||
      externalUrl === '' ||
      deleted === true ||
      dataverseTable === 'msdyn_vendors' ||
      (dataverseTable === 'contacts' && state === 'stopped');
    const plan = planOf(all, {
      entityMaps: known(entityMaps),
      ...(isLinked ? {} : { link: known(make.link({ linked: false })) }),
    });
    expect(keptOf(all, plan)).toEqual(all.filter((one) => !isStale(one)));
  });
});

describe('each finding is about its own table', () => {
  const runtime = make.runtimeConfiguration({
    dataverseTable: 'msdyn_vendor',
    finopsEntity: 'Vendors V2',
    projectName: null,
  });

  test('a runtime configuration of Dataverse deletes nothing in finance and operations', () => {
    const plan = planOf([row()], { runtimeConfigurations: known([runtime]) });
    expect(plan.targets).toMatchObject([
      { type: 'runtime-configuration', runtimeConfigurationId: runtime.id, map: 'none' },
    ]);
    expect(plan.finops).toEqual({ excelAddIn: [], fieldConfigurations: [], database: [] });
    expect(plan.dataverse.flatMap(({ details }) => details)).toContain(
      `Delete the row with the id ${runtime.id} (msdyn_vendor - Vendors V2).`,
    );
  });

  test('a project configuration deletes nothing in Dataverse', () => {
    expect(planOf([row({ externalUrl: old })]).dataverse).toEqual([]);
  });

  test('a field configuration is not among the rows that the Excel add-in opens', () => {
    const plan = planOf([row()], { fieldConfigurations: known([{ projectName: "DWM-'2" }, { projectName: 'DWM-1' }]) });
    expect(plan.finops.excelAddIn).toEqual([]);
    expect(plan.finops.fieldConfigurations[0]?.details[0]).toContain(
      "1 row of DUALWRITEPROJECTFIELDCONFIGURATION with the project name DWM-'2",
    );
    expect(deletionsOf(plan)).toHaveLength(1);
    const fields = [{ PROJECTNAME: "DWM-'2" }, { PROJECTNAME: 'DWM-1' }];
    const tables = {
      DUALWRITEPROJECTCONFIGURATION: [{ PROJECTNAME: 'DWM-1' }],
      DUALWRITEPROJECTFIELDCONFIGURATION: fields,
    };
    expect(runCleanupSql(statementsOf(plan), tables).DUALWRITEPROJECTFIELDCONFIGURATION).toEqual([fields[1]]);
    // Somebody has started the map since.
    const started = { ...tables, DUALWRITEPROJECTCONFIGURATION: fields };
    expect(runCleanupSql(statementsOf(plan), started)).toEqual(started);
  });

  test('the fields of a project are deleted only with the last of its rows', () => {
    const fieldsOf = (rows: readonly Row[]) => {
      const tables = {
        DUALWRITEPROJECTCONFIGURATION: [],
        DUALWRITEPROJECTFIELDCONFIGURATION: [{ PROJECTNAME: 'DWM-1' }],
      };
      return runCleanupSql(statementsOf(planOf(rows)), tables).DUALWRITEPROJECTFIELDCONFIGURATION;
    };
    expect(fieldsOf([row({ externalUrl: old }), row()])).toHaveLength(1);
    expect(fieldsOf([row({ externalUrl: old })])).toHaveLength(0);
  });
});

describe('what is accepted is kept, with the reason', () => {
  const rows = [row({ externalUrl: old }), row({ projectName: 'DWM-2', externalUrl: old })];
  const suppression = {
    rule: 'DWFOEV1004',
    subject: 'DWM-2',
    reason: 'moved in May',
    expires: '2026-12-31',
    owner: 'Ana',
  };

  test('by a suppression', () => {
    const plan = planOf(rows, {}, { suppressions: [suppression] });
    expect(keptOf(rows, plan)).toEqual([rows[1]]);
    expect(plan.kept).toEqual([
      {
        code: 'DWFOEV1004',
        subject: expect.objectContaining({ id: 'DWM-2' }),
        message: expect.stringContaining('DWM-2'),
        reason: 'moved in May',
        expires: '2026-12-31',
        owner: 'Ana',
        alsoFoundBy: [],
      },
    ]);
    expect(JSON.stringify([plan.targets, plan.finops])).not.toContain('DWM-2');
  });

  test('not by one that has expired', () => {
    const plan = planOf(rows, {}, { suppressions: [{ ...suppression, expires: '2026-11-19' }] });
    expect(keptOf(rows, plan)).toEqual([]);
    expect(plan.kept).toEqual([]);
  });

  test('by the baseline', () => {
    const earlier = reportOf({ link, projectConfigurations: known([...rows]) });
    const plan = planOf([...rows, row({ projectName: 'DWM-3', externalUrl: old })], {}, { baseline: earlier });
    expect(plan.targets).toMatchObject([{ projectName: 'DWM-3' }]);
    expect(plan.kept.map(({ reason }) => reason)).toEqual(['it is in the baseline', 'it is in the baseline']);
  });

  test('and makes a plan without steps where all is accepted', () => {
    const plan = planOf(rows, {}, { suppressions: [{ ...suppression, subject: { pattern: '*' } }] });
    expect(plan).toMatchObject({
      targets: [],
      before: [],
      dataverse: [],
      after: [],
      finops: { excelAddIn: [], database: [] },
    });
    expect(plan.kept).toHaveLength(2);
  });

  const off = known([make.entityMap({ projectName: 'DWM-1', state: 'stopped' })]);
  const ofDWM1 = { ...suppression, subject: 'DWM-1' };
  test('a row that is accepted as it is, is kept although its map is off', () => {
    const plan = planOf(rows.slice(0, 1), { entityMaps: off }, { suppressions: [ofDWM1] });
    expect(plan.targets).toEqual([]);
    expect(plan.kept).toMatchObject([{ code: 'DWFOEV1004', alsoFoundBy: ['DWFOEV9307'] }]);
  });

  test('a map that is accepted as off does not make a row of another environment correct', () => {
    const plan = planOf(rows.slice(0, 1), { entityMaps: off }, { suppressions: [{ ...ofDWM1, rule: 'DWFOEV9307' }] });
    expect(keptOf(rows.slice(0, 1), plan)).toEqual([]);
    expect(plan.kept).toEqual([]);
    expect(plan.targets).toMatchObject([{ accepted: [{ code: 'DWFOEV9307', reason: 'moved in May' }] }]);
  });

  test('but keeps the rows that are off and nothing else', () => {
    const both = [row({ externalUrl: old }), row()];
    const plan = planOf(both, { entityMaps: off }, { suppressions: [{ ...ofDWM1, rule: 'DWFOEV9307' }] });
    expect(keptOf(both, plan)).toEqual([both[1]]);
    expect(plan.kept).toMatchObject([{ code: 'DWFOEV9307', alsoFoundBy: [] }]);
  });
});

describe('nothing is planned for what is not proven', () => {
  test('a rule that passed', () => {
    expect(planOf([row()])).toMatchObject({ targets: [], kept: [], inTheWay: [], unknowns: [] });
  });

  test('rules without an answer, each with the reason', () => {
    const plan = cleanupPlan(
      reportOf({ link, projectConfigurations: unknown('not-permitted'), runtimeConfigurations: known([]) }),
    );
    expect(plan.targets).toEqual([]);
    expect(plan.unknowns).toEqual([
      { code: 'DWFOEV1004', because: 'projectConfigurations is not known (not-permitted)' },
      { code: 'DWDVEV9304', because: 'entityMaps is not known (not-provided)' },
      { code: 'DWFOEV9307', because: expect.stringContaining('projectConfigurations is not known (not-permitted)') },
    ]);
  });

  test('a part of the rows, of which some are stale', () => {
    const plan = planOf([row({ deleted: true })], {
      projectConfigurations: known([row({ deleted: true })], { coverage: 'partial' }),
    });
    expect(plan.targets).toMatchObject([{ projectName: 'DWM-1' }]);
    expect(plan.unknowns).toEqual([
      { code: 'DWFOEV1004', because: 'only a part of projectConfigurations was seen' },
      { code: 'DWFOEV9307', because: 'not everything could be judged: only a part of projectConfigurations was seen' },
    ]);
  });

  test.each([
    ['turned off', { rules: { DWFOEV1004: 'off' } }, 'skipped (turned-off)'],
    ['not selected', { only: ['DWDVEV1004', 'DWDVEV9304', 'DWFOEV9307'] }, 'skipped (not-selected)'],
  ] as const)('a rule that is %s', (_what, options, because) => {
    expect(planOf([row({ externalUrl: old })], {}, options)).toMatchObject({
      targets: [],
      unknowns: [{ code: 'DWFOEV1004', because }],
    });
  });

  test('blocked rules, and rules that are not in the report', () => {
    const facts = { link, solutions: known([]), projectConfigurations: known([row({ externalUrl: old })]) };
    const blocked = cleanupPlan(reportOf(facts, { gate: 'documented' }));
    expect(blocked.targets).toEqual([]);
    expect(blocked.unknowns[0]?.because).toMatch(/^blocked until .*DWDVEV9001/);
    expect(cleanupPlan({ ...reportOf(facts), outcomes: [] }).unknowns).toHaveLength(4);
  });

  test('field configurations that could not be read, but not those that nobody can read', () => {
    expect(planOf([row()], { fieldConfigurations: unknown('failed') }).unknowns).toEqual([
      { code: 'DWFOEV1004', because: 'fieldConfigurations is not known (failed)' },
    ]);
    expect(planOf([row()], { fieldConfigurations: unknown('not-provided') }).unknowns).toEqual([]);
  });

  test('a link to another environment, by which correct rows look stale', () => {
    const plan = planOf([row({ externalUrl: old })], {
      dataverseEnvironment: known(make.dataverseEnvironment({ url: old })),
    });
    expect(plan.targets).toEqual([]);
    expect(plan.inTheWay).toMatchObject([{ code: 'DWDVEV9305' }]);
    expect(deletionsOf(plan)).toEqual([]);
  });

  test('a severity that is a warning here is still a finding', () => {
    expect(planOf([row({ externalUrl: old })], {}, { rules: { DWFOEV1004: 'warning' } }).targets).toHaveLength(1);
  });

  test('a report of an earlier version, which does not list the rows, has no statement', () => {
    const report = reportOf({ link, projectConfigurations: known([row({ externalUrl: old })]) });
    const plan = cleanupPlan(JSON.parse(JSON.stringify(report).replaceAll('"configurations"', '"ignored"')));
    expect(plan.targets).toMatchObject([{ projectName: 'DWM-1', rows: null }]);
    expect(deletionsOf(plan)).toEqual([]);
    expect(excelOf(plan)).toMatch(
      /Of the rows with the project name DWM-1, delete only those that the finding describes/,
    );
  });

  test('what a report lists in another shape is not taken for rows', () => {
    const report = reportOf({ link, projectConfigurations: known([row({ externalUrl: old })]) });
    const broken = JSON.stringify(report).replaceAll(/"address":"[^"]*"/g, '"address":7');
    expect(cleanupPlan(JSON.parse(broken)).targets).toMatchObject([{ rows: null }]);
  });
});

describe('maps', () => {
  const titles = ({ before, after }: CleanupPlan) => [...before, ...after].map(({ title }) => title);
  const detailsOf = ({ before, after }: CleanupPlan) => [...before, ...after].flatMap(({ details }) => details);

  test('one that may run is stopped first and started last', () => {
    const plan = planOf([row({ externalUrl: old })]);
    expect(titles(plan)).toEqual(['Stop the affected maps', 'Start the maps that you need', 'Make sure that it works']);
    expect(detailsOf(plan).filter((detail) => detail.startsWith('Map: '))).toEqual([
      'Map: Customers V3 – accounts',
      'Map: Customers V3 – accounts',
    ]);
  });

  test('one that is off may be run instead, and is named once for both sides', () => {
    const plan = planOf([row()], {
      entityMaps: known([make.entityMap({ projectName: 'DWM-1', state: 'stopped' })]),
      runtimeConfigurations: known([make.runtimeConfiguration({ dataverseTable: 'account', projectName: null })]),
    });
    expect(plan.targets).toHaveLength(2);
    expect(titles(plan)[0]).toBe('Decide which maps you need');
    expect(plan.before[0]?.details.filter((detail) => detail.startsWith('Map: '))).toHaveLength(1);
  });

  test('what belongs to no map is neither stopped nor started', () => {
    const orphan = planOf([row({ projectName: 'DWM-2', finopsEntity: 'Vendors V2', dataverseTable: 'msdyn_vendors' })]);
    expect(titles(orphan)).toEqual(['Make sure that it works']);
    const unlinked = planOf([row()], { link: known(make.link({ linked: false })) });
    expect(titles(unlinked)).toEqual(['Make sure that it works']);
  });
});

describe('names without a proof', () => {
  const plan = cleanupPlan([{ finopsEntity: "Customer's V3", dataverseTable: 'accounts' }]);

  test('nothing is deleted until a person names the address of the rows', () => {
    const rows = [row({ finopsEntity: "Customer's V3", externalUrl: old }), row({ finopsEntity: "Customer's V3" })];
    const [look, remove] = plan.finops.database;
    expect(look?.statements?.every((statement) => statement.startsWith('SELECT'))).toBe(true);
    const [deletion = ''] = deletionsOf(plan);
    expect(deletion).toContain("INTERNALENTITYNAME = N'Customer''s V3'\n  AND EXTERNALENTITYNAME = N'accounts'");
    expect(keptOf(rows, { ...plan, finops: { ...plan.finops, database: filledIn(plan, 'nothing') } })).toEqual(rows);
    expect(keptOf(rows, { ...plan, finops: { ...plan.finops, database: filledIn(plan, old) } })).toEqual([rows[1]]);
    expect(remove?.statements?.[1]).toMatch(/^DECLARE @LeftOverAddress/);
    expect(remove?.statements?.at(-1)).toBe('ROLLBACK TRANSACTION;');
  });

  test('it says first that nothing is proven', () => {
    expect(plan.before.map(({ title }) => title)).toEqual([
      'Make sure that the rows are left over',
      'Stop the affected maps',
    ]);
    expect(excelOf(plan)).toContain('delete only those of which you made sure that they are left over');
  });

  test('of nothing is empty', () => {
    expect(cleanupPlan([])).toMatchObject({
      targets: [],
      before: [],
      finops: { database: [], excelAddIn: [], fieldConfigurations: [] },
      dataverse: [],
      after: [],
    });
    expect(cleanupPlan([{}, { projectName: ' ' }]).before).toEqual([]);
  });
});

/** The steps with the address that a person writes into the script. */
function filledIn({ finops }: CleanupPlan, address: string) {
  return finops.database.map((step) => ({
    ...step,
    statements: step.statements?.map((text) => text.replace('@LeftOverAddress;', `${sqlText(address)};`)) ?? [],
  }));
}

test('every step that deletes says what is lost, and the others lose nothing', () => {
  const stale = sampleEnvironments().find(({ name }) => name === 'every-dependency-code');
  const report = evaluateSnapshot(stale?.snapshot ?? expect.fail(), { gate: 'none' });
  expect(exitCodeFor(report)).toBe(1);
  const { before, finops, dataverse, after } = cleanupPlan(report);
  const steps = [
    ...before,
    ...finops.excelAddIn,
    ...finops.fieldConfigurations,
    ...finops.database,
    ...dataverse,
    ...after,
  ];
  expect(steps.length).toBeGreaterThan(7);
  for (const { title, destroys } of steps) expect(destroys !== null, title).toBe(title.startsWith('Delete'));
});

test('a report that was saved has the same plan', () => {
  for (const { snapshot } of sampleEnvironments()) {
    const report = evaluateSnapshot(snapshot, { gate: 'none' });
    expect(cleanupPlan(JSON.parse(JSON.stringify(report)))).toEqual(cleanupPlan(report));
  }
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
    const literal = sqlText(value);
    // A backslash before a line break would swallow both.
    expect(literal).not.toMatch(/\\\r?\n/);
    expect(literalsIn(literal)).toEqual([value]);
  });
});
