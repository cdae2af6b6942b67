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

test.each(formats)('%s: rules without an answer are listed, and nothing is called clean', (_, show) => {
  const unknowns = [{ code: 'DWDVEV1004', because: 'runtimeConfigurations is not known (not-provided)' }];
  const document = cleanupPlanDocument(cleanupPlan([]), { unknowns });
  expect(document.mark).toBe('inconclusive');
  const words = wordsOf(show(document));
  expect(words).toMatch(/not known whether there is something to clean up/i);
  expect(words).toContain('DWDVEV1004: runtimeConfigurations is not known (not-provided)');
  expect(words).not.toMatch(/nothing to clean up/i);
});

test('rules without an answer come before what is left over', () => {
  const unknowns = [{ code: 'DWFOEV1004', because: 'throttled' }];
  const text = toPretty(cleanupPlanDocument(cleanupPlan([{ projectName: 'p' }]), { unknowns }));
  expect(text).toMatch(/^TO CLEAN UP[\s\S]*NOT KNOWN 1[\s\S]*DWFOEV1004: throttled[\s\S]*WHAT IS LEFT OVER/);
});

test('a map: the product first, the database last', () => {
  const plan = cleanupPlan([{ finopsEntity: 'Customers V3', dataverseTable: 'accounts' }]);
  expect(toPretty(cleanupPlanDocument(plan))).toMatchInlineSnapshot(`
    "TO CLEAN UP  1 stale configuration
    This is a plan: nothing was changed. Review each step before you carry it out. What is deleted cannot be brought back except by starting the maps again.

    WHAT IS LEFT OVER 1
      • Customers V3 – accounts

    STEPS
    Performed by system administrator of finance and operations, unless another role is named.
      1. Stop the affected maps
        1. Maps: Customers V3 – accounts
        2. On the Dual-write page, select each of them and choose Stop. If the environments have been linked again since, stop all maps.
        3. A map that is Initializing or Resuming offers no action: wait until it is Running.
      2. Delete the rows with the Excel add-in
        1. Open the Excel add-in in design mode, connect it to finance and operations, and add the data entity DualWriteProjectConfigurationEntity with the columns ProjectName, ExternalEnvironmentUrl, InternalEntityName and ExternalEntityName.
        2. Keep a copy of these columns: it is your record of the original rows. Do not copy other columns, because two of them are connection strings.
        3. Delete the rows with the internal entity name Customers V3 and the external entity name accounts; a map leaves two of them.
        4. Select Publish, refresh, and check that they are gone.
        Lost by this: The configuration rows that are deleted. Deleting those of a running map ends its synchronization.
      3. Find the runtime configurations  (system administrator of Dataverse)
        1. In the Power Apps maker portal, pick the Dataverse environment, select Tables > All, search for the table msdyn_dualwriteruntimeconfig (Dual Write Runtime Configuration), and open its rows.
        2. Look for the internal entity name accounts and the external entity name Customers V3.
        3. Export the list: it is your record of the original rows.
      4. Delete the runtime configurations  (system administrator of Dataverse)
        1. Delete the row with the internal entity name accounts and the external entity name Customers V3.
        Lost by this: The runtime configurations that are deleted. Without them Dataverse sends no changes until the map is started again.
      5. Start the maps that you need
        1. Maps: Customers V3 – accounts
        2. Starting a map writes its configuration again, on both sides.
      6. Make sure that it works  (system administrator of finance and operations and system administrator of Dataverse)
        1. For each map, create one test record on each side, and check that it arrives on the other.
        2. Capture the facts again and run the check: DWDVEV1004 and DWFOEV1004 must pass.

    ONLY FOR DEVELOPMENT DATABASES
    Performed by system administrator of finance and operations and developer, unless another role is named.
      ▲ Use the Excel add-in as described above. Only where you can reach the database of a development or sandbox environment, you can delete the rows of finance and operations with these statements instead. Never run them against production.
      1. Review the rows before anything is deleted
        1. Use this option only if you have access to the database of finance and operations: with SQL Server Management Studio on a cloud-hosted development machine, with the credentials of Tools > SQL Credentials for Dynamics 365 FinOps (Visual Studio) in a unified developer environment, or with access on request to a sandbox of Lifecycle Services. Production has no such access: use the Excel add-in.
        2. While the maps are stopped, the remaining rows are leftovers. Compare EXTERNALENVIRONMENTURL with the linked address, and note these columns of the rows that you will delete. Do not read other columns: two of them are connection strings.
           SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME
           FROM DUALWRITEPROJECTCONFIGURATION
           WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts';
           SELECT PROJECTNAME
           FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME IN (SELECT PROJECTNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts');
      2. Delete those rows
        1. Run all statements together: they end with a rollback.
        2. If the numbers of deleted rows match the rows that you reviewed, run the statements again with COMMIT TRANSACTION instead of the last line.
           SET XACT_ABORT ON;
           BEGIN TRANSACTION;
           DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION
           WHERE PROJECTNAME IN (SELECT PROJECTNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts');
           DELETE FROM DUALWRITEPROJECTCONFIGURATION
           WHERE INTERNALENTITYNAME = N'Customers V3' AND EXTERNALENTITYNAME = N'accounts';
           ROLLBACK TRANSACTION;
        Lost by this: The rows that are deleted from both tables. Deleting those of a running map ends its synchronization.
    "
  `);
});

test.each(formats)('%s: every step of the plan of a report, in order', (_, show) => {
  const plan = cleanupPlan(evaluateSnapshot(sampleSnapshot('every-dependency-code'), { gate: 'none' }));
  const words = wordsOf(show(cleanupPlanDocument(plan)));
  const steps = [...plan.before, ...plan.finops.excelAddIn, ...plan.dataverse, ...plan.after, ...plan.finops.database];
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
  [
    { projectName: 'p', keep: { kind: 'linked-address', host: 'contoso.crm.dynamics.com' } },
    'Rows that lead to contoso.crm.dynamics.com stay.',
  ],
  [{ projectName: 'p', keep: { kind: 'not-deleted' } }, 'Rows that are not marked as deleted stay.'],
  [{ projectName: 'p', keep: { kind: 'not-known' } }, 'only a person can distinguish them'],
  [{ runtimeConfigurationId: 'r' }, 'runtime configuration of Dataverse r'],
  [{ finopsEntity: 'f', dataverseTable: 'd', projectName: 'p' }, 'f – d  project of finance and operations p'],
] as const)('%j', (target, said) => {
  expect(toPretty(cleanupPlanDocument(cleanupPlan([target])))).toContain(said);
});

test('no statement is cut, because half of it is another one', () => {
  const name = "a'".repeat(2_000);
  const document = cleanupPlanDocument(cleanupPlan([{ projectName: name }]));
  const statement = `WHERE PROJECTNAME = N'${name.replaceAll("'", "''")}';`;
  for (const [, show] of formats) expect(show(document).replaceAll('&#39;', "'")).toContain(statement);
});
