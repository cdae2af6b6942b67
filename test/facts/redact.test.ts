import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { factTable } from '../../src/facts/fact-table.js';
import { redactValue } from '../../src/facts/redact.js';
import { consistentScrub } from '../../src/facts/scrub.js';
import { factNames, known, redactSnapshot, type Snapshot, snapshotOf, unknown } from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';

const numRuns = runs(400);

describe('what becomes of a value', () => {
  const url = 'https://u:p@ORG.api.crm4.dynamics.com/main.aspx?sig=abc';

  test.each<[Parameters<typeof redactValue>[1], unknown, unknown]>([
    ['keep', 'ann@contoso.com', 'ann@contoso.com'],
    ['scrub', 'ann@contoso.com, token=abc', '[email 2], token=[secret 1]'],
    ['scrub', '', ''],
    ['scrub-json', '{"token":"abc","to":"ann@contoso.com"}', '{"token":"abc","to":"[email 1]"}'],
    ['geography', 'East US 2', 'East US 2'],
    ['geography', 'ann@contoso.com', '[email b]'],
    ['mask', 'USER1', 'redacted'],
    ['mask', ' ', ''],
    ['url', url, 'https://org.crm4.dynamics.com'],
    ['url', 'not a url', null],
    ['required-url', url, 'https://org.crm4.dynamics.com'],
    ['required-url', 'not a url', ''],
    ['url-or-blank', url, 'https://org.crm4.dynamics.com'],
    ['url-or-blank', ' ', ''],
    ['url-or-blank', 'not a url', '(no URL)'],
    ['mask', null, null],
    ['mask', 7, 7],
    ['mask', false, false],
    ['mask', ['a', null, ''], ['redacted', null, '']],
    [{ a: 'mask' }, null, null],
    [{ a: 'mask' }, undefined, undefined],
    [
      { a: 'mask', b: 'keep', c: 'drop' },
      { a: 'x', b: 'y', c: 'z', d: 'w' },
      { a: 'redacted', b: 'y' },
    ],
    [{ a: 'mask', b: { c: 'mask' } }, [{ b: [{ c: 'x' }] }, { a: null }], [{ b: [{ c: 'redacted' }] }, { a: null }]],
  ])('%j: %j becomes %j', (how, value, expected) => {
    expect(redactValue(value, how, consistentScrub())).toStrictEqual(expected);
  });

  test('ten geographies with a secret each stay ten', () => {
    const scrubs = consistentScrub();
    const all = Array.from({ length: 10 }, (_, number) => redactValue(`ann${number}@contoso.com`, 'geography', scrubs));
    expect(all).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'ba'].map((letters) => `[email ${letters}]`));
  });
});

test('names, details and values of a snapshot are numbered together, except details, which nothing compares', () => {
  const detail = 'asked by ann@contoso.com';
  const legalEntities = known([{ code: 'bob@contoso.com', name: 'ann@contoso.com' }], { coverage: 'partial', detail });
  const facts = {
    legalEntities,
    teams: unknown('failed', detail),
    companies: unknown('not-found'),
    businessUnits: undefined,
  };
  const takenAt = '2026-11-20T10:00:00Z';
  expect(redactSnapshot(snapshotOf('ANN@contoso.com', facts, { takenAt }))).toStrictEqual({
    schemaVersion: 1,
    environment: { name: '[email 1]' },
    takenAt,
    facts: {
      companies: unknown('not-found'),
      legalEntities: known([{ code: '[email 2]', name: '[email 1]' }], {
        coverage: 'partial',
        detail: 'asked by [email]',
      }),
      teams: unknown('failed', 'asked by [email]'),
    },
  });
});

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
