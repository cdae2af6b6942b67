import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cleanupPlan, responsibilities, topics } from '../../src/diagnosis/index.js';
import type { RemediationOption } from '../../src/rules/remediation/remediation.js';
import { stopInitializingMap } from '../../src/rules/remediation/stop-initializing-map.js';
import { solutionGuides } from '../../src/solutions/index.js';
import { deadIn, deadMenus } from '../support/dead-menus.js';

test.each(deadMenus)('$was', ({ was, why }) => expect(deadIn(was).join()).toContain(why));

const textsOf = ({ title, steps, destroys, links }: RemediationOption): readonly string[] => [
  title,
  ...steps,
  destroys ?? '',
  ...links.map(({ url }) => url),
];

test.each(topics)('$id tells nothing that cannot be done today', ({ title, remediation }) => {
  expect([title, remediation.summary, ...remediation.options.flatMap(textsOf)].flatMap(deadIn)).toEqual([]);
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
    ...['activity', 'alerts', 'maps', 'solutions', 'sync-errors'].flatMap((folder) =>
      filesUnder(`src/${folder}`, '.ts'),
    ),
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
  test.each(topics)('$id: comes after options that destroy nothing', ({ remediation }) => {
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
    expect(text).toMatch(/two (?:of them are |of the others are )?connection strings/);
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
