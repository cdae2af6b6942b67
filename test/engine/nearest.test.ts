import { expect, test } from 'vitest';
import { nearest } from '../../src/engine/nearest.js';

test.each([
  ['the fewest differences come first', 'abc', ['axx', 'xbc', 'abc'], ['abc', 'xbc', 'axx']],
  ['with as many, the longest common beginning', 'gate', ['1ate', 'ga1e', 'g1te'], ['ga1e', 'g1te', '1ate']],
  ['with the same, the given order', 'abc', ['abx', 'aby', 'abz'], ['abx', 'aby', 'abz']],
  ['letter case does not matter', 'GATE', ['ga1e', 'G11E', 'gaTE'], ['gaTE', 'ga1e', 'G11E']],
  ['a letter more is as near as one less', 'ab', ['abc', 'a', 'b'], ['abc', 'a', 'b']],
  [
    'of a very long name the beginning counts',
    `${'A'.repeat(40)}${'B'.repeat(100)}`,
    ['B'.repeat(100), 'A'.repeat(30)],
    ['A'.repeat(30), 'B'.repeat(100)],
  ],
  ['of no names none is near', 'abc', [], []],
])('%s', (_name, name, names, expected) => {
  expect(nearest(name, names)).toEqual(expected);
});
