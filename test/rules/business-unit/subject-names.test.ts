import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import type { Facts } from '../../../src/facts/schemas.js';
import { snapshotOf } from '../../../src/facts/snapshot.js';
import { defaultTeamNameMismatch } from '../../../src/rules/business-unit/default-team-name-mismatch.js';
import { make, rootUnitId, teamId } from '../../support/facts.js';

function subjectsOf(businessUnits: Facts['businessUnits'], teams: Facts['teams']) {
  const facts = { link: known(make.link()), businessUnits: known(businessUnits), teams: known(teams) };
  const snapshot = snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: defaultTeamNameMismatch }).outcomes;
  return outcome?.status === 'failed' ? outcome.findings.map(({ subject }) => subject) : [];
}

test('a team is named without blanks', () => {
  expect(subjectsOf([make.businessUnit()], [make.team({ name: ' Owners ' })])).toEqual([
    { kind: 'team', id: teamId, name: 'Owners' },
  ]);
});

test('a business unit is named, unless its rows disagree', () => {
  expect(subjectsOf([make.businessUnit({ name: ' Contoso ' })], [])).toEqual([
    { kind: 'business-unit', id: rootUnitId, name: 'Contoso' },
  ]);
  expect(subjectsOf([make.businessUnit(), make.businessUnit({ name: 'Sales' })], [])).toEqual([
    { kind: 'business-unit', id: rootUnitId },
  ]);
});
