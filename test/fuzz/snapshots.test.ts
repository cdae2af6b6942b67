import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { objectFacts } from '../../src/facts/fact-names.js';
import { catalogue, evaluateSnapshot, type FactName, type Outcome, type Rule, type Snapshot } from '../../src/index.js';
import { loadAllCases } from '../support/all-cases.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';
import { expectNothingBetter, lessKnown } from '../support/less-known.js';
import { reordered } from '../support/reordered.js';
import type { Case, RuleCases } from '../support/rule-cases.js';

// Generated snapshots seldom make a rule fail in an interesting way. These begin where each rule has each of its outcomes.

const all = await loadAllCases();

/** The cases of a rule by the outcome that they have. */
function casesByStatus({ passed, failed, notApplicable, inconclusive, skipped }: RuleCases) {
  const none: readonly Case[] = [];
  const byStatus: readonly (readonly [Outcome['status'], readonly Case[]])[] = [
    ['passed', 'never' in passed ? none : passed],
    ['failed', failed],
    ['not-applicable', 'never' in notApplicable ? none : notApplicable],
    ['inconclusive', inconclusive],
    ['skipped', skipped ?? none],
  ];
  return byStatus.filter(([, cases]) => cases.length > 0);
}

test('every rule has cases', () => {
  expect(all.map(({ cases }) => cases.rule.code).sort()).toEqual(catalogue.map(({ code }) => code).sort());
});

/** The facts of a case among facts that its rule does not look at. */
function among({ facts }: Case, snapshot: Snapshot, { needs, uses }: Rule): Snapshot {
  const others = Object.entries(snapshot.facts).filter(([name]) => ![...needs, ...uses].includes(name as FactName));
  return { ...snapshot, facts: { ...Object.fromEntries(others), ...facts } };
}

describe.each(all.map(({ cases }) => [`${cases.rule.code} ${cases.rule.slug}`, cases] as const))('%s', (_, cases) => {
  const { rule } = cases;

  property.prop([arbitrarySnapshot, fc.nat()], { numRuns: runs(3) })(
    'says the same in any order, and knowing less makes nothing better',
    (generated, seed) => {
      for (const [status, some] of casesByStatus(cases)) {
        const one = some[seed % some.length] as Case; // there is one at least
        const options = { validator: rule, ...one.options };
        const outcomeOf = (snapshot: Snapshot) => evaluateSnapshot(snapshot, options).outcomes[0];
        const snapshot = among(one, generated, rule);
        const outcome = outcomeOf(snapshot);
        expect(outcome?.status, one.when).toBe(status);
        expect(outcomeOf(reordered(snapshot, seed)), one.when).toEqual(outcome);
        expectNothingPassesInPart(snapshot, rule, outcomeOf);
        expectWorseAndWorse(snapshot, options, seed);
      }
    },
  );
});

/** Where a rule needs all rows of a fact, it passes over no part of them. */
function expectNothingPassesInPart(
  snapshot: Snapshot,
  { needs, mayBePartial, code }: Rule,
  outcomeOf: (snapshot: Snapshot) => Outcome | undefined,
): void {
  for (const name of needs.filter((need) => !mayBePartial.includes(need) && !objectFacts.has(need))) {
    const fact = snapshot.facts[name];
    if (fact?.status !== 'known') continue;
    const facts = { ...snapshot.facts, [name]: { ...fact, coverage: 'partial' } } as Snapshot['facts']; // Safe: a value keeps its shape.
    expect(outcomeOf({ ...snapshot, facts })?.status, `${code} over a part of ${name}`).not.toBe('passed');
  }
}

/** Less and less of the facts of a rule is known: any of them, each in any way. */
function expectWorseAndWorse(
  snapshot: Snapshot,
  options: Parameters<typeof expectNothingBetter>[2],
  seed: number,
): void {
  const names = [...options.validator.needs, ...options.validator.uses];
  let current = snapshot;
  for (let step = 0; step < 3; step += 1) {
    const ways = lessKnown(current, names, seed + step);
    for (const less of ways) expectNothingBetter(current, less, options);
    const next = ways[(seed >> step) % Math.max(ways.length, 1)];
    if (next === undefined) return;
    current = next.snapshot;
  }
}
