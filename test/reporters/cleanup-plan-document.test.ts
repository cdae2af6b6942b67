import { expect, test } from 'vitest';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import { evaluateSnapshot } from '../../src/index.js';
import { cleanupPlanDocument } from '../../src/reporters/documents/cleanup-plan-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { sampleSnapshot } from '../support/hostile-report.js';
import { wordsOf } from '../support/words-of.js';

const formats = [
  ['pretty', toPretty],
  ['Markdown', toMarkdown],
  ['a page', toHtml],
] as const;

test.each(formats)('%s: nothing to clean up is said plainly', (_, show) => {
  const words = wordsOf(show(cleanupPlanDocument(cleanupPlan(evaluateSnapshot(sampleSnapshot('healthy'))))));
  expect(words).toMatch(/nothing to clean up/i);
  expect(words).toContain('No stale configuration is named by the findings.');
  expect(words).not.toMatch(/DELETE FROM|Step 1|What is left over/);
});

const plan = cleanupPlan([]);

test.each(formats)('%s: rules without an answer are listed, and nothing is called clean', (_, show) => {
  const unknowns = [{ code: 'DWDVEV1004', because: 'runtimeConfigurations is not known (not-provided)' }];
  const document = cleanupPlanDocument({ ...plan, unknowns });
  expect(document.mark).toBe('inconclusive');
  const words = wordsOf(show(document));
  expect(words).toMatch(/not known whether there is something to clean up/i);
  expect(words).toContain('DWDVEV1004: runtimeConfigurations is not known (not-provided)');
  expect(words).not.toMatch(/nothing to clean up/i);
});

test('rules without an answer come before what is left over', () => {
  const unknowns = [{ code: 'DWFOEV1004', because: 'throttled' }];
  const text = toPretty(cleanupPlanDocument({ ...cleanupPlan([{ projectName: 'p' }]), unknowns }));
  expect(text).toMatch(
    /^TO VERIFY BEFORE ANYTHING IS CLEANED UP[\s\S]*NOT KNOWN 1[\s\S]*DWFOEV1004: throttled[\s\S]*WHAT IS NAMED/,
  );
});

const accepted = {
  code: 'DWFOEV1004',
  subject: { kind: 'project-configuration', id: 'p' },
  message: 'the project configuration p: no Dataverse address',
  reason: 'moved in May',
  expires: '2026-12-31',
} as const;

test.each(formats)('%s: what is accepted is kept, with the reason and until when', (_, show) => {
  const kept = [{ ...accepted, owner: 'Ana', alsoFoundBy: ['DWFOEV9307'] }];
  const document = cleanupPlanDocument({ ...plan, kept });
  expect(document.mark).toBe('passed');
  const words = wordsOf(show(document));
  expect(words).toContain('All stale configuration that the findings name is accepted.');
  expect(words).toMatch(/DWFOEV1004: the project configuration p: no Dataverse address/);
  expect(words).toContain('Accepted by Ana until 2026-12-31: moved in May');
  expect(words).toContain('DWFOEV9307 names rows of it too');
});

test.each(formats)('%s: what is in the way comes first, and nothing is called clean', (_, show) => {
  const inTheWay = [{ code: 'DWDVEV9305', message: 'the link points to another environment' }];
  const document = cleanupPlanDocument({ ...plan, inTheWay });
  expect(document.mark).toBe('error');
  const words = wordsOf(show(document));
  expect(words).toMatch(/nothing can be cleaned up yet/i);
  expect(words).toContain('DWDVEV9305: the link points to another environment');
  expect(words).not.toMatch(/nothing to clean up/i);
});

test.each(formats)('%s: a project says which of its rows are deleted, and that the others are kept', (_, show) => {
  const row = { projectName: 'p', finopsEntity: 'Units', dataverseTable: 'uoms', map: 'listed', rows: 2 } as const;
  const target = {
    type: 'project-configuration',
    findings: [{ code: 'DWFOEV1004', message: 'the message' }],
    projectName: 'p',
    rowsOfProject: 6,
    accepted: [{ ...accepted, code: 'DWFOEV9307' }],
  } as const;
  const rows = [
    { ...row, address: 'old.crm.dynamics.com', isMarkedDeleted: false },
    { ...row, address: '', isMarkedDeleted: true, rows: 1 },
  ];
  const words = wordsOf(show(cleanupPlanDocument({ ...plan, targets: [{ ...target, rows }] })));
  expect(words).toContain(
    '2 rows: InternalEntityName Units, ExternalEntityName uoms, ExternalEnvironmentUrl with the host old.crm.dynamics.com',
  );
  expect(words).toContain(
    '1 row: InternalEntityName Units, ExternalEntityName uoms, ExternalEnvironmentUrl blank, IsDelete Yes',
  );
  expect(words).toContain('The other 3 rows of this project are kept.');
  expect(words).toMatch(
    /DWFOEV9307 is accepted until 2026-12-31: moved in May. This does not accept what DWFOEV1004 reports./,
  );
  const oneOther = { ...target, rows, rowsOfProject: 4 };
  expect(wordsOf(show(cleanupPlanDocument({ ...plan, targets: [oneOther] })))).toContain(
    'The other row of this project is kept.',
  );
  const unlisted = wordsOf(show(cleanupPlanDocument({ ...plan, targets: [{ ...target, rows: null }] })));
  expect(unlisted).toContain('the message');
});

