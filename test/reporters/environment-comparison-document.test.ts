import { describe, expect, test } from 'vitest';
import { compareEnvironments, type EntityMap, entityMapOf } from '../../src/maps/index.js';
import { environmentComparisonDocument } from '../../src/reporters/documents/environment-comparison-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { field, mapRow, shippedMaps } from '../support/entity-maps.js';
import { wordsOf } from '../support/words-of.js';

const shipped = shippedMaps().map(entityMapOf);
const accounts = entityMapOf(mapRow('accounts', 'Customers V3', { version: '1.0.0.5' }));
const broken = entityMapOf({ name: 'b', mapping: '{' });

function documentOf(before: readonly EntityMap[], after: readonly EntityMap[]) {
  return environmentComparisonDocument(
    compareEnvironments({ name: 'test', maps: before }, { name: 'production', maps: after }),
  );
}

const changed = entityMapOf(
  mapRow('accounts', 'Customers V3', { version: '1.0.0.6', fields: [field('ID', 'name', 1)] }),
);

test('most the same, one not compared', () => {
  expect(toPretty(documentOf([accounts, broken], [accounts, broken]))).toMatch(/^NOT ALL COMPARED {2}/);
  expect(toPretty(documentOf([broken], [broken]))).toMatch(/^NOT COMPARED {2}/);
});

test('what is different comes first, then what could not be compared', () => {
  expect(toPretty(documentOf([accounts, broken], [changed, broken]))).toMatchInlineSnapshot(`
    "DIFFERENT  Table maps of test and production
    2 table maps: 1 different, 0 only in the first environment, 0 only in the second, 1 not compared, and 0 the same.

    DIFFERENT 1
    ✖ accounts - Customers V3  1.0.0.5 of msdyn → 1.0.0.6 of msdyn
        • version: 1.0.0.5 → 1.0.0.6
        • ID → name: direction: both ways → from source to destination

    NOT COMPARED 1
    ? b  version not known
        • map not compared: before: which version is active is not known, and none can be chosen
    "
  `);
});

test.each([
  ['nothing', [], [], 'NO TABLE MAPS'],
  ['the same maps', shipped, [...shipped].reverse(), 'THE SAME'],
  ['a map on one side', shipped.slice(1), shipped, 'DIFFERENT'],
  ['a map on the other side', shipped, shipped.slice(1), 'DIFFERENT'],
  ['maps that cannot be read', [broken], [broken], 'NOT COMPARED'],
  ['a map that differs', [accounts], [changed], 'DIFFERENT'],
] as const)('%s: the verdict says it', (_what, before, after, verdict) => {
  expect(toPretty(documentOf(before, after))).toMatch(
    new RegExp(`^${verdict} {2}Table maps of test and production\\n`),
  );
});

describe('a part of the maps', () => {
  const partOf = (maps: readonly EntityMap[], detail?: string) =>
    ({ name: 'production', maps, coverage: 'partial', detail }) as const;
  const textOf = (after: ReturnType<typeof partOf>) =>
    toPretty(environmentComparisonDocument(compareEnvironments({ name: 'test', maps: [accounts] }, after)));

  test('what it lacks is not called missing', () => {
    expect(textOf(partOf([], 'rows are hidden'))).toMatchInlineSnapshot(`
      "NOT COMPARED  Table maps of test and production
      1 table map: 0 different, 0 only in the first environment, 0 only in the second, 1 not compared, and 0 the same.
      ? The list of production may not be complete: rows are hidden. What is not in it may be in the environment.

      NOT COMPARED 1
      ? accounts - Customers V3  1.0.0.5 of msdyn → version not known
          • map not compared: after: it is not in the part that was read
      "
    `);
  });

  test('the same maps are not all that is there', () => {
    const text = textOf(partOf([accounts]));
    expect(text).toMatch(/^NOT ALL COMPARED {2}/);
    expect(text).toContain('The list of production may not be complete. What is not in it may be in the environment.');
  });

  test('a difference is one', () => expect(textOf(partOf([changed]))).toMatch(/^DIFFERENT {2}/));
});

describe('every format holds the facts', () => {
  const document = documentOf([accounts, ...shipped.slice(4)], [changed, ...shipped.slice(5)]);
  test.each([
    ['pretty', toPretty(document)],
    ['Markdown', toMarkdown(document)],
    ['a page', toHtml(document)],
  ])('%s', (_format, text) => {
    const words = wordsOf(text);
    expect(words).toContain(
      '16 table maps: 1 different, 1 only in the first environment, 0 only in the second, 0 not compared, and 14 the same.',
    );
    expect(words).toMatch(/only in the first environment/i);
    expect(words).toContain('contacts - Customers V3');
    expect(words).toMatch(/version ?: 1\.0\.0\.5 → 1\.0\.0\.6/);
    expect(words).toContain('both ways → from source to destination');
  });
});

test('very many differences are cut', () => {
  const wide = (last: number) =>
    entityMapOf(
      mapRow('accounts', 'Customers V3', {
        fields: Array.from({ length: 500 }, (_, index) => field(`F${index}`, `f${index}`, last)),
      }),
    );
  const document = documentOf([wide(1)], [wide(2)]);
  expect(toPretty(document)).toContain('… and 490 more differences');
  expect(toHtml(document)).toContain('490 more differences');
});

test('a transform of an unknown kind is shown as it is', () => {
  const withTransform = (transform: object) =>
    entityMapOf(
      mapRow('accounts', 'Customers V3', { fields: [{ ...field('ID', 'name'), valueTransforms: [transform] }] }),
    );
  const [before, after] = [
    withTransform({ transformType: 'Wobble' }),
    withTransform({ transformType: 'Wobble', x: 1 }),
  ];
  expect(toPretty(documentOf([before], [after]))).toContain(
    'ID → name: transform: {"transformType":"Wobble"} → {"transformType":"Wobble","x":1}',
  );
});
