import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { deepestNesting, jsonFaultOf, jsonOf, parseSoundJson } from '../../src/maps/json.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a text is sound exactly when JSON.parse takes it', () => {
  test.prop([fc.json({ maxDepth: 5 }), fc.boolean()])('JSON', (text, isIndented) => {
    const written = isIndented ? JSON.stringify(JSON.parse(text), null, 2) : text;
    expect(jsonFaultOf(written)).toBeUndefined();
    expect(parseSoundJson(written)).toEqual(JSON.parse(written));
  });

  const mutation = fc.tuple(
    fc.nat(400),
    fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\\u12',
      '0',
      '-',
      '.',
      'e',
      ' ',
      '\n',
      '\u0001',
      'true',
      '\u2028',
    ),
    fc.nat(2),
  );
  test.prop([fc.json({ maxDepth: 4 }), fc.array(mutation, { minLength: 1, maxLength: 3 })], { numRuns: 3_000 })(
    'JSON with damage',
    (text, mutations) => {
      const damaged = mutations.reduce((rest, [at, piece, removed]) => {
        const place = at % (rest.length + 1);
        return rest.slice(0, place) + piece + rest.slice(place + removed);
      }, text);
      expect([damaged, jsonFaultOf(damaged) === undefined]).toEqual([damaged, isJson(damaged)]);
    },
  );

  test.prop([fc.string({ unit: fc.constantFrom(...'{}[],:"\\ue1.0-+ \ttruefalsn') })], { numRuns: 3_000 })(
    'characters of JSON in any order',
    (text) => {
      expect([text, jsonFaultOf(text) === undefined]).toEqual([text, isJson(text)]);
    },
  );

  test.each([
    '',
    ' ',
    '01',
    '1.',
    '-',
    '1e',
    '+1',
    '.5',
    'nul',
    'truefalse',
    '"\u0000"',
    '"\\x"',
    '"\\u00g0"',
    '[1,]',
    '{"a":1,}',
    '{,}',
    '[',
    '{"a"',
    '{a:1}',
    "{'a':1}",
    '\ufeff{}',
    '1 2',
    '{}}',
    '"\ud800"',
    '\u00a01',
  ])('%j', (text) => expect(jsonFaultOf(text) === undefined).toBe(isJson(text)));
});

test.each([
  ['{"a":{"b":1}', 12, '}'],
  ['{"a":[1,2', 9, ']}'],
  ['{"a" 1}', 5, '}'],
  ['[1,,2]', 3, ']'],
  ['x', 0, ''],
  ['"ab', 3, ''],
])('%s: the place of the fault, and what is open there', (text, position, unclosed) => {
  expect(jsonFaultOf(text)).toMatchObject({ position, unclosed });
});

describe('hostile text', () => {
  test.each([
    ['brackets', '['.repeat(5_000_000)],
    ['braces', '{"a":'.repeat(1_000_000)],
    ['a number', '1'.repeat(5_000_000).concat('x')],
    ['a text without end', `"${'a'.repeat(20_000_000)}`],
    ['backslashes', `"${'\\\\'.repeat(5_000_000)}`],
  ])('%s', (_name, text) => {
    expect(jsonFaultOf(text)).toBeDefined();
  });

  test('the deepest nesting that is taken, and one more', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(jsonFaultOf(nested(deepestNesting))).toBeUndefined();
    expect(jsonFaultOf(nested(deepestNesting + 1))?.position).toBe(deepestNesting);
  });
});

describe('values made in code', () => {
  test.prop([fc.jsonValue()])('JSON is the same', (value) => {
    expect(JSON.stringify(jsonOf(value))).toBe(JSON.stringify(value));
  });

  const loop: Record<string, unknown> = {};
  loop.a = loop;
  loop.b = loop;
  test.each([[loop], [Number.NaN], [1n], [Symbol.iterator], [() => 1], [[undefined]]])('no JSON %#', (value) => {
    expect(jsonOf(value)).toBeUndefined();
  });

  test('a key called __proto__ stays a key', () => {
    const copy = jsonOf(JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":1}}');
    expect({}).not.toHaveProperty('polluted');
  });
});
