import { expect, test } from 'vitest';
import { judgeProjects } from '../../../src/rules/stale-configuration/project-findings.js';
import { missing } from '../../../src/rules/verdict.js';
import { make } from '../../support/facts.js';

test.each([
  ['letter case and blanks', ['DWM-Alpha-0001', ' dwm-alpha-0001 ', 'DWM-ALPHA-0001', 'DWM-Alpha-0002'], 3],
  ['a short name', ['P1', 'p1', 'P', 'XP1'], 2],
  ['letters that become longer in lower case', ['Task \u0130', 'TASK i\u0307', 'Task I'], 2],
  ['letters that become ASCII in lower case', ['Task \u212a', 'task k', 'TASK K', 'task c'], 3],
  ['the same, the ASCII name first', ['task k', 'Task \u212a'], 2],
  ['a sigma at the end of a word', ['\u0391\u03a3', '\u03b1\u03c2', '\u03b1\u03c3'], 2],
])('rows of a project are counted in every spelling: %s', (_, names, rowsOfProject) => {
  const rows = names.map((projectName) => make.projectConfiguration({ projectName }));
  const { findings, checked } = judgeProjects(
    rows,
    (__, index) => (index === 0 ? { causes: ['no-map'] } : undefined),
    ({ args }) => args,
  );
  expect(findings.map(({ args }) => [args.rows, args.rowsOfProject])).toEqual([[1, rowsOfProject]]);
  expect(checked).toBe(rows.length);
});

test('rows about which something is missing are not among those that were checked', () => {
  const rows = ['P1', 'P2', 'P3'].map((projectName) => make.projectConfiguration({ projectName }));
  const verdict = judgeProjects(
    rows,
    (_, index) => [undefined, missing('entityMaps', 'state'), { causes: ['no-map'] }][index],
    ({ args }) => args,
  );
  expect(verdict).toMatchObject({ kind: 'judged', checked: 2, missing: [missing('entityMaps', 'state')] });
  expect(verdict.findings.map(({ subject }) => subject.id)).toEqual(['P3']);
});

test('rows are alike when their names are, letter case and blanks aside', () => {
  const rows = ['Maße', ' MAßE', 'Masse'].map((finopsEntity) => make.projectConfiguration({ finopsEntity }));
  const { findings } = judgeProjects(
    rows,
    () => ({ causes: ['no-map'] }),
    ({ args }) => args,
  );
  const configurations = findings.flatMap(({ args }) => args.configurations);
  expect(configurations.map(({ finopsEntity, rows }) => [finopsEntity, rows])).toEqual([
    ['MAßE', 2],
    ['Masse', 1],
  ]);
});
