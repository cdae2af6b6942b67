import { readFileSync } from 'node:fs';
import { test as property } from '@fast-check/vitest';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { evaluateSnapshot, type HealthReport } from '../../src/index.js';
import { type SarifOptions, sarif } from '../../src/reporters/index.js';
import { runs } from '../support/fuzz.js';
import { explanationsOf, hostileExplanations } from '../support/hostile-explanations.js';
import { hostileReport, hostileTexts, reportWithEverything, sampleSnapshot } from '../support/hostile-report.js';
import { hostileText } from '../support/hostile-text.js';
import { largeReport } from '../support/large-report.js';

const schema = JSON.parse(readFileSync(new URL('./schemas/sarif-2.1.0-rtm.5.schema', import.meta.url), 'utf8'));
const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const isSarif = ajv.compile(schema);

/** The run of a log that the schema accepts. */
function runOf(report: HealthReport, options?: SarifOptions): Run {
  const log: Log = JSON.parse(sarif(report, options));
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  const [run, ...more] = log.runs;
  if (run === undefined || more.length > 0) throw new Error('expected one run');
  return run;
}

const resultsOf = ({ results = [] }: Run): readonly Result[] => results;
const rulesOf = ({ tool }: Run) => tool.driver.rules ?? [];
const findingsOf = ({ outcomes }: HealthReport) =>
  outcomes.flatMap((outcome) => (outcome.status === 'failed' ? outcome.findings.map((one) => ({ outcome, one })) : []));

/** What the format asks for beyond its schema. */
function expectConsistent(run: Run): void {
  const rules = rulesOf(run);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { ruleId, ruleIndex, locations, suppressions } of resultsOf(run)) {
    expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(locations).toHaveLength(1);
    expect(locations?.[0]?.physicalLocation?.region?.startLine).toBe(1);
    expect(suppressions).toBeDefined();
  }
  const [invocation] = run.invocations ?? [];
  const notifications = [
    ...(invocation?.toolConfigurationNotifications ?? []),
    ...(invocation?.toolExecutionNotifications ?? []),
  ];
  for (const { associatedRule } of notifications)
    if (associatedRule !== undefined) expect(rules[associatedRule.index ?? -1]?.id).toBe(associatedRule.id);
  expect(invocation?.executionSuccessful).toBe(!notifications.some(({ level }) => level === 'error'));
  const texts = [
    ...rules.flatMap(({ help, shortDescription }) => [help?.text, shortDescription?.text]),
    ...[...resultsOf(run), ...notifications].map(({ message }) => message.text),
  ];
  for (const text of texts) {
    expect(text).not.toBe('');
    expect(text?.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/); // No placeholders.
    expect(text).not.toContain(']('); // No links.
  }
  for (const { help } of rules)
    expect(help?.markdown?.replaceAll('{{', '').replaceAll('}}', '') ?? '').not.toMatch(/[{}]/);
}

