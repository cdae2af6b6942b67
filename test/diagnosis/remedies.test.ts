import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cleanupPlan, responsibilities, topics } from '../../src/diagnosis/index.js';
import { catalogue } from '../../src/index.js';
import { solutionGuides } from '../../src/operations/index.js';
import type { RemediationOption } from '../../src/rules/remediation/remediation.js';
import { stopInitializingMap } from '../../src/rules/remediation/stop-initializing-map.js';

/*
 * What a fix tells to do can be done in the product of today: menus that are gone, renamed or dangerous stay out, whoever writes
 * a text. Sources: *Reset dual-write connections* (2022-12-20, 2023-11-01), *Dual-write setup from Lifecycle Services*
 * (2026-04-03), *Manage Dynamics 365 apps* and *Manage application users* (new Power Platform admin center), *Manage feature
 * settings* (2025-05-28), *Customize table and column mappings* (2023-05-20).
 */
const dead = [
  {
    find: /\bunlink/i,
    why: 'platform update 54 took linking and unlinking off the Dual-write page',
    was: 'Select Unlink environment and confirm.',
  },
  { find: /\bwizard\b/i, why: 'the link wizard went with it', was: 'Start the link wizard again.' },
  {
    find: /\bNew link to environment\b/i,
    why: 'the button of that wizard',
    was: 'Select New link to environment, and choose the Dataverse environment.',
  },
  {
    find: /\bOpen AppSource\b|\bGet it now\b/i,
    why: 'packages are installed under Dynamics 365 apps of the environment',
    was: 'Select Solutions, then Open AppSource.',
  },
  {
    find: /\bAvailable updates\b/i,
    why: 'environments made in the Power Platform admin center have no such tile',
    was: 'Open the environment and look at Available updates.',
  },
  {
    find: /\bAdvanced Find\b/i,
    why: 'modern advanced find shows tables of the app only',
    was: 'With Advanced Find, look for the row.',
  },
  {
    find: /\b(?:select|open) Environments\b/i,
    why: 'today it is Manage > Environments',
    was: 'Open the Power Platform admin center, select Environments, then the environment.',
  },
  {
    find: /\bAnalytics > /i,
    why: 'the new admin center has no such menu',
    was: 'The admin center shows API calls under Analytics > Dataverse.',
  },
  {
    find: /\bAzure AD\b|\bAzure Active Directory\b/i,
    why: 'it is Microsoft Entra ID',
    was: 'Open Azure AD applications.',
  },
  {
    find: /\bAdd an app\b/i,
    why: 'it lists registrations of the tenant, and the applications of dual-write are none',
    was: 'Select Add an app and search for the application id of the finding.',
  },
  {
    find: /\bEntity Map version\b|\bAdd entity\b|\bUpgrade entity maps\b/i,
    why: 'entity maps are table maps',
    was: 'A map that is not there is made with Add entity.',
  },
  {
    find: /\bcopy of the sheet\b/i,
    why: 'the sheet has two connection strings',
    was: 'Keep a copy of the sheet: it is your way back.',
  },
  {
    find: /\bSELECT \*/i,
    why: 'the configuration tables have connection strings',
    was: 'SELECT * FROM DUALWRITEPROJECTFIELDCONFIGURATION',
  },
  {
    find: /\bclient_id=(?!33976c19-1db5-4c02-810e-c243db79efde)/i,
    why: 'consent of any other application fails with AADSTS65002',
    was: 'Open authorize?client_id=<application id>&response_type=code&prompt=admin_consent.',
  },
  {
    find: /\/link-your-environment\b/,
    why: 'the page of the wizard that is gone',
    was: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/link-your-environment',
  },
] as const;

function deadIn(text: string): readonly string[] {
  return dead.flatMap(({ find, why }) => {
    const found = text.match(find);
    return found === null ? [] : [`${found[0]}: ${why}`];
  });
}

test.each(dead)('$was', ({ was, why }) => expect(deadIn(was).join()).toContain(why));

const textsOf = ({ title, steps, destroys, links }: RemediationOption): readonly string[] => [
  title,
  ...steps,
  destroys ?? '',
  ...links.map(({ url }) => url),
];

test.each(topics)('$id tells nothing that cannot be done today', ({ title, remediation }) => {
  expect([title, remediation.summary, ...remediation.options.flatMap(textsOf)].flatMap(deadIn)).toEqual([]);
});

test.each(catalogue)('$code tells nothing that cannot be done today', ({ title, meaning, impact, remediation }) => {
  const texts = [title, meaning, impact, remediation.summary, ...remediation.options.flatMap(textsOf)];
  expect(texts.flatMap(deadIn)).toEqual([]);
});

