import { describe, expect, test } from 'vitest';
import { known } from '../../src/facts/fact.js';
import { solutionPlansDocument } from '../../src/reporters/documents/solution-plans-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { planApply } from '../../src/solutions/plan-apply.js';
import { planExport } from '../../src/solutions/plan-export.js';
import { planImport } from '../../src/solutions/plan-import.js';
import { listed, map, solution, target } from '../solutions/target.js';
import { shownResults } from '../support/shown-results.js';
import { wordsOf } from '../support/words-of.js';

const contoso = solution([map(), map('contacts', { id: 2 })]);
const empty = target([]);
const running = target([map('accounts', { version: '1.0.0.6', fields: ['fax'] })], {
  entityMaps: known([listed('accounts', 'running')]),
});
const own = solution([map()], { isManaged: false, version: '1.0.0.9' });
const ready = { version: '1.0.0.10', managed: true, validation: { health: 'healthy' } } as const;

test('what happens to each map, what is in the way, and the steps', () => {
  const small = solution([map()]);
  expect(toPretty(solutionPlansDocument([planImport(small, running)]))).toMatchInlineSnapshot(`
    "SOMETHING IS IN THE WAY  Import ContosoMaps 1.0.0.2 (managed) into production
    This is a plan: nothing was changed.

    BLOCKING ISSUES 1
      ✖ accounts - Entity of accounts: 1.0.0.6 is saved in the same row, which is newer than 1.0.0.5
        • Save the map under a higher version and export again, or remove it from the solution.

    MAPS 1
      ✖ accounts - Entity of accounts 1.0.0.5 of contoso  version conflict, 1.0.0.6 is saved in the same row, which is newer than 1.0.0.5
        ? Not known whether something is lost: whether the row was changed here is not known; an upgrade that overwrites customizations loses version 1.0.0.6 of contoso as it is saved now
        • FAX → fax: field removed
        • NAME → name: field added

    STEPS
    Performed by system administrator of Dataverse, unless another role is named.
      1. Back up the maps of the environment  (system customizer of Dataverse)
        1. Save all rows of msdyn_dualwriteentitymaps to a file, and create a bundle from them: maps backup FILE -o bundle.json.
        2. Or add all maps to an unmanaged solution and export it.
        3. Keep the backup in a place that the next steps do not affect.
        see Application lifecycle management: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/app-lifecycle-management
      2. Import the managed solution ContosoMaps 1.0.0.2
        1. Go to the Power Apps maker portal and pick the Dataverse environment.
        2. Select Solutions, then Import solution, and choose the .zip file. Packages from Microsoft Marketplace are installed in the Power Platform admin center: Manage > Environments, the environment, Resources > Dynamics 365 apps, Install app.
        3. Read what the import reports about missing dependencies before you continue.
        4. Wait until the import has finished.
        5. Maps concerned, in this order: accounts - Entity of accounts
        Lost by this: Possibly lost: accounts - Entity of accounts (not known: whether the row was changed here is not known; an upgrade that overwrites customizations loses version 1.0.0.6 of contoso as it is saved now).
      3. Make sure that it arrived
        1. In the Power Apps maker portal, check under Solutions that the solution has its new version.
        2. If it is not listed, open the solution history and read why the import failed.
    "
  `);
});

test.each([
  ['nothing', [], 'NOT KNOWN WHETHER SOMETHING IS IN THE WAY OR LOST  No plan'],
  [
    'a new environment',
    [planImport(contoso, empty)],
    'NOTHING IS IN THE WAY, AND NOTHING IS LOST  Import ContosoMaps 1.0.0.2 (managed) into production',
  ],
  [
    'a newer version',
    [planApply(contoso, running, { isImported: true })],
    'SOMETHING IS IN THE WAY  Apply ContosoMaps 1.0.0.2 (managed) in production',
  ],
  [
    'an environment that is not known',
    [planApply(contoso, { name: 'production', facts: {} }, { isImported: true })],
    'NOT KNOWN WHETHER SOMETHING IS IN THE WAY OR LOST  Apply ContosoMaps 1.0.0.2 (managed) in production',
  ],
  [
    'an export',
    [planExport(own, ready)],
    'NOTHING IS IN THE WAY, AND NOTHING IS LOST  Export ContosoMaps as managed, version 1.0.0.10',
  ],
  [
    'an export that cannot be',
    [planExport(contoso, { version: '1.0.0.1', managed: false })],
    'SOMETHING IS IN THE WAY  Export ContosoMaps as unmanaged, version 1.0.0.1',
  ],
  [
    'several plans',
    [planImport(contoso, empty), planApply(contoso, running, { isImported: true })],
    'SOMETHING IS IN THE WAY',
  ],
] as const)('%s: the verdict is the worst one', (_what, plans, verdict) => {
  expect(toPretty(solutionPlansDocument(plans)).split('\n')[0]).toBe(verdict);
});

describe('every format holds the facts', () => {
  const document = solutionPlansDocument([
    planImport(contoso, running),
    planApply(contoso, running, { isImported: true }),
    planExport(own, { ...ready, managed: false }),
  ]);
  test.each([
    ['pretty', toPretty(document)],
    ['Markdown', toMarkdown(document)],
    ['a page', toHtml(document)],
  ])('%s', (_format, text) => {
    const words = wordsOf(text);
    for (const fact of [
      'Import ContosoMaps 1.0.0.2 (managed) into production',
      'Apply ContosoMaps 1.0.0.2 (managed) in production',
      'Export ContosoMaps as unmanaged, version 1.0.0.10',
      'contacts - Entity of contacts 1.0.0.5 of contoso',
      'Save the map under a higher version and export again, or remove it from the solution.',
      'FAX → fax: field removed',
      'Managed is recommended.',
      'Lost by this:',
      'Maps concerned, in this order:',
      'This is a plan: nothing was changed.',
    ])
      expect(words).toContain(fact);
    expect(words).toMatch(
      /system administrator of Dataverse.*Import the managed solution|Import the managed solution.*system administrator of Dataverse/,
    );
  });
});

test('each page is linked once in a plan', () => {
  const text = toMarkdown(solutionPlansDocument([planApply(contoso, running, { isImported: true })]));
  expect(text.match(/\[Application lifecycle management\]/g)).toHaveLength(1);
});

test('what happens to maps is cut after 500 of them, and ten lines of each', () => {
  const document = shownResults['plan of a restore']?.('x', 600) ?? expect.fail();
  const text = toPretty(document);
  expect(text).toContain('… and 101 more maps');
  expect(text).toContain('… and 591 more lines');
  expect(text).toContain('Restore the backup of x (x) in x');
});
