import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import {
  checkEnvironment,
  type EvaluateOptions,
  evaluateSnapshot,
  known,
  parseReport,
  type Suppression,
  snapshotAdapter,
  snapshotOf,
} from '../../src/index.js';

const sample = (name: string) => sampleEnvironments().find((one) => one.name === name)?.snapshot ?? expect.fail(name);
const broken = sample('every-dependency-code');
const now = new Date('2026-11-21T12:00:00Z');
const only = ['DWDVEV1007'];
const evaluate = (options: EvaluateOptions) => evaluateSnapshot(broken, { only, now, ...options });
const subjects = evaluate({}).outcomes.flatMap((outcome) =>
  outcome.status === 'failed' ? outcome.findings.map(({ subject }) => subject.id) : [],
);
const all: Suppression = {
  rule: 'DWDVEV1007',
  subject: { pattern: '*' },
  reason: 'test system',
  expires: '2026-12-31',
};

const of = (report: ReturnType<typeof evaluateSnapshot>, code = 'DWDVEV1007') =>
  report.outcomes.find((outcome) => outcome.code === code) ?? expect.fail(code);

describe('a suppression', () => {
  test('marks findings, keeps them, and takes them out of the verdict', () => {
    const report = evaluate({ suppressions: [{ ...all, owner: 'Ada' }] });
    expect(subjects.length).toBeGreaterThan(0);
    expect(of(report)).toMatchObject({
      status: 'failed',
      findings: subjects.map((id) => ({
        subject: { id },
        suppressed: { reason: 'test system', expires: '2026-12-31', owner: 'Ada' },
      })),
    });
    expect(report.health).toBe('healthy');
    expect(report.governance).toMatchObject({
      now: now.toISOString(),
      suppressions: { applied: [{ ...all, times: subjects.length }], expired: [], unused: [] },
    });
    expect(parseReport(JSON.parse(JSON.stringify(report)))._unsafeUnwrap()).toEqual(report);
  });

  const [first = ''] = subjects;
  test.each<[string, Suppression['subject'], number]>([
    ['the exact subject', first, 1],
    ['in another case, with blanks', ` ${first.toLowerCase()} `, 1],
    ['a pattern', { pattern: `${first.slice(0, 2)}*` }, 1],
    ['a pattern with nothing to fill', { pattern: `${first}*` }, 1],
    ['a star that is meant exactly', '*', 0],
    ['a pattern for others', { pattern: 'nothing*' }, 0],
    ['an expression, which is none', { pattern: '.*' }, 0],
  ])('%s', (_name, subject, times) => {
    const report = evaluate({ suppressions: [{ ...all, subject }] });
    const outcome = of(report);
    const findings = outcome.status === 'failed' ? outcome.findings : [];
    expect(findings.filter(({ suppressed }) => suppressed !== undefined)).toHaveLength(times);
    expect(report.governance?.suppressions[times > 0 ? 'applied' : 'unused']).toHaveLength(1);
  });

  const codes = ['ABC', 'ABCA', 'AXBXC', 'F', 'U', 'UF', 'USMF', 'USMFX', 'XUSMF'];
  const link = known({ linked: true, legalEntities: codes, apiHub: 'required' as const });
  const companies = known(codes.map((code) => ({ id: code, code, name: code, defaultOwningTeamId: null })));
  const withoutTeams = snapshotOf('patterns', { link, companies }, { takenAt: '2026-11-20T10:00:00Z' });
  test.each([
    ['*F', ['F', 'UF', 'USMF', 'XUSMF']],
    ['U*F', ['UF', 'USMF']],
    ['u*', ['U', 'UF', 'USMF', 'USMFX']],
    ['A*B*C', ['ABC', 'AXBXC']],
    ['*B*', ['ABC', 'ABCA', 'AXBXC']],
    ['A*A', ['ABCA']],
    ['*USMF*USMF*', []],
    ['UF*F', []],
    ['ABC*BC', []],
    ['A*BC*BC', []],
    ['A*B*BC', []],
    ['**', codes],
    ['USMF', ['USMF']],
    ['', []],
  ])('the pattern %s accepts what it fits, from end to end', (pattern, accepted) => {
    const outcome = of(evaluateSnapshot(withoutTeams, { only, now, suppressions: [{ ...all, subject: { pattern } }] }));
    const findings = outcome.status === 'failed' ? outcome.findings : expect.fail(outcome.status);
    expect(findings.map(({ subject }) => subject.id)).toEqual(codes);
    expect(findings.flatMap((one) => (one.suppressed === undefined ? [] : [one.subject.id]))).toEqual(accepted);
  });

  test.each([
    ['on its last day', '2026-11-21', 'healthy'],
    ['the day after', '2026-11-20', 'unhealthy'],
    ['at its last instant', '2026-11-21T12:00:00Z', 'healthy'],
    ['an instant later', '2026-11-21T11:59:59Z', 'unhealthy'],
    ['in another time zone', '2026-11-21T13:30:00+01:00', 'healthy'],
  ])('%s', (_name, expires, health) => {
    const report = evaluate({ suppressions: [{ ...all, expires }] });
    expect(report.health).toBe(health);
    expect(report.governance?.suppressions.expired).toHaveLength(health === 'healthy' ? 0 : 1);
  });

  test.each([
    ['ignore', 'healthy'],
    ['warn', 'healthy'],
    ['fail', 'unhealthy'],
  ] as const)('that accepts nothing, with policy %s', (unused, health) => {
    const report = evaluateSnapshot(sample('healthy'), {
      now,
      suppressions: [{ ...all, subject: 'ZZZZ' }],
      suppressionPolicy: { unused },
    });
    expect(report.health).toBe(health);
    expect(report.governance?.suppressions.unused).toHaveLength(1);
  });

  test('that has expired, with policy fail, makes even a healthy environment unhealthy', () => {
    const options = {
      now,
      suppressions: [{ ...all, expires: '2020-01-01' }],
      suppressionPolicy: { expired: 'fail' },
    } as const;
    expect(evaluateSnapshot(sample('healthy'), options).health).toBe('unhealthy');
  });

  test('of an inconclusive rule is neither used nor unused', () => {
    const report = evaluateSnapshot(sample('half-filled'), {
      now,
      only: ['DWFOEV1006'],
      suppressions: [{ ...all, rule: 'DWFOEV1006' }],
    });
    expect(report.health).toBe('unknown');
    expect(report.governance?.suppressions).toEqual({ applied: [], expired: [], unused: [] });
  });

  test('accepts that a rule is inconclusive only if it says so', () => {
    const open: Suppression = { rule: 'DWFOEV1006', open: true, reason: 'may not read teams', expires: '2026-12-31' };
    const report = evaluateSnapshot(sample('half-filled'), {
      now,
      only: ['DWFOEV1006', 'DWDVEV9001'],
      suppressions: [open],
    });
    expect(of(report, 'DWFOEV1006')).toMatchObject({
      status: 'inconclusive',
      suppressed: { reason: 'may not read teams' },
    });
    expect(report.health).toBe('healthy');
  });

  test('of a finding accepts nothing of what the rule could not judge', () => {
    const facts = {
      ...broken.facts,
      companies: { ...(broken.facts.companies as object), coverage: 'partial' } as typeof broken.facts.companies,
    };
    const report = evaluateSnapshot({ ...broken, facts }, { only, now, suppressions: [all] });
    expect(of(report)).toMatchObject({ status: 'failed', incomplete: true });
    expect(report.health).toBe('unknown');
    const open: Suppression = { rule: 'DWDVEV1007', open: true, reason: 'x', expires: '2026-12-31' };
    expect(evaluateSnapshot({ ...broken, facts }, { only, now, suppressions: [all, open] }).health).toBe('healthy');
  });

  test('of a prerequisite lets the rest be checked', () => {
    const failing = sample('prerequisites-failing');
    const blocked = evaluateSnapshot(failing, { now });
    const codes = blocked.outcomes.flatMap(({ code, status, stage, severity }) =>
      status === 'failed' && stage === 'prerequisite' && severity === 'error' ? [code] : [],
    );
    expect(blocked.totals.blocked).toBeGreaterThan(0);
    const suppressions = codes.map((rule) => ({ ...all, rule }));
    expect(evaluateSnapshot(failing, { now, suppressions }).totals.blocked).toBe(0);
    expect(evaluateSnapshot(failing, { now, suppressions: suppressions.slice(1) }).totals.blocked).toBeGreaterThan(0);
  });

  test('without a date, the one of the facts counts', () => {
    const report = evaluateSnapshot(broken, { only, suppressions: [{ ...all, expires: broken.takenAt }] });
    expect(report.governance?.now).toBe(new Date(broken.takenAt).toISOString());
    expect(report.health).toBe('healthy');
  });

  test.each<[string, Partial<Suppression>, string]>([
    ['an unknown code', { rule: 'DWDVEV1070' }, 'suppressions[0].rule'],
    ['no reason', { reason: '  ' }, 'suppressions[0].reason'],
    ['no date', { expires: 'soon' }, 'suppressions[0].expires'],
    ['a day that does not exist', { expires: '2026-02-30' }, 'suppressions[0].expires'],
    ['a date without a time zone', { expires: '2026-02-20T10:00:00' }, 'suppressions[0].expires'],
    ['neither subject nor open', { subject: undefined }, 'suppressions[0]'],
    ['both', { open: true }, 'suppressions[0]'],
  ])('%s is an invalid option', async (_name, part, path) => {
    const result = await checkEnvironment(snapshotAdapter(broken), { suppressions: [{ ...all, ...part }] });
    expect(result._unsafeUnwrapErr()).toMatchObject({ type: 'invalid-options', issues: [{ path }] });
  });

  property.prop([
    fc.array(fc.constantFrom(...subjects.map((subject) => subject.toUpperCase()), 'ZZZZ'), { maxLength: 4 }),
  ])('accepting never adds, removes or changes a finding otherwise, and never makes a verdict worse', (accepted) => {
    const suppressions = accepted.map((subject) => ({ ...all, subject }));
    const plain = evaluate({});
    const report = evaluate({ suppressions });
    const bare = JSON.parse(JSON.stringify(report.outcomes), (key, value) =>
      key === 'suppressed' ? undefined : value,
    );
    expect(bare).toEqual(JSON.parse(JSON.stringify(plain.outcomes)));
    if (plain.health === 'healthy') expect(report.health).toBe('healthy');
  });
});
