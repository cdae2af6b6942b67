import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { factTable } from '../../src/facts/fact-table.js';
import { redactValue } from '../../src/facts/redact.js';
import { consistentScrub } from '../../src/facts/scrub.js';
import { factNames, known, redactSnapshot, type Snapshot, snapshotOf, unknown } from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';

const numRuns = runs(400);

/** The same value with one more property in every object, at every depth. */
function withExtras(value: unknown, extra: readonly [string, unknown]): unknown {
  if (Array.isArray(value)) return value.map((item) => withExtras(item, extra));
  if (typeof value !== 'object' || value === null) return value;
  const properties = Object.entries(value).map(([name, inner]) => [name, withExtras(inner, extra)] as const);
  return Object.fromEntries([extra, ...properties]);
}

/** Names that no fact has, or another one, or that mean something to JavaScript. */
const anyExtra = fc.tuple(
  fc.constantFrom('connectionString', 'message', 'roles', '__proto__', 'constructor'),
  fc.constantFrom('secret', ['secret'], { secret: 'secret' }, null, 7),
);

property.prop([arbitrarySnapshot, anyExtra], { numRuns })(
  'redaction keeps no property that no fact has',
  (snapshot, extra) => {
    // Safe: extra properties are what it is about.
    expect(JSON.stringify(redactSnapshot(withExtras(snapshot, extra) as Snapshot))).toBe(
      JSON.stringify(redactSnapshot(snapshot)),
    );
  },
);

property.prop([arbitrarySnapshot, anyExtra], { numRuns })(
  'a line of the table keeps nothing that it does not name, whatever the schemas let through',
  (snapshot, extra) => {
    for (const name of factNames) {
      const fact = snapshot.facts[name];
      if (fact?.status !== 'known') continue;
      const { redact } = factTable[name];
      expect(redactValue(withExtras(fact.value, extra), redact, consistentScrub())).toEqual(
        redactValue(fact.value, redact, consistentScrub()),
      );
    }
  },
);

test('a fact that there is not, or one of the wrong shape, does not get through', () => {
  const snapshot: Snapshot = JSON.parse(
    JSON.stringify({
      ...snapshotOf('x', {}, { takenAt: '2026-11-20T10:00:00Z' }),
      facts: { weather: known('secret'), companies: known([{ code: 'secret' }]) },
    }),
  );
  expect(redactSnapshot(snapshot).facts).toEqual({ companies: unknown('malformed') });
});

test('the page about redaction names what is dropped or replaced as a whole, and nothing else', () => {
  const treated = factNames.flatMap((fact) =>
    Object.entries(factTable[fact].redact).flatMap(([name, how]) =>
      ['drop', 'mask', 'scrub-json'].includes(how) ? [`${fact}.${name}`] : [],
    ),
  );
  const page = readFileSync(new URL('../../docs/redaction.md', import.meta.url), 'utf8');
  const told = [...page.matchAll(/`(\w+\.\w+)`/g)].map(([, path]) => path);
  expect(told.sort()).toEqual(treated.sort());
});
