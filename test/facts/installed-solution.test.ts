import { expect, test } from 'vitest';
import { installedCore } from '../../src/facts/installed-core.js';
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

test('of two names with one version, the one that comes first in the list counts, whatever its letters', () => {
  const rows = [make.solution('a', '1.0'), make.solution('b', '1.0')];
  expect(installedSolution(rows, ['b', 'a']).highest?.uniqueName).toBe('b');
});

test('all rows of the solution, and none of another', () => {
  const { rows, hasUnreadableVersion } = installed(['Other', '1.0'], [' ANCHOR', '?'], ['Anchor_old', '1.0']);
  expect(rows.map(({ uniqueName }) => uniqueName)).toEqual([' ANCHOR', 'Anchor_old']);
  expect(hasUnreadableVersion).toBe(true);
  expect(installed(['Anchor', '1.0'], ['Other', '?']).hasUnreadableVersion).toBe(false);
});

test.each(['msdyn_DualWriteCore', 'DualWriteCore', 'DualWriteCore_managed', 'DUALWRITECOREANCHOR'])(
  '%s is the core solution',
  (name) => {
    expect(installedCore([make.solution('Other', '2.0'), make.solution(name, '1.0')]).highest?.uniqueName).toBe(name);
  },
);