test('a report: the product first, the database last', () => {
  const stale = cleanupPlan(evaluateSnapshot(sampleSnapshot('every-dependency-code'), { gate: 'none' }));
  expect(toPretty(cleanupPlanDocument(stale))).toMatchInlineSnapshot(`
    "TO CLEAN UP  5 stale configurations
    This is a plan: nothing was changed. Review each step before you carry it out. What is deleted cannot be brought back except by starting the maps again.

    WHAT IS LEFT OVER 5
      • runtime configuration of Dataverse d0000000-0000-4000-8000-000000000900  contoso_oldtable - Contoso old entity
      • field configuration of finance and operations without a project, DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000001  1 row
      • project of finance and operations, DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002
        • 1 row: InternalEntityName Units, ExternalEntityName uoms, ExternalEnvironmentUrl with the host contoso-old.crm4.dynamics.com
      • field configuration of finance and operations without a project, DWM-orphan  1 row
      • runtime configuration of Dataverse d0000000-0000-4000-8000-000000000002  uom - Units

    STEPS
    Performed by system administrator of finance and operations, unless another role is named.
      1. Decide which maps you need
        1. Maps: Units – uoms
        2. These maps do not run. If you need one, run it on the Dual-write page: that writes its configuration again, and nothing of it has to be deleted. Delete only the rows of those that you do not need.
      2. Delete the rows with the Excel add-in
        1. Open the Excel add-in in design mode, connect it to finance and operations, and add the data entity DualWriteProjectConfigurationEntity with the columns ProjectName, InternalEntityName, ExternalEntityName, ExternalEnvironmentUrl and IsDelete.
        2. Keep a copy of these columns: it is your record of the original rows. Do not copy other columns, because two of them are connection strings.
        3. Delete the 1 row with the project name DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002, InternalEntityName Units, ExternalEntityName uoms, ExternalEnvironmentUrl with the host contoso-old.crm4.dynamics.com.
        4. Leave every other row. Select Publish, refresh, and check that the rows are gone.
        Lost by this: The configuration rows that are deleted. Deleting those of a running map ends its synchronization.
      3. Give the field configurations their project again, or have them deleted  (system administrator of finance and operations and Microsoft Support)
        1. 1 row of DUALWRITEPROJECTFIELDCONFIGURATION with the project name DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000001.
        2. 1 row of DUALWRITEPROJECTFIELDCONFIGURATION with the project name DWM-orphan.
        3. The Excel add-in does not show them: its entity starts from the project configurations, and these rows have none.
        4. If the project is that of a map that you need, run the map on the Dual-write page: that writes the project configuration again.
        5. Otherwise delete the rows in the database where it can be reached, as the last option of this plan describes. In production, open a support request with the project names.
      4. Find the runtime configurations  (system administrator of Dataverse)
        1. In the Power Apps maker portal, pick the Dataverse environment, select Tables > All, search for the table msdyn_dualwriteruntimeconfig (Dual Write Runtime Configuration), and open its rows.
        2. Look for the id d0000000-0000-4000-8000-000000000900 (contoso_oldtable - Contoso old entity).
        3. Look for the id d0000000-0000-4000-8000-000000000002 (uom - Units).
        4. Export the list: it is your record of the original rows.
      5. Delete the runtime configurations  (system administrator of Dataverse)
        1. Delete the row with the id d0000000-0000-4000-8000-000000000900 (contoso_oldtable - Contoso old entity).
        2. Delete the row with the id d0000000-0000-4000-8000-000000000002 (uom - Units).
        3. Leave every other row.
        Lost by this: The runtime configurations that are deleted. Without them Dataverse sends no changes until the map is started again.
      6. Start the maps that you need
        1. Maps: Units – uoms
        2. Starting a map writes its configuration again, on both sides.
      7. Make sure that it works  (system administrator of finance and operations and system administrator of Dataverse)
        1. For each map that you started, create one test record on each side, and check that it arrives on the other.
        2. Capture the facts again and run the check: DWDVEV1004, DWDVEV9304, DWFOEV1004, DWFOEV9307 must no longer name what was deleted.

    ONLY FOR DATABASES THAT CAN BE REACHED
    Performed by system administrator of finance and operations and developer, unless another role is named.
      ▲ Use the Excel add-in as described above. Only where you can reach the database of a development or sandbox environment, you can delete the rows of finance and operations with these statements instead. Never run them against production. Its database cannot be reached.
      1. Review the rows before anything is deleted
        1. Use this option only if you have access to the database of finance and operations: with SQL Server Management Studio on a cloud-hosted development machine, with the credentials of Tools > SQL Credentials for Dynamics 365 FinOps (Visual Studio) in a unified developer environment, or with just-in-time access to a sandbox of Lifecycle Services. The database of production cannot be reached: use the product instead.
        2. Compare EXTERNALENVIRONMENTURL with the linked address, and note these columns of the rows that you will delete. Do not read other columns: two of them are connection strings.
           SELECT PROJECTNAME
           FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000001';
           SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME, ISDELETE
           FROM DUALWRITEPROJECTCONFIGURATION
           WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002';
           SELECT PROJECTNAME
           FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002';
           SELECT PROJECTNAME
           FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME = N'DWM-orphan';
      2. Delete those rows
        1. Run all statements together: they end with a rollback.
        2. If the numbers of deleted rows match the comments and the rows that you reviewed, run the statements again with COMMIT TRANSACTION instead of the last line.
           SET XACT_ABORT ON;
           BEGIN TRANSACTION;
           -- Field configurations with the project name DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000001, if no project configuration has it
           DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000001'
             AND NOT EXISTS (SELECT 1 FROM DUALWRITEPROJECTCONFIGURATION WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000001');
           -- 1 row with the project name DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002, InternalEntityName Units, ExternalEntityName uoms, ExternalEnvironmentUrl with the host contoso-old.crm4.dynamics.com
           DELETE FROM DUALWRITEPROJECTCONFIGURATION
           WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002'
             AND INTERNALENTITYNAME = N'Units'
             AND EXTERNALENTITYNAME = N'uoms'
             AND REPLACE(REPLACE(EXTERNALENVIRONMENTURL, N'https://', N''), N'.api.crm', N'.crm') + N'/' LIKE N'contoso-old.crm4.dynamics.com/%';
           -- Field configurations with the project name DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002, if no project configuration has it
           DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002'
             AND NOT EXISTS (SELECT 1 FROM DUALWRITEPROJECTCONFIGURATION WHERE PROJECTNAME = N'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002');
           -- Field configurations with the project name DWM-orphan, if no project configuration has it
           DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME = N'DWM-orphan'
             AND NOT EXISTS (SELECT 1 FROM DUALWRITEPROJECTCONFIGURATION WHERE PROJECTNAME = N'DWM-orphan');
           ROLLBACK TRANSACTION;
        Lost by this: The rows that are deleted from both tables. Deleting those of a running map ends its synchronization.
    "
  `);
});

