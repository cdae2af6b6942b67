import { createHash } from 'node:crypto';
import axe from 'axe-core';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareEnvironments, entityMapOf, mapDependencies, summarizeMaps } from '../../src/maps/index.js';
import { mapStyle, mapStyleHash } from '../../src/reporters/html/map-style.js';
import {
  htmlMapComparison,
  htmlMaps,
  markdownMapComparison,
  markdownMaps,
  prettyMapComparison,
  prettyMaps,
} from '../../src/reporters/index.js';
import { mapTree } from '../../src/reporters/map-tree.js';
import { launchChromium } from '../support/chromium.js';
import { field, lookup, mapRow, shippedMaps } from '../support/entity-maps.js';
import { hostileTexts as hostileTextsByName } from '../support/hostile-report.js';

const hostileTexts = Object.values(hostileTextsByName);
const shipped = shippedMaps().map(entityMapOf);
const many = Array.from({ length: 300 }, (_, index) =>
  entityMapOf(
    mapRow(
      `table${index}s`,
      `Entity ${index}`,
      {
        fields: [
          field('ID', `id${index}`),
          ...[0, index % 20, 20 + (index % 60)].map((to) => lookup(`F${to}`, `c${to}.x`, `table${to}s`)),
        ],
      },
      index,
    ),
  ),
);
const hostile = hostileTexts.map((text, index) =>
  entityMapOf({
    msdyn_displayname: `${text} - ${text}`,
    msdyn_version: text,
    publisher: text,
    msdyn_mapping: JSON.stringify({
      legs: [
        {
          destinationSchema: text,
          sourceSchema: text,
          fieldMappings: [lookup(text, `${text}.${text}`, hostileTexts[index - 1] ?? ''), { [text]: { [text]: text } }],
        },
      ],
      [text]: text,
    }),
    msdyn_properties: index % 2 === 0 ? text : '{',
  }),
);
const changed = hostile.map((map) =>
  entityMapOf({
    ...map.otherColumns,
    msdyn_displayname: map.displayName,
    version: `${map.version}x`,
    mapping: '{"legs":[{"sourceFilter":"<b>"}]}',
  }),
);
const comparison = compareEnvironments(
  { name: hostileTexts[0] ?? '', maps: hostile },
  { name: '<script>', maps: changed.slice(1) },
);

/** The same kinds of output from maps that mean no harm. */
const harmless: Readonly<Record<string, string>> = {
  'list as Markdown': markdownMaps(summarizeMaps([...shipped, entityMapOf({ name: 'x', mapping: '{"legs' })])),
  'comparison as Markdown': markdownMapComparison(
    compareEnvironments(
      { name: 'a', maps: shipped },
      { name: 'b', maps: [entityMapOf(mapRow('uoms', 'Units')), ...shipped.slice(1, 4)] },
    ),
  ),
};

describe('a tree', () => {
  const tree = (...tables: readonly (readonly [string, ...string[]])[]) =>
    mapTree(
      mapDependencies(
        tables.map(([table, ...needs]) =>
          entityMapOf(mapRow(table, 'E', { fields: needs.map((to) => lookup(to, `${to}.x`, to)) })),
        ),
      ),
    ).map((line) => line.replaceAll(' - E', ''));

  test('what a map needs stands under it, once', () => {
    expect(
      tree(
        ['orders', 'accounts', 'companies'],
        ['accounts', 'companies', 'parties'],
        ['quotes', 'accounts'],
        ['companies'],
        ['parties'],
        ['alone'],
      ),
    ).toEqual(['orders', '├─ accounts', '│  ├─ companies', '│  └─ parties', '└─ companies', 'quotes', '└─ accounts …']);
  });

  test('a circle ends where it closes', () => {
    expect(tree(['a', 'b'], ['b', 'c'], ['c', 'b'])).toEqual(['a', '└─ b', '   └─ c', '      └─ b ↺']);
    expect(tree(['b', 'c'], ['c', 'b'])).toEqual(['b', '└─ c', '   └─ b ↺']);
  });

  test('a chain of five thousand stays narrow', () => {
    const lines = tree(...Array.from({ length: 5_000 }, (_, index) => [`t${index}`, `t${index + 1}`] as const));
    expect(lines).toHaveLength(4_999 + 1);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(100);
  });
});

