import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cleanupSql } from '../../src/diagnosis/cleanup/cleanup-sql.js';
import type { NamedConfiguration } from '../../src/diagnosis/cleanup/cleanup-target.js';
import { sqlComment, sqlText } from '../../src/diagnosis/cleanup/sql-text.js';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  known,
  type SnapshotFacts,
  snapshotOf,
  unknown,
} from '../../src/index.js';
import { make } from '../support/facts.js';
import { hostileTexts } from '../support/hostile-report.js';

const sql = (...targets: readonly NamedConfiguration[]) => cleanupSql(cleanupPlan(targets));

/** A report with a finding about one stale row of a project, of which another row is correct. */
function reportOn(text: string, options: EvaluateOptions = {}) {
  const row = { projectName: text, finopsEntity: text, dataverseTable: text, status: '1', deleted: false };
  const facts: SnapshotFacts = {
    link: known(make.link()),
    projectConfigurations: known([
      { ...row, externalUrl: '' },
      { ...row, externalUrl: 'https://contoso.crm4.dynamics.com' },
      { ...row, projectName: `${text}x`, externalUrl: 'not an address' },
      { ...row, projectName: `${text}y`, externalUrl: '' },
    ]),
    fieldConfigurations: known([{ projectName: `${text}z` }]),
    runtimeConfigurations: unknown('failed', text),
  };
  return evaluateSnapshot(snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' }), {
    gate: 'none',
    now: new Date('2026-11-20T10:00:00Z'),
    ...options,
  });
}

test('a stale row: what each statement does, what is lost, what is kept and not known, and everything is rolled back', () => {
  const suppressions = [
    { rule: 'DWFOEV1004', subject: 'DWM-1y', reason: 'moved in May', expires: '2026-12-31' },
    { rule: 'DWFOEV1004', subject: 'DWM-1z', reason: 'support case', expires: '2026-12-31', owner: 'Ana' },
  ];
  expect(cleanupSql(cleanupPlan(reportOn('DWM-1', { suppressions })))).toMatchInlineSnapshot(`
    "-- Rules without a complete answer:
    -- - DWDVEV1004: runtimeConfigurations is not known (failed: DWM-1)
    -- - DWDVEV9304: runtimeConfigurations is not known (failed: DWM-1); entityMaps is not known (not-provided)
    -- - DWFOEV9307: entityMaps is not known (not-provided)

    -- Accepted, and therefore kept:
    -- - DWFOEV1004: the project configuration DWM-1y (DWM-1 - DWM-1): no Dataverse address; expected contoso.crm4.dynamics.com (accepted until 2026-12-31: moved in May)
    -- - DWFOEV1004: the field configuration DWM-1z: there is no project configuration of its project (accepted by Ana until 2026-12-31: support case)

    -- Deletes stale dual-write configuration from the database of finance and operations.
    -- Never run this against production: its database cannot be reached. It is for development and sandbox databases; everywhere else, use the Excel add-in.
    -- Read every statement before you run it.
    -- Unless it is edited, this script changes nothing: it ends with ROLLBACK TRANSACTION.
    -- Runtime configurations of Dataverse are not in this database: delete them in the Power Apps maker portal.

    -- Stop the affected maps.
    -- - On the Dual-write page, select each of them that runs and choose Stop. If the environments have been linked again since, stop all maps.
    -- - A map that is Initializing or Resuming offers no action: wait until it is Running.
    -- - Map: DWM-1 – DWM-1
    -- Lost by this: nothing.

    -- Review the rows before anything is deleted.
    -- - Use this option only if you have access to the database of finance and operations: with SQL Server Management Studio on a cloud-hosted development machine, with the credentials of Tools > SQL Credentials for Dynamics 365 FinOps (Visual Studio) in a unified developer environment, or with just-in-time access to a sandbox of Lifecycle Services. The database of production cannot be reached: use the product instead.
    -- - Compare EXTERNALENVIRONMENTURL with the linked address, and note these columns of the rows that you will delete. Do not read other columns: two of them are connection strings.
    -- Lost by this: nothing.

    SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME, ISDELETE
    FROM DUALWRITEPROJECTCONFIGURATION
    WHERE PROJECTNAME = N'DWM-1';

    SELECT PROJECTNAME
    FROM DUALWRITEPROJECTFIELDCONFIGURATION
    WHERE PROJECTNAME = N'DWM-1';

    SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME, ISDELETE
    FROM DUALWRITEPROJECTCONFIGURATION
    WHERE PROJECTNAME = N'DWM-1x';

    SELECT PROJECTNAME
    FROM DUALWRITEPROJECTFIELDCONFIGURATION
    WHERE PROJECTNAME = N'DWM-1x';

    -- Delete those rows.
    -- - There is no statement for 1 row with the project name DWM-1x, InternalEntityName DWM-1, ExternalEntityName DWM-1, ExternalEnvironmentUrl that is not an address: delete them with the Excel add-in.
    -- - Run all statements together: they end with a rollback.
    -- - If the numbers of deleted rows match the comments and the rows that you reviewed, run the statements again with COMMIT TRANSACTION instead of the last line.
    -- Lost by this: The rows that are deleted from both tables. Deleting those of a running map ends its synchronization.

    SET XACT_ABORT ON;
    BEGIN TRANSACTION;

    -- 1 row with the project name DWM-1, InternalEntityName DWM-1, ExternalEntityName DWM-1, ExternalEnvironmentUrl blank
    DELETE FROM DUALWRITEPROJECTCONFIGURATION
    WHERE PROJECTNAME = N'DWM-1'
      AND INTERNALENTITYNAME = N'DWM-1'
      AND EXTERNALENTITYNAME = N'DWM-1'
      AND EXTERNALENVIRONMENTURL = N'';

    ROLLBACK TRANSACTION;
    "
  `);
});

