import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';
import { resultsOf } from '../../src/inputs/results-of.js';

const now = new Date('2026-11-29T10:00:00Z');
const sample = (name: string) =>
  recognize(readFileSync(new URL(`../../examples/environments/${name}.json`, import.meta.url)), { name });
const known = recognize('DWFOEV1006: Default Business Unit team name mismatch', { name: 'known.txt' });
const strange = recognize('zzz qqq yyy', { name: 'strange.txt' });

test.each([
  ['a text of which nothing is recognized', [strange], ['diagnoses'], []],
  ['two such texts', [strange, strange], ['diagnoses'], []],
  ['one beside a known text', [known, strange], ['diagnoses'], ['strange.txt']],
  ['one beside facts', [sample('healthy'), strange], ['report'], ['strange.txt']],
  ['a known text beside facts', [sample('healthy'), known], ['report'], []],
  [
    'texts beside several environments',
    [sample('healthy'), sample('half-filled'), known, strange],
    ['fleet', 'diagnoses'],
    ['strange.txt'],
  ],
] as const)('%s', async (_name, inputs, kinds, notUsed) => {
  const { results, unused } = await resultsOf(inputs, { now });
  expect(results.map(({ kind }) => kind)).toEqual(kinds);
  expect(unused.map(({ name }) => name)).toEqual(notUsed);
});

test('a text that facts say something about is explained, and no other', async () => {
  const { results } = await resultsOf([sample('every-dependency-code'), known, strange], { now });
  expect(results).toMatchObject([{ kind: 'report', explanations: [{ diagnosis: { id: 'DWFOEV1006' } }] }]);
});

test('a snapshot of another environment than the named one is left out', async () => {
  const of = (host: string) =>
    recognize(
      JSON.stringify({
        schemaVersion: 1,
        environment: { name: host },
        takenAt: '2026-11-20T10:00:00Z',
        facts: { dataverseEnvironment: { status: 'known', value: { url: `https://${host}` } } },
      }),
    );
  const inputs = [of('a.crm4.dynamics.com'), of('b.crm4.dynamics.com')];
  const { results } = await resultsOf(inputs, { now, dataverseUrl: 'https://a.crm4.dynamics.com' });
  expect(results).toMatchObject([{ kind: 'report', report: { environment: { name: 'a.crm4.dynamics.com' } } }]);
  expect((await resultsOf(inputs, { now })).results).toMatchObject([{ kind: 'fleet' }]);
});
