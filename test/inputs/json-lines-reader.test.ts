import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/inputs/input.js';
import { jsonLinesReader } from '../../src/inputs/json-lines-reader.js';
import { recognize } from '../../src/inputs/recognize.js';

const json = (value: unknown) => JSON.stringify(value);
/** A part is read once it has so many characters. */
const partLength = 3_000;
const limits = { partLength, longestLine: 9_000, mostRead: 40_000 };
/** Lines, of which the last one is so long that all of them are a part. */
const padded = (lines: string, length = partLength) => `${lines.trim().padEnd(length - 1)}\n`;
const linesOf = (...values: readonly unknown[]) => values.map((value) => `${json(value)}\n`).join('');

/** What is read of parts: all but the last one are as long as they must be. */
function read(...parts: readonly string[]): Input {
  const reader = jsonLinesReader(limits);
  for (const [index, part] of parts.entries()) reader.push(index === parts.length - 1 ? part : padded(part));
  return reader.end();
}

const at = '2026-11-20T10:00:00Z';
const row = (id: string) => ({
  ...{ id, integrationJob: 'j', entity: 'e', dataSource: null, uniqueKey: null, company: null, code: null },
  ...{ message: 'm', category: 'application', createdOn: at },
});
const map = (id: string) => ({ msdyn_dualwriteentitymapid: id, msdyn_mapping: null });
const event = (type: string) => ({ type, map: 'm', at });
const set = (id: string) => ({ id, environments: {} });
const solution = { uniquename: 'a', version: '1' };

describe('parts of lines are put together', () => {
  test.each<[string, readonly unknown[]]>([
    ['rows of sync errors', [row('a'), row('b'), row('c')]],
    ['an activity log', [event('run'), event('paused'), event('resumed')]],
    ['events of alerts', [event('503'), event('504'), event('503')]],
    ['maps', [map('a'), map('b'), map('c')]],
    ['answers', [{ value: [solution] }, { value: [{ teamid: 't', isdefault: true }] }, { value: [solution] }]],
    ['answers of the gateway', [set('a'), set('b'), set('c')]],
  ])('%s', (_name, values) => {
    const whole = recognize(linesOf(...values));
    expect(read(...values.map((value) => linesOf(value)))).toEqual(whole);
    expect(read(linesOf(...values.slice(0, 2)), linesOf(values[2]).trim())).toEqual(whole);
  });

  test('a part ends with its last whole line', () => {
    const text = linesOf(row('b'), row('c'));
    const reader = jsonLinesReader(limits);
    reader.push(`${padded(linesOf(row('a')))}${text.slice(0, 20)}`);
    reader.push(text.slice(20));
    expect(reader.end()).toMatchObject({ records: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], lacks: [] });
  });

  test('a part is of 2 MB, and a line may be longer', () => {
    const reader = jsonLinesReader();
    const text = padded(linesOf(row('a'), row('b')), 2 * 1024 * 1024);
    reader.push(text.slice(0, 200));
    reader.push(text.slice(200, -1));
    expect(reader.canJoin()).toBeUndefined();
    reader.push(text.slice(-1));
    expect(reader.canJoin()).toBe(true);
    reader.push(
      linesOf(row('c'))
        .trim()
        .padEnd(3 * 1024 * 1024),
    );
    reader.push(`\n${linesOf(row('d'))}`);
    expect(reader.end()).toMatchObject({ records: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], lacks: [] });
  });

  test('a line may be longer than a part', () => {
    const text = linesOf(row('a'), row('b'));
    const reader = jsonLinesReader(limits);
    reader.push(`{${' '.repeat(partLength)}`);
    reader.push(' '.repeat(partLength));
    reader.push(text.slice(1));
    expect(reader.end()).toEqual(recognize(text));
  });

  test.each<[string, object, object, unknown]>([
    ['the first', { a_id: 'b' }, {}, { 'Integration Job': 'integrationJob' }],
    ['the second', {}, { a_id: 'b' }, { 'Integration Job': 'integrationJob' }],
  ])('what the columns of %s part were taken for is said', (_name, first, second, expected) => {
    const renamed = (one: object) => {
      const { integrationJob, ...others } = row('a');
      return Object.keys(one).length > 0 ? { ...others, 'Integration Job': integrationJob } : row('b');
    };
    const input = read(linesOf(renamed(first)), linesOf(renamed(second)));
    expect(input).toMatchObject({ kind: 'sync-errors', records: [{}, {}], columns: expected });
  });
});

