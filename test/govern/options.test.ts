import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { issuesInGovernOptions } from '../../src/govern/govern.js';
import { parseBaseline } from '../../src/govern/parse-baseline.js';
import { settingsOf } from '../../src/govern/presets.js';
import { baselineOf, catalogue, evaluateSnapshot, known, type Outcome, snapshotOf } from '../../src/index.js';

const codes = ['DWDVEV1003', 'DWDVEV1007'];
const fit = { rule: 'DWDVEV1007', subject: 'USMF', reason: 'r', expires: '2026-12-31' };
const finding = { fingerprint: 'v1:DWDVEV1007:usmf' };
const baseline = { schemaVersion: 1, kind: 'baseline', takenAt: '2026-11-01T00:00:00Z', findings: [finding] };
const report = { takenAt: '2026-11-01T00:00:00Z', outcomes: [{ status: 'failed', findings: [finding] }] };
const issuesIn = (options: object, takenAt?: string) => issuesInGovernOptions(options, codes, takenAt);

describe('what can be accepted', () => {
  test.each<[string, object]>([
    ['nothing', {}],
    ['a suppression', { suppressions: [fit] }],
    ['a code in another letter case', { suppressions: [{ ...fit, rule: 'dwdvev1007' }] }],
    ['a pattern', { suppressions: [{ ...fit, subject: { pattern: 'U*' } }] }],
    ['an open outcome', { suppressions: [{ ...fit, subject: undefined, open: true }] }],
    ['an owner', { suppressions: [{ ...fit, owner: 'Ada' }] }],
    ...['ignore', 'warn', 'fail'].map((policy): [string, object] => [
      policy,
      { suppressionPolicy: { expired: policy, unused: policy } },
    ]),
    ['a policy for nothing', { suppressionPolicy: {} }],
    ['a baseline', { baseline }],
    ['an empty baseline', { baseline: { ...baseline, findings: [] } }],
    ['a report', { baseline: report }],
    ['a report without findings', { baseline: { ...report, outcomes: [{ status: 'passed' }] } }],
    ['a date', { now: new Date('2026-11-21') }],
    ['a date of another realm', { now: runInNewContext('new Date(0)') }],
  ])('%s', (_name, options) => {
    expect(issuesIn(options, '2026-11-20T10:00:00Z')).toEqual([]);
  });

  test.each([
    '2026-12-31T10:00Z',
    '2026-12-31T10:00:00Z',
    '2026-12-31T10:00:00.1Z',
    '2026-12-31T10:00:00.123456789Z',
    '2026-12-31T10:00:00+05:30',
    '2026-12-31T10:00-05:30',
    '2024-02-29',
  ])('until %s', (expires) => {
    expect(issuesIn({ suppressions: [{ ...fit, expires }] })).toEqual([]);
  });

  test.each([
    'x2026-12-31',
    '2026-12-31x',
    '2026-12-31 ',
    'x2026-12-31T10:00:00Z',
    '2026-12-31T10:00:00Zx',
    '2026-12-31T10:00:00Z (UTC)',
    '2026-12-31T10:00:00.1234567890Z',
    '2026-12-31T10:00:00.Z',
    '2026-12-31T10:00:00.xZ',
    '2026-12-31T10:00:00',
    '2026-12-31T10Z',
    '2026-12-31T10:00:00+5:30',
    '2026-12-31T25:00:00Z',
    '2026-13-01',
    '2026-02-30T10:00:00Z',
    '26-12-31',
    '',
  ])('not until %j', (expires) => {
    expect(issuesIn({ suppressions: [{ ...fit, expires }] })).toEqual([
      {
        path: 'suppressions[0].expires',
        message: `expected a day such as 2026-12-31, or an instant with a time zone, got ${JSON.stringify(expires)}`,
      },
    ]);
  });
});

