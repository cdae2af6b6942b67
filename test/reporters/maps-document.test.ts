import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entityMapOf, summarizeMaps } from '../../src/maps/index.js';
import { mapsDocument } from '../../src/reporters/documents/maps-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { launchChromium } from '../support/chromium.js';
import { field, lookup, mapRow, shippedMaps } from '../support/entity-maps.js';
import { hostileTexts } from '../support/hostile-report.js';
import { wordsOf } from '../support/words-of.js';

const shipped = shippedMaps().map(entityMapOf);
const many = Array.from({ length: 300 }, (_, index) => {
  const needed = [0, index % 20, 20 + (index % 60)].map((to) => lookup(`F${to}`, `c${to}.x`, `table${to}s`));
  return entityMapOf(
    mapRow(`table${index}s`, `Entity ${index}`, { fields: [field('ID', `id${index}`), ...needed] }, index),
  );
});
const hostile = Object.values(hostileTexts).map((text, index, all) =>
  entityMapOf({
    msdyn_displayname: `${text} - ${text}`,
    msdyn_version: text,
    publisher: text,
    msdyn_mapping: JSON.stringify({
      legs: [
        {
          destinationSchema: text,
          sourceSchema: text,
          fieldMappings: [lookup(text, `${text}.${text}`, all[index - 1] ?? ''), { [text]: { [text]: text } }],
        },
      ],
      [text]: text,
    }),
    msdyn_properties: index % 2 === 0 ? text : '{',
  }),
);

test('two maps, one of which needs the other', () => {
  const maps = [
    entityMapOf(
      mapRow('accounts', 'Customers V3', { fields: [field('ID', 'name'), lookup('C', 'c.code', 'currencies')] }),
    ),
    entityMapOf({ ...mapRow('currencies', 'Currencies', { fields: [field('CODE', 'code')] }, 1), active: true }),
    entityMapOf({ name: 'x', version: '9.9.9.9', mapping: '{"legs' }),
  ];
  expect(toPretty(mapsDocument(summarizeMaps(maps)))).toMatchInlineSnapshot(`
    "Table maps
    3 maps in 3 versions, 1 of which cannot be read.

    FAULTS IN MAPS 1
      ✖ x 9.9.9.9 of an unknown publisher
        • mapping: not JSON at character 6: expected the name of a property in double quotes and ":", found the end

    DEPENDENCIES
      accounts - Customers V3
      └─ currencies - Currencies
      • Not known what these need, because their mapping cannot be read: x

    VERSIONS 3
      • accounts - Customers V3 1.0.0.0 of msdyn  managed, 2 fields, 1 lookup
      • currencies - Currencies 1.0.0.0 of msdyn  managed, active, 1 field, 0 lookups
      • x 9.9.9.9 of an unknown publisher  parked, fields not known
    "
  `);
});

test('of no maps it says so', () => {
  expect(toPretty(mapsDocument(summarizeMaps([])))).toBe('Table maps\n0 maps in 0 versions.\n');
});

test('of a part it says that there may be more, and why', () => {
  const document = mapsDocument(summarizeMaps([], { coverage: 'partial', detail: 'rows are hidden' }));
  expect(toPretty(document)).toBe(
    'Table maps\n0 maps in 0 versions.\n? This list may not be complete: rows are hidden. There may be more maps and versions.\n',
  );
});

describe('every format holds the facts', () => {
  const document = mapsDocument(
    summarizeMaps([...shipped, entityMapOf({ name: 'x', version: '9.9.9.9', mapping: '{"legs' })]),
  );
  test.each([
    ['pretty', toPretty(document)],
    ['Markdown', toMarkdown(document)],
    ['a page', toHtml(document)],
  ])('%s', (_format, text) => {
    const words = wordsOf(text);
    for (const fact of [
      '20 maps in 20 versions, 1 of which cannot be read.',
      'accounts - Customers V3 1.0.0.5 of msdyn',
      '68 fields, 11 lookups',
      'x 9.9.9.9 of an unknown publisher',
      'not JSON at character 6',
      'truncated at character 464',
      'transactioncurrencies - Currencies',
      'Lookups to tables that none of these maps brings:',
    ])
      expect(words).toContain(fact);
  });
});

test('the same maps in another order make the same document', () => {
  expect(mapsDocument(summarizeMaps([...many].reverse()))).toEqual(mapsDocument(summarizeMaps(many)));
});

describe('pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  const pages = {
    shipped: toHtml(mapsDocument(summarizeMaps(shipped))),
    many: toHtml(mapsDocument(summarizeMaps(many))),
    hostile: toHtml(mapsDocument(summarizeMaps(hostile))),
    nothing: toHtml(mapsDocument(summarizeMaps([]))),
  };

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
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.close();
  });

  test('in the picture of 300 maps no two are on top of each other, and every text fits', async () => {
    const page = await browser.newPage();
    await page.setContent(pages.many);
    const { boxes, tooWide } = await page.evaluate(() => ({
      boxes: [...document.querySelectorAll('.needs rect')]
        .map((one) => one.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y, width, height]),
      tooWide: [...document.querySelectorAll<SVGTextElement>('.needs text')].filter((one) => one.getBBox().width > 236)
        .length,
    }));
    expect(boxes).toHaveLength(300);
    expect(new Set(boxes.map(([x, y]) => `${x} ${y}`)).size).toBe(300);
    expect(tooWide).toBe(0);
    await page.close();
  });
});