function expectOnlyText(text: string): void {
  const report = hostileReport(text);
  const run = runOf(report, { artifactUri: text });
  expectConsistent(run);
  expect(resultsOf(run)).toHaveLength(findingsOf(report).length);
  expect(sarif(report).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  for (const shown of stringsIn({ ...run, results: run.results?.map(({ message }) => message) }))
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
}

test('the schema refuses what is no SARIF', () => {
  const log = JSON.parse(sarif(reportWithEverything()));
  log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
  log.runs[0].tool.driver.rules[0].helpUri = 'no URI';
  expect(isSarif(log)).toBe(false);
  expect(isSarif.errors?.map(({ keyword }) => keyword)).toEqual(expect.arrayContaining(['minimum', 'format']));
});

describe('the schema holds', () => {
  test.each([
    'every-dependency-code-dataverse-broken',
    'every-dependency-code-finops-broken',
    'every-dependency-code-unlinked',
    'every-dependency-code',
    'half-filled',
    'healthy',
    'prerequisites-failing',
  ])('%s', (name) => {
    const report = evaluateSnapshot(sampleSnapshot(name));
    const run = runOf(report);
    expectConsistent(run);
    expect(rulesOf(run)).toHaveLength(report.outcomes.length);
    expect(resultsOf(run)).toHaveLength(findingsOf(report).length);
  });
  test('everything that a report can hold', () => {
    expectConsistent(runOf(reportWithEverything()));
  });
  test.each(Object.entries(hostileTexts).filter(([, text]) => text.length < 1000))('%s in every field', (_, text) => {
    expectOnlyText(text);
  });
  property.prop([hostileText], { numRuns: runs(40) })('any hostile text in every field', expectOnlyText);
  test('10,000 findings', () => {
    const run = runOf(largeReport());
    expect(resultsOf(run)).toHaveLength(10_000);
    const fingerprints = resultsOf(run).map(
      ({ partialFingerprints = {} }) => partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(fingerprints).size).toBe(10_000);
  });
  test('no rules at all', () => {
    runOf({ ...reportWithEverything(), outcomes: [] });
  });
});

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test('a very long name is cut where it is shown', () => {
  const run = runOf(hostileReport('x'.repeat(100_000)));
  for (const { message, locations } of resultsOf(run)) {
    expect(message.text?.length).toBeLessThan(500);
    expect(JSON.stringify(locations).length).toBeLessThan(1500);
  }
});

describe('a result', () => {
  const report = reportWithEverything();
  const run = runOf(report, { artifactUri: 'environments/uat.json' });
  const found = (fingerprint: string) =>
    resultsOf(run).find(({ partialFingerprints = {} }) => Object.values(partialFingerprints).includes(fingerprint));

  test('is there for each finding, with its severity, words, place and fingerprint', () => {
    expect(
      resultsOf(run).map(({ ruleId, level, message, partialFingerprints }) => ({
        ruleId,
        level,
        message: message.text,
        partialFingerprints,
      })),
    ).toEqual(
      findingsOf(report).map(({ outcome, one: { message, fingerprint } }) => ({
        ruleId: outcome.code,
        level: outcome.severity,
        message,
        partialFingerprints: { 'dualWriteHealth/v1': fingerprint, primaryLocationLineHash: fingerprint },
      })),
    );
    expect(found('v1:DWDVEV1007:company:usmf')?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'environments/uat.json' }, region: { startLine: 1 } },
        logicalLocations: [
          { kind: 'company', name: 'Contoso Entertainment System USA', fullyQualifiedName: 'company/USMF' },
        ],
      },
    ]);
  });
  test('is suppressed where somebody accepts it, with the reason', () => {
    const suppression = (justification: string) => ({ kind: 'external', status: 'accepted', justification });
    const byAda = suppression('accepted by Ada until 2026-12-31: closed companies');
    const byBaseline = suppression('accepted: it is in the baseline');
    expect(found('v1:DWDVEV1003:company:l101')?.suppressions).toEqual([byAda]);
    expect(found('v1:DWDVEV1003:company:l200')?.suppressions).toEqual([byBaseline]);
    expect(found('v1:DWDVEV1003:company:l100')?.suppressions).toEqual([byAda, byBaseline]);
    expect(found('v1:DWDVEV1003:company:l201')?.suppressions).toEqual([]);
  });
});

test.each([
  ['a b/c.json', 'a%20b/c.json'],
  ['environments\\uat.json', 'environments/uat.json'],
  ['a%20b.json', 'a%20b.json'],
  ['50%.json', '50%25.json'],
  ['a#b?c.json', 'a%23b%3Fc.json'],
  ['C:\\data\\my report.json', 'file:///C:/data/my%20report.json'],
  ['d:/data/a.json', 'file:///d:/data/a.json'],
  ['\\\\server\\share\\a#b.json', 'file://server/share/a%23b.json'],
  ['c:a.json', './c:a.json'],
  ['10:00.json', './10:00.json'],
  ['https://example.com/a.json', 'https://example.com/a.json'],
  ['über\ud800.json', '%C3%BCber%EF%BF%BD.json'],
])('the file %s is written as %s', (artifactUri, uri) => {
  const [result] = resultsOf(runOf(reportWithEverything(), { artifactUri }));
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
});

