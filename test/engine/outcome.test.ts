import { describe, expect, test } from 'vitest';
import {
  answersInFull,
  hasUnacceptedFinding,
  isAccepted,
  isConclusive,
  isLeftOpen,
  isOpen,
  missingOf,
  type Outcome,
  type ReportedFinding,
  statuses,
  unseenBy,
} from '../../src/engine/outcome.js';
import {
  allOf,
  defaultOwningTeamMissing,
  defineRule,
  type EvaluateOptions,
  evaluateSnapshot,
  finding,
  inconclusive,
  judgeEach,
  known,
  type MissingFact,
  mapApplicationOutdated,
  mapDependencyOff,
  missing,
  notApplicable,
  notProvided,
  type Rule,
  type RuleContext,
  type SnapshotFacts,
  snapshotOf,
  unknown,
  type Verdict,
} from '../../src/index.js';
import { make } from '../support/facts.js';

const takenAt = '2026-11-20T10:00:00Z';
const identity = {
  code: 'ACME1',
  slug: 'acme',
  title: 'Acme',
  origin: 'custom',
  validation: 'BusinessUnit',
  stage: 'dependency',
  severity: 'error',
} as const;
const remediation = {
  summary: 's',
  options: [{ title: 't', steps: ['x'], performedBy: ['developer'], destroys: null, links: [] }],
} as const;

type Given = { facts: Readonly<Record<string, unknown>>; context: RuleContext<'most'> };

/** A rule that needs teams, uses companies, and answers this. */
function ruleOf(
  answer: (given: Given) => Verdict<{ note: string }>,
  more: { readonly ifProvided?: boolean; readonly notApplicable?: (given: Given) => string | undefined } = {},
): Rule {
  return defineRule({
    ...identity,
    since: '1.0.0',
    meaning: 'm',
    impact: 'i',
    needs: ['teams'],
    mayBePartial: ['teams'],
    uses: ['companies'],
    ifProvided: more.ifProvided ?? false,
    options: { most: { default: 3, description: 'how many' } },
    notApplicable: (facts, context) => more.notApplicable?.({ facts, context }),
    evaluate: (facts, context) => answer({ facts, context }),
    message: ({ note }: { note: string }, { kind, id }) => `${kind} ${id}: ${note}`,
    remediation,
    sources: [{ title: 'Acme', date: '2026-01-01' }],
  });
}

function outcomeOf(validator: Rule, facts: SnapshotFacts, options: EvaluateOptions = {}): Outcome | undefined {
  return evaluateSnapshot(snapshotOf('case', facts, { takenAt }), { validator, ...options }).outcomes[0];
}

const teams = known([make.team()]);
const companies = known([make.company()]);
const all = { teams, companies };
const passing = ruleOf(() => judgeEach([1, 2], () => undefined));
const usmf = { kind: 'company', id: ' USMF' } as const;
const failing = ruleOf(() => judgeEach([1], () => finding(usmf, { note: 'bad' })));
const found = {
  subject: usmf,
  message: 'company  USMF: bad',
  args: { note: 'bad' },
  fingerprint: 'v1:ACME1:company:usmf',
};

