import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import { type SnapshotFacts, snapshotOf } from '../../../src/facts/snapshot.js';
import {
  defaultOwningTeamMissing,
  defaultTeamNameMismatch,
  defaultTeamWithoutRole,
  owningTeamCannotOwn,
  owningTeamRoleUnconfirmed,
  owningTeamWithoutRole,
  type Rule,
} from '../../../src/index.js';
import { make, rootUnitId, teamId } from '../../support/facts.js';

const takenAt = '2026-11-20T10:00:00Z';

function outcomeOf(rule: Rule, facts: SnapshotFacts, options: EvaluateOptions = {}) {
  return evaluateSnapshot(snapshotOf('case', facts, { takenAt }), { validator: rule, ...options }).outcomes[0];
}

function wordsOf(...given: Parameters<typeof outcomeOf>): readonly string[] {
  const outcome = outcomeOf(...given);
  return outcome?.status === 'failed' ? outcome.findings.map(({ message }) => message) : [];
}

const link = known(make.link());
const stricter = { roleModel: 'system-administrator' } as const;
const row = (defaultOwningTeamId: string | null, differing: Parameters<typeof make.company>[0] = {}) =>
  make.company({ defaultOwningTeamId, ...differing });

describe('a company without its default owning team', () => {
  test.each([
    ['one record', [row(null)], 'company USMF has no default owning team'],
    [
      'no code',
      [row(null, { id: '{C1}', code: ' ', name: 'Contoso' })],
      'company "Contoso" (c1) has no default owning team',
    ],
    ['one of two records', [row(teamId), row(' ')], 'company USMF has 2 records, 1 without a default owning team'],
    ['a team that does not exist', [row('{T9}')], 'the default owning team of company USMF does not exist: t9'],
    [
      'two such teams',
      [row('t9'), row('T8'), row('t9')],
      'the default owning team of company USMF does not exist: t8, t9',
    ],
    [
      'records with each of these problems',
      [row('t9'), row(null), row('t8')],
      'company USMF has 3 records, 1 without a default owning team; the default owning team of company USMF does not exist: t8, t9',
    ],
  ])('%s', (_, rows, words) => {
    expect(wordsOf(defaultOwningTeamMissing, { link, companies: known(rows), teams: known([make.team()]) })).toEqual([
      words,
    ]);
  });

  test('whether a team exists is not asked while the teams are not known', () => {
    expect(wordsOf(defaultOwningTeamMissing, { link, companies: known([row('t9'), row(null)]) })).toEqual([
      'company USMF has 2 records, 1 without a default owning team',
    ]);
    expect(outcomeOf(defaultOwningTeamMissing, { link, companies: known([row('t9')]) })).toMatchObject({
      status: 'passed',
      without: ['teams'],
    });
  });
});

describe('the default team of the business unit', () => {
  const unit = make.businessUnit();
  const otherName = make.businessUnit({ name: 'Sales' });
  const recorded = known(make.link({ defaultTeamName: ' Old ' }));

  test.each([
    [
      'another name',
      link,
      [unit],
      ['Owners'],
      ['the default team is named "Owners", but its business unit is named "Contoso"'],
    ],
    [
      'another name than the link recorded',
      recorded,
      [unit],
      ['Contoso'],
      ['the default team is named "Contoso", but the link recorded "Old"'],
    ],
    [
      'another name than both',
      recorded,
      [unit],
      ['Owners'],
      ['the default team is named "Owners", but its business unit is named "Contoso" and the link recorded "Old"'],
    ],
    ['the name that both have', known(make.link({ defaultTeamName: 'contoso' })), [unit], ['CONTOSO '], []],
    ['none', link, [unit], [], [`the business unit "Contoso" (${rootUnitId}) has no default team`]],
    [
      'none, and its rows disagree on its name',
      link,
      [unit, otherName],
      [],
      [`the business unit ${rootUnitId} has no default team`],
    ],
    [
      'none, since there is no such unit',
      known(make.link({ businessUnitId: '{B9}' })),
      [unit],
      ['Contoso'],
      ['the mapped business unit b9 does not exist'],
    ],
  ])('%s', (_, theLink, units, teams, words) => {
    const facts = {
      link: theLink,
      businessUnits: known(units),
      teams: known(teams.map((name) => make.team({ name }))),
    };
    expect(wordsOf(defaultTeamNameMismatch, facts)).toEqual(words);
  });

  test.each([
    ['without a role', [unit], {}, 'the default team "Contoso" of the business unit "Contoso" has no security role'],
    [
      'of a unit whose rows disagree on its name',
      [unit, otherName],
      {},
      'the default team "Contoso" has no security role',
    ],
    [
      'that must be an administrator',
      [unit],
      stricter,
      'the default team "Contoso" of the business unit "Contoso" is not a system administrator',
    ],
  ])('%s', (_, units, options, words) => {
    const facts = { link, businessUnits: known(units), teams: known([make.team({ roles: [] })]) };
    expect(wordsOf(defaultTeamWithoutRole, facts, options)).toEqual([words]);
  });
});

describe('a team that owns the rows of two companies', () => {
  const both = known([row(teamId), row(teamId, { id: 'c2', code: 'demf' })]);
  const linkOf = (...legalEntities: string[]) => known(make.link({ legalEntities }));
  const without = known([make.team({ roles: [] })]);

  test.each([
    [
      'has no role',
      owningTeamWithoutRole,
      { link: linkOf('USMF', 'DEMF'), companies: both, teams: without },
      {},
      'the team "Contoso" owns the rows of DEMF, USMF and has no security role',
    ],
    [
      'is not an administrator',
      owningTeamWithoutRole,
      { link: linkOf('USMF', 'DEMF'), companies: both, teams: without },
      stricter,
      'the team "Contoso" owns the rows of DEMF, USMF and is not a system administrator',
    ],
    [
      'has other roles',
      owningTeamRoleUnconfirmed,
      { link, companies: both, teams: known([make.team({ roles: [{ name: 'b' }, { name: 'a' }] })]) },
      {},
      'the team "Contoso" owns the rows of DEMF, USMF and has only the roles a, b',
    ],
    [
      'has no role, and they are not linked',
      owningTeamRoleUnconfirmed,
      { link: linkOf('ABC'), companies: both, teams: without },
      {},
      'the team "Contoso" owns the rows of DEMF, USMF (enabled for dual-write, but not linked) and has no security role',
    ],
    [
      'is not an administrator, and they are not linked',
      owningTeamRoleUnconfirmed,
      { link: linkOf('ABC'), companies: both, teams: without },
      stricter,
      'the team "Contoso" owns the rows of DEMF, USMF (enabled for dual-write, but not linked) and is not a system administrator',
    ],
    [
      'is an access team',
      owningTeamCannotOwn,
      { link, companies: both, teams: known([make.team({ type: 'access' })]) },
      {},
      'the team "Contoso" is an access team and cannot own the rows of DEMF, USMF',
    ],
  ])('%s', (_, rule, facts, options, words) => {
    expect(wordsOf(rule as Rule, facts as SnapshotFacts, options)).toEqual([words]);
  });
});

test('neither companies nor teams are known: that is open', () => {
  for (const rule of [owningTeamWithoutRole, owningTeamRoleUnconfirmed, owningTeamCannotOwn])
    expect(outcomeOf(rule, { link }), rule.code).toMatchObject({ status: 'inconclusive' });
});
