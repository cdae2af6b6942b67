import { err, ok, okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import {
  baselineOf,
  checkEnvironment,
  coreSolutionMissing,
  defineRule,
  type EvaluateOptions,
  evaluateSnapshot,
  type HealthReport,
  healthCheck,
  known,
  type SnapshotFacts,
  snapshotAdapter,
  snapshotOf,
  unknown,
} from '../../src/index.js';
import { matchers } from '../../src/testing/index.js';
import '../../src/testing/vitest.js';
import { make } from '../support/facts.js';
import { hostileReport, hostileTexts, reportWithEverything } from '../support/hostile-report.js';
import { largeReport } from '../support/large-report.js';
import { processorTime } from '../support/processor-time.js';

const takenAt = '2026-11-20T10:00:00Z';
const code = 'DWDVEV1007';
const link = known(make.link());
const usmf = make.company();
const usmfWithoutTeam = make.company({ defaultOwningTeamId: null });
const denied = unknown('not-permitted', 'the role lacks prvReadcdm_company');

function reportOf(facts: SnapshotFacts, options: EvaluateOptions = { only: [code] }): HealthReport {
  return evaluateSnapshot(snapshotOf('contoso', facts, { takenAt }), options);
}

const breaking = defineRule({
  code: 'ACME1',
  slug: 'acme',
  title: 'Acme',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '1.0.0',
  meaning: 'm',
  impact: 'i',
  needs: [],
  evaluate: () => {
    throw new Error('boom');
  },
  message: () => 'm',
  remediation: {
    summary: 's',
    options: [{ title: 't', steps: ['x'], performedBy: ['developer'], destroys: null, links: [] }],
  },
  sources: [{ title: 'Acme', date: '2026-01-01' }],
});

const healthy = reportOf({ link, companies: known([usmf]) });
const unhealthy = reportOf({ link, companies: known([usmfWithoutTeam]) });
const inconclusive = reportOf({ link, companies: denied });
const incomplete = reportOf({ link, companies: known([usmfWithoutTeam], { coverage: 'partial' }) });
const blocked = reportOf({ link, companies: known([usmf]), solutions: known([]) }, { validator: healthCheck });
const accepting = { reason: 'planned', expires: '2026-12-31', owner: 'Ann' };
const suppressed = reportOf(
  { link, companies: known([usmfWithoutTeam]) },
  { only: [code], suppressions: [{ rule: code, subject: 'USMF', ...accepting }] },
);
const openAccepted = reportOf(
  { link, companies: denied, solutions: known([make.solution('msdyn_DualWriteCore')]) },
  { only: [code, 'DWDVEV9001'], suppressions: [{ rule: code, open: true, ...accepting }] },
);
const violating = reportOf(
  { link, companies: known([usmf]) },
  {
    only: [code],
    suppressions: [{ rule: code, subject: 'DEMF', reason: 'migration', expires: '2026-01-31' }],
    suppressionPolicy: { expired: 'fail' },
  },
);

type Told = 'yes' | 'no' | 'neither';

/** What two runs of a matcher tell, one of them after `.not`. */
function told(run: (expectation: ReturnType<typeof expect<unknown>>) => void, received: unknown): Told | 'both' {
  const holds = complaint(() => run(expect(received))) === undefined;
  const opposite = complaint(() => run(expect(received).not)) === undefined;
  if (holds) return opposite ? 'both' : 'yes';
  return opposite ? 'no' : 'neither';
}

function complaint(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('what matchers tell', () => {
  test.each<[string, unknown, { healthy: Told; finding: Told; passed: Told }]>([
    ['healthy', healthy, { healthy: 'yes', finding: 'no', passed: 'yes' }],
    ['healthy, from a Result', ok(healthy), { healthy: 'yes', finding: 'no', passed: 'yes' }],
    ['healthy, from JSON', JSON.parse(JSON.stringify(healthy)), { healthy: 'yes', finding: 'no', passed: 'yes' }],
    ['unhealthy', unhealthy, { healthy: 'no', finding: 'yes', passed: 'no' }],
    ['unhealthy, from a Result', ok(unhealthy), { healthy: 'no', finding: 'yes', passed: 'no' }],
    [
      'not applicable',
      reportOf({ link: known(make.link({ linked: false })) }),
      { healthy: 'yes', finding: 'no', passed: 'no' },
    ],
    ['inconclusive', inconclusive, { healthy: 'neither', finding: 'neither', passed: 'neither' }],
    ['inconclusive, accepted', openAccepted, { healthy: 'yes', finding: 'neither', passed: 'neither' }],
    ['failed and incomplete', incomplete, { healthy: 'no', finding: 'yes', passed: 'no' }],
    ['blocked', blocked, { healthy: 'no', finding: 'neither', passed: 'neither' }],
    [
      'skipped, not selected',
      reportOf({ link }, { only: ['DWFOEV9303'] }),
      { healthy: 'yes', finding: 'neither', passed: 'neither' },
    ],
    [
      'skipped, turned off',
      reportOf({ link }, { only: [code, 'DWFOEV9303'], rules: { [code]: 'off' } }),
      { healthy: 'yes', finding: 'neither', passed: 'neither' },
    ],
    [
      'not in the validator',
      reportOf({ solutions: known([make.solution('msdyn_DualWriteCore')]) }, { validator: coreSolutionMissing }),
      { healthy: 'yes', finding: 'neither', passed: 'neither' },
    ],
    ['suppressed', suppressed, { healthy: 'yes', finding: 'yes', passed: 'no' }],
    [
      'in the baseline',
      reportOf({ link, companies: known([usmfWithoutTeam]) }, { only: [code], baseline: baselineOf(unhealthy) }),
      { healthy: 'yes', finding: 'yes', passed: 'no' },
    ],
    ['against a policy', violating, { healthy: 'no', finding: 'no', passed: 'yes' }],
    ['a fault', err({ type: 'aborted' }), { healthy: 'neither', finding: 'neither', passed: 'neither' }],
    ['a promise', Promise.resolve(healthy), { healthy: 'neither', finding: 'neither', passed: 'neither' }],
    ['a ResultAsync', okAsync(healthy), { healthy: 'neither', finding: 'neither', passed: 'neither' }],
    ['a Result of a snapshot', ok({ facts: {} }), { healthy: 'neither', finding: 'neither', passed: 'neither' }],
    ['nothing', undefined, { healthy: 'neither', finding: 'neither', passed: 'neither' }],
    ['null', null, { healthy: 'neither', finding: 'neither', passed: 'neither' }],
  ])('%s', (_name, received, expected) => {
    expect({
      healthy: told((expectation) => expectation.toBeHealthy(), received),
      finding: told((expectation) => expectation.toHaveFinding(code), received),
      passed: told((expectation) => expectation.toHavePassed(code), received),
    }).toEqual(expected);
  });

  test('a rule that broke tells nothing', () => {
    const report = reportOf({}, { validator: breaking });
    expect(told((expectation) => expectation.toBeHealthy(), report)).toBe('neither');
    expect(told((expectation) => expectation.toHaveFinding('ACME1'), report)).toBe('neither');
    expect(told((expectation) => expectation.toHavePassed('ACME1'), report)).toBe('neither');
    expect(complaint(() => expect(report).toHavePassed('ACME1'))).toContain(
      'reached no conclusion: the rule itself failed: boom',
    );
  });

  test.each<[string, HealthReport, Parameters<typeof matchers.toHaveFinding>[2], Told]>([
    ['its id', unhealthy, 'USMF', 'yes'],
    ['its id in other letters', unhealthy, 'usmf', 'yes'],
    ['its kind and id', unhealthy, { kind: 'company', id: 'usmf' }, 'yes'],
    ['another id', unhealthy, 'DEMF', 'no'],
    ['another kind', unhealthy, { kind: 'team', id: 'USMF' }, 'no'],
    ['its id, the rest being open', incomplete, 'USMF', 'yes'],
    ['another id, the rest being open', incomplete, 'DEMF', 'neither'],
    ['an id, the rule having passed', healthy, 'USMF', 'no'],
    ['an id, the rule being inconclusive', inconclusive, 'USMF', 'neither'],
  ])('a subject: %s', (_name, report, subject, expected) => {
    expect(told((expectation) => expectation.toHaveFinding(code, subject), report)).toBe(expected);
  });

  test('inside of other expectations', () => {
    expect({ uat: healthy }).toEqual({ uat: expect.toBeHealthy() });
    expect({ uat: unhealthy }).toEqual({ uat: expect.toHaveFinding(code, 'USMF') });
    expect({ uat: inconclusive }).not.toEqual({ uat: expect.toBeHealthy() });
  });

  test('of a promise that is awaited by vitest', async () => {
    const adapter = snapshotAdapter(snapshotOf('contoso', { link, companies: known([usmf]) }, { takenAt }));
    await expect(checkEnvironment(adapter, { only: [code] })).resolves.toBeHealthy();
    await expect(checkEnvironment(adapter, { only: [code] })).resolves.not.toHaveFinding(code, 'USMF');
    await expect(checkEnvironment(adapter, { only: ['NOPE'] })).resolves.toSatisfy(
      (result) => told((expectation) => expectation.toBeHealthy(), result) === 'neither',
    );
  });
});

describe('what matchers say', () => {
  test.each<[string, () => void, string]>([
    [
      'an unknown code names the nearest',
      () => expect(healthy).not.toHaveFinding('DWDVEV1070'),
      'in the report of contoso there is no rule "DWDVEV1070"; the nearest codes are DWDVEV1001, DWDVEV1002, DWDVEV1003, DWDVEV1004, DWDVEV1007',
    ],
    [
      'a report without rules',
      () => expect({ ...healthy, outcomes: [] }).toHavePassed(code),
      'in the report of contoso there are no rules',
    ],
    [
      'passed',
      () => expect(healthy).toHaveFinding(code, { kind: 'company', id: 'USMF' }),
      'expected contoso to have a finding of DWDVEV1007 (Default owning team missing) about company USMF, but it passed (1 checked)',
    ],
    [
      'passed, negated',
      () => expect(healthy).not.toHavePassed(code),
      'expected contoso not to have passed DWDVEV1007 (Default owning team missing), but it passed (1 checked)',
    ],
    [
      'does not apply',
      () => expect(reportOf({ link: known(make.link({ linked: false })) })).toHavePassed(code),
      'expected contoso to have passed DWDVEV1007 (Default owning team missing), but it does not apply: the environments are not linked',
    ],
    [
      'inconclusive',
      () => expect(inconclusive).toHavePassed(code),
      'expected contoso to have passed DWDVEV1007 (Default owning team missing), but it is inconclusive: companies is not known (not-permitted: the role lacks prvReadcdm_company)',
    ],
    [
      'inconclusive, accepted, negated',
      () => expect(openAccepted).not.toHaveFinding(code),
      'expected contoso not to have a finding of DWDVEV1007 (Default owning team missing), but it is inconclusive, which proves nothing: companies is not known (not-permitted: the role lacks prvReadcdm_company) (accepted by Ann until 2026-12-31: planned)',
    ],
    [
      'blocked',
      () => expect(blocked).toHavePassed(code),
      'expected contoso to have passed DWDVEV1007 (Default owning team missing), but it reached no conclusion: blocked until DWDVEV9001, DWDVEV9003 are fixed',
    ],
    [
      'skipped',
      () => expect(reportOf({ link }, { only: ['DWFOEV9303'] })).not.toHavePassed(code),
      'expected contoso not to have passed DWDVEV1007 (Default owning team missing), but it was skipped, which proves nothing: not-selected',
    ],
    [
      'healthy',
      () => expect(healthy).not.toBeHealthy(),
      `expected contoso not to be healthy, but it is healthy. 1 rule was checked and passed; ${healthy.outcomes.length - 1} were not selected; 1 rule passed without seeing all of teams.`,
    ],
    [
      'a promise',
      () => expect(okAsync(healthy)).toBeHealthy(),
      'expected a report or a Result with one, got a promise: await it first, as in expect(await checking)',
    ],
    [
      'a snapshot',
      () => expect(snapshotOf('contoso', {}, { takenAt })).not.toBeHealthy(),
      'expected a report or a Result with one, got a snapshot: evaluate it first, with evaluateSnapshot',
    ],
    ['a list', () => expect([healthy]).toBeHealthy(), 'expected a report or a Result with one, got a list'],
    ['text', () => expect('healthy').not.toHavePassed(code), 'expected a report or a Result with one, got string'],
    [
      'a fault',
      () => expect(err({ type: 'unreadable', path: 'a.json', because: 'cannot be read: ENOENT' })).toBeHealthy(),
      'expected a report, but the check could not run: unreadable, a.json: cannot be read: ENOENT',
    ],
    [
      'an error as a fault',
      () => expect(err(new Error('no network'))).not.toBeHealthy(),
      'expected a report, but the check could not run: no network',
    ],
  ])('%s', (_name, run, message) => {
    expect(complaint(run)).toBe(message);
  });

  test('options that do not fit, line by line', async () => {
    const adapter = snapshotAdapter(snapshotOf('contoso', { link }, { takenAt }));
    const result = await checkEnvironment(adapter, { only: ['DWDVEV1070', 'NOPE'] });
    expect(complaint(() => expect(result).not.toBeHealthy())).toMatchInlineSnapshot(`
      "expected a report, but the check could not run: invalid-options
        only: there is no rule "DWDVEV1070"; the nearest codes are DWDVEV1001, DWDVEV1002, DWDVEV1003, DWDVEV1004, DWDVEV1007
        only: there is no rule "NOPE"; the nearest codes are DWFOEV9001, DWFOEV9002, DWFOEV9003, DWDVEV9001, DWDVEV9002"
    `);
  });

  test('findings, with the first way to fix them', () => {
    expect(complaint(() => expect(unhealthy).toHavePassed(code))).toMatchInlineSnapshot(`
      "expected contoso to have passed DWDVEV1007 (Default owning team missing), but it failed

      DWDVEV1007 Default owning team missing (error)
        • company USMF has no default owning team
        Fix: Select the team on the company record (system administrator of Dataverse)
          1. In the Power Apps maker portal (https://make.powerapps.com), pick the Dataverse environment, select Tables > All, and open Company (cdm_company).
          2. Show the column Default owning team if it is not there (select the number of further columns, such as +17 more), and select Edit.
          3. Fill in Default owning team for each company that the finding names, with a team of type Owner; linking makes one named after the company with the ending "Dual Write". Check the other synchronized companies.
          4. Make sure that each chosen team has its security roles (see the next option).
        1 other way: dual-write-health rules DWDVEV1007"
    `);
  });

  test('findings that were not expected, accepted or not', () => {
    expect(
      complaint(() => expect(suppressed).not.toHaveFinding(code, 'usmf'))?.split('\n  Fix')[0],
    ).toMatchInlineSnapshot(`
      "expected contoso not to have a finding of DWDVEV1007 (Default owning team missing) about usmf, but it has 1

      DWDVEV1007 Default owning team missing (error)
        • company USMF has no default owning team (accepted by Ann until 2026-12-31: planned)"
    `);
  });

  test('other findings, and what could not be judged', () => {
    expect(
      complaint(() => expect(incomplete).not.toHaveFinding(code, 'DEMF'))?.split('\n  Fix')[0],
    ).toMatchInlineSnapshot(`
      "expected contoso not to have a finding of DWDVEV1007 (Default owning team missing) about DEMF, but it has only others, but not everything could be judged, which proves nothing

      DWDVEV1007 Default owning team missing (error)
        • company USMF has no default owning team
        ? not everything could be judged: only a part of companies was seen"
    `);
    expect(complaint(() => expect(unhealthy).toHaveFinding(code, 'DEMF'))?.split('\n\n')[0]).toMatchInlineSnapshot(
      `"expected contoso to have a finding of DWDVEV1007 (Default owning team missing) about DEMF, but it has only others"`,
    );
  });

  test('a report: errors before warnings, then what cannot be told, by reason', () => {
    const report = reportOf(
      { link, companies: known([usmfWithoutTeam, make.company({ id: 'c2', code: ' ' })]) },
      { only: ['DWDVEV9301', code, 'DWFOEV1003', 'DWDVEV1004'] },
    );
    const [verdict, ...paragraphs] = (complaint(() => expect(report).toBeHealthy()) ?? '').split('\n\n');
    expect(verdict).toMatch(/^expected contoso to be healthy, but it is unhealthy\. 1 rule failed with errors, /);
    expect(paragraphs.map((paragraph) => paragraph.split('\n  Fix:')[0])).toEqual([
      'DWDVEV1007 Default owning team missing (error)\n  • company USMF has no default owning team',
      'DWDVEV9301 Company with duplicate or blank code or name (warning)\n  • company USMF shares the name "Contoso Entertainment System USA" with another record\n  • company "Contoso Entertainment System USA" (c2) has no code, shares the name "Contoso Entertainment System USA" with another record',
      `Could not be determined:
  legalEntities is not known (not-provided)
    DWFOEV1003 Linked company missing in finance and operations
  runtimeConfigurations is not known (not-provided)
    DWDVEV1004 Stale configuration in Dataverse`,
    ]);
  });

  test('what a failed rule could not judge is said once', () => {
    expect(complaint(() => expect(incomplete).toBeHealthy())?.match(/not everything could be judged/g)).toHaveLength(1);
  });

  test('a report in which nothing is known', () => {
    const message = complaint(() => expect(inconclusive).not.toBeHealthy());
    expect(message).toMatch(/^expected contoso not to be healthy, but it is unknown, which proves nothing\. /);
    expect(message).toMatch(
      /companies is not known \(not-permitted: the role lacks prvReadcdm_company\)\n {4}DWDVEV1007 /,
    );
  });

  test('what is accepted, and suppressions that a policy reports', () => {
    const message = complaint(() => expect(reportWithEverything()).toBeHealthy());
    expect(message).toMatch(
      /Accepted:\n(?: {2}.*\n)* {2}DWDVEV1007 .*\n {4}• .*USMF.* \(accepted until 2026-12-31: the team is/,
    );
    expect(message).toMatch(
      / {2}ACME4 .*\n {4}\? companies\.name is not known .* \(accepted until 2026-12-31: nobody may read it\)/,
    );
    expect(complaint(() => expect(violating).toBeHealthy())).toMatch(
      /Suppressions .*:\n {2}.*DWDVEV1007.*DEMF.*expired.*2026-01-31.*migration/,
    );
  });

  test('what a fix destroys', () => {
    const report = reportOf({ link, apiHubConnections: known([]) }, { only: ['DWDVEV1001'] });
    const [outcome] = report.outcomes.filter(({ status }) => status === 'failed');
    if (outcome?.status !== 'failed') throw new Error('expected a failure');
    const reset = outcome.remediation.options.at(-1) ?? expect.fail('no option');
    const onlyReset = { ...outcome, remediation: { summary: 's', options: [reset] as const } };
    expect(complaint(() => expect({ ...report, outcomes: [onlyReset] }).toHavePassed('DWDVEV1001'))).toContain(
      `Lost by this: ${reset.destroys}`,
    );
  });
});

describe('reports from outside', () => {
  const harmful = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

  test.each(Object.entries(hostileTexts))('%s harms no terminal, and hides nothing', (_name, text) => {
    const report = hostileReport(text);
    const outcomes = report.outcomes.map((outcome, index) => ({ ...outcome, code: `${text}${index}` }));
    const hostile = { ...report, outcomes };
    for (const isNot of [true, false]) {
      const messages = [
        matchers.toBeHealthy.call({ isNot }, hostile).message(),
        matchers.toHavePassed.call({ isNot }, hostile, text).message(),
        ...outcomes.flatMap(({ code: one }) => [
          matchers.toHavePassed.call({ isNot }, hostile, one).message(),
          matchers.toHaveFinding.call({ isNot }, hostile, one, text).message(),
        ]),
        matchers.toBeHealthy
          .call({ isNot }, err({ type: text, path: text, issues: [{ path: text, message: text }] }))
          .message(),
        matchers.toBeHealthy.call({ isNot }, err(new Error(text))).message(),
      ];
      expect(messages.filter((message) => harmful.test(message))).toEqual([]);
      for (const message of messages) expect(message.length).toBeLessThan(250_000);
    }
  });

  test('ten thousand findings and a name of a megabyte: quick to tell, short to read', () => {
    const report = { ...largeReport(), environment: { name: 'x'.repeat(1_000_000) } };
    const taken = processorTime(() => {
      const text = complaint(() => expect(report).toBeHealthy()) ?? '';
      expect(text).toContain('… and 9990 more');
      expect(text.length).toBeLessThan(5_000);
      expect(report).toHaveFinding(code, '07PR');
      expect(report).not.toHaveFinding(code, '07PS');
    });
    expect(taken).toBeLessThan(1_000);
  });
});
