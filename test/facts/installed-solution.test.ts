import { expect, test } from 'vitest';
import { installedSolution, isSolutionOlder } from '../../src/facts/installed-solution.js';
import { make } from '../support/facts.js';

const names = ['Anchor', 'Anchor_old'];
const installed = (...rows: readonly (readonly [string, string])[]) =>
  installedSolution(
    rows.map(([name, version]) => make.solution(name, version)),
    names,
  );

test.each([
  ['nothing', [], undefined],
  ['only another solution', [['Other', '1.0']], undefined],
  ['an older version', [['Anchor', '1.9']], true],
  ['the very version', [['Anchor', '2.0']], false],
  [
    'an older and a newer one',
    [
      ['Anchor', '1.9'],
      ['anchor_OLD', '2.1'],
    ],
    false,
  ],
  [
    'an older one and one that cannot be read',
    [
      ['Anchor', '1.9'],
      ['Anchor_old', '?'],
    ],
    undefined,
  ],
  [
    'a newer one and one that cannot be read',
    [
      ['Anchor', '?'],
      ['Anchor_old', '2.1'],
    ],
    false,
  ],
  ['one that cannot be read', [['Anchor', '?']], undefined],
] as const)('%s: older than 2.0 is %j', (_, rows, expected) => {
  expect(isSolutionOlder(installed(...rows), '2.0')).toBe(expected);
});

test.each([
  [
    'the higher version',
    [
      ['Anchor', '1.0'],
      ['Anchor_old', '1.1'],
    ],
    'Anchor_old',
  ],
  [
    'the name that comes first, of two with one version',
    [
      ['Anchor_old', '1.0.0'],
      [' Anchor ', '1.0'],
    ],
    'Anchor',
  ],
  [
    'the first of two writings of a name',
    [
      ['anchor', '1.0'],
      ['ANCHOR', '1.0'],
    ],
    'ANCHOR',
  ],
] as const)('%s is the highest', (_, rows, expected) => {
  expect(installed(...rows).highest?.uniqueName).toBe(expected);
  expect(installed(...[...rows].reverse()).highest?.uniqueName).toBe(expected);
});
