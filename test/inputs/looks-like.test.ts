import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';
import { inPage } from './code-page-samples.js';

const json = (value: unknown) => JSON.stringify(value);
const looksLike = (content: string | Uint8Array) => {
  const input = recognize(content);
  return input.kind === 'unknown' ? input.looksLike : input.kind;
};
const expected =
  'a snapshot, a report, a HAR file, a solution, table maps, sync errors, an activity log, alert settings, an answer of Dataverse or of finance and operations, or an error text';

describe('JSON of something else', () => {
  test.each<[unknown, string]>([
    [[], 'an empty list'],
    [[[]], 'a list of JSON values'],
    [[[1]], 'a list of JSON values'],
    [[1], 'a list of JSON values'],
    [[null], 'a list of JSON values'],
    [true, 'a JSON value'],
    [false, 'a JSON value'],
    [null, 'a JSON value'],
    ['1', 'a JSON value'],
    [{}, 'an empty JSON object'],
    [[{}], 'an empty JSON object'],
    [{ a: 1 }, 'JSON with the properties a'],
    [[{ a: 1, b: 2 }, { c: 3 }], 'JSON with the properties a, b'],
    [{ a: 1, b: 1, c: 1, d: 1, e: 1 }, 'JSON with the properties a, b, c, d, e'],
    [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, 'JSON with the properties a, b, c, d, e and 2 more'],
    [{ 'a b': 1, c: 1 }, 'JSON with the properties c and 1 more'],
    [{ '@odata.x': 1, $a: 1, 'a-b_c': 1, A1: 1 }, 'JSON with the properties @odata.x, $a, a-b_c, A1'],
    [{ a12: 1 }, 'JSON of something else'],
    [{ '1a': 1 }, 'JSON of something else'],
    [{ '@@a': 1 }, 'JSON of something else'],
    [{ '-a': 1 }, 'JSON of something else'],
    [{ 'ada@contoso.com': 1 }, 'JSON of something else'],
    [{ ['a'.repeat(39)]: 1 }, `JSON with the properties ${'a'.repeat(39)}`],
    [{ ['a'.repeat(40)]: 1 }, 'JSON of something else'],
  ])('%j', (value, words) => {
    expect(recognize(json(value))).toEqual({ kind: 'unknown', looksLike: words, expected, lacks: [] });
  });

  test('by the first of its lines', () => {
    expect(looksLike('{"a":1}\n{"b":1}')).toBe('JSON with the properties a');
    expect(looksLike('[]\n{"b":1}')).toBe('JSON with the properties b');
  });

  test('that PowerShell cut off, but for a HAR file, which has any text', () => {
    const url = 'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions';
    const response = { status: 200, content: { text: json({ value: [{ uniquename: 'a', version: '1' }] }) } };
    const har = { log: { entries: [{ request: { method: 'GET', url }, response, comment: '@{a=1}' }] } };
    expect(looksLike(json(har))).toBe('har');
    expect(looksLike(json({ ...har.log, a: '@{a=1}' }))).toMatch(/^JSON that ConvertTo-Json of PowerShell cut off/);
    expect(looksLike(`${json({ a: 1 })}\n${json({ a: '@{b=1}' })}`)).toMatch(/^JSON that ConvertTo-Json/);
    expect(looksLike(json({ a: 'System.' }))).toBe('JSON with the properties a');
  });
});

describe('what begins like JSON', () => {
  const cutOff = 'JSON whose end is missing: save it again';
  const broken = 'broken JSON';

  test.each([
    ['{', cutOff],
    [' {\n ', cutOff],
    ['{"a', cutOff],
    [' { "a', cutOff],
    ['{ } }', broken],
    ['{}}', broken],
    ['{// words', cutOff],
    ['{ /* words */ "a": 1 }', broken],
    ['[', cutOff],
    [' [ \n', cutOff],
    ['[[', cutOff],
    ['[ {', cutOff],
    ['[ ] ]', broken],
    ['["a",', cutOff],
    ['[ "a" ,', cutOff],
    ['["a" ] ]', broken],
    ['["",', cutOff],
    ['[1,', cutOff],
    ['[ -1.5 ,', cutOff],
    ['[12]]', broken],
    ['{"a":1} a', broken],
    ['{"a":1} 12 failed', broken],
    [`{"a":1}${' '.repeat(100)}failed`, broken],
    ['{"a":1}\u00e9 ', broken],
  ])('%j is broken', (text, words) => {
    expect(recognize(text)).toEqual({ kind: 'unknown', looksLike: words, expected, lacks: [] });
  });

  test('lists in too many others are not read', () => {
    expect(looksLike('['.repeat(5_000) + ']'.repeat(5_000))).toBe('JSON that is nested too deeply');
  });

  test.each([
    '{error',
    '{ error }',
    '{/error}',
    '{error {"a',
    '[ERROR] {"a',
    '[error',
    '[ERROR] Unable to write',
    '[2026-11-20 10:00] Unable to write',
    '["a" b',
    '["a\nb", c',
    '[1 a',
    '[1',
    '[-a, b]',
    '[.5, a',
    '{"a":1} failed',
    '{"a":1}: failed',
    '{"a":1} - failed',
    '{"a":1}.,failed',
    `{"a":1}${' '.repeat(98)}failed`,
    '[1, 2] failed',
    '"a" failed',
    'failed {',
    'x["a",',
  ])('%j is words', (text) => {
    expect(recognize(text)).toEqual({ kind: 'error-text', text, lacks: [] });
  });
});

