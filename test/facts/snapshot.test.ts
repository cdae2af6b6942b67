import { describe, expect, test } from 'vitest';
import { objectFacts } from '../../src/facts/fact-names.js';
import { factSchemas } from '../../src/facts/schemas.js';
import { factNames, factOf, known, parsePartialSnapshot, parseSnapshot, unknown } from '../../src/index.js';

const minimal = { schemaVersion: 1, environment: { name: 'contoso-uat' }, takenAt: '2026-11-20T10:00:00Z', facts: {} };

test('fact names and schemas are the same', () => {
  expect(Object.keys(factSchemas())).toEqual(factNames);
  const objects = factNames.filter((name) => factSchemas()[name]._zod.def.type === 'object');
  expect([...objectFacts]).toEqual(objects);
});

test('a fact left out is not provided, also one whose name every object has', () => {
  const snapshot = parseSnapshot(minimal)._unsafeUnwrap();
  expect(factOf(snapshot.facts, 'link')).toEqual(unknown('not-provided'));
});

test('extra properties are dropped wherever they occur', () => {
  const input = JSON.parse(
    JSON.stringify({
      ...minimal,
      extra: 1,
      facts: { legalEntities: { ...known([{ code: 'USMF', secret: 's' }]), more: 1 }, nonsense: 1 },
    }).replace('"secret"', '"__proto__":{"polluted":true},"secret"'),
  );
  const snapshot = parseSnapshot(input)._unsafeUnwrap();
  expect(JSON.stringify(snapshot)).toBe(
    JSON.stringify({ ...minimal, facts: { legalEntities: known([{ code: 'USMF' }]) } }),
  );
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('what needs no change is passed on unchanged', () => {
  const link = { status: 'unknown', reason: 'not-found' };
  const whole = { ...minimal, facts: { legalEntities: known([{ code: 'USMF' }]), link } };
  expect(parseSnapshot(whole)._unsafeUnwrap()).toBe(whole);
  const crowded = parseSnapshot({
    ...whole,
    facts: { ...whole.facts, legalEntities: known([{ code: 'USMF', more: 1 }]) },
  });
  expect(crowded._unsafeUnwrap()).toStrictEqual(whole);
  expect(crowded._unsafeUnwrap().facts.link).toBe(link);
});

const row = { id: 'c1', code: 'USMF', name: 'x', defaultOwningTeamId: null };

describe('malformed input', () => {
  test.each([
    [null, ''],
    [undefined, ''],
    ['text', ''],
    [[], ''],
    [{}, 'schemaVersion'],
    [{ ...minimal, schemaVersion: '1' }, 'schemaVersion'],
    [{ ...minimal, environment: {} }, 'environment.name'],
    [{ ...minimal, takenAt: 'yesterday' }, 'takenAt'],
    [{ ...minimal, takenAt: '2026-11-20T10:00:00' }, 'takenAt'],
    [{ ...minimal, facts: [] }, 'facts'],
    [{ ...minimal, facts: { companies: { status: 'maybe' } } }, 'facts.companies.status'],
    [{ ...minimal, facts: { companies: { status: 'known' } } }, 'facts.companies.value'],
    [{ ...minimal, facts: { companies: known([row, { ...row, code: 7 }]) } }, 'facts.companies.value[1].code'],
    [{ ...minimal, facts: { companies: known([{ ...row, code: undefined }]) } }, 'facts.companies.value[0].code'],
    [{ ...minimal, facts: { companies: { ...known([]), coverage: 'most' } } }, 'facts.companies.coverage'],
    [{ ...minimal, facts: { link: { status: 'unknown', reason: 'tired' } } }, 'facts.link.reason'],
  ])('%j', (input, path) => {
    const fault = parseSnapshot(input)._unsafeUnwrapErr();
    expect(fault).toMatchObject({ type: 'malformed' });
    expect(fault.type === 'malformed' && fault.issues.map((issue) => issue.path)).toContain(path);
  });

  test('a status that does not exist is answered with those that do', () => {
    const input = { ...minimal, facts: { companies: { status: 'maybe' }, teams: {} } };
    const message = 'expected one of "known", "unknown"';
    expect(parseSnapshot(input)._unsafeUnwrapErr()).toMatchObject({
      issues: [
        { path: 'facts.companies.status', message },
        { path: 'facts.teams.status', message },
      ],
    });
  });

  test('another version is distinguished', () => {
    expect(parseSnapshot({ ...minimal, schemaVersion: 2 })._unsafeUnwrapErr()).toEqual({
      type: 'unsupported-version',
      because: 'schemaVersion: expected 1, found 2',
      found: 2,
      expected: 1,
    });
  });
});

test('a snapshot that only adds facts needs neither name nor time', () => {
  const facts = { legalEntities: known([{ code: 'USMF' }]) };
  for (const some of [{}, { environment: { name: 'x' } }, { takenAt: '2026-11-20T10:00:00+01:00' }]) {
    const partial = { schemaVersion: 1, ...some, facts };
    expect(parsePartialSnapshot(partial)._unsafeUnwrap()).toBe(partial);
  }
  expect(parsePartialSnapshot({ schemaVersion: 1, facts: {}, more: 1 })._unsafeUnwrap()).toStrictEqual({
    schemaVersion: 1,
    facts: {},
  });
  expect(parseSnapshot({ schemaVersion: 1, facts: {} }).isOk()).toBe(false);
});
