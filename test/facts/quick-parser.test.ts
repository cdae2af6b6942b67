import { isDeepStrictEqual } from 'node:util';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { snapshotSchemas } from '../../src/facts/parse-snapshot.js';
import { inOurWords } from '../../src/facts/parse-with.js';
import { quickParser } from '../../src/facts/quick-parser.js';
import { factEnvelopes } from '../../src/facts/schemas.js';
import { factNames, factOf } from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';
import { placesIn } from '../support/places-in.js';
import { variantsOf } from '../support/variants-of.js';

/* The parser saves zod where nothing is to be changed; it must never say something else than zod. */

const whatever = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom<unknown[]>(
    undefined,
    Number.NaN,
    -1,
    1.5,
    2 ** 53,
    new Date(0),
    new Array(1),
    new String('a'),
    () => 'a',
  ),
);

test.each(factNames)('the fact %s in which one value is another is parsed as zod parses it', (name) => {
  const schema: z.ZodMiniType = factEnvelopes()[name];
  const [dropping, keeping] = [quickParser(schema, 'dropped'), quickParser(schema, 'kept')];
  for (const fact of variantsOf(schema)) {
    const parsed = schema.safeParse(fact, inOurWords);
    expect(dropping(fact)).toStrictEqual(parsed);
    expect(keeping(fact).success).toBe(parsed.success);
    if (parsed.success && isDeepStrictEqual(parsed.data, fact)) expect(dropping(fact).data).toBe(fact);
  }
});

const quickSnapshot = quickParser(snapshotSchemas().snapshot, 'dropped');

property.prop([arbitrarySnapshot, fc.nat(), whatever, fc.boolean()], { numRuns: runs(100) })(
  'facts in which one value is another, or gone, or too many, are parsed as zod parses them',
  (snapshot, position, replacement, isMore) => {
    const facts = JSON.parse(JSON.stringify(snapshot.facts));
    const places = placesIn(facts).filter(({ holder }) => holder !== facts);
    const place = places[position % Math.max(places.length, 1)];
    // A list with a name on it is not JSON.
    const key = isMore && !Array.isArray(place?.holder) ? `${place?.key}!` : place?.key;
    if (place !== undefined && key !== undefined) place.holder[key] = replacement;
    expectSame();
    if (place !== undefined && !Array.isArray(place.holder)) delete place.holder[place.key];
    expectSame();

    function expectSame(): void {
      for (const name of factNames) {
        const schema = factEnvelopes()[name];
        const fact: unknown = factOf(facts, name);
        expect(quickParser<unknown>(schema, 'dropped')(fact)).toStrictEqual(schema.safeParse(fact, inOurWords));
        expect(quickParser<unknown>(schema, 'kept')(fact).success).toBe(schema.safeParse(fact).success);
      }
      const whole = { ...snapshot, facts };
      expect(quickSnapshot(whole)).toStrictEqual(snapshotSchemas().snapshot.safeParse(whole, inOurWords));
    }
  },
);

const rows = z.object({
  value: z.array(
    z.object({ text: z.string(), size: z.nullable(z.number()), isNew: z.nullish(z.union([z.boolean(), z.string()])) }),
  ),
});

describe('what matches is passed on unchanged', () => {
  const fitting = () => ({
    value: [
      { text: 'a', size: null },
      { text: '', size: -1.5, isNew: 'Yes' },
      { text: '', size: 0, isNew: undefined },
    ],
  });
  const crowded = () => ({ value: [{ text: 'a', size: 1, isNew: null, etag: 'W/1' }], context: '' });

  test.each(['dropped', 'kept'] as const)('extras %s', (extras) => {
    const input = fitting();
    expect(quickParser(rows, extras)(input).data).toBe(input);
  });

  test.each(['companies', 'teams', 'runtimeConfigurations', 'projectConfigurations', 'entityMaps'] as const)(
    'facts with many rows: %s',
    (name) => {
      for (const { snapshot } of sampleEnvironments()) {
        const fact = factOf(snapshot.facts, name);
        expect(quickParser<unknown>(factEnvelopes()[name], 'dropped')(fact).data).toBe(fact);
      }
    },
  );

  test.each<[string, z.ZodMiniType, unknown]>([
    ['a text with a format', z.iso.datetime({ offset: true }), '2026-01-14T10:00:00Z'],
    ['a text that is trimmed already', z.string().check(z.trim(), z.minLength(1)), 'a'],
    ['a number or a flag', z.union([z.number(), z.boolean()]), true],
    ['a whole number in its bounds', z.int().check(z.nonnegative()), 7],
  ])('%s', (_name, schema, value) => {
    const input = [{ value }];
    expect(quickParser(z.array(z.object({ value: schema })), 'dropped')(input).data).toBe(input);
  });

  test('extras make no difference where they are kept', () => {
    const input = crowded();
    expect(quickParser(rows, 'kept')(input).data).toBe(input);
  });

  test('extras are dropped if that is requested', () => {
    expect(quickParser(rows, 'dropped')(crowded()).data).toStrictEqual({
      value: [{ text: 'a', size: 1, isNew: null }],
    });
  });
});

describe('what changes something or looks closer is left to zod', () => {
  const rabbit = z.object({ a: z.string() });
  test.each<[string, z.ZodMiniType, unknown]>([
    ['a check', z.string().check(z.minLength(2)), 'a'],
    ['a refinement', z.string().check(z.refine((text) => text === 'b')), 'a'],
    ['a format', z.email(), 'a'],
    ['no text at all', z.string().check(z.minLength(1)), undefined],
    ['a change', z.string().check(z.trim()), ' a '],
    [
      'a transformation',
      z.pipe(
        z.string(),
        z.transform((text) => text.length),
      ),
      'a',
    ],
    ['a conversion of numbers', z.coerce.number(), '1'],
    ['a conversion of texts', z.coerce.string(), 1],
    ['a conversion of booleans', z.coerce.boolean(), 'a'],
    ['a whole number', z.int(), 1.5],
    ['no number', z.number(), Number.NaN],
    ['a number without end', z.number(), Number.POSITIVE_INFINITY],
    ['a default', z.object({ a: z._default(z.string(), 'b') }), {}],
    ['options that overlap', z.union([rabbit, z.object({ a: z.string(), b: z.string() })]), { a: 'a', b: 'b' }],
    ['an option that changes', z.union([z.string().check(z.trim()), z.string()]), ' a '],
    ['a strict object', z.strictObject({ a: z.string() }), { a: 'a', b: 1 }],
    ['an object with a check', rabbit.check(z.refine(() => false)), { a: 'a' }],
    ['a list with a length', z.array(z.string()).check(z.minLength(2)), ['a']],
    [
      'an instance of a class',
      rabbit,
      new (class Hare {
        a = 'a';
      })(),
    ],
  ])('%s', (_name, schema, input) => {
    for (const extras of ['dropped', 'kept'] as const)
      expect(quickParser(schema, extras)(input)).toStrictEqual(schema.safeParse(input, inOurWords));
  });
});