test('nothing to delete is a comment', () => {
  expect(sql()).toBe('-- There are no known leftovers in the database of finance and operations.\n');
  expect(sql({ runtimeConfigurationId: 'r' })).not.toMatch(/^[^-]/m);
  const accepted = reportOn('DWM-1', {
    suppressions: [{ rule: 'DWFOEV1004', subject: { pattern: '*' }, reason: 'r', expires: '2026-12-31' }],
  });
  expect(cleanupSql(cleanupPlan(accepted))).toMatch(/Accepted, and therefore kept:/);
  expect(cleanupSql(cleanupPlan(accepted))).not.toMatch(/^[^-\n]/m);
});

describe('text from outside stays within its literal or its comment', () => {
  const scriptOf = (text: string) =>
    `${cleanupSql(cleanupPlan(reportOn(text)))}${sql({ projectName: text }, { finopsEntity: text, dataverseTable: text })}`;
  const harmless = scriptOf('some text');
  /** What is left without comments and literals: the statements themselves. */
  const bones = (script: string) =>
    script
      .split('\n')
      .filter((line) => !line.startsWith('--'))
      .join('\n')
      .replace(/(?:N'(?:[^']|'')*'|NCHAR\(\d+\))(?: \+ (?:N'(?:[^']|'')*'|NCHAR\(\d+\)))*/g, '?');

  const injections = {
    ...hostileTexts,
    'a quote': "'; DROP TABLE x; --",
    'a doubled quote': "''; DROP TABLE x; --",
    'a line break in a comment': 'x\nDROP TABLE x',
    'every kind of line break': 'a\rDROP\u0085DROP\u2028DROP\u2029DROP\u000bDROP',
    'the end of a batch': 'x\nGO\nDROP TABLE x',
    'a block comment': '*/ DROP TABLE x /*',
    'a backslash at the end': 'x\\',
    'a variable of sqlcmd': '$(x) :r c:\\x.sql !!dir',
    'quotes that look alike': '\u2019; DROP \u02bc \uff07',
  };
  test.each(Object.entries(injections))('%s', (_name, text) => {
    // A name without any words is not a name.
    const script = scriptOf(text.trim() === '' ? `${text}x` : text);
    expect(bones(script)).toBe(bones(harmless));
    expect(script.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|\$\(/gu)).toBeNull();
    expect(script.trimEnd().split('\n').at(-1)).toBe('ROLLBACK TRANSACTION;');
  });

  property.prop([fc.string({ unit: 'binary' })])('a comment is one line', (text) => {
    expect(sqlComment(text)).toMatch(/^--.*$/);
    expect(sqlComment(text)).not.toMatch(/[\r\n\u0085\u2028\u2029]|\$\(/);
    expect(sqlText(text)).not.toMatch(/[\r\n\u0085\u2028\u2029]|\$\(/);
  });
});
