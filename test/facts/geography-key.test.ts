import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { known } from '../../src/facts/fact.js';
import { geographyKey } from '../../src/facts/geography-key.js';
import { redactSnapshot } from '../../src/facts/redact.js';
import { snapshotOf } from '../../src/facts/snapshot.js';

test.each([
  ['United States', 'unitedstates'],
  ['  united-STATES ', 'unitedstates'],
  ['East US 2', 'unitedstates'],
  ['westus3', 'unitedstates'],
  ['NA', 'unitedstates'],
  ['West Europe', 'europe'],
  ['emea', 'europe'],
  ['chinanorth3', 'china'],
  ['UAE North', 'unitedarabemirates'],
  ['US Gov Virginia', 'usgov'],
  ['Atlantis', 'atlantis'],
  ['Atlantis 2', 'atlantis'],
  ['日本', '日本'],
  ['Österreich', 'österreich'],
  ['O\u0308sterreich', 'österreich'],
  ['Ｅｕｒｏｐｅ', 'europe'],
])('%j is %s', (text, key) => {
  expect(geographyKey(text)).toBe(key);
});

test.each(['', '  ', '42', '-'])('%j says nothing', (text) => {
  expect(geographyKey(text)).toBeUndefined();
});

test('two geographies that hold a secret stay two after redaction, and others stay as they are', () => {
  const redacted = (geography: string, other: string) => {
    const facts = {
      dataverseEnvironment: known({ url: 'https://contoso.crm4.dynamics.com', geography }),
      finopsEnvironment: known({ url: 'https://contoso.operations.dynamics.com', geography: other }),
    };
    return JSON.parse(JSON.stringify(redactSnapshot(snapshotOf('x', facts, { takenAt: '2026-11-20T10:00:00Z' }))));
  };
  const { facts } = redacted('ann@contoso.com', 'bob@contoso.com');
  expect(JSON.stringify(facts)).not.toContain('@');
  const keys = [facts.dataverseEnvironment.value.geography, facts.finopsEnvironment.value.geography].map(geographyKey);
  expect(new Set(keys).size).toBe(2);
  expect(redacted('East US 2', 'NA').facts).toMatchObject({
    dataverseEnvironment: { value: { geography: 'East US 2' } },
    finopsEnvironment: { value: { geography: 'NA' } },
  });
});

test('every region and code of the list of geographies belongs to its geography', () => {
  const listed = Object.entries(
    JSON.parse(readFileSync(new URL('../data/azure-geographies.json', import.meta.url), 'utf8')) as Record<
      string,
      readonly string[] | string
    >,
  ).flatMap(([geography, names]) => (typeof names === 'string' ? [] : [{ geography, names }]));
  expect(listed.length).toBeGreaterThan(20);
  for (const { geography, names } of listed)
    expect([geography, ...names].map(geographyKey), geography).toEqual([geography, ...names].map(() => geography));
});
