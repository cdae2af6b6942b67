import { expect, test } from 'vitest';
import { judgeProjects } from '../../../src/rules/stale-configuration/project-findings.js';
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
