import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  allOf,
  baselineOf,
  businessUnit,
  checkEnvironment,
  checkFleet,
  compareReports,
  defaultOwningTeamMissing,
  environmentNotLinked,
  evaluateSnapshot,
  exitCodeFor,
  fleetExitCode,
  fleetOf,
  gotWorse,
  healthCheck,
  inOrder,
  known,
  parseReport,
  type Rule,
  snapshotAdapter,
  snapshotOf,
} from '../../src/index.js';
import {
  annotations,
  comparisonDocument,
  fleetDocument,
  html,
  json,
  junit,
  markdown,
  pretty,
  sarif,
  toMarkdown,
  toPretty,
} from '../../src/reporters/index.js';
import { make } from '../support/facts.js';
import { runs } from '../support/fuzz.js';

const takenAt = '2026-11-20T10:00:00Z';
const link = known(make.link({ linked: false }));
const snapshot = snapshotOf('contoso-uat', { link }, { takenAt });
const until = '2026-12-31';
const circular: Record<string, unknown> = { kind: 'all-of', name: 'x', codes: [] };
circular.members = [environmentNotLinked, circular];
const changed = (change: object) => ({ ...environmentNotLinked, ...change });

/** Options, the place of the one issue, and what its message says. */
const refused: readonly (readonly [options: unknown, path: string, words: string])[] = [
  [null, '', 'expected options, got null'],
  ['strict', '', 'got "strict"'],
  [{ validator: undefined }, 'validator', 'got undefined'],
  [{ validator: null }, 'validator', 'got null'],
  [{ validator: 'health-check' }, 'validator', 'got "health-check"'],
  [{ validator: [environmentNotLinked] }, 'validator', 'got a list'],
  [{ validator: {} }, 'validator', 'got an object'],
  [{ validator: { ...healthCheck, kind: 'any-of' } }, 'validator', 'got an object'],
  [{ validator: { kind: 'all-of', name: 'x', codes: [], members: undefined } }, 'validator', 'got an object'],
  [{ validator: allOf('x', undefined as never) }, 'validator', 'got an object'],
  [{ validator: inOrder('x', environmentNotLinked, {} as never) }, 'validator', 'got an object'],
  [{ validator: inOrder('x', {} as never, environmentNotLinked) }, 'validator', 'got an object'],
  [{ validator: circular }, 'validator', 'got an object'],
  ...[
    { code: 7 },
    { title: undefined },
    { validation: 'Others' },
    { stage: 'first' },
    { severity: 'fatal' },
    { needs: undefined },
    { needs: ['links'] },
    { uses: ['links'] },
    { mayBePartial: 'link' },
    { options: null },
    { remediation: undefined },
    { evaluate: undefined },
    { message: 'message' },
  ].map((change) => [{ validator: changed(change) }, 'validator', 'got an object'] as const),
  [{ gate: 'x' }, 'gate', 'expected documented or none, got "x"'],
  [{ gate: null }, 'gate', 'got null'],
  [{ failOn: 'x' }, 'failOn', 'expected error or warning, got "x"'],
  [{ failOn: 0 }, 'failOn', 'got 0'],
  [{ roleModel: 'root' }, 'roleModel', 'least-privilege'],
  [{ only: ['DWDVEV1070'] }, 'only', 'DWDVEV1007'],
  [{ only: ['dwdvev1007'] }, 'only', 'DWDVEV1007'],
  [{ only: 'DWDVEV1007' }, 'only', 'a list of codes'],
  [{ only: [1007] }, 'only', 'got 1007'],
  [{ only: null }, 'only', 'got null'],
  [{ rules: { DWDVEV1070: 'off' } }, 'rules.DWDVEV1070', 'DWDVEV1007'],
  [{ rules: { DWDVEV1007: 'loud' } }, 'rules.DWDVEV1007', 'off, error or warning'],
  [{ rules: { DWDVEV1007: null } }, 'rules.DWDVEV1007', 'got null'],
  [{ rules: { DWDVEV1007: { severity: 'loud' } } }, 'rules.DWDVEV1007.severity', 'error or warning'],
  [{ rules: { DWFOEV9301: { options: { maximun: 3 } } } }, 'rules.DWFOEV9301.options.maximun', 'maximum'],
  [{ rules: { DWFOEV9301: { options: { maximum: '3' } } } }, 'rules.DWFOEV9301.options.maximum', 'got "3"'],
  [{ rules: { DWFOEV9301: { options: { maximum: Number.NaN } } } }, 'rules.DWFOEV9301.options.maximum', 'got NaN'],
  [{ rules: { DWFOEV9301: { options: null } } }, 'rules.DWFOEV9301.options', 'got null'],
  [{ rules: [] }, 'rules', 'got a list'],
  [{ rules: 'off' }, 'rules', 'got "off"'],
  [{ suppressions: {} }, 'suppressions', 'expected a list'],
  [{ suppressions: [null] }, 'suppressions[0]', 'got null'],
  [
    { suppressions: [{ rule: 'DWDVEV1070', subject: 'x', reason: 'y', expires: until }] },
    'suppressions[0].rule',
    'DWDVEV1007',
  ],
  [{ suppressions: [{ subject: 'x', reason: 'y', expires: until }] }, 'suppressions[0].rule', 'got undefined'],
  [{ suppressions: [{ rule: 'DWDVEV1007', subject: 'x', expires: until }] }, 'suppressions[0].reason', 'a reason'],
  [
    { suppressions: [{ rule: 'DWDVEV1007', subject: 'x', reason: ' ', expires: until }] },
    'suppressions[0].reason',
    'a reason',
  ],
  [{ suppressions: [{ rule: 'DWDVEV1007', subject: 'x', reason: 'y' }] }, 'suppressions[0].expires', 'a day'],
  [
    { suppressions: [{ rule: 'DWDVEV1007', subject: 7, reason: 'y', expires: until }] },
    'suppressions[0].subject',
    'got 7',
  ],
  [
    { suppressions: [{ rule: 'DWDVEV1007', subject: {}, reason: 'y', expires: until }] },
    'suppressions[0].subject',
    'pattern',
  ],
  [
    { suppressions: [{ rule: 'DWDVEV1007', subject: 'x', reason: 'y', expires: until, owner: 7 }] },
    'suppressions[0].owner',
    'a name',
  ],
  [{ suppressions: [{ rule: 'DWDVEV1007', reason: 'y', expires: until }] }, 'suppressions[0]', 'either a subject'],
  [{ suppressionPolicy: { expired: 'shout' } }, 'suppressionPolicy.expired', 'ignore, warn or fail'],
  [{ suppressionPolicy: { unused: null } }, 'suppressionPolicy.unused', 'got null'],
  [{ suppressionPolicy: 'fail' }, 'suppressionPolicy', 'got "fail"'],
  [{ baseline: null }, 'baseline', 'got null'],
  [{ baseline: {} }, 'baseline', 'got an object'],
  [{ baseline: snapshot }, 'baseline', 'got an object'],
  [{ baseline: { takenAt, findings: [{}] } }, 'baseline', 'got an object'],
  [{ baseline: { takenAt, outcomes: [null] } }, 'baseline', 'got an object'],
  [{ baseline: { takenAt, outcomes: [{ status: 'failed' }] } }, 'baseline', 'got an object'],
  [{ now: 'today' }, 'now', 'got "today"'],
  [{ now: new Date('nonsense') }, 'now', 'a date'],
];

