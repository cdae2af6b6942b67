import { expect, test } from 'vitest';
import { nearest } from '../../src/engine/nearest.js';

test.each([
  ['the fewest differences come first', 'abcd', ['abxx', 'xbcd', 'abcd'], ['abcd', 'xbcd', 'abxx']],
  [
    'with as many, the longest common beginning',
    'DWDVEV1',
    ['XWDVEV1', 'DWDVEVX', 'DWXVEV1'],
    ['DWDVEVX', 'DWXVEV1', 'XWDVEV1'],
  ],
  ['with the same, the given order', 'abc', ['abx', 'aby', 'abz'], ['abx', 'aby', 'abz']],
  ['letter case does not matter', 'DWDVEV', ['dwdvex', 'DWXXEV', 'dwDVev'], ['dwDVev', 'dwdvex', 'DWXXEV']],
  ['an end is as good as a beginning that is missing', 'ab', ['abc', 'a', 'b'], ['abc', 'a', 'b']],
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