describe('the outcome of a rule, in full', () => {
  test('passed: how many things it looked at', () => {
    expect(outcomeOf(passing, all)).toStrictEqual({ ...identity, status: 'passed', checked: 2 });
  });

  test('failed: the findings with their words and what to do', () => {
    const failed = { ...identity, status: 'failed', checked: 1, findings: [found], remediation };
    expect(outcomeOf(failing, all)).toStrictEqual(failed);
  });

  test('failed: the known problems that such a finding explains', () => {
    const facts = { link: known(make.link()), companies: known([make.company({ defaultOwningTeamId: null })]) };
    expect(outcomeOf(defaultOwningTeamMissing, facts)).toMatchObject({ topics: ['privilege-missing-owning-team'] });
  });

  test('findings by id, and by kind where ids are equal', () => {
    const subjects = [
      { kind: 'team', id: 'b' },
      { kind: 'team', id: 'a' },
      { kind: 'company', id: 'b' },
    ] as const;
    const outcome = outcomeOf(
      ruleOf(() => judgeEach(subjects, (subject) => finding(subject, { note: 'bad' }))),
      all,
    );
    expect(outcome?.status === 'failed' && outcome.findings.map(({ message }) => message)).toEqual([
      'team a: bad',
      'company b: bad',
      'team b: bad',
    ]);
  });

  test('failed in part: what is proven, and what could not be judged', () => {
    const judged = judgeEach([1, 2], (one) => (one === 1 ? finding(usmf, { note: 'bad' }) : missing('teams', 'roles')));
    expect(
      outcomeOf(
        ruleOf(() => judged),
        all,
      ),
    ).toStrictEqual({
      ...identity,
      status: 'failed',
      checked: 1,
      findings: [found],
      incomplete: true,
      missing: [{ fact: 'teams', property: 'roles', reason: 'not-provided' }],
      remediation,
    });
  });

  test('without: optional facts that are not known, or only in part', () => {
    for (const facts of [{ teams }, { teams, companies: known([], { coverage: 'partial' }) }]) {
      expect(outcomeOf(passing, facts)).toStrictEqual({
        ...identity,
        status: 'passed',
        checked: 2,
        without: ['companies'],
      });
      expect(outcomeOf(failing, facts)).toHaveProperty('without', ['companies']);
    }
  });

  test('not applicable, as the rule says before or while it judges', () => {
    const outcome = { ...identity, status: 'not-applicable', because: 'nothing is there' };
    const before = ruleOf(() => judgeEach([], () => undefined), { notApplicable: () => 'nothing is there' });
    const whileJudging = ruleOf(() => notApplicable('nothing is there'));
    expect(outcomeOf(before, {})).toStrictEqual(outcome);
    expect(outcomeOf(whileJudging, all)).toStrictEqual(outcome);
  });

  test('nothing was seen in a part: that does not mean that nothing is there', () => {
    const part = { teams: known([], { coverage: 'partial', detail: 'three of four pages' }), companies };
    expect(
      outcomeOf(
        ruleOf(() => notApplicable('nothing is there')),
        part,
      ),
    ).toStrictEqual({
      ...identity,
      status: 'inconclusive',
      because: 'only a part of teams was seen',
      missing: [{ fact: 'teams', reason: 'partial', detail: 'three of four pages' }],
    });
  });

  test('skipped, where nobody has to provide the facts', () => {
    const skipped = { ...identity, status: 'skipped', because: 'not-provided' };
    const optional = ruleOf(() => judgeEach([1], () => undefined), { ifProvided: true });
    expect(outcomeOf(optional, {})).toStrictEqual(skipped);
    expect(outcomeOf(optional, { teams: unknown('failed') })).toMatchObject({ status: 'inconclusive' });
    expect(outcomeOf(passing, {})).toMatchObject({ status: 'inconclusive' });
    expect(
      outcomeOf(
        ruleOf(() => notProvided()),
        all,
      ),
    ).toStrictEqual(skipped);
  });

  test('skipped, where one of the facts is not provided, whatever became of the others', () => {
    const outcome = outcomeOf(mapApplicationOutdated, { entityMaps: unknown('failed') });
    expect(outcome).toMatchObject({ status: 'skipped', because: 'not-provided' });
  });

  test('turned off, or not selected', () => {
    expect(outcomeOf(passing, all, { rules: { ACME1: 'off' } })).toStrictEqual({
      ...identity,
      status: 'skipped',
      because: 'turned-off',
    });
    const two = allOf('two', passing, defaultOwningTeamMissing);
    const { outcomes } = evaluateSnapshot(snapshotOf('case', all, { takenAt }), {
      validator: two,
      only: ['DWDVEV1007'],
    });
    expect(outcomes[1]).toStrictEqual({ ...identity, status: 'skipped', because: 'not-selected' });
  });

  test('errored: the message, without secrets', () => {
    const throwing = ruleOf(() => {
      throw new Error('boom: token=abcdefgh');
    });
    const errored = { ...identity, status: 'errored', because: 'boom: token=[secret]' };
    expect(outcomeOf(throwing, all)).toStrictEqual(errored);
  });

  test.each([
    ['warning', { severity: 'warning', defaultSeverity: 'error' }],
    ['error', {}],
    [{ severity: 'warning' }, { severity: 'warning', defaultSeverity: 'error' }],
    [{ severity: 'error' }, {}],
    [{}, {}],
    [undefined, {}],
  ] as const)('with the setting %j', (setting, differing) => {
    const settings = { rules: { ACME1: setting } } as EvaluateOptions; // `undefined` counts as left out.
    expect(outcomeOf(passing, all, settings)).toStrictEqual({
      ...identity,
      ...differing,
      status: 'passed',
      checked: 2,
    });
  });

  test('a setting is only that of its rule', () => {
    expect(outcomeOf(passing, all, { rules: { DWDVEV1007: 'off' } })).toMatchObject({ status: 'passed' });
  });
});

