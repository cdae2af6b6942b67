import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test, vi } from 'vitest';
import { jsonOf } from '../../src/node/json-of.js';
import { rowLineParser } from '../../src/sync-errors/row-lines.js';
import { runs } from '../support/fuzz.js';

const row = {
  id: 'a',
  integrationJob: 'Customers',
  entity: 'Customers V3',
  dataSource: 'Dataverse',
  uniqueKey: null,
  company: 'USMF',
  code: null,
  message: 'Unable to write',
  category: 'system',
  createdOn: '2026-01-14T10:00:00Z',
};
const first = JSON.stringify(row);
const changed = (change: object) => JSON.stringify({ ...row, ...change });

/** What each line is, read one after the other, and how many of them were not read by the expression. */
function parsed(lines: readonly string[]) {
  const parseAny = vi.fn(jsonOf);
  return { values: lines.map(rowLineParser(parseAny)), others: parseAny.mock.calls.length };
}

describe('after a row of the same form', () => {
  test.each([
    ['other values', changed({ id: 'b', message: 'x' })],
    ['a value that was null, and one that is', changed({ company: null, code: '0x1' })],
    ['nothing but null', JSON.stringify(Object.fromEntries(Object.keys(row).map((name) => [name, null])))],
    ['empty texts', changed({ id: '', message: '' })],
    ['blanks after names, as Python writes', first.replaceAll('":', '": ').replaceAll('",', '", ')],
    ['characters of any language', changed({ message: "é€\u{1f600}\u2028'" })],
  ])('%s: the expression reads it like JSON.parse', (_what, line) => {
    const { values, others } = parsed([first, line]);
    expect(values).toStrictEqual([row, JSON.parse(line)]);
    expect(others).toBe(1);
  });

  test.each([
    ['two blanks', first.replace(':', ':  ')],
    ['blanks around', ` ${first} `],
    ['a line of megabytes', changed({ message: 'x'.repeat(5_000_000) })],
    ['an escape', changed({ message: 'a\nb' })],
    ['a quote in a text', changed({ message: 'a"b' })],
    ['a backslash at the end of a text', changed({ message: 'a\\' })],
    ['a number', changed({ code: 5 })],
    ['true', changed({ code: true })],
    ['an object', changed({ code: { a: 1 } })],
    ['a list', changed({ code: ['a'] })],
    ['a property more', changed({ more: 1 })],
    ['a property less', changed({ code: undefined })],
    ['another property', changed({ code: undefined, Code: 'x' })],
    ['a property twice', first.replace('"code":null', '"code":null,"code":"x"')],
    ['another order', JSON.stringify(Object.fromEntries(Object.entries(row).reverse()))],
    ['an envelope', '{"value":[]}'],
    ['a text', '"text"'],
    ['null', 'null'],
    ['a list of rows', `[${first}]`],
    ['nothing', ''],
    ['a control character', first.replace('Unable', '\u0001')],
    ['a tab in a text', first.replace('Unable', '\t')],
    ['a line that ends early', first.slice(0, -1)],
    ['a line that continues', `${first}}`],
    ['two rows', first + first],
    ['a trailing comma', first.replace(/\}$/, ',}')],
    ['single quotes', first.replaceAll('"', "'")],
    ['null in capitals', first.replace('null', 'NULL')],
    ['a blank in front of a comma', first.replace(',', ' ,')],
  ])('%s: read by JSON.parse, and the rows after it are read', (_what, line) => {
    const { values, others } = parsed([first, line, first]);
    expect(values).toStrictEqual([row, jsonOf(line), row]);
    expect(others).toBeGreaterThan(1);
  });
});

test.each([
  ['a property twice', first.replace('"code":null', '"code":null,"code":"x"')],
  ['a name in escapes', first.replace('"code"', '"c\\u006fde"')],
  ['a property more', changed({ more: 'x' })],
  ['the name __proto__ more', first.replace(/\}$/, ',"__proto__":"x"}')],
  ['the name __proto__ in place of another', first.replace('"code"', '"__proto__"')],
])('%s in each row: read by JSON.parse', (_what, line) => {
  const { values, others } = parsed([line, line, line]);
  expect(values).toStrictEqual(Array.from({ length: 3 }, () => JSON.parse(line)));
  expect(others).toBe(3);
});

test('rows with escapes between the others do not end it', () => {
  const escaped = changed({ message: 'a\nb' });
  const lines = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? first : escaped));
  expect(parsed(lines).others).toBe(1 + 50);
});

test('a new form is learned, but not again and again', () => {
  const other = JSON.stringify(Object.fromEntries(Object.entries(row).reverse()));
  expect(parsed([first, first, other, other, other]).others).toBe(2);
  const inTurns = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? first : other));
  expect(parsed(inTurns).others).toBe(16 + 42); // one of them stays
});

const value = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'x', '"', '\\', 'é', '\u0000', 0, -0, true, [], {}),
  fc.string(),
);
const anyRow = fc
  .tuple(
    fc.record(Object.fromEntries(Object.keys(row).map((name) => [name, value])), { requiredKeys: ['createdOn'] }),
    fc.boolean(),
    fc.constantFrom('', ' '),
  )
  .map(([found, isReversed, blank]) => {
    const pairs = Object.entries(found).map(([name, one]) => `${JSON.stringify(name)}:${blank}${JSON.stringify(one)}`);
    return `{${(isReversed ? pairs.reverse() : pairs).join(`,${blank}`)}}`;
  });
const plainRow = fc
  .record(Object.fromEntries(Object.keys(row).map((name) => [name, fc.option(fc.string())])))
  .map((found) => JSON.stringify(found));
/** A line with one character more or less. */
const damaged = fc
  .tuple(plainRow, fc.nat(200), fc.constantFrom('', '"', '}', ',', '0', '\\', ' '))
  .map(([line, place, piece]) => line.slice(0, place) + piece + line.slice(place + 1));
property.prop([fc.array(fc.oneof(plainRow, anyRow, damaged), { maxLength: 12 })], { numRuns: runs(2_000) })(
  'any lines one after the other are the same as JSON.parse of each',
  (lines) => {
    expect(parsed(lines).values).toStrictEqual(lines.map(jsonOf));
  },
);
