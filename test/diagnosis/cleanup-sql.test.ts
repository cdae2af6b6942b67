import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cleanupSql } from '../../src/diagnosis/cleanup/cleanup-sql.js';
import type { CleanupTarget } from '../../src/diagnosis/cleanup/cleanup-target.js';
import { sqlComment, sqlText } from '../../src/diagnosis/cleanup/sql-text.js';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import { hostileTexts } from '../support/hostile-report.js';

const sql = (...targets: readonly CleanupTarget[]) => cleanupSql(cleanupPlan(targets));

test('one map: what each statement does, what is lost, and everything is rolled back', () => {
  expect(sql({ finopsEntity: 'Customers V3', dataverseTable: 'accounts' })).toMatchInlineSnapshot(`
    "-- Deletes stale dual-write configuration from the database of finance and operations.
    -- Never run this against production. It is for development and sandbox databases; everywhere else, use the Excel add-in.
    -- Read every statement before you run it.
    -- Unless it is edited, this script changes nothing: it ends with ROLLBACK TRANSACTION.
    -- Runtime configurations of Dataverse are not in this database: delete them in the Power Apps maker portal.

    -- Stop the affected maps.
    -- - On the Dual-write page, select each of them and choose Stop. If the environments have been linked again since, stop all maps.
    -- - A map that is Initializing or Resuming offers no action: wait until it is Running.
    -- - Map: Customers V3 – accounts
    -- Lost by this: nothing.

    -- Review the rows before anything is deleted.
    -- - Use this option only if you have access to the database of finance and operations: with SQL Server Management Studio on a cloud-hosted development machine, with the credentials of Tools > SQL Credentials for Dynamics 365 FinOps (Visual Studio) in a unified developer environment, or with access on request to a sandbox of Lifecycle Services. Production has no such access: use the Excel add-in.
    -- - While the maps are stopped, the remaining rows are leftovers. Compare EXTERNALENVIRONMENTURL with the linked address, and note these columns of the rows that you will delete. Do not read other columns: two of them are connection strings.
    -- Lost by this: nothing.

    SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME
    FROM DUALWRITEPROJECTCONFIGURATION
    WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts';

    SELECT PROJECTNAME
    FROM DUALWRITEPROJECTFIELDCONFIGURATION
    WHERE PROJECTNAME IN (SELECT PROJECTNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts');

    -- Delete those rows.
    -- - Run all statements together: they end with a rollback.
    -- - If the numbers of deleted rows match the rows that you reviewed, run the statements again with COMMIT TRANSACTION instead of the last line.
    -- Lost by this: The rows that are deleted from both tables. Deleting those of a running map ends its synchronization.

    SET XACT_ABORT ON;
    BEGIN TRANSACTION;

    DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION
    WHERE PROJECTNAME IN (SELECT PROJECTNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts');

    DELETE FROM DUALWRITEPROJECTCONFIGURATION
    WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts';

    ROLLBACK TRANSACTION;
    "
  `);
});

test('nothing to delete is a comment', () => {
  expect(sql()).toBe('-- There are no known leftovers in the database of finance and operations.\n');
  expect(sql({ runtimeConfigurationId: 'r' })).not.toMatch(/^[^-]/m);
});

test('what cannot be distinguished has no statement, and that is reported', () => {
  const script = sql({ projectName: 'p', keep: { kind: 'not-known' } });
  expect(script).not.toContain('DELETE');
  expect(script).toContain('-- - There is no statement for the project name p');
});

describe('text from outside stays within its literal or its comment', () => {
  const targetsOf = (text: string): readonly CleanupTarget[] => [
    { projectName: text, keep: { kind: 'not-known' } },
    { projectName: `${text}.`, keep: { kind: 'linked-address', host: text } },
    { finopsEntity: text, dataverseTable: text },
  ];
  const harmless = sql(...targetsOf('some text'));
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
    // A target without any words is not a target.
    const script = sql(...targetsOf(text.trim() === '' ? `${text}x` : text));
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
