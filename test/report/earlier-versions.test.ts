import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSnapshot } from '../../src/facts/is-snapshot.js';
import { parseBaseline } from '../../src/govern/parse-baseline.js';
import {
  baselineOf,
  catalogue,
  compareReports,
  type EvaluateOptions,
  evaluateSnapshot,
  type HealthReport,
  healthCheck,
  mapDesign,
  operations,
  optionsOfConfig,
  parseConfig,
  parseReport,
  parseSnapshot,
  type Rule,
  type Validator,
} from '../../src/index.js';
import { annotations, html, json, junit, markdown, pretty, sarif } from '../../src/reporters/index.js';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/0.1.0/${name}.json`, import.meta.url), 'utf8'));

const snapshot = parseSnapshot(read('snapshot'))._unsafeUnwrap();
const config = parseConfig(read('config'))._unsafeUnwrap();
const { timeoutMs: _timeout, ...options } = optionsOfConfig(config);
const baseline = parseBaseline(read('baseline'))._unsafeUnwrap();
const reportOf = (name: string): HealthReport => parseReport(read(`report-${name}`))._unsafeUnwrap();
const validators: readonly (readonly [name: string, validator: Validator])[] = [
  ['health-check', healthCheck],
  ['operations', operations],
  ['map-design', mapDesign],
];
const rules = new Map<string, Rule>(catalogue.map((rule) => [rule.code, rule]));

/** Findings of 0.1.0 that are no longer findings, and why. */
const gone: Readonly<Record<string, string>> = {
  'v1:DWDVEV9003:solution:msdyn_dualwriteappcoremaps': 'its maps are not needed to link: DWDVEV9017 warns of them',
};

function check(validator: Validator, more: EvaluateOptions = {}): HealthReport {
  return evaluateSnapshot(snapshot, { ...options, validator, ...more });
}

test('a snapshot of 0.1.0 is one, on the command line and in code', () => {
  expect(isSnapshot(read('snapshot'))).toBe(true);
  expect(snapshot).toEqual(read('snapshot'));
});

test('a configuration of 0.1.0 is one, and its codes are known', () => {
  expect(config).toEqual(read('config'));
  const report = check(healthCheck, { baseline });
  expect(report.fault).toBeUndefined();
  expect(report.failOn).toBe('error');
  expect(report.outcomes.find(({ code }) => code === 'DWDVEV9011')).toMatchObject({ because: 'turned-off' });
  expect(report.outcomes.find(({ code }) => code === 'DWFOEV9301')).toMatchObject({ severity: 'warning' });
  expect(report.governance?.suppressions.applied.map(({ rule }) => rule)).toEqual(['DWDVEV1003', 'DWDVEV9009']);
});

describe.each(validators)('the report of 0.1.0 of %s', (name, validator) => {
  const before = reportOf(name);

  test('is one, and nothing of it is lost', () => {
    expect(before).toEqual(read(`report-${name}`));
  });

  test.each(Object.entries({ pretty, markdown, html, junit, sarif, annotations, json }))(
    'is shown by %s',
    (_name, show) => {
      const text = show(before);
      for (const { code, status } of before.outcomes) if (status === 'failed') expect(text).toContain(code);
    },
  );

  test('has codes that mean what they meant', () => {
    for (const { code, slug, validation, stage, severity, defaultSeverity = severity } of before.outcomes) {
      expect(rules.get(code)).toMatchObject({ slug, validation, stage, severity: defaultSeverity });
    }
  });

  test('has findings that today have the same fingerprints', () => {
    const after = check(validator);
    const { fixed, notRechecked, unchanged } = compareReports(before, after);
    const lost = [...fixed, ...notRechecked].map(({ finding }) => finding.fingerprint);
    expect(lost.filter((one) => gone[one] === undefined)).toEqual([]);
    expect(unchanged.length).toBeGreaterThan(4);
  });

  test('can be a baseline, or make one', () => {
    const after = check(validator, { baseline: before });
    const fresh = new Set(compareReports(before, check(validator)).new.map(({ finding }) => finding.fingerprint));
    for (const outcome of after.outcomes) {
      if (outcome.status !== 'failed') continue;
      for (const { fingerprint, suppressed, baselined } of outcome.findings) {
        if (!fresh.has(fingerprint) && suppressed === undefined) expect(baselined, fingerprint).toBe(true);
      }
    }
    expect(baselineOf(before).findings.length).toBeGreaterThan(3);
  });
});

test('a baseline of 0.1.0 is what its report makes today, and accepts what it accepted', () => {
  expect(baselineOf(reportOf('health-check'))).toEqual(baseline);
  const { governance } = check(healthCheck, { baseline });
  const still = baseline.findings.filter(({ fingerprint }) => gone[fingerprint] === undefined);
  expect(governance?.baseline?.accepted).toBe(still.length);
});