describe('what is wrong is said with its place', () => {
  test.each<[string, object, string, string]>([
    ['not a list', { suppressions: {} }, 'suppressions', 'expected a list, got an object'],
    ['null', { suppressions: null }, 'suppressions', 'expected a list, got null'],
    ['not a suppression', { suppressions: [fit, 'x'] }, 'suppressions[1]', 'expected a suppression, got "x"'],
    ['nothing', { suppressions: [null] }, 'suppressions[0]', 'expected a suppression, got null'],
    ['a rule', { suppressions: [{ ...fit, rule: 3 }] }, 'suppressions[0].rule', 'expected a code, got 3'],
    ['a reason', { suppressions: [{ ...fit, reason: 3 }] }, 'suppressions[0].reason', 'expected a reason, got 3'],
    ['blanks', { suppressions: [{ ...fit, reason: ' ' }] }, 'suppressions[0].reason', 'expected a reason, got " "'],
    [
      'a date',
      { suppressions: [{ ...fit, expires: 3 }] },
      'suppressions[0].expires',
      'expected a day such as 2026-12-31, or an instant with a time zone, got 3',
    ],
    [
      'a date in a list',
      { suppressions: [{ ...fit, expires: ['2026-12-31'] }] },
      'suppressions[0].expires',
      'expected a day such as 2026-12-31, or an instant with a time zone, got a list',
    ],
    ['an owner', { suppressions: [{ ...fit, owner: null }] }, 'suppressions[0].owner', 'expected a name, got null'],
    ...[3, null, {}, { pattern: 3 }, ['x']].map((subject): [string, object, string, string] => [
      'a subject',
      { suppressions: [{ ...fit, subject }] },
      'suppressions[0].subject',
      `expected an id, or an object with a pattern, got ${
        subject === 3 ? '3' : subject === null ? 'null' : Array.isArray(subject) ? 'a list' : 'an object'
      }`,
    ]),
    ...[
      { ...fit, subject: undefined },
      { ...fit, open: true },
      { ...fit, subject: undefined, open: 'yes' },
    ].map((suppression): [string, object, string, string] => [
      'neither or both',
      { suppressions: [suppression] },
      'suppressions[0]',
      'expected either a subject, or "open": true for an inconclusive rule',
    ]),
    ['policies', { suppressionPolicy: 'fail' }, 'suppressionPolicy', 'expected policies by name, got "fail"'],
    [
      'a policy',
      { suppressionPolicy: { expired: 'stop' } },
      'suppressionPolicy.expired',
      'expected ignore, warn or fail, got "stop"',
    ],
    [
      'the other policy',
      { suppressionPolicy: { unused: '' } },
      'suppressionPolicy.unused',
      'expected ignore, warn or fail, got ""',
    ],
    ...[new Date(Number.NaN), '2026-11-21', 3, null].map((now): [string, object, string, string] => [
      'a date',
      { now },
      'now',
      `expected a date, got ${now instanceof Date ? 'an object' : JSON.stringify(now)}`,
    ]),
  ])('%s: %j', (_name, options, path, message) => {
    expect(issuesIn(options)).toEqual([{ path, message }]);
  });

  test('an unknown code, with the nearest ones', () => {
    expect(issuesIn({ suppressions: [{ ...fit, rule: 'DWDVEV1070' }] })).toEqual([
      { path: 'suppressions[0].rule', message: expect.stringContaining('there is no rule "DWDVEV1070"') },
    ]);
  });

  test.each<unknown>([
    null,
    'baseline.json',
    [],
    {},
    { findings: [finding] },
    { ...baseline, takenAt: 3 },
    { ...baseline, findings: {} },
    { ...baseline, findings: [null] },
    { ...baseline, findings: [{}] },
    { ...baseline, findings: [finding, { fingerprint: 3 }] },
    { ...report, outcomes: undefined },
    { ...report, outcomes: [{}] },
    { ...report, outcomes: ['passed'] },
    { ...report, outcomes: [{ status: 3 }] },
    { ...report, outcomes: [{ status: 'failed' }] },
    { ...report, outcomes: [{ status: 'failed', findings: [{}] }] },
    { ...report, outcomes: [{ status: 'passed' }, { status: 'failed', findings: [3] }] },
  ])('%j is not a baseline', (value) => {
    expect(issuesIn({ baseline: value })).toEqual([
      { path: 'baseline', message: expect.stringMatching(/^expected a baseline or a report, got ./) },
    ]);
  });
});

