import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { unseenBy } from '../../src/engine/outcome.js';
import { objectFacts } from '../../src/facts/fact-names.js';
import {
  allOf,
  catalogue,
  evaluateSnapshot,
  type Fact,
  factNames,
  type HealthReport,
  healthCheck,
  mapDesign,
  operations,
  type RoleModel,
  type Rule,
  redactSnapshot,
  type Severity,
  type Snapshot,
} from '../../src/index.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';
import { expectNothingBetter, lessKnown } from '../support/less-known.js';
import { withContradictions } from '../support/reordered.js';

const everything = allOf('everything', healthCheck, operations, mapDesign);
const ungated = { validator: everything, gate: 'none' } as const;
/** A rule by itself: among others one that fails hides what becomes of the rest. */
const options = fc.record({
  validator: fc.constantFrom<Rule>(...catalogue),
  failOn: fc.constantFrom<Severity>('error', 'warning'),
  roleModel: fc.constantFrom<RoleModel>('least-privilege', 'system-administrator'),
});
const snapshots = fc.oneof(
  arbitrarySnapshot,
  fc.tuple(arbitrarySnapshot, fc.nat()).map(([snapshot, seed]) => withContradictions(snapshot, seed)),
);

const rulesByCode = new Map<string, Rule>(catalogue.map((rule) => [rule.code, rule]));

property.prop([snapshots, options, fc.nat()], { numRuns: runs(600) })(
  'knowing less makes no rule pass and nothing healthy, unless the rule says what it did not see',
  (snapshot, chosen, seed) => {
    const { needs, uses } = chosen.validator;
    for (const less of lessKnown(snapshot, [...needs, ...uses], seed)) expectNothingBetter(snapshot, less, chosen);
  },
);

property.prop([arbitrarySnapshot, fc.constantFrom(...factNames)], { numRuns: runs(100) })(
  'over a partial fact nothing passes undeclared',
  (snapshot, name) => {
    const fact = snapshot.facts[name];
    if (fact?.status !== 'known' || objectFacts.has(name)) return;
    const facts = { ...snapshot.facts, [name]: { ...fact, coverage: 'partial' } } as Snapshot['facts']; // Safe: as above.
    for (const outcome of evaluateSnapshot({ ...snapshot, facts }, ungated).outcomes) {
      const rule = rulesByCode.get(outcome.code);
      if (outcome.status !== 'passed' || rule === undefined) continue;
      const isDeclared = rule.mayBePartial.includes(name) || !rule.needs.includes(name);
      expect(isDeclared, `${outcome.code} passed over a part of ${name}`).toBe(true);
      if (rule.uses.includes(name)) expect(outcome.without).toContain(name);
    }
  },
);

property.prop([snapshots], { numRuns: runs(100) })(
  'redaction keeps statuses, codes and what was not seen',
  (snapshot) => {
    const inShort = ({ health, outcomes }: HealthReport) => ({
      health,
      outcomes: outcomes.map((outcome) => [outcome.code, outcome.status, unseenBy(outcome)]),
    });
    for (const options of [ungated, {}]) {
      expect(inShort(evaluateSnapshot(redactSnapshot(snapshot), options))).toEqual(
        inShort(evaluateSnapshot(snapshot, options)),
      );
    }
  },
);

property.prop([snapshots], { numRuns: runs(100) })('without names exactly what was not wholly seen', (snapshot) => {
  for (const outcome of evaluateSnapshot(snapshot, ungated).outcomes) {
    if (outcome.status !== 'passed' && outcome.status !== 'failed') continue;
    const unseen = factNames.filter((name) => {
      const fact: Fact<unknown> | undefined = snapshot.facts[name];
      const isSeen = fact?.status === 'known' && (objectFacts.has(name) || fact.coverage !== 'partial');
      return rulesByCode.get(outcome.code)?.uses.includes(name) && !isSeen;
    });
    expect(outcome.without ?? [], outcome.code).toEqual(unseen);
    if (unseen.length === 0) expect(outcome).not.toHaveProperty('without');
  }
});