describe('what is missing', () => {
  const open = (facts: SnapshotFacts, ...what: readonly MissingFact[]) =>
    outcomeOf(
      ruleOf(() => inconclusive(...what)),
      facts,
    );

  test.each([
    [
      'a fact that was not read, and why',
      { companies, teams: unknown('not-permitted', 'for app@contoso.com: password=abcdefgh') },
      [],
      'teams is not known (not-permitted)',
      [{ fact: 'teams', reason: 'not-permitted', detail: expect.stringContaining('password=[secret]') }],
    ],
    [
      'a fact that nobody provided',
      { companies },
      [],
      'teams is not known (not-provided)',
      [{ fact: 'teams', reason: 'not-provided' }],
    ],
    [
      'a property of rows',
      all,
      [missing('teams', 'roles')],
      'teams.roles is not known',
      [{ fact: 'teams', property: 'roles', reason: 'not-provided' }],
    ],
    [
      'a property of a fact that was not read: the fact',
      { teams, companies: unknown('timed-out', 'after 30 s') },
      [missing('companies', 'code')],
      'companies is not known (timed-out)',
      [{ fact: 'companies', reason: 'timed-out', detail: 'after 30 s' }],
    ],
    [
      'the rest of an optional fact',
      { teams, companies: known([], { coverage: 'partial' }) },
      [missing('companies')],
      'only a part of companies was seen',
      [{ fact: 'companies', reason: 'partial' }],
    ],
    [
      'several things, each once, in the order of the facts and of the properties',
      { teams: known([make.team()], { coverage: 'partial' }), companies },
      [missing('teams', 'roles'), missing('companies', 'name'), missing('teams', 'name'), missing('teams', 'roles')],
      'companies.name is not known; only a part of teams was seen; teams.name is not known; teams.roles is not known',
      [
        { fact: 'companies', property: 'name', reason: 'not-provided' },
        { fact: 'teams', reason: 'partial' },
        { fact: 'teams', property: 'name', reason: 'not-provided' },
        { fact: 'teams', property: 'roles', reason: 'not-provided' },
      ],
    ],
  ])('%s', (_name, facts, what, because, expected) => {
    expect(open(facts as SnapshotFacts, ...what)).toStrictEqual({
      ...identity,
      status: 'inconclusive',
      because,
      missing: expected,
    });
  });

  test('the rest, where a part proves nothing, not even what is bad', () => {
    const maps = [make.entityMap({ dependsOn: ['b'] })]; // which may be among those that were not seen
    const outcomeOver = (coverage: 'complete' | 'partial') =>
      outcomeOf(mapDependencyOff, { entityMaps: known(maps, { coverage }) });
    expect(outcomeOver('complete')).toMatchObject({ status: 'failed' });
    expect(outcomeOver('partial')).toMatchObject({
      status: 'inconclusive',
      because: 'only a part of entityMaps was seen',
    });
  });

  test('nothing, where the part that was seen is proof', () => {
    const proven = ruleOf(() => ({ ...judgeEach([1, 2], () => undefined), proven: true }));
    const part = { teams: known([], { coverage: 'partial' }), companies };
    expect(outcomeOf(proven, part)).toStrictEqual({ ...identity, status: 'passed', checked: 2 });
    expect(outcomeOf(passing, part)).toMatchObject({ status: 'inconclusive' });
  });
});

describe('what a rule receives', () => {
  test('before it judges: the facts that are known and complete', () => {
    const received: Readonly<Record<string, unknown>>[] = [];
    const rule = ruleOf(() => judgeEach([], () => undefined), {
      notApplicable: ({ facts }) => void received.push(facts),
    });
    outcomeOf(rule, { ...all, link: known(make.link()) });
    outcomeOf(rule, { teams: known([], { coverage: 'partial' }), companies: unknown('failed') });
    expect(received).toStrictEqual([{ teams: teams.value, companies: companies.value }, {}]);
  });

  test.each([
    [{}, { roleModel: 'least-privilege', options: { most: 3 } }],
    [{ roleModel: 'system-administrator' }, { roleModel: 'system-administrator', options: { most: 3 } }],
    [{ rules: { ACME1: { options: { most: 5 } } } }, { roleModel: 'least-privilege', options: { most: 5 } }],
    [{ rules: { ACME1: 'warning' } }, { roleModel: 'least-privilege', options: { most: 3 } }],
  ] as const)('with the options %j: settings, and when the facts were read', (options, expected) => {
    let received: unknown;
    const rule = ruleOf(({ context: { roleModel, options, takenAt } }) => {
      received = { roleModel, options, takenAt };
      return judgeEach([], () => undefined);
    });
    outcomeOf(rule, all, options);
    expect(received).toStrictEqual({ ...expected, takenAt });
  });

  test('which facts were seen only in part', () => {
    const partial: boolean[] = [];
    const rule = ruleOf(({ context: { isPartial } }) => {
      partial.push(isPartial('teams'), isPartial('companies'), isPartial('solutions'), isPartial('link'));
      return judgeEach([], () => undefined);
    });
    const link = known(make.link(), { coverage: 'partial' }); // one object, which has no rows to be a part of
    outcomeOf(rule, { teams: known([], { coverage: 'partial' }), companies, link });
    expect(partial).toEqual([true, false, false, false]);
  });

  test('what was computed once from the same values with the same function', () => {
    let calls = 0;
    const count = (...lists: readonly (readonly unknown[])[]) => {
      calls += 1;
      return lists.map(({ length }) => length);
    };
    const [one, other] = [[1], [1, 2]];
    const results: unknown[] = [];
    const rule = ruleOf(({ context: { derive } }) => {
      results.push(derive(count, one, other), derive(count, one, one), derive(count, one, other));
      results.push(derive((list: readonly number[]) => list.length, one));
      return judgeEach([], () => undefined);
    });
    outcomeOf(rule, all);
    expect(results).toEqual([[1, 2], [1, 1], [1, 2], 1]);
    expect(results[2]).toBe(results[0]);
    expect(calls).toBe(2);
    outcomeOf(rule, all);
    expect(calls).toBe(4);
  });
});