describe('texts', () => {
  test('a list names versions, counts, faults and needs', () => {
    const text = prettyMaps(
      summarizeMaps([...shipped, entityMapOf({ name: 'x', version: '9.9.9.9', mapping: '{"legs' })]),
    );
    expect(text).toContain('accounts - Customers V3\n  1.0.0.5  msdyn  managed  68 fields, 11 lookups');
    expect(text).toContain('9.9.9.9  publisher not known  parked  fields not known');
    expect(text).toContain('no JSON at character 6');
    expect(text).toContain('breaks off at character 464');
    expect(text).toContain('└─ transactioncurrencies - Currencies');
    expect(text).toContain('20 maps in 20 versions, 1 of them cannot be read.');
  });

  test('a comparison tells what is different first, and what could not be compared', () => {
    const accounts = mapRow('accounts', 'Customers V3', { version: '1.0.0.5' });
    const text = prettyMapComparison(
      compareEnvironments(
        { name: 'test', maps: [entityMapOf(accounts), entityMapOf({ name: 'b', mapping: '{' })] },
        {
          name: 'production',
          maps: [
            entityMapOf({
              ...mapRow('accounts', 'Customers V3', { version: '1.0.0.6', fields: [field('ID', 'name', 1)] }),
            }),
            entityMapOf({ name: 'b', mapping: '{' }),
          ],
        },
      ),
    );
    expect(text).toBe(`Maps of test and production

Different: 1
  accounts - Customers V3  1.0.0.5 of msdyn, then 1.0.0.6 of msdyn
    version: 1.0.0.5 → 1.0.0.6
    ID → name: direction: both ways → from source to destination

Not compared: 1
  b  none
    map not compared: before: which version is active is not known, and none can be chosen

2 maps: 1 different, 0 only before, 0 only after, 1 not compared, 0 the same.
`);
  });

  test.each([
    ['list for a terminal', prettyMaps(summarizeMaps(hostile))],
    ['comparison for a terminal', prettyMapComparison(comparison)],
    ['list as Markdown', markdownMaps(summarizeMaps(hostile))],
    ['comparison as Markdown', markdownMapComparison(comparison)],
    ['list as a page', htmlMaps(summarizeMaps(hostile))],
    ['comparison as a page', htmlMapComparison(comparison)],
  ])('%s: nothing treacherous is left as it is', (name, text) => {
    expect(text.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu)).toBeNull();
    if (name.endsWith('page')) expect(text.match(/<(script|img|iframe|b)\b/g)).toBeNull();
    if (name.includes('Markdown'))
      expect([...nodeTypes(text)].sort()).toEqual([...nodeTypes(harmless[name] ?? '')].sort());
  });
});

/** What a reader of Markdown makes of a text. */
function nodeTypes(text: string): ReadonlySet<string> {
  const types = new Set<string>();
  const tree: Node = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const open = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // Words that a host would link become code.
    if (node.type !== 'inlineCode') types.add(node.type);
    open.push(...(node.children ?? []));
  }
  return types;
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

describe('pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  const pages = {
    shipped: htmlMaps(summarizeMaps(shipped)),
    many: htmlMaps(summarizeMaps(many)),
    hostile: htmlMaps(summarizeMaps(hostile)),
    nothing: htmlMaps(summarizeMaps([])),
    comparison: htmlMapComparison(comparison),
  };

  test('the content security policy allows the style, and no script', () => {
    expect(mapStyleHash).toBe(`sha256-${createHash('sha256').update(mapStyle).digest('base64')}`);
    expect(pages.shipped).toContain(`'${mapStyleHash}'`);
    expect(pages.shipped).toContain(`<style>${mapStyle}</style>`);
    expect(pages.shipped).not.toContain('script-src');
    expect(mapStyle).toMatch(/^[\n -[\]-~]*$/);
  });

  test.each(Object.entries(pages))('%s: a browser has nothing to say, nor has axe', async (_name, text) => {
    const page = await browser.newPage({ bypassCSP: true });
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    page.on('request', (request) => trouble.push(request.url()));
    await page.setContent(text);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }; // Safe: the line before put it there.
      const results = await axe.run(document, { resultTypes: ['violations'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect({ violations, trouble }).toEqual({ violations: [], trouble: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  test('the policy lets the style work', async () => {
    const page = await browser.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    await page.setContent(pages.shipped);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.scroll') as Element).overflow)).toBe(
      'auto',
    );
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('in the picture of 300 maps no two stand on each other, and every text fits', async () => {
    const page = await browser.newPage();
    await page.setContent(pages.many);
    const { boxes, tooWide } = await page.evaluate(() => ({
      boxes: [...document.querySelectorAll('.maps rect')]
        .map((one) => one.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y, width, height]),
      tooWide: [...document.querySelectorAll<SVGTextElement>('.maps text')].filter((one) => one.getBBox().width > 236)
        .length,
    }));
    expect(boxes).toHaveLength(300);
    expect(new Set(boxes.map(([x, y]) => `${x} ${y}`)).size).toBe(300);
    expect(tooWide).toBe(0);
    await page.close();
  });

  test('the same maps in another order make the same bytes', () => {
    expect(htmlMaps(summarizeMaps([...many].reverse()))).toBe(pages.many);
    expect(prettyMaps(summarizeMaps([...shipped].reverse()))).toBe(prettyMaps(summarizeMaps(shipped)));
  });
});