describe('what could not be read is named', () => {
  test('by its place in the file', () => {
    const nine = Array.from({ length: 9 }, (_, index) => row(`a${index}`));
    expect(read(linesOf(...nine), `${linesOf(row('b'))}oops\n${linesOf(row('c'))}`).lacks).toEqual([
      'line 11 could not be read',
    ]);
    expect(read(`${linesOf(...nine)}oops\n`, `${linesOf(row('b'))}oops\noops\n${linesOf(row('c'))}`).lacks).toEqual([
      'line 10 could not be read',
      '2 lines could not be read, line 12 the first of them',
    ]);
    expect(read(linesOf(row('a')), `${linesOf(row('b'), ...nine)}oops\n${linesOf(row('c'))}`).lacks).toEqual([
      'line 12 could not be read',
    ]);
    const shown = read(linesOf(...nine, ...nine), `${linesOf(row('b'))}oops\noops`);
    expect(shown.lacks).toEqual(['2 lines could not be read, line 20 the first of them']);
  });

  test.each([
    ['a line of a log', '2026-11-20 restarted\n', 'line 2 could not be read'],
    ['the end of a line', '"a"}\r\n', 'line 2 could not be read'],
    ['several lines', 'oops\n}\noops\n', '3 lines could not be read, line 2 the first of them'],
  ])('%s at the beginning of a part, and nothing else with it', (_name, strays, lack) => {
    const input = read(linesOf(row('a')), `${strays}${linesOf(row('b'), row('c'))}`);
    expect(input).toMatchObject({ records: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], lacks: [lack] });
    const more = read(linesOf(row('a')), `oops\n${linesOf(row('b'))}oops\n${linesOf(row('c'))}`);
    expect(more).toMatchObject({ lacks: ['line 2 could not be read', 'line 4 could not be read'] });
    expect(read(linesOf(row('a')), 'oops\noops\n')).toMatchObject({
      records: [{ id: 'a' }],
      lacks: ['lines 2 to 3 hold something else and were left out'],
    });
  });

  test.each(['\n', ' \n', '\n\n'])('blank lines at the beginning of a part (%j) are nothing', (blanks) => {
    expect(read(linesOf(row('a')), `${blanks}${linesOf(row('b'))}`)).toMatchObject({
      records: [{ id: 'a' }, { id: 'b' }],
      lacks: [],
    });
  });

  test('words at the beginning of the file say what it is', () => {
    const text = `Export of today\n${linesOf(row('a'))}`;
    expect(read(text)).toEqual(recognize(text));
  });

  test.each<[string, unknown, unknown]>([
    ['another kind of rows', row('a'), event('503')],
    ['events of alerts in an activity log', event('run'), event('503')],
    ['an activity log in events of alerts', event('503'), event('run')],
    ['answers in maps', map('a'), { value: [solution] }],
    ['maps in answers', { value: [solution] }, map('a')],
    ['answers in answers of the gateway', set('a'), { value: [solution] }],
    ['answers of the gateway in answers', { value: [solution] }, set('a')],
    ['sync errors in maps', map('a'), row('a')],
    ['something else', row('a'), { a: 1 }],
  ])('%s', (_name, first, second) => {
    const input = read(linesOf(first), linesOf(second, second), linesOf(first));
    expect(input.lacks).toEqual(['lines 2 to 3 hold something else and were left out']);
    expect({ ...input, lacks: [] }).toEqual(read(linesOf(first), linesOf(first)));
  });

  test('a line that is too long for the memory, and what is behind it', () => {
    const reader = jsonLinesReader(limits);
    reader.push(padded(linesOf(row('a'))));
    reader.push('x'.repeat(9_000));
    reader.push('x');
    reader.push(padded(`\n${linesOf(row('b'))}`));
    expect(reader.end()).toMatchObject({
      kind: 'sync-errors',
      records: [{ id: 'a' }],
      lacks: ['only the first 1 lines were read: more do not fit into memory'],
    });
  });

  test('a line that is as long as it may be is read', () => {
    const reader = jsonLinesReader(limits);
    reader.push(padded(linesOf(row('a'))));
    reader.push(linesOf(row('b')).trim().padEnd(9_000));
    reader.push(`\n${linesOf(row('c'))}`);
    expect(reader.end()).toMatchObject({ records: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], lacks: [] });
  });

  test('lines that are too many together with the one that has begun', () => {
    const reader = jsonLinesReader(limits);
    for (const id of ['a', 'b', 'c', 'd']) reader.push(padded(linesOf(row(id)), 9_000));
    reader.push('x'.repeat(5_000));
    expect(reader.end()).toMatchObject({
      records: [{}, {}, {}, { id: 'd' }],
      lacks: ['only the first 4 lines were read: more do not fit into memory'],
    });
  });

  test('lines of something else at the end of the file', () => {
    const other = json(event('503'));
    expect(read(linesOf(row('a')), `${other}\n${other}`).lacks).toEqual([
      'lines 2 to 3 hold something else and were left out',
    ]);
  });

  test('lines that are too many for the memory', () => {
    const parts = ['a', 'b', 'c', 'd', 'e'].map((id) => padded(linesOf(row(id)), 8_000));
    expect(read(...parts)).toMatchObject({ records: [{}, {}, {}, {}, { id: 'e' }], lacks: [] });
    const reader = jsonLinesReader(limits);
    for (const part of [...parts, padded(linesOf(row('f'))), padded(linesOf(row('g')))]) reader.push(part);
    reader.push(linesOf(row('h')));
    expect(reader.end()).toMatchObject({
      records: [{}, {}, {}, {}, {}, { id: 'f' }],
      lacks: ['only the first 6 lines were read: more do not fit into memory'],
    });
  });
});

describe('whether lines can be put together', () => {
  test('is not known before a part was seen', () => {
    const reader = jsonLinesReader(limits);
    const text = padded(linesOf(row('a')));
    reader.push(text.slice(0, -1));
    expect(reader.canJoin()).toBeUndefined();
    reader.push(text.slice(-1));
    expect(reader.canJoin()).toBe(true);
  });

  test.each<[string, unknown]>([
    ['settings of this program', { failOn: 'warning' }],
    ['something else', { a: 1 }],
  ])('%s cannot', (_name, value) => {
    const reader = jsonLinesReader(limits);
    reader.push(padded(linesOf(value)));
    expect(reader.canJoin()).toBe(false);
  });
});

test.each(['', ' \n '])('nothing is an empty file', (text) => {
  expect(read(text)).toMatchObject({ kind: 'unknown', looksLike: 'an empty file', lacks: [] });
});

test('blanks behind the last part are nothing', () => {
  expect(read(linesOf(row('a')), ' \n \n').lacks).toEqual([]);
});