test('a file of another program is named', () => {
  expect(looksLike('name: a\non:\n  - push\njobs:\n  build: b\n')).toBe('a YAML file');
});

describe('what begins like XML', () => {
  const named = (name: string) => `an XML file (${name})`;
  const page = 'a web page, such as a sign-in page';
  const nameless = 'a text that begins like XML';
  const long = 'a'.repeat(101);

  test.each([
    ['<?xml version="1.0"?><a/>', named('a')],
    ['<!-- <b> --><a>', named('a')],
    ['<!-- b --><!-- c\nd --><a>', named('a')],
    ['<a>', named('a')],
    [' \n<a >', named('a')],
    ['<a/>', named('a')],
    ['<a  />', named('a')],
    ['<a b=', named('a')],
    ['<a  b-c:d.e  = "f">', named('a')],
    ['<_a>', named('_a')],
    ['<ns:a.b-c9>', named('ns:a.b-c9')],
    [`<${long}>`, named('a'.repeat(61))],
    [`<a ${'b'.repeat(100)}=`, named('a')],
    ['<errors>', named('errors')],
    ['<my.error>', named('my.error')],
    ['<a:b:error>', named('a:b:error')],
    ['<!DOCTYPE note><note/>', named('note')],
    ['<?xml version="1.0"?>', nameless],
    ['<!-- <a>', named('a')],
    ['<!-- <a> -->', nameless],
    [`<!--${'x'.repeat(9_980)}--><a>`, named('a')],
    [`<!--${'x'.repeat(9_994)}--><a>`, nameless],
    ['<html>', page],
    ['<HTML lang="en">', page],
    ['<!-- saved --><html>', page],
    ['<!DOCTYPE html>', page],
    ['\n <!doctype HTML PUBLIC>', page],
    ['<html-x>', named('html-x')],
    ['<xhtml>', named('xhtml')],
    ['<a><!doctype html>', named('a')],
  ])('%j', (text, words) => {
    expect(recognize(text)).toEqual({ kind: 'unknown', looksLike: words, expected, lacks: [] });
  });

  test.each([
    '<error>',
    '<Error code="a">',
    '<m:error>',
    '<?xml version="1.0"?><a.b-c:ERROR>',
    '<accounts - Customers V3> failed',
    '<1a>',
    '< a>',
    '<a b>',
    '<a b c=',
    '<a',
    'x <a>',
    `<${long}a>`,
    `<a ${'b'.repeat(101)}=`,
    '<a / >',
  ])('%j is words', (text) => {
    expect(recognize(text)).toEqual({ kind: 'error-text', text, lacks: [] });
  });
});

describe('bytes', () => {
  test.each<[string, Uint8Array, string]>([
    ['of a known format', Buffer.from('%PDF-1.7'), 'a PDF document'],
    ['of a program', Uint8Array.from({ length: 500 }, (_, index) => index % 7), 'a binary file'],
    ['of nothing', new Uint8Array(), 'an empty file'],
    ['of a mark alone', Uint8Array.of(0xff, 0xfe), 'an empty file'],
  ])('%s', (_name, bytes, words) => {
    expect(recognize(bytes)).toEqual({ kind: 'unknown', looksLike: words, expected, lacks: [] });
  });

  test('of a page that is not certain add to what the file lacks', () => {
    const text =
      '{"type":"run","map":"m","at":"2026-11-20T10:00:00Z"}\n"Ku\u010dera"\n{"type":"stopped","map":"m","at":"2026-11-20T11:00:00Z"}';
    expect(recognize(inPage('Windows-1250', text))).toMatchObject({
      kind: 'activity-log',
      lacks: ['line 2 could not be read', expect.stringMatching(/^letters may be wrong: /)],
    });
  });

  test.each([
    [new RangeError('m'), 'a file that is nested too deeply or too large'],
    [new TypeError('m'), 'a file that this program fails to read'],
  ])('that cannot be read, by %s, do not end the program', (error, words) => {
    const bytes = Object.assign(new Uint8Array(9), {
      subarray: () => {
        throw error;
      },
    });
    expect(recognize(bytes)).toEqual({ kind: 'unknown', looksLike: words, expected, lacks: [] });
  });
});

test('an input has a name where the file has one', () => {
  expect(recognize('Unable to write', { name: 'a.txt' }).name).toBe('a.txt');
  expect('name' in recognize('Unable to write')).toBe(false);
});

describe('a HAR file among lines', () => {
  const url = 'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions';
  const response = { status: 200, content: { text: json({ value: [{ uniquename: 'a', version: '1' }] }) } };
  const har = json({ log: { entries: [{ request: { method: 'GET', url }, response }] } });

  test('of which one is broken says that it is cut off', () => {
    expect(recognize(`${har}\n{"a`)).toMatchObject({
      kind: 'har',
      lacks: ['the file is cut off after 1 entry: save it again', 'what else is in the file is not used: 1 document'],
    });
  });

  test('whose lines are rows is none', () => {
    const row = json({ type: 'run', map: 'm', at: '2026-11-20T10:00:00Z' });
    expect(recognize(`${row}\n{"a`).lacks).toEqual(['line 2 could not be read']);
  });
});
