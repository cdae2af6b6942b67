import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { baselineOf, evaluateSnapshot, type Fact, known, type Snapshot, unknown } from '../../src/index.js';

const sample = (name: string) => sampleEnvironments().find((one) => one.name === name)?.snapshot ?? expect.fail(name);
const broken = sample('every-dependency-code');
const healthy = sample('healthy');
const only = ['DWDVEV1007', 'DWDVEV1003'];
const before = evaluateSnapshot(broken, { only });
const with_ = (snapshot: Snapshot, facts: Partial<Record<keyof Snapshot['facts'], Fact<unknown>>>): Snapshot => ({
  ...snapshot,
  facts: { ...snapshot.facts, ...facts } as Snapshot['facts'],
});

describe('a baseline', () => {
  test('accepts what an earlier report found, by fingerprint', () => {
    expect(before.health).toBe('unhealthy');
    const report = evaluateSnapshot(broken, { only, baseline: baselineOf(before) });
    expect(report.health).toBe('healthy');
    expect(report.totals).toEqual(before.totals);
    for (const outcome of report.outcomes)
      if (outcome.status === 'failed') for (const { baselined } of outcome.findings) expect(baselined).toBe(true);
    expect(evaluateSnapshot(broken, { only, baseline: before })).toEqual(report);
  });

  test('other words change no fingerprint', () => {
    const renamed = { ...before, outcomes: before.outcomes.map((outcome) => ({ ...outcome, title: 'renamed' })) };
    expect(evaluateSnapshot(broken, { only, baseline: baselineOf(renamed) }).health).toBe('healthy');
  });

  test('a new finding decides', () => {
    const { findings, ...rest } = baselineOf(before);
    const errors = new Set(before.outcomes.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])));
    const missing = findings.find(({ code }) => errors.has(code)) ?? expect.fail('no error');
    const baseline = { ...rest, findings: findings.filter(({ code }) => code !== missing.code) };
    expect(evaluateSnapshot(broken, { only, baseline }).health).toBe('unhealthy');
  });

  test('what was fixed is told, leaves the baseline, and is new when it comes back', () => {
    const first = baselineOf(before);
    const fixed = evaluateSnapshot(healthy, { only, baseline: first });
    expect(fixed.health).toBe('healthy');
    expect(fixed.governance?.baseline).toMatchObject({
      accepted: 0,
      fixed: first.findings.map(({ fingerprint }) => fingerprint),
    });
    const second = baselineOf(fixed, first);
    expect(second.findings).toEqual([]);
    expect(evaluateSnapshot(broken, { only, baseline: second }).health).toBe('unhealthy');
  });

  test('what can no longer be determined is not fixed', () => {
    const first = baselineOf(before);
    const blind = with_(broken, { companies: unknown('not-permitted') });
    const report = evaluateSnapshot(blind, { only, baseline: first });
    expect(report.health).toBe('unknown');
    expect(report.governance?.baseline?.fixed).toEqual([]);
    expect(new Set(baselineOf(report, first).findings)).toEqual(new Set(first.findings));
  });

  test('what a rule could judge in part only is not fixed', () => {
    const first = baselineOf(before);
    const companies = broken.facts.companies;
    const value = companies?.status === 'known' ? companies.value.filter((_, index) => index % 2 === 0) : [];
    const half = with_(broken, { companies: known(value, { coverage: 'partial' }) });
    const updated = baselineOf(evaluateSnapshot(half, { only }), first);
    const fingerprints = ({ findings }: typeof first) => findings.map(({ fingerprint }) => fingerprint).sort();
    expect(fingerprints(updated)).toEqual(fingerprints(first));
  });

  test('an update accepts nothing new', () => {
    const none = baselineOf(evaluateSnapshot(healthy, { only }));
    expect(baselineOf(before, none).findings).toEqual([]);
  });

  test('what is suppressed is not accepted permanently', () => {
    const suppressions = [{ rule: 'DWDVEV1007', subject: { pattern: '*' }, reason: 'x', expires: '2099-12-31' }];
    const report = evaluateSnapshot(broken, { only, suppressions });
    expect(baselineOf(report).findings.filter(({ code }) => code === 'DWDVEV1007')).toEqual([]);
  });

  test('baselined prerequisites block nothing', () => {
    const failing = sample('prerequisites-failing');
    const report = evaluateSnapshot(failing);
    expect(report.totals.blocked).toBeGreaterThan(0);
    expect(evaluateSnapshot(failing, { baseline: report }).totals.blocked).toBe(0);
  });

  test('a company without a finding stays one: known facts are not touched', () => {
    const report = evaluateSnapshot(with_(healthy, { teams: known([]) }), { only, baseline: baselineOf(before) });
    expect(report.health).toBe('unhealthy');
  });
});