describe('facts that have no date', () => {
  const takenAt = 'yesterday';
  const issue = { path: 'now', message: 'expected a date, as the facts have none: they are of "yesterday"' };
  test.each<[string, object, readonly object[]]>([
    ['need one for suppressions', { suppressions: [] }, [issue]],
    ['need one for a baseline', { baseline }, [issue]],
    ['need none if one is given', { baseline, now: new Date(0) }, []],
    ['need none if nothing is accepted', {}, []],
  ])('%s', (_name, options, issues) => {
    expect(issuesIn(options, takenAt)).toEqual(issues);
  });
});

test('a file is a baseline if it has all parts of one', () => {
  const whole = { ...baseline, findings: [{ ...finding, code: 'DWDVEV1007', title: 't' }] };
  expect(parseBaseline(whole)._unsafeUnwrap()).toEqual(whole);
  for (const [key, value] of Object.entries({ schemaVersion: 2, kind: 'report', takenAt: 3, findings: [finding] })) {
    expect(parseBaseline({ ...whole, [key]: value })._unsafeUnwrapErr().issues[0].path).toMatch(new RegExp(`^${key}`));
  }
});

test('presets say which rules they change, and to what', () => {
  const codesIn = (rules: object | undefined) => Object.keys(rules ?? {}).sort();
  expect(settingsOf('recommended')).toEqual({});
  expect(settingsOf('strict')).toEqual({ failOn: 'warning', suppressionPolicy: { expired: 'fail', unused: 'fail' } });
  const { rules, ...rest } = settingsOf('go-live');
  expect(rest).toEqual(settingsOf('strict'));
  expect(rules).toEqual({
    DWDVEV9002: 'error',
    DWDVEV9303: 'error',
    DWFOEV9303: 'error',
    DWFOEV9304: 'error',
    DWFOEV9305: 'error',
  });
  const documented = settingsOf('documented').rules;
  expect(new Set(Object.values(documented ?? {}))).toEqual(new Set(['off']));
  const stages = new Set(catalogue.filter(({ code }) => codesIn(documented).includes(code)).map(({ stage }) => stage));
  expect(stages).toEqual(new Set(['prerequisite', 'dependency']));
});

describe('the verdict', () => {
  const companies = known([{ id: 'USMF', code: 'USMF', name: 'USMF', defaultOwningTeamId: null }]);
  const link = known({ linked: true, legalEntities: ['USMF'], apiHub: 'required' as const });
  const now = new Date('2026-11-21T12:00:00Z');
  const snapshot = snapshotOf('one', { link, companies }, { takenAt: '2026-11-20T10:00:00Z' });
  const only = ['DWDVEV1007'];
  const warning = { DWDVEV1007: 'warning' } as const;
  const expired = { ...fit, expires: '2026-01-01' };
  const unused = { ...fit, subject: 'ZZZZ' };

  test.each<[string, Parameters<typeof evaluateSnapshot>[1], string]>([
    ['an error', {}, 'unhealthy'],
    ['a warning does not count', { rules: warning }, 'healthy'],
    ['a warning counts where it should', { rules: warning, failOn: 'warning' }, 'unhealthy'],
    ['an error where warnings count', { failOn: 'warning' }, 'unhealthy'],
    ['accepted', { suppressions: [fit] }, 'healthy'],
    ['accepted where policies are strict', strict([fit]), 'healthy'],
    ['accepted beside an expired one', { ...strict([fit, expired]), suppressionPolicy: { unused: 'fail' } }, 'healthy'],
    ['accepted beside an expired one that fails', strict([fit, expired]), 'unhealthy'],
    ['accepted beside an unused one', { ...strict([fit, unused]), suppressionPolicy: { expired: 'fail' } }, 'healthy'],
    ['accepted beside an unused one that fails', strict([fit, unused]), 'unhealthy'],
    ['nothing is checked', { only: [] }, 'unknown'],
  ])('%s', (_name, options, health) => {
    expect(evaluateSnapshot(snapshot, { only, now, ...options }).health).toBe(health);
  });

  function strict(suppressions: readonly (typeof fit)[]) {
    return { suppressions, suppressionPolicy: { expired: 'fail', unused: 'fail' } } as const;
  }
});

