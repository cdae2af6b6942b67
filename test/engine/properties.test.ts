import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  allOf,
  catalogue,
  evaluateSnapshot,
  exitCodeFor,
  type FactName,
  factNames,
  factOf,
  type HealthReport,
  healthCheck,
  isConclusive,
  mapDesign,
  type Outcome,
  operations,
  parseReport,
  parseSnapshot,
  type Rule,
  redactSnapshot,
  type Snapshot,
  unknown,
} from '../../src/index.js';
import { json, pretty } from '../../src/reporters/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';

const rules: readonly Rule[] = catalogue;
const everything = allOf('everything', healthCheck, operations, mapDesign);
const ungated = { validator: everything, gate: 'none' } as const;
const numRuns = runs(400);
const verdicts = ({ outcomes }: HealthReport) => outcomes.map(({ code, status }) => `${code} ${status}`);
const needsOf = (code: string) => rules.find((rule) => rule.code === code) as Rule;

property.prop([arbitrarySnapshot], { numRuns })('generated snapshots have the right shape', (snapshot) => {
  expect(parseSnapshot(snapshot).isOk()).toBe(true);
});

property.prop([arbitrarySnapshot], { numRuns })('no rule throws, and the report is whole', (snapshot) => {
  const report = evaluateSnapshot(snapshot, ungated);
  expect(report.totals.errored).toBe(0);
  expect(report.outcomes.map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
  expect(Object.values(report.totals).reduce((sum, count) => sum + count)).toBe(rules.length);
  expect(parseReport(JSON.parse(JSON.stringify(report)))._unsafeUnwrap()).toEqual(JSON.parse(JSON.stringify(report)));
  expect(exitCodeFor(report)).toBe({ healthy: 0, unhealthy: 1, unknown: 2 }[report.health]);
});

property.prop([arbitrarySnapshot], { numRuns })('two runs give the same bytes, also from parsed input', (snapshot) => {
  const first = json(evaluateSnapshot(snapshot));
  expect(json(evaluateSnapshot(snapshot))).toBe(first);
  expect(json(evaluateSnapshot(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))._unsafeUnwrap()))).toBe(first);
});

property.prop([arbitrarySnapshot], { numRuns })('what is not known is never passed', (snapshot) => {
  for (const outcome of evaluateSnapshot(snapshot, ungated).outcomes) {
    if (outcome.status !== 'passed') continue;
    const { needs } = needsOf(outcome.code);
    for (const name of needs)
      expect(factOf(snapshot.facts, name).status, `${outcome.code} passed without ${name}`).toBe('known');
  }
});

/** What is known of finance and operations can excuse a user that is bad; what is not known excuses nothing. */
function excusedBy(name: FactName): readonly string[] {
  return name === 'finopsEnvironment' ? ['DWDVEV9005', 'DWDVEV9006', 'DWDVEV9014'] : [];
}

property.prop([arbitrarySnapshot, fc.constantFrom(...factNames)], { numRuns })(
  'taking a fact away never turns anything into a pass or a finding that was not there before',
  (snapshot, name) => {
    const before = byCode(evaluateSnapshot(snapshot, ungated));
    const without = { ...snapshot, facts: { ...snapshot.facts, [name]: unknown('failed') } };
    for (const [code, outcome] of byCode(evaluateSnapshot(without, ungated))) {
      const { needs, uses } = needsOf(code);
      if (!needs.includes(name) && !uses.includes(name)) expect(outcome).toEqual(before.get(code));
      else if (needs.includes(name)) expect(['inconclusive', 'not-applicable', 'skipped']).toContain(outcome.status);
      else if (outcome.status === 'failed' && !excusedBy(name).includes(code)) {
        expect(before.get(code)?.status).toBe('failed');
      }
    }
  },
);