test.each(solutionGuides)('the guide $id tells nothing that cannot be done today', ({ title, when, parts }) => {
  expect([title, when, ...parts.flatMap(textsOf)].flatMap(deadIn)).toEqual([]);
});

describe('other texts', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const filesUnder = (folder: string, ending: string): readonly string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => join(folder, name));
  const sources = [
    ...filesUnder('src/operations', '.ts'),
    ...filesUnder('src/reporters', '.ts'),
    ...filesUnder('src/cli', '.ts'),
    ...filesUnder('src/diagnosis/cleanup', '.ts'),
  ];
  // Comments may tell what was.
  const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  test.each(sources)('%s', (file) =>
    expect(deadIn(withoutComments(readFileSync(join(root, file), 'utf8')))).toEqual([]),
  );

  // Those that are not generated; decisions and benchmarks guide nobody through a menu.
  const guides = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .filter((name) => !['decisions.md', 'benchmarks.md', 'solution-guides.md'].includes(name))
    .map((name) => join('docs', name));
  test.each(guides)('%s', (file) => expect(deadIn(readFileSync(join(root, file), 'utf8'))).toEqual([]));
});

describe('what destroys', () => {
  test.each(topics)('$id: stands behind what destroys nothing', ({ remediation }) => {
    const destroying = remediation.options.map(({ destroys }) => destroys !== null);
    expect(destroying).toEqual([...destroying].sort());
  });

  const reset = 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/reset';
  const isReset = ({ destroys, links }: RemediationOption) =>
    destroys !== null && links.some(({ url }) => url === reset);

  test.each(topics)('$id: a reset says when it is due', ({ remediation }) => {
    const unconditional = remediation.options
      .filter(isReset)
      .filter(({ title }) => !/^If |\bof the copy\b/.test(title));
    expect(unconditional.map(({ title }) => title)).toEqual([]);
    expect(isReset(remediation.options[0])).toBe(false);
  });

  test('some topics lead to a reset', () => {
    expect(topics.filter(({ remediation }) => remediation.options.some(isReset)).length).toBeGreaterThan(5);
  });
});

describe('the database of finance and operations', () => {
  const isSql = ({ steps }: RemediationOption) => steps.some((step) => /\bSQL\b|\bDUALWRITE[A-Z]{6,}/.test(step));
  const withSql = topics.flatMap(({ id, remediation }) =>
    remediation.options.flatMap((option, index) => (isSql(option) ? [{ id, index, option }] : [])),
  );

  test('is worked on in some topics', () => expect(withSql.length).toBeGreaterThan(1));

  test.each(withSql)('$id: is never the first way, and only where it can be reached', ({ index, option }) => {
    expect(index).toBeGreaterThan(0);
    expect(option.steps.join(' ')).toMatch(/cloud-hosted|virtual machine/i);
  });

  test('a plan of cleaning up says where it can be reached', () => {
    const plan = cleanupPlan([{ projectName: 'DWM-1' }]);
    expect(plan.finops.database[0]?.details.join(' ')).toMatch(/cloud-hosted.*unified developer.*sandbox.*Production/i);
  });
});

test('the sheet of project configurations never shows its connection strings', () => {
  const options = topics.flatMap(({ remediation }) => remediation.options);
  const sheets = [
    ...options.map(({ steps }) => steps.join(' ')),
    ...cleanupPlan([{ projectName: 'DWM-1' }]).finops.excelAddIn.map(({ details }) => details.join(' ')),
  ].filter((text) => text.includes('DualWriteProjectConfigurationEntity'));
  expect(sheets.length).toBeGreaterThan(2);
  for (const text of sheets) {
    expect(text).toContain('ProjectName');
    expect(text).toMatch(/two (?:of them are )?connection strings/);
  }
});

const duringInitialSync = topics.filter(({ phase }) => phase === 'initial-sync');
test.each(duringInitialSync)('$id stops no map that offers no action', ({ remediation }) => {
  for (const { steps } of remediation.options) {
    const stop = steps.findIndex((step) => /\bstop (?:the map|it)\b/i.test(step));
    if (stop >= 0) expect(steps[stop]).toBe(stopInitializingMap);
  }
});

test('linking takes an administrator of the tenant', () => {
  const link = responsibilities.find(({ task }) => task === 'link');
  expect(link?.requires).toEqual(
    expect.arrayContaining(['finops-system-administrator', 'dataverse-system-administrator', 'tenant-administrator']),
  );
});
