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