describe('options that are not valid', () => {
  const named = refused.map(([options, path, words]) => [path, words, options] as const);

  test.each(named)('%s, %s: a fault of the check', async (path, words, options) => {
    const fault = (await checkEnvironment(snapshotAdapter(snapshot), options as never))._unsafeUnwrapErr();
    expect(fault).toMatchObject({
      type: 'invalid-options',
      issues: [{ path, message: expect.stringContaining(words) }],
    });
    expect(fault.because).toContain(words);
  });

  test.each(named)('%s, %s: a report of unknown health without outcomes', async (_path, _words, options) => {
    const report = evaluateSnapshot(snapshot, options as never);
    const fault = (await checkEnvironment(snapshotAdapter(snapshot), options as never))._unsafeUnwrapErr();
    expect(report).toMatchObject({ health: 'unknown', outcomes: [], environment: { name: 'contoso-uat' }, takenAt });
    expect(report.fault).toEqual(fault);
    expect(Object.values(report.totals)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(exitCodeFor(report)).toBe(2);
    expect(parseReport(JSON.parse(json(report)))._unsafeUnwrap()).toEqual(report);
  });

  test('all of them are named, the first in words', () => {
    const { fault } = evaluateSnapshot(snapshot, { gate: 'x', failOn: 'y', only: ['z'] } as never);
    expect(fault?.issues.map(({ path }) => path)).toEqual(['gate', 'only', 'failOn']);
    expect(fault?.because).toBe('gate: expected documented or none, got "x" (and 2 more)');
  });

  test('what counted stays in the report where that is valid', () => {
    expect(evaluateSnapshot(snapshot, { failOn: 'warning', gate: 'x' } as never).failOn).toBe('warning');
    expect(evaluateSnapshot(snapshot, { failOn: 'x' } as never).failOn).toBe('error');
  });
});

test('what is undefined counts as left out, but for the validator', () => {
  const left = { only: undefined, gate: undefined, failOn: undefined, roleModel: undefined, rules: undefined };
  const more = { suppressions: undefined, suppressionPolicy: undefined, baseline: undefined, now: undefined };
  const rules = { DWDVEV1007: undefined, DWDVEV1003: {} };
  const report = evaluateSnapshot(snapshot);
  expect(evaluateSnapshot(snapshot, { ...left, ...more })).toEqual(report);
  expect(evaluateSnapshot(snapshot, { rules } as never)).toEqual(report);
});

test('facts without a date need one where something is accepted for a while', async () => {
  const undated = snapshotOf('contoso-uat', { link }, { takenAt: 'some day' });
  const baseline = baselineOf(evaluateSnapshot(snapshot));
  expect(evaluateSnapshot(undated, { baseline }).fault?.issues).toMatchObject([
    { path: 'now', message: expect.stringContaining('"some day"') },
  ]);
  expect(evaluateSnapshot(undated).fault).toBeUndefined();
  expect(evaluateSnapshot(undated, { baseline, now: new Date(takenAt) }).fault).toBeUndefined();
});

const rule = { ...environmentNotLinked } satisfies Rule;
const word = fc.constantFrom('x', 'error', 'warning', 'off', 'documented', 'none', 'DWFOEV9303', 'DWDVEV1007', 'fail');
const whatever = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  word,
  fc.array(fc.oneof(word, fc.anything())),
  fc.dictionary(word, fc.oneof(word, fc.dictionary(word, fc.anything()))),
  fc.constantFrom<unknown>(rule, healthCheck, businessUnit, circular, { ...rule, code: 'ACME1', origin: 'custom' }),
);
const anyOptions = fc.record(
  {
    validator: whatever,
    only: whatever,
    gate: whatever,
    failOn: whatever,
    roleModel: whatever,
    rules: whatever,
    suppressions: whatever,
    suppressionPolicy: whatever,
    baseline: whatever,
    now: whatever,
  },
  { requiredKeys: [] },
);

