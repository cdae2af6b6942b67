import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inShort, invalidOptions, malformed } from '../../src/facts/issues.js';
import { kindOf, malformedBy, parseWith } from '../../src/facts/parse-with.js';
import { parseSnapshot } from '../../src/index.js';

/** The issues as people read them. */
function issuesOf(schema: z.ZodMiniType, input: unknown): readonly string[] {
  const { issues } = parseWith(schema, input)._unsafeUnwrapErr();
  return issues.map(({ path, message }) => `${path}: ${message}`);
}

test('what fits is what the schema makes of it', () => {
  expect(parseWith(z.object({ a: z.string() }), { a: 'x', b: 1 })._unsafeUnwrap()).toEqual({ a: 'x' });
});

describe('what was expected, and what was found', () => {
  test.each<[string, z.ZodMiniType, unknown, string]>([
    ['a text', z.string(), 7, 'expected a string, found a number'],
    ['a number', z.number(), 'x', 'expected a number, found a string'],
    ['a whole number', z.int(), 1.5, 'expected a whole number, found a number'],
    ['a flag', z.boolean(), null, 'expected true or false, found null'],
    ['an object', z.object({}), [], 'expected an object, found a list'],
    ['an object with any keys', z.record(z.string(), z.string()), true, 'expected an object, found true'],
    ['a list', z.array(z.string()), {}, 'expected a list, found an object'],
    ['a kind without a word for it', z.date(), undefined, 'expected date, found nothing'],
    ['one value', z.literal(1), 2, 'expected 1'],
    ['one of some', z.enum(['a', 'b']), 'c', 'expected one of "a", "b"'],
    ['a time', z.iso.datetime({ offset: true }), 'x', 'expected a date and time with a time zone'],
    ['another form', z.string().check(z.regex(/^a/)), 'x', 'expected something else'],
    ['a rule of its own', z.string().check(z.refine(() => false)), 'x', 'expected something else'],
    ['no more keys', z.strictObject({ a: z.string() }), { a: '', b: 1, c: 2 }, 'expected no "b", "c" here'],
    ['some text', z.string().check(z.minLength(1)), '', 'expected text, found nothing'],
    ['a longer text', z.string().check(z.minLength(2)), 'x', 'expected at least 2'],
    ['a shorter text', z.string().check(z.maxLength(1)), 'xy', 'expected at most 1'],
    ['an item', z.array(z.string()).check(z.minLength(1)), [], 'expected at least 1'],
    ['at least', z.number().check(z.gte(1)), 0, 'expected at least 1'],
    ['more than', z.number().check(z.gt(0)), 0, 'expected more than 0'],
    ['at most', z.number().check(z.lte(1)), 2, 'expected at most 1'],
    ['less than', z.number().check(z.lt(1)), 1, 'expected less than 1'],
    ['what the schema says itself', z.string('expected a name'), 7, 'expected a name'],
  ])('%s', (_name, schema, input, message) => {
    expect(issuesOf(schema, input)).toEqual([`: ${message}`]);
  });

  test.each<[string, z.core.$ZodConfig]>([
    ['a language', { localeError: () => 'theirs' }],
    ['messages', { customError: () => 'not ours' }],
  ])('%s that another program gave zod for all does not show', (_name, config) => {
    const { localeError, customError } = z.config();
    z.config(config);
    try {
      const matters: readonly [z.ZodMiniType, unknown][] = [
        [z.string(), 7],
        [z.string().check(z.regex(/^a/)), 'x'],
        [z.string().check(z.refine(() => false)), 'x'],
        [z.map(z.string(), z.string()), new Map([[1, '']])],
        [z.number().check(z.multipleOf(2)), 3],
      ];
      for (const [schema, input] of matters) expect(issuesOf(schema, input).join()).toMatch(/: expected /);
      expect(issuesOf(z.union([z.string(), z.number()]), true)).toEqual([
        ': expected a string, found true; or: expected a number, found true',
      ]);
    } finally {
      z.config({ localeError, customError });
    }
  });

  test.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    ['hunter2', 'a string'],
    [7, 'a number'],
    [false, 'false'],
    [[], 'a list'],
    [{}, 'an object'],
    [() => 1, 'a function'],
  ])('the kind of %j is %s', (value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });

  test.each<[unknown, string]>([
    ['x', '"x"'],
    ['x'.repeat(100), `"${'x'.repeat(100)}"`],
    ['x'.repeat(101), `"${'x'.repeat(100)}…"`],
    [undefined, 'undefined'],
    [null, 'null'],
    [[1], 'a list'],
    [{ a: 1 }, 'an object'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
    [1.5, '1.5'],
    [7n, '7'],
    [true, 'true'],
  ])('in short, %o is %s', (value, text) => {
    expect(inShort(value)).toBe(text);
  });
});

