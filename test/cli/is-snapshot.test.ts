import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { isSnapshot } from '../../src/cli/is-snapshot.js';
import { parseSnapshot } from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { placesIn } from '../support/places-in.js';

/* The predicate saves zod on the command line; it must never say something else than zod. */

test.each(sampleEnvironments())('recognises the sample $name', ({ snapshot }) => {
  expect(isSnapshot(JSON.parse(JSON.stringify(snapshot)))).toBe(true);
});

const whatever = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(-1, 1.5, 2 ** 53, 0, '', 'known', 'partial', '2026-02-29T10:00:00Z', '2026-11-20T10:00:00+01:00'),
);

property.prop([arbitrarySnapshot, fc.nat(), whatever], { numRuns: 2_000 })(
  'says the same as zod of snapshots in which one value is another, or gone',
  (snapshot, position, replacement) => {
    const copy: unknown = JSON.parse(JSON.stringify(snapshot));
    const places = placesIn(copy);
    const place = places[position % places.length];
    if (place === undefined) throw new Error('a snapshot has places');
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
    place.holder[place.key] = replacement;
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
    if (!Array.isArray(place.holder)) delete place.holder[place.key];
    expect(isSnapshot(copy)).toBe(parseSnapshot(copy).isOk());
  },
);

test.each([null, undefined, 1, 'text', [], {}, { schemaVersion: 1 }].map((input) => [input]))('%j is none', (input) => {
  expect(isSnapshot(input)).toBe(false);
});