test.each(formats)('%s: every step of the plan of a report, in order', (_, show) => {
  const plan = cleanupPlan(evaluateSnapshot(sampleSnapshot('every-dependency-code'), { gate: 'none' }));
  const words = wordsOf(show(cleanupPlanDocument(plan)));
  const steps = [
    ...plan.before,
    ...plan.finops.excelAddIn,
    ...plan.finops.fieldConfigurations,
    ...plan.dataverse,
    ...plan.after,
    ...plan.finops.database,
  ];
  const places = steps.map(({ title }) => words.indexOf(title));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const { details, statements = [], destroys } of steps) {
    for (const said of [...details, ...statements, destroys ?? ''])
      expect(words).toContain(wordsOf(said.replace(/^Map: /, '')));
  }
  expect(words).toContain('Never run them against production.');
  expect(words).toContain('DWM-orphan');
});

test.each([
  [{ runtimeConfigurationId: 'r' }, 'runtime configuration of Dataverse r'],
  [{ finopsEntity: 'f', dataverseTable: 'd', projectName: 'p' }, 'f – d  project of finance and operations p'],
] as const)('%j', (target, said) => {
  expect(toPretty(cleanupPlanDocument(cleanupPlan([target])))).toContain(said);
});

test('no statement is cut, because half of it is another one', () => {
  const name = "a'".repeat(2_000);
  const document = cleanupPlanDocument(cleanupPlan([{ projectName: name }]));
  const statement = `WHERE PROJECTNAME = N'${name.replaceAll("'", "''")}'`;
  for (const [, show] of formats) expect(show(document).replaceAll('&#39;', "'")).toContain(statement);
});