describe('where it was', () => {
  const rows = z.object({ facts: z.record(z.string(), z.object({ value: z.array(z.object({ code: z.string() })) })) });
  test('every place has its path', () => {
    expect(issuesOf(rows, { facts: { a: { value: [{ code: 'x' }, { code: 1 }, {}] }, b: {} } })).toEqual([
      'facts.a.value[1].code: expected a string, found a number',
      'facts.a.value[2].code: expected a string, found nothing',
      'facts.b.value: expected a list, found nothing',
    ]);
    expect(issuesOf(z.array(z.array(z.string())), [[], ['x', 1]])).toEqual([
      '[1][1]: expected a string, found a number',
    ]);
  });

  test('in one line, the first place and how many more there are', () => {
    const because = (input: unknown) =>
      parseWith(z.object({ a: z.string(), b: z.string() }), input)._unsafeUnwrapErr().because;
    expect(because({ a: 1, b: '' })).toBe('a: expected a string, found a number');
    expect(because({})).toBe('a: expected a string, found nothing (and 1 more)');
    expect(because(7)).toBe('expected an object, found a number');
  });

  test('an error without issues is its message', () => {
    expect(malformedBy({ issues: [], message: 'no' } as unknown as z.core.$ZodError)).toEqual(
      malformed([{ path: '', message: 'no' }]),
    );
  });
});

describe('of alternatives', () => {
  const map = z.object({ name: z.string(), fields: z.array(z.string()) });

  test.each<[string, z.ZodMiniType, unknown, readonly string[]]>([
    [
      'what each expects, where none is meant',
      z.union([z.string(), z.number(), map]),
      true,
      [': expected a string, found true; or: expected a number, found true; or: expected an object, found true'],
    ],
    [
      'what is wrong with the one that is meant',
      z.union([z.string(), map]),
      { name: 1, fields: ['x', null] },
      ['name: expected a string, found a number', 'fields[1]: expected a string, found null'],
    ],
    [
      'the path to it and the path in it',
      z.object({ maps: z.array(z.union([z.string(), map])) }),
      { maps: ['x', { name: 'x' }] },
      ['maps[1].fields: expected a list, found nothing'],
    ],
    [
      'alternatives in alternatives',
      z.union([z.string(), z.object({ map: z.union([z.number(), map]) })]),
      { map: { name: 'x', fields: {} } },
      ['map.fields: expected a list, found an object'],
    ],
    [
      'keys that the one that is meant does not have',
      z.object({ map: z.union([z.string(), z.strictObject({ name: z.string() })]) }),
      { map: { name: 'x', names: 'y' } },
      ['map: expected no "names" here'],
    ],
    [
      'keys that no alternative has with the others',
      z.union([z.strictObject({ map: z.string() }), z.strictObject({ table: z.string() })]),
      { map: 'x', table: 'y' },
      [': expected no "table" here'],
    ],
    [
      'the names that distinguish them',
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), one: z.string() }),
        z.object({ kind: z.literal('b') }),
      ]),
      { kind: 'c' },
      ['kind: expected one of "a", "b"'],
    ],
    [
      'what is wrong with the named one',
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), one: z.string() }),
        z.object({ kind: z.literal('b') }),
      ]),
      { kind: 'a' },
      ['one: expected a string, found nothing'],
    ],
  ])('%s', (_name, schema, input, issues) => {
    expect(issuesOf(schema, input)).toEqual(issues);
  });
});

test('options without an issue have no fault, others say all of them', () => {
  expect(invalidOptions([])).toBeUndefined();
  const issues = [
    { path: 'now', message: 'expected a date' },
    { path: '', message: 'expected options' },
  ];
  expect(invalidOptions(issues)).toEqual({
    type: 'invalid-options',
    because: 'now: expected a date (and 1 more)',
    issues,
  });
});

test.each<[unknown, string]>([
  [null, 'expected an object, found null'],
  [{ schemaVersion: '2' }, 'schemaVersion: expected 1 (and 3 more)'],
])('a version is only read where there is one: %j', (input, because) => {
  expect(parseSnapshot(input)._unsafeUnwrapErr()).toMatchObject({ type: 'malformed', because });
});
