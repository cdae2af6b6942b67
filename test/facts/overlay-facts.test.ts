import { describe, expect, test } from 'vitest';
import { completeValue } from '../../src/facts/fact.js';
import { overlayFacts, preferred } from '../../src/facts/overlay-facts.js';
import { withLegalEntities } from '../../src/facts/with-legal-entities.js';
import { type Fact, factNames, factOf, known, type SnapshotFacts, snapshotOf, unknown } from '../../src/index.js';

describe('a fact', () => {
  test('says no more than is known about it', () => {
    expect(known([])).toStrictEqual({ status: 'known', value: [] });
    expect(known([], { coverage: 'complete' })).toStrictEqual({ status: 'known', value: [], coverage: 'complete' });
    expect(known([], { detail: 'x' })).toStrictEqual({ status: 'known', value: [], detail: 'x' });
    expect(known([], { coverage: undefined, detail: undefined })).toStrictEqual({ status: 'known', value: [] });
    expect(unknown('failed')).toStrictEqual({ status: 'unknown', reason: 'failed' });
    expect(unknown('failed', 'x')).toStrictEqual({ status: 'unknown', reason: 'failed', detail: 'x' });
  });

  test.each<[Fact<number>, number | undefined]>([
    [known(0), 0],
    [known(1, { coverage: 'complete' }), 1],
    [known(1, { coverage: 'partial' }), undefined],
    [unknown('not-found'), undefined],
  ])('the complete value of %j is %j', (fact, value) => {
    expect(completeValue(fact)).toBe(value);
  });

  test('is not provided where the snapshot has none of its own', () => {
    const fact = known([{ code: 'USMF' }]);
    expect(factOf({ legalEntities: fact }, 'legalEntities')).toBe(fact);
    expect(factOf({ legalEntities: undefined }, 'legalEntities')).toEqual(unknown('not-provided'));
    expect(factOf(Object.create({ legalEntities: fact }), 'legalEntities')).toEqual(unknown('not-provided'));
  });
});

test('the time of a snapshot is a text or a date', () => {
  const takenAt = '2026-11-20T11:00:00+01:00';
  expect(snapshotOf('x', {}, { takenAt })).toEqual({
    schemaVersion: 1,
    environment: { name: 'x' },
    takenAt,
    facts: {},
  });
  expect(snapshotOf('x', {}, { takenAt: new Date(takenAt) }).takenAt).toBe('2026-11-20T10:00:00.000Z');
});

test.each<[string, Fact<number>, Fact<number>, Fact<number>]>([
  ['the first of two that are known', known(1), known(2), known(1)],
  ['the first, if only it is known', known(1), unknown('failed'), known(1)],
  ['the second, if only it is known', unknown('failed'), known(2), known(2)],
  ['the first reason', unknown('failed'), unknown('throttled'), unknown('failed')],
  [
    'the second reason, if the first was not asked',
    unknown('not-provided'),
    unknown('throttled'),
    unknown('throttled'),
  ],
  ['the first reason, if the second was not asked', unknown('failed'), unknown('not-provided'), unknown('failed')],
])('preferred is %s', (_name, first, second, expected) => {
  expect(preferred(first, second)).toEqual(expected);
});

test('facts on top of others: every fact has one answer', () => {
  const base: SnapshotFacts = { legalEntities: known([{ code: 'USMF' }]), teams: unknown('throttled') };
  const over: SnapshotFacts = { legalEntities: known([{ code: 'DEMF' }]), businessUnits: unknown('failed') };
  const facts = overlayFacts(base, over);
  expect(Object.keys(facts)).toEqual(factNames);
  expect(facts).toMatchObject({
    legalEntities: known([{ code: 'DEMF' }]),
    teams: unknown('throttled'),
    businessUnits: unknown('failed'),
    companies: unknown('not-provided'),
  });
});

describe('legal entities that a person names', () => {
  const dataverseEnvironment = known({ url: 'https://contoso.crm4.dynamics.com' });
  const finopsEnvironment = known({ url: 'https://contoso.operations.dynamics.com' });

  test('replace those of a link that is known', () => {
    const link = known({ linked: false, legalEntities: ['USMF'], apiHub: 'required' as const }, { detail: 'x' });
    expect(withLegalEntities({ link, dataverseEnvironment }, ['DEMF'])).toEqual({
      link: { ...link, value: { ...link.value, legalEntities: ['DEMF'] } },
      dataverseEnvironment,
    });
  });

  test.each<[string, SnapshotFacts, string | null, string | null]>([
    [
      'with both environments',
      { dataverseEnvironment, finopsEnvironment },
      dataverseEnvironment.value.url,
      finopsEnvironment.value.url,
    ],
    [
      'with Dataverse only',
      { dataverseEnvironment, finopsEnvironment: unknown('failed') },
      dataverseEnvironment.value.url,
      null,
    ],
    ['with finance and operations only', { finopsEnvironment }, null, finopsEnvironment.value.url],
    ['without environments', { link: unknown('not-found') }, null, null],
  ])('make a link %s', (_name, facts, dataverseUrl, finopsUrl) => {
    expect(withLegalEntities(facts, ['DEMF'])).toEqual({
      ...facts,
      link: known({ linked: true, dataverseUrl, finopsUrl, legalEntities: ['DEMF'], apiHub: 'unknown' }),
    });
  });
});