describe('a rule', () => {
  const rules = new Map(rulesOf(runOf(reportWithEverything())).map((rule) => [rule.id, rule]));
  test('has a page, and says how to fix what was found', () => {
    const rule = rules.get('DWDVEV1007');
    expect(rule?.helpUri).toBe('https://dual-write-health.github.io/dual-write-health/rules/DWDVEV1007/');
    expect(rule?.help?.text).toMatch(/\nFix: Select the team on the company record \(.*\n {2}1\. /);
    expect(rule?.help?.markdown).toContain('**Fix:** Select the team on the company record');
  });
  test('of a team has no page', () => {
    expect(rules.get('ACME1')?.helpUri).toBeUndefined();
    expect(rules.get('ACME1')?.help?.text).toContain('Lost by this: Everything that was there.');
  });
  test('keeps its own severity, and the run tells which one counted', () => {
    expect(rules.get('DWDVEV9403')?.defaultConfiguration?.level).toBe('warning');
    const [invocation] = runOf(reportWithEverything()).invocations ?? [];
    expect(
      invocation?.ruleConfigurationOverrides?.map(({ descriptor, configuration }) => [descriptor.id, configuration]),
    ).toEqual([
      ['DWDVEV9002', { enabled: false }],
      ['DWDVEV9304', { enabled: false }],
      ['DWDVEV9403', { level: 'error' }],
    ]);
  });
});

describe('what is not known', () => {
  test('is told by notifications', () => {
    const [invocation] = runOf(reportWithEverything()).invocations ?? [];
    const told = (notifications = invocation?.toolConfigurationNotifications) =>
      notifications?.map(({ level, message }) => `${level}: ${message.text}`);
    expect(told()).toEqual([
      'warning: ACME2 Own rule ACME2: blocked until ACME1 is fixed',
      'warning: ACME6 Own rule ACME6: not everything could be judged: companies.name is not known (not-provided)',
      'warning: ACME7 Own rule ACME7: tenantApplications is not known (not-permitted: the role lacks Application.Read.All)',
      'note: ACME4 Own rule ACME4: companies.name is not known (not-provided) (accepted until 2026-12-31: nobody may read it)',
      'note: ACME5 Own rule ACME5: not everything could be judged: companies.name is not known (not-provided) (accepted by Ada until 2026-12-31: the rest does not matter)',
      'warning: The suppression of DWFOEV1006, *, expired (2026-11-01): was once all right',
      'warning: The suppression of DWDVEV9301, nothing of that name, accepts nothing: was fixed',
    ]);
    expect(told(invocation?.toolExecutionNotifications)).toEqual([
      'error: ACME3 Own rule ACME3: the rule itself failed: the rule itself is wrong',
    ]);
    expect(invocation?.executionSuccessful).toBe(false);
  });
  test('is not a failure of the tool', () => {
    const report = evaluateSnapshot(sampleSnapshot('half-filled'));
    const run = runOf(report);
    expect(report.totals.inconclusive).toBeGreaterThan(20);
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
    expect(run.invocations?.[0]?.toolConfigurationNotifications).toHaveLength(report.totals.inconclusive);
    expect(run.properties?.health).toBe('unknown');
  });
});

test('code hosts tell one environment from another', () => {
  const report = reportWithEverything();
  const idOf = (name: string) => runOf({ ...report, environment: { name } }).automationDetails?.id;
  expect(idOf('contoso')).toBe('dual-write-health/contoso/');
  expect(idOf('a/b \ud800')).toBe('dual-write-health/a%2Fb%20%EF%BF%BD/');
});

describe('an error text that was explained', () => {
  const report = evaluateSnapshot(sampleSnapshot('every-dependency-code'));
  const notificationsOf = (run: Run) => run.invocations?.[0]?.toolExecutionNotifications ?? [];

  test('is a notification for each known problem, with the rule that decides it', () => {
    const run = runOf(report, { explanations: explanationsOf(report) });
    expectConsistent(run);
    expect(notificationsOf(run)).toEqual([
      {
        level: 'warning',
        message: {
          text: expect.stringMatching(
            /^stale-link-after-copy .*: Cause of the error text confirmed: .*\(DWDVEV1004 failed, DWFOEV1004 failed\)$/,
          ),
        },
        associatedRule: { id: 'DWDVEV1004', index: rulesOf(run).findIndex(({ id }) => id === 'DWDVEV1004') },
        properties: { explanation: 'stale-link-after-copy', verdict: 'confirmed' },
      },
      {
        level: 'note',
        message: { text: expect.stringMatching(/^party-record-not-found .*not checked/) },
        properties: { explanation: 'party-record-not-found', verdict: 'not-checkable' },
      },
    ]);
  });
  test('of which nothing was recognized is a note', () => {
    const run = runOf(report, { explanations: [] });
    expectConsistent(run);
    expect(notificationsOf(run)[0]?.message.text).toMatch(/^Error text: Nothing was recognized\./);
  });
  test.each(Object.entries(hostileTexts).filter(([, text]) => text.length < 1000))('%s in it', (_, text) => {
    const run = runOf(report, { explanations: hostileExplanations(text) });
    expectConsistent(run);
    expect(notificationsOf(run)).toHaveLength(4);
    for (const shown of stringsIn(notificationsOf(run))) {
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }
  });
});
