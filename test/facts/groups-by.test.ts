import { expect, test } from 'vitest';
import { attempt } from '../../src/facts/attempt.js';
import { byCodeUnits } from '../../src/facts/by-code-units.js';
import { groupsBy } from '../../src/facts/groups-by.js';

test('groups are in the order of their first items, and so are items', () => {
  expect([...groupsBy([], String)]).toEqual([]);
  expect([...groupsBy(['bee', 'ant', 'bat', 'asp', 'cat'], (word) => word.charAt(0))]).toEqual([
    ['b', ['bee', 'bat']],
    ['a', ['ant', 'asp']],
    ['c', ['cat']],
  ]);
});

test.each([
  ['a', 'b', -1],
  ['B', 'a', -1],
  ['a', 'a', 0],
  ['b', 'a', 1],
  ['\u00e4', 'z', 1],
  ['a', '', 1],
])('%j against %j by code units: %d', (a, b, order) => {
  expect(byCodeUnits(a, b)).toBe(order);
});

test.each<[string, () => Promise<number>, string]>([
  ['answers', async () => 7, 'answered 7'],
  ['rejects', () => Promise.reject(new Error('no route')), 'failed: no route'],
  ['rejects with a secret', () => Promise.reject('token=abc'), 'failed: token=[secret]'],
  [
    'throws before there is a promise',
    () => {
      throw new Error('not ready');
    },
    'failed: not ready',
  ],
  ['rejects with what has no text', () => Promise.reject(Object.create(null)), 'failed: it failed without a message'],
])('an attempt that %s has an outcome', async (_name, ask, outcome) => {
  expect(
    await attempt(
      ask,
      (answer) => `answered ${answer}`,
      (because) => `failed: ${because}`,
    ),
  ).toBe(outcome);
});