property.prop([fc.oneof(anyOptions, whatever)], { numRuns: runs(200) })(
  'whatever the options are, nothing throws, and check and evaluate agree',
  async (options) => {
    const report = evaluateSnapshot(snapshot, options as never);
    const checked = await checkEnvironment(snapshotAdapter(snapshot), options as never);
    // `undefined` as a whole is nothing given, and `now` of the check is that of the snapshot too.
    if (report.fault !== undefined) expect(checked._unsafeUnwrapErr()).toEqual(report.fault);
    else expect(checked._unsafeUnwrap().outcomes).toEqual(report.outcomes);
    for (const show of [pretty, markdown, html, junit, sarif, annotations]) expect(show(report)).not.toBe('');
    expect(parseReport(JSON.parse(json(report))).isOk()).toBe(true);
  },
);

describe('a report whose options were not valid', () => {
  const options = { gate: 'some gate', only: ['some code'] };
  const faulty = evaluateSnapshot(snapshot, options as never);
  const formats = { pretty, markdown, html, junit, sarif, annotations, json } as const;

  test.each(Object.entries(formats))('%s says that nothing was checked, and every issue', (_name, show) => {
    const text = plain(show(faulty));
    expect(text).toMatch(/not valid|invalid-options/);
    for (const words of ['some gate', 'some code']) expect(text).toContain(words);
    expect(text.toLowerCase()).toContain('unknown');
    expect(text).not.toMatch(/all is well|in order here: nothing/);
  });

  test('counts as an error of a test run', () => {
    expect(junit(faulty)).toMatch(/<testsuites [^>]*tests="1" failures="0" errors="1"/);
  });

  test('is a run that failed, in SARIF', () => {
    const { invocations, results } = JSON.parse(sarif(faulty)).runs[0];
    expect(results).toEqual([]);
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolConfigurationNotifications: [
          { level: 'error', message: { text: expect.stringContaining('gate') } },
          { level: 'error', message: { text: expect.stringContaining('only') } },
        ],
      },
    ]);
  });

  test('has lost every conclusion that an earlier one had', () => {
    const before = evaluateSnapshot(snapshot, { validator: environmentNotLinked });
    const comparison = compareReports(before, faulty);
    expect(comparison).toMatchObject({
      fixed: [],
      notRechecked: [{ code: 'DWFOEV9303' }],
      nowUnknown: [{ code: 'DWFOEV9303', before: 'failed', after: 'absent' }],
      after: { health: 'unknown', fault: { type: 'invalid-options' } },
    });
    expect(gotWorse(comparison)).toBe(true);
    expect(toPretty(comparisonDocument(comparison))).toContain('some gate');
  });

  test('fixes nothing of a baseline', () => {
    const before = evaluateSnapshot(snapshot, { validator: environmentNotLinked });
    const baseline = baselineOf(before);
    expect(baseline.findings).toHaveLength(1);
    expect(baselineOf(faulty, baseline).findings).toEqual(baseline.findings);
  });

  test('is an unknown one among many', () => {
    const fleet = fleetOf([faulty, evaluateSnapshot(snapshot, { validator: environmentNotLinked })]);
    expect(fleet.totals).toEqual({ healthy: 1, unhealthy: 0, unknown: 1, notChecked: 0 });
    expect(fleetExitCode(fleet)).toBe(2);
    for (const text of [toPretty(fleetDocument(fleet)), plain(toMarkdown(fleetDocument(fleet)))])
      expect(text).toContain('some gate');
  });
});