describe('what an outcome says', () => {
  const acceptance = { reason: 'known', expires: '2026-12-31' };
  const finding = found as ReportedFinding;
  const open = [{ fact: 'teams', reason: 'failed' }] as const;
  const outcomes = {
    skipped: { ...identity, status: 'skipped', because: 'turned-off' },
    blocked: { ...identity, status: 'blocked', by: ['DWDVEV9001'] },
    errored: { ...identity, status: 'errored', because: 'boom' },
    failed: { ...identity, status: 'failed', checked: 1, findings: [finding], remediation },
    'not-applicable': { ...identity, status: 'not-applicable', because: 'nothing is there' },
    inconclusive: { ...identity, status: 'inconclusive', because: 'x', missing: open },
    passed: { ...identity, status: 'passed', checked: 1, without: ['companies'] },
  } as const satisfies Readonly<Record<Outcome['status'], Outcome>>;
  const incomplete: Outcome = { ...outcomes.failed, incomplete: true, missing: open };
  const accepted = { ...finding, suppressed: acceptance };
  const baselined = { ...finding, baselined: true } as const;

  test.each([
    ['skipped', outcomes.skipped, []],
    ['blocked', outcomes.blocked, ['open', 'left open']],
    ['blocked, and that is accepted', { ...outcomes.blocked, suppressed: acceptance }, ['open']],
    ['errored', outcomes.errored, ['open', 'left open']],
    ['errored, and that is accepted', { ...outcomes.errored, suppressed: acceptance }, ['open']],
    ['failed', outcomes.failed, ['conclusive', 'in full', 'unaccepted']],
    [
      'failed with accepted findings',
      { ...outcomes.failed, findings: [accepted, baselined] },
      ['conclusive', 'in full'],
    ],
    [
      'failed with one accepted',
      { ...outcomes.failed, findings: [accepted, finding] },
      ['conclusive', 'in full', 'unaccepted'],
    ],
    ['failed in part', incomplete, ['conclusive', 'open', 'left open', 'unaccepted', 'missing teams']],
    [
      'failed in part, and that is accepted',
      { ...incomplete, suppressed: acceptance },
      ['conclusive', 'open', 'unaccepted', 'missing teams'],
    ],
    ['not applicable', outcomes['not-applicable'], ['conclusive', 'in full']],
    ['inconclusive', outcomes.inconclusive, ['open', 'left open', 'missing teams']],
    [
      'inconclusive, and that is accepted',
      { ...outcomes.inconclusive, suppressed: acceptance },
      ['open', 'missing teams'],
    ],
    ['passed', outcomes.passed, ['conclusive', 'in full', 'unseen companies']],
    ['passed with all in sight', { ...identity, status: 'passed', checked: 1 }, ['conclusive', 'in full']],
  ] as const satisfies readonly (readonly [string, Outcome, readonly string[]])[])('%s', (_name, outcome, claims) => {
    expect([
      ...(isConclusive(outcome) ? ['conclusive'] : []),
      ...(answersInFull(outcome) ? ['in full'] : []),
      ...(isOpen(outcome) ? ['open'] : []),
      ...(isLeftOpen(outcome) ? ['left open'] : []),
      ...(hasUnacceptedFinding(outcome) ? ['unaccepted'] : []),
      ...missingOf(outcome).map(({ fact }) => `missing ${fact}`),
      ...unseenBy(outcome).map((name) => `unseen ${name}`),
    ]).toEqual(claims);
  });

  test('what is left out says as much as what is not there', () => {
    const { passed, failed } = outcomes;
    expect(unseenBy({ ...passed, without: undefined })).toEqual([]);
    expect(missingOf({ ...failed, missing: undefined })).toEqual([]);
    expect(isOpen(passed)).toBe(false);
  });

  test('a finding is accepted by a suppression or by the baseline', () => {
    expect([finding, accepted, baselined].map(isAccepted)).toEqual([false, true, true]);
  });

  test('statuses have an order of precedence', () => {
    expect(statuses).toEqual(['skipped', 'blocked', 'errored', 'failed', 'not-applicable', 'inconclusive', 'passed']);
  });
});