describe('what was accepted', () => {
  const link = known({ linked: true, legalEntities: ['A', 'B'], apiHub: 'required' as const });
  const company = (code: string) => ({ id: code, code, name: code, defaultOwningTeamId: null });
  const snapshotWith = (...some: readonly string[]) =>
    snapshotOf('some', { link, companies: known(some.map(company)) }, { takenAt: '2026-11-20T10:00:00Z' });
  const only = ['DWDVEV1007'];
  const fingerprints = (outcomes: readonly Outcome[]) =>
    outcomes.flatMap((outcome) => (outcome.status === 'failed' ? outcome.findings.map((one) => one.fingerprint) : []));

  test('counts findings, and names fingerprints that are no longer found', () => {
    const before = evaluateSnapshot(snapshotWith('A', 'B'), { only });
    const [a = '', b = ''] = fingerprints(before.outcomes);
    const after = evaluateSnapshot(snapshotWith('A'), { only, baseline: before });
    expect(after.governance?.baseline).toEqual({ takenAt: before.takenAt, accepted: 1, fixed: [b] });
    expect(fingerprints(after.outcomes)).toEqual([a]);
    const elsewhere = evaluateSnapshot(snapshotWith('A'), { only: ['DWDVEV1003'], baseline: before });
    expect(elsewhere.governance?.baseline).toEqual({ takenAt: before.takenAt, accepted: 0, fixed: [] });
  });

  test('is not said where nothing was to be accepted', () => {
    const report = evaluateSnapshot(snapshotWith('A'), { only });
    expect(report.governance).toBeUndefined();
    expect(evaluateSnapshot(snapshotWith('A'), { only, suppressions: [] }).governance).toBeUndefined();
    expect(evaluateSnapshot(snapshotWith('A'), { only, suppressions: [fit] }).governance).toMatchObject({
      policy: { expired: 'warn', unused: 'warn' },
    });
  });

  test('keeps its own words: kind, place of the facts, code and title', () => {
    const before = evaluateSnapshot(snapshotWith('A'), { only });
    expect(baselineOf(before)).toEqual({
      schemaVersion: 1,
      kind: 'baseline',
      takenAt: '2026-11-20T10:00:00Z',
      findings: fingerprints(before.outcomes).map((fingerprint) => ({
        fingerprint,
        code: 'DWDVEV1007',
        title: 'Default owning team missing',
      })),
    });
  });

  test('has no owner where none was named', () => {
    const marked = evaluateSnapshot(snapshotWith('A'), {
      only,
      now: new Date('2026-11-21'),
      suppressions: [{ ...fit, subject: 'A' }],
    }).outcomes.find(({ code }) => code === 'DWDVEV1007');
    const found = marked?.status === 'failed' ? marked.findings[0] : undefined;
    expect(Object.keys(found?.suppressed ?? {})).toEqual(['reason', 'expires']);
  });

  test('by one suppression never accepts what its rule could not judge', () => {
    const open = { rule: 'DWDVEV1007', open: true, reason: 'r', expires: '2026-12-31' } as const;
    const marked = evaluateSnapshot(snapshotWith('A'), { only, now: new Date('2026-11-21'), suppressions: [open] });
    expect(marked.outcomes.find(({ code }) => code === 'DWDVEV1007')).not.toHaveProperty('suppressed');
    expect(marked.health).toBe('unhealthy');
  });
});
