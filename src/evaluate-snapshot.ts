import { evaluate } from './engine/evaluate.js';
import { plan } from './engine/plan.js';
import { type EvaluateOptions, issuesInOptions } from './engine/settings.js';
import { factNames } from './facts/fact-names.js';
import type { FactName } from './facts/schemas.js';
import type { Snapshot } from './facts/snapshot.js';
import type { Issue } from './faults.js';
import { healthOf } from './govern/health.js';
import { buildReport, type Report } from './report/report.js';
import { healthCheck } from './rules/catalogue.js';
import type { Rule } from './rules/rule.js';

/**
 * Evaluates a snapshot. Pure, synchronous and total: it trusts its types, so give it {@link parseSnapshot}'s result
 * when the input is not yours.
 *
 * @returns a report; the same snapshot and options give the same bytes
 *
 * @example
 * ```ts
 * const report = evaluateSnapshot(snapshot, { only: ['DWDVEV1007'] });
 * ```
 * @public
 */
export function evaluateSnapshot(snapshot: Snapshot, options: EvaluateOptions = {}): Report {
  const { validator = healthCheck, failOn = 'error' } = options;
  const outcomes = evaluate(snapshot.facts, validator, options);
  return buildReport(snapshot, outcomes, healthOf(outcomes, failOn));
}

/**
 * What is wrong with options that come from outside; empty when nothing is.
 * @internal
 */
export function issuesInEvaluateOptions(options: EvaluateOptions): readonly Issue[] {
  return issuesInOptions(options, rulesOf(options));
}

function rulesOf({ validator = healthCheck }: EvaluateOptions): readonly Rule[] {
  return plan(validator).map(({ rule }) => rule);
}

/**
 * The facts that the selected rules look at, in catalogue order.
 * @internal
 */
export function factsNeededFor(options: EvaluateOptions): readonly FactName[] {
  const { only, rules: settings = {} } = options;
  const selected = rulesOf(options).filter(({ code }) => (only?.includes(code) ?? true) && settings[code] !== 'off');
  const needed = new Set(selected.flatMap((rule) => [...rule.needs, ...rule.uses]));
  return factNames.filter((name) => needed.has(name));
}
