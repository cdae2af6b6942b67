import { describe, expect, test } from 'vitest';
import { appliedMapsDocument } from '../../src/reporters/documents/applied-maps-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { appliedMaps, type VerifiedMap, verifyApplied } from '../../src/solutions/verify-applied.js';
import { map, solution, target } from '../solutions/target.js';
import { shownResults } from '../support/shown-results.js';
import { wordsOf } from '../support/words-of.js';

const expected = solution([
  map('accounts', { fields: ['name', 'fax'] }),
  map('contacts', { id: 2 }),
  map('quotes', { id: 3 }),
]);
const there = target([map('accounts', { fields: ['name'] }), map('quotes', { id: 3, active: true })]);

test('those first that are missing or different, with what is different', () => {
  expect(toPretty(appliedMapsDocument(verifyApplied(expected, there)))).toMatchInlineSnapshot(`
    "NOT AS EXPECTED  production
    3 table maps: 1 as expected, 1 missing, 1 different, and 0 not known.

    MISSING 1
      ✖ contacts - Entity of contacts 1.0.0.5 of contoso  the environment has no map of that name

    DIFFERENT 1
      ✖ accounts - Entity of accounts 1.0.0.5 of contoso  it is listed with different content
        • FAX → fax: field removed

    AS EXPECTED 1
      ✔ quotes - Entity of quotes 1.0.0.5 of contoso  it is listed with the same content
    "
  `);
});

const ok: VerifiedMap = {
  name: 'accounts',
  version: null,
  publisher: null,
  status: 'ok',
  because: 'it can be read',
  differences: [],
  notCompared: [],
  isInUse: false,
};

test('a part of the maps is not all as expected', () => {
  const applied = appliedMaps(null, [ok], { coverage: 'partial', detail: 'rows are hidden' });
  expect(toPretty(appliedMapsDocument(applied))).toMatch(
    /^NOT ALL KNOWN\n.*\n\? The backup may not be complete: rows are hidden\. The maps that it lacks were not checked\.\n/,
  );
});

test('what of a map was not compared is said, once', () => {
  const notCompared = [{ part: 'properties', because: 'after: not JSON at character 3' }] as const;
  const show = (map: Partial<VerifiedMap>) => toPretty(appliedMapsDocument(appliedMaps(null, [{ ...ok, ...map }])));
  expect(show({ status: 'differs', notCompared })).toContain(
    '? properties not compared: after: not JSON at character 3',
  );
  const because = 'its properties cannot be compared: after: not JSON at character 3';
  expect(show({ status: 'unknown', because, notCompared }).match(/not JSON at character 3/g)).toHaveLength(1);
});

test.each<[string, readonly VerifiedMap[], string]>([
  ['nothing', [], 'NO TABLE MAPS'],
  ['a file of which all maps can be read', [ok], 'AS EXPECTED'],
  ['one of which one cannot', [ok, { ...ok, status: 'unknown' }], 'NOT ALL KNOWN'],
  ['one that is missing', [ok, { ...ok, status: 'unknown' }, { ...ok, status: 'missing' }], 'NOT AS EXPECTED'],
])('%s: the verdict is the worst one', (_what, maps, verdict) => {
  expect(toPretty(appliedMapsDocument(appliedMaps(null, maps))).split('\n')[0]).toBe(verdict);
});

describe('every format holds the facts', () => {
  const document = appliedMapsDocument(appliedMaps('production', [ok, ...verifyApplied(expected, there).maps]));
  test.each([
    ['pretty', toPretty(document)],
    ['Markdown', toMarkdown(document)],
    ['a page', toHtml(document)],
  ])('%s', (_format, text) => {
    const words = wordsOf(text);
    for (const fact of [
      'production',
      '4 table maps: 2 as expected, 1 missing, 1 different, and 0 not known.',
      'accounts without a version of an unknown publisher',
      'Another version of it is in use.',
      'the environment has no map of that name',
      'FAX → fax: field removed',
    ])
      expect(words).toContain(fact);
  });
});

test('very many are cut', () => {
  const text = toPretty(shownResults['applied maps']?.('x', 700) ?? expect.fail());
  expect(text).toContain('… and 200 more maps');
});
