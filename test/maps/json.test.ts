import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { deepestNesting, type JsonIssue, jsonOf } from '../../src/maps/json.js';
import { nodeOfValue, textOfNode, valueOfNode } from '../../src/maps/json-node.js';
import { parseJson } from '../../src/maps/parse-json.js';
import { runs } from '../support/fuzz.js';

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
    const node = parseJson(written)._unsafeUnwrap();
    expect(valueOfNode(node, '', [])).toEqual(JSON.parse(written));
    expect(textOfNode(node)).toBe(JSON.stringify(JSON.parse(text)));
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
  test.prop([fc.json({ maxDepth: 4 }), fc.array(mutation, { minLength: 1, maxLength: 3 })], { numRuns: runs(3_000) })(
    'JSON with damage',
    (text, mutations) => {
      const damaged = mutations.reduce((rest, [at, piece, removed]) => {
        const place = at % (rest.length + 1);
        return rest.slice(0, place) + piece + rest.slice(place + removed);
      }, text);
      expect([damaged, parseJson(damaged).isOk()]).toEqual([damaged, isJson(damaged)]);
    },
  );

  test.prop([fc.string({ unit: fc.constantFrom(...'{}[],:"\\ue1.0-+ \ttruefalsn') })], { numRuns: runs(3_000) })(
    'characters of JSON in any order',
    (text) => {
      expect([text, parseJson(text).isOk()]).toEqual([text, isJson(text)]);
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
  ])('%j', (text) => expect(parseJson(text).isOk()).toBe(isJson(text)));
});

test.each([
  ['{"a":{"b":1}', 12, '}'],
  ['{"a":[1,2', 9, ']}'],
  ['{"a" 1}', 5, '}'],
  ['[1,,2]', 3, ']'],
  ['x', 0, ''],
  ['"ab', 3, ''],
])('%s: the place of the fault, and what is open there', (text, position, unclosed) => {
  expect(parseJson(text)._unsafeUnwrapErr()).toMatchObject({ position, unclosed });
});

describe('hostile text', () => {
  test.each([
    ['brackets', '['.repeat(5_000_000)],
    ['braces', '{"a":'.repeat(1_000_000)],
    ['a number', '1'.repeat(5_000_000).concat('x')],
    ['a text without end', `"${'a'.repeat(20_000_000)}`],
    ['backslashes', `"${'\\\\'.repeat(5_000_000)}`],
  ])('%s', (_name, text) => {
    expect(parseJson(text).isErr()).toBe(true);
  });

  test('the deepest nesting that is taken, and one more', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(deepestNesting)).isOk()).toBe(true);
    expect(parseJson(nested(deepestNesting + 1))._unsafeUnwrapErr().position).toBe(deepestNesting);
  });
});

describe('text is written as it was read', () => {
  test.each([
    '{"b":1,"a":2,"1":3}',
    '{"a":1,"a":2}',
    '{"\\u00e9\\/":1}',
    '[1.0,1e400,-0,0.1000000000000000055,9007199254740993]',
    '"\\u00e9\\/\\ud800"',
    '{"__proto__":{},"constructor":null}',
  ])('%s', (text) => {
    expect(textOfNode(parseJson(` ${text} `)._unsafeUnwrap())).toBe(text);
  });

  test.prop([fc.jsonValue()])('any value', (value) => {
    const node = nodeOfValue(jsonOf(value) ?? null);
    expect(textOfNode(node)).toBe(JSON.stringify(value));
    expect(JSON.stringify(valueOfNode(node, '', []))).toBe(JSON.stringify(value));
  });
});

describe('a number that a value cannot hold is a text with its digits, and an issue', () => {
  test.each<[string, unknown]>([
    ['9007199254740992', 9007199254740992],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['1e400', '1e400'],
    ['1e-400', '1e-400'],
    ['-0', '-0'],
    ['1.0', '1.0'],
    ['1.10', '1.10'],
    ['1e2', '1e2'],
    ['0.1', 0.1],
    ['1e+21', 1e21],
    ['0.1000000000000000055', '0.1000000000000000055'],
  ])('%s', (text, expected) => {
    const issues: JsonIssue[] = [];
    expect(valueOfNode(parseJson(`[${text}]`)._unsafeUnwrap(), 'x', issues)).toEqual([expected]);
    expect(issues.map(({ path }) => path)).toEqual(typeof expected === 'string' ? ['x[0]'] : []);
  });
});

test('of a key that is there twice the last value counts, as in JSON.parse, and that is an issue', () => {
  const issues: JsonIssue[] = [];
  const text = '{"a":{"b":1,"b":2},"c":3,"a":{"b":4},"__proto__":1,"__proto__":2}';
  const value = valueOfNode(parseJson(text)._unsafeUnwrap(), '', issues);
  expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
  expect(issues.map(({ type, path }) => [type, path])).toEqual([
    ['double-key', 'a.b'],
    ['double-key', 'a'],
    ['double-key', '__proto__'],
  ]);
});

test('more values than any map has are a fault, before they fill the memory', () => {
  const text = `[${'0,'.repeat(2_500_000)}0]`;
  expect(parseJson(text)._unsafeUnwrapErr()).toMatchObject({ because: 'more than 2000000 values' });
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

  test('a date is its text, and of other objects their properties are not their content', () => {
    expect(jsonOf({ at: new Date('2026-11-20T10:00:00Z') })).toEqual({ at: '2026-11-20T10:00:00.000Z' });
    const odd = [new Date(Number.NaN), new Map([['a', 1]]), new Set([1]), /a/, new Uint8Array(2), new Error('x')];
    for (const value of odd) expect(jsonOf({ value })).toBeUndefined();
  });

  test('what throws while it is read is not JSON', () => {
    const getter = Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    const gone = Proxy.revocable({}, {});
    gone.revoke();
    for (const value of [getter, gone.proxy, [gone.proxy]]) expect(jsonOf(value)).toBeUndefined();
  });

  test('a key called __proto__ stays a key', () => {
    const copy = jsonOf(JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":1}}');
    expect({}).not.toHaveProperty('polluted');
  });
});