describe('a fleet', () => {
  const adapters = [snapshotAdapter(snapshot), snapshotAdapter(snapshot)];

  test.each([
    [{ concurrency: 0 }, 'got 0'],
    [{ concurrency: -1 }, 'got -1'],
    [{ concurrency: 1.5 }, 'got 1.5'],
    [{ concurrency: Number.NaN }, 'got NaN'],
    [{ concurrency: Number.POSITIVE_INFINITY }, 'got Infinity'],
    [{ concurrency: '4' }, 'got "4"'],
    [{ onReport: 'log' }, 'got "log"'],
    [{ gate: 'x' }, 'got "x"'],
    [null, 'got null'],
  ])('with options %j checks no environment, and says why for each', async (options, words) => {
    const fleet = await checkFleet(adapters, options as never);
    expect(fleet.reports).toEqual([]);
    expect(fleet.faults).toHaveLength(2);
    for (const { because } of fleet.faults) expect(because).toContain(words);
    expect(fleetExitCode(fleet)).toBe(2);
  });

  test('continues if its listener throws', async () => {
    let seen = 0;
    const onReport = () => {
      seen += 1;
      throw new Error('listener');
    };
    const fleet = await checkFleet(adapters, { onReport, validator: defaultOwningTeamMissing });
    expect({ seen, reports: fleet.reports.length }).toEqual({ seen: 2, reports: 2 });
  });
});

/** Without the escapes of Markdown, XML and HTML. */
function plain(text: string): string {
  return text.replace(/\\([^u])/g, '$1').replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
}
