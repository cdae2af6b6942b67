import { describe, expect, test } from 'vitest';
import { isValidator } from '../../src/engine/is-validator.js';
import { issuesInOptions } from '../../src/engine/settings.js';
import { allOf, environmentNotLinked, evaluateSnapshot, healthCheck, operations, snapshotOf } from '../../src/index.js';
import { outlineOf } from '../../src/rules/rule.js';

const snapshot = snapshotOf('contoso-uat', {}, { takenAt: '2026-11-20T10:00:00Z' });
const issuesIn = (options: unknown) => evaluateSnapshot(snapshot, options as never).fault?.issues ?? [];

const nearestTo1070 = 'the nearest codes are DWDVEV1001, DWDVEV1002, DWDVEV1003, DWDVEV1004, DWDVEV1007';

describe('what an option must be, in full', () => {
  test.each([
    [{ gate: 'x' }, ['gate: expected documented or none, got "x"']],
    [{ failOn: 'x' }, ['failOn: expected error or warning, got "x"']],
    [{ roleModel: 'x' }, ['roleModel: expected least-privilege or system-administrator, got "x"']],
    [{ only: 'DWDVEV1007' }, ['only: expected a list of codes, got "DWDVEV1007"']],
    [{ only: [7, 'DWDVEV1007', null] }, ['only: expected a code, got 7', 'only: expected a code, got null']],
    [{ only: ['DWDVEV1070'] }, [`only: there is no rule "DWDVEV1070"; ${nearestTo1070}`]],
    [
      { only: ['DWFOEV9501'] },
      ['only: DWFOEV9501 is a rule of Operations, which is not part of what is evaluated: choose another validator'],
    ],
    [{ rules: [] }, ['rules: expected settings by code, got a list']],
    [{ rules: { DWDVEV1007: 'x' } }, ['rules.DWDVEV1007: expected off, error or warning, got "x"']],
    [
      { rules: { DWDVEV1007: { severity: 'off' } } },
      ['rules.DWDVEV1007.severity: expected error or warning, got "off"'],
    ],
    [{ rules: { DWFOEV9604: { options: 9 } } }, ['rules.DWFOEV9604.options: expected numbers by name, got 9']],
    [
      { rules: { DWFOEV9603: { options: { hour: 1 } } } },
      ['rules.DWFOEV9603.options.hour: expected one of: hours, percent'],
    ],
    [
      { rules: { DWDVEV1007: { options: { maximum: 3 } } } },
      ['rules.DWDVEV1007.options.maximum: expected one of: no option'],
    ],
    [
      { rules: { DWFOEV9603: { options: { hours: '20', percent: Number.NaN } } } },
      [
        'rules.DWFOEV9603.options.hours: expected a number, got "20"',
        'rules.DWFOEV9603.options.percent: expected a number, got NaN',
      ],
    ],
    [
      { rules: { DWDVEV1070: { severity: 'x', options: { hours: 1 } } } },
      [
        `rules.DWDVEV1070: there is no rule "DWDVEV1070"; ${nearestTo1070}`,
        'rules.DWDVEV1070.severity: expected error or warning, got "x"',
        'rules.DWDVEV1070.options.hours: expected one of: no option',
      ],
    ],
    [
      { validator: { ...allOf('two'), members: [{ ...environmentNotLinked }, environmentNotLinked] } },
      ['validator: DWFOEV9303 is used by two rules'],
    ],
    [
      { validator: { ...environmentNotLinked, origin: 'custom' } },
      ['validator: "DWFOEV9303" is not a valid code for a custom rule'],
    ],
  ])('%j', (options, words) => {
    expect(issuesIn(options).map(({ path, message }) => `${path}: ${message}`)).toEqual(words);
  });
});

test.each([
  {},
  { gate: 'documented', failOn: 'error', roleModel: 'least-privilege' },
  { gate: 'none', failOn: 'warning', roleModel: 'system-administrator' },
  { only: [] },
  { only: ['DWDVEV1007', 'DWFOEV9303'] },
  { validator: operations, only: ['DWFOEV9501'] },
  { rules: { DWDVEV1007: 'off', DWFOEV9303: 'error', DWDVEV1003: 'warning', DWFOEV1003: undefined } },
  { rules: { DWFOEV9301: { severity: 'error', options: { maximum: 2.5 } } } },
  { rules: { DWFOEV9603: { severity: undefined, options: undefined } } },
])('%j is accepted', (options) => {
  expect(issuesIn(options)).toEqual([]);
});

test('only what is evaluated may be selected, and all of it', () => {
  const rules = [environmentNotLinked];
  const issues = issuesInOptions({ only: ['DWFOEV9303', 'DWFOEV9304'] }, rules, new Map());
  expect(issues).toEqual([
    { path: 'only', message: 'there is no rule "DWFOEV9304"; the nearest codes are DWFOEV9303' },
  ]);
  expect(
    issuesInOptions({ only: ['DWFOEV9303'] }, rules, new Map([['DWFOEV9303', outlineOf(environmentNotLinked)]])),
  ).toEqual([]);
});

describe('a validator from outside', () => {
  test.each([
    ['a rule', environmentNotLinked, true],
    ['rules combined', healthCheck, true],
    ['the same part many times', doubled(40), true],
    ['no rule at all', allOf('none'), true],
    ['nothing', undefined, false],
    ['another kind', { ...healthCheck, kind: 'any-of' }, false],
    ['no kind', {}, false],
  ] as const)('%s', (_name, value, isFit) => {
    expect(isValidator(value)).toBe(isFit);
  });
});

/** Each level contains the next one twice. */
function doubled(levels: number): unknown {
  const part = levels === 0 ? environmentNotLinked : doubled(levels - 1);
  return { kind: 'all-of', name: 'x', codes: [], members: [part, part] };
}