property.prop([arbitrarySnapshot, fc.constantFrom(...factNames)], { numRuns })(
  'over a partial fact nothing passes, except what was seen and proves it',
  (snapshot, name) => {
    const fact = factOf(snapshot.facts, name);
    if (fact.status === 'unknown' || ['link', 'dataverseEnvironment', 'finopsEnvironment'].includes(name)) return;
    const partial = { ...snapshot, facts: { ...snapshot.facts, [name]: { ...fact, coverage: 'partial' } } } as Snapshot;
    for (const outcome of evaluateSnapshot(partial, ungated).outcomes) {
      if (outcome.status !== 'passed' || !needsOf(outcome.code).needs.includes(name as FactName)) continue;
      expect(outcome.code).toBe('DWDVEV9001');
    }
  },
);

property.prop([arbitrarySnapshot], { numRuns })('redaction keeps every verdict and leaves no secret', (snapshot) => {
  const redacted = redactSnapshot(snapshot);
  for (const roleModel of ['least-privilege', 'system-administrator'] as const) {
    expect(verdicts(evaluateSnapshot(redacted, { ...ungated, roleModel }))).toEqual(
      verdicts(evaluateSnapshot(snapshot, { ...ungated, roleModel })),
    );
  }
  const text = JSON.stringify(redacted);
  for (const secret of ['ann@', 'bob@', 'u:p', 'sig=abc', 'abcdefghijkl']) expect(text).not.toContain(secret);
  expect(redactSnapshot(redacted)).toEqual(redacted);
});

property.prop([arbitrarySnapshot], { numRuns })(
  'findings are unique, in order, and named in the spelling of the contract',
  (snapshot) => {
    for (const outcome of evaluateSnapshot(snapshot, ungated).outcomes) {
      if (outcome.status !== 'failed') continue;
      const ids = outcome.findings.map(({ subject }) => subject.id);
      expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      expect(new Set(outcome.findings.map(({ fingerprint }) => fingerprint)).size).toBe(outcome.findings.length);
      expect(outcome.incomplete ?? false).toBe(outcome.missing !== undefined);
      for (const { subject, message } of outcome.findings) {
        expect(message).not.toMatch(/undefined|\[object/);
        if (['team', 'business-unit', 'runtime-configuration', 'application', 'connection'].includes(subject.kind)) {
          expect(subject.id).toBe(subject.id.toLowerCase());
        }
      }
    }
  },
);

property.prop([arbitrarySnapshot], { numRuns })('the gate only turns outcomes into blocked ones', (snapshot) => {
  const open = byCode(evaluateSnapshot(snapshot, ungated));
  const gated = evaluateSnapshot(snapshot);
  const blocking = gated.outcomes.filter(
    ({ stage, status, severity }) => stage === 'prerequisite' && status === 'failed' && severity === 'error',
  );
  for (const outcome of gated.outcomes) {
    if (outcome.status !== 'blocked') expect(outcome).toEqual(open.get(outcome.code));
    else expect(outcome.by).toEqual(blocking.map(({ code }) => code));
    if (blocking.length > 0 && outcome.stage === 'dependency') expect(['blocked', 'skipped']).toContain(outcome.status);
  }
});

property.prop([arbitrarySnapshot, fc.constantFrom(...rules)], { numRuns })(
  'a rule says the same alone as among the others',
  (snapshot, rule) => {
    const [alone] = evaluateSnapshot(snapshot, { validator: rule }).outcomes;
    expect(alone).toEqual(byCode(evaluateSnapshot(snapshot, ungated)).get(rule.code));
    expect(byCode(evaluateSnapshot(snapshot, { validator: everything, only: [rule.code] })).get(rule.code)).toEqual(
      alone,
    );
  },
);

property.prop([arbitrarySnapshot], { numRuns })('healthy means that everything of weight was told', (snapshot) => {
  const report = evaluateSnapshot(snapshot);
  if (report.health !== 'healthy') return;
  for (const outcome of report.outcomes.filter(({ severity }) => severity === 'error')) {
    expect(isConclusive(outcome) || outcome.status === 'skipped').toBe(true);
  }
});

property.prop([arbitrarySnapshot], { numRuns })('nothing from outside reaches the terminal raw', (snapshot) => {
  const report = evaluateSnapshot(snapshot, ungated);
  for (const text of [pretty(report), json(report)]) expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
});

function byCode(report: HealthReport): ReadonlyMap<string, Outcome> {
  return new Map(report.outcomes.map((outcome) => [outcome.code, outcome]));
}
