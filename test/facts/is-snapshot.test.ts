import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { isSnapshot } from '../../src/facts/is-snapshot.js';
import { snapshotSchemas } from '../../src/facts/parse-snapshot.js';
import { factEnvelopes } from '../../src/facts/schemas.js';
import { factNames, parseSnapshot } from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';
import { placesIn } from '../support/places-in.js';
import { otherShapesOf, otherValues, variantsOf } from '../support/variants-of.js';

/* The predicate saves zod on the command line; it must never say something else than zod. */

/** Those of which the predicate says something else than the schema. */
function misjudged(inputs: readonly unknown[]): readonly unknown[] {
  const { snapshot } = snapshotSchemas();
  return inputs.filter((input) => isSnapshot(input) !== snapshot.safeParse(input).success);
}

const empty = { schemaVersion: 1, environment: { name: 'contoso-uat' }, takenAt: '2026-11-20T10:00:00Z', facts: {} };

describe('says the same as zod', () => {
  test.each(factNames)('where one value of the fact %s is another', (name) => {
    const inputs = variantsOf(factEnvelopes()[name]).map((fact) => ({ ...empty, facts: { [name]: fact } }));
    expect(isSnapshot(inputs[0])).toBe(true);
    expect(misjudged(inputs)).toEqual([]);
  });

  test('where one value around the facts is another', () => {
    const inputs = Object.entries(empty).flatMap(([name, value]) => {
      const others = [...otherValues, [value], { name: 7 }, ...(typeof value === 'object' ? otherShapesOf(value) : [])];
      return others.map((other) => ({ ...empty, [name]: other }));
    });
    expect(misjudged([empty, ...inputs, ...otherShapesOf(empty)])).toEqual([]);
  });

  test('of any day and time, and of what only looks like one', () => {
    const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
    const days = [
      ...['19', '20'].flatMap((century) => twoDigits.map((year) => `${century}${year}-02-29`)),
      ...twoDigits.flatMap((century) => [`${century}00-02-29`, `x${century}0-02-28`, `${century}0-02-28`]),
      ...twoDigits.flatMap((month) => ['28', '29', '30', '31', '3'].map((day) => `2026-${month}-${day}`)),
      ...twoDigits.flatMap((day) => ['02', '04', '12'].map((month) => `2026-${month}-${day}`)),
    ];
    const times = [
      ...twoDigits.flatMap((two) => [`${two}:00:00Z`, `10:${two}:00Z`, `10:00:${two}Z`, `10:00:00.${two}Z`]),
      ...twoDigits.flatMap((two) => [`10:00:00+${two}:30`, `10:00:00-${two}:30`, `10:00:00+05:${two}`]),
      ...['10:00Z', '10:00:00', '10:00:00.Z', '10:00:00.xZ', '10:00:00z', '10:00:00Zx', '10:00:00 05:30', ''],
    ];
    const moments = [
      ...days.flatMap((day) => [`${day}T10:00:00Z`, `x${day}T10:00:00Z`]),
      ...times.map((time) => `2026-11-20T${time}`),
    ];
    expect(misjudged(moments.map((takenAt) => ({ ...empty, takenAt })))).toEqual([]);
  });
});

test.each(sampleEnvironments())('recognizes the sample $name', ({ snapshot }) => {
  expect(isSnapshot(JSON.parse(JSON.stringify(snapshot)))).toBe(true);
});

const whatever = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom<unknown>(
    ...[-1, 1.5, 0, -0, 2 ** 53, 2 ** 53 - 1, 1e21],
    ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN],
    ...['', 'known', 'partial', '2026-02-29T10:00:00Z', '2026-11-20T10:00:00+01:00', '2026-11-20T10:00:00'],
    ...[undefined, 1n, Symbol.iterator, new Date(0), new Map(), Object('text'), Object(1), () => 1],
    ...[Object.create(null), Object.create({ status: 'known' }), JSON.parse('{"__proto__":{"status":"known"}}')],
  ),
);

/** The same values in another shape: what JSON does not have, but callers may hand over. */
const reshapings: readonly ((value: unknown) => unknown)[] = [
  (value) => (isPlainObject(value) ? Object.create(value) : value),
  (value) => (isPlainObject(value) ? Object.assign(Object.create(null), value) : value),
  (value) => (isPlainObject(value) ? Object.assign(new (class Own {})(), value) : value),
  (value) => (isPlainObject(value) ? { ...value, extra: Number.NaN } : value),
  (value) => (isPlainObject(value) ? JSON.parse(JSON.stringify(value).replace('{', '{"__proto__":{"x":1},')) : value),
  (value) => (Array.isArray(value) ? [...value, ...new Array(1)] : value),
  (value) => (Array.isArray(value) ? Object.assign([], { length: 1 }, value) : value),
  (value) => (Array.isArray(value) ? Object.assign([...value], { extra: 1 }) : value),
  (value) => (Array.isArray(value) ? { ...value } : value),
  (value) => (Array.isArray(value) ? new Set(value) : value),
  (value) => (isPlainObject(value) ? Object.entries(value) : value),
];

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

property.prop([arbitrarySnapshot, fc.nat(), fc.constantFrom(...reshapings)], { numRuns: runs(300) })(
  'says the same as zod of snapshots in which one value has another shape',
  (snapshot, position, reshape) => {
    const copy: unknown = JSON.parse(JSON.stringify(snapshot));
    const places = placesIn(copy);
    const place = places[position % places.length];
    if (place === undefined) throw new Error('a snapshot has places');
    place.holder[place.key] = reshape(place.holder[place.key]);
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
  },
);

property.prop([
  fc.oneof(
    whatever,
    fc.anything(),
    arbitrarySnapshot.map((one) => Object.create(one)),
  ),
])('says the same as zod of anything at all', (input) => {
  expect(isSnapshot(input)).toBe(parseSnapshot(input).isOk());
});

test.each(['1e999', '-1e999'])('%s as a number is malformed, as it is to parseSnapshot', (number) => {
  const text = `{"schemaVersion":1,"environment":{"name":"x"},"takenAt":"2026-11-20T10:00:00Z","facts":{"finopsEnvironment":{"status":"known","value":{"url":"x","platformUpdate":${number}}}}}`;
  expect(isSnapshot(JSON.parse(text))).toBe(false);
  expect(parseSnapshot(JSON.parse(text)).isErr()).toBe(true);
  expect(isSnapshot(JSON.parse(text.replace(number, '67')))).toBe(true);
});

property.prop([arbitrarySnapshot, fc.nat(), whatever], { numRuns: runs(300) })(
  'says the same as zod of snapshots in which one value is another, or gone',
  (snapshot, position, replacement) => {
    const copy: unknown = JSON.parse(JSON.stringify(snapshot));
    const places = placesIn(copy);
    const place = places[position % places.length];
    if (place === undefined) throw new Error('a snapshot has places');
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
    place.holder[place.key] = replacement;
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
    delete place.holder[place.key]; // in a list, that leaves a hole
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
  },
);

test.each([null, undefined, 1, 'text', [], {}, { schemaVersion: 1 }].map((input) => [input]))('%j is none', (input) => {
  expect(isSnapshot(input)).toBe(false);
});
