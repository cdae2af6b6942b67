import { errAsync, type ResultAsync } from 'neverthrow';
import { evaluate } from './engine/evaluate.js';
import { plan } from './engine/plan.js';
import { type EvaluateOptions, issuesInOptions } from './engine/settings.js';
import type { Adapter } from './facts/adapter.js';
import { type GatherOptions, gatherSnapshot } from './facts/gather.js';
import { type FactName, factNames } from './facts/schemas.js';
import type { Snapshot } from './facts/snapshot.js';
import type { CheckFault, Issue } from './faults.js';
import { healthOf } from './govern/health.js';
import { buildReport, type Report } from './report/report.js';
import { healthCheck } from './rules/catalogue.js';
import type { Rule } from './rules/rule.js';

/**
 * How a check is done: how facts are gathered and how they are evaluated.
 * `only` names rules here; which facts are read follows from them.
 * @public
 */
export type CheckOptions = EvaluateOptions & Omit<GatherOptions, 'only'>;

/**
 * Gathers what the validator needs through the adapter and evaluates it.
 *
 * @returns a report, whatever state the environment is in, or a {@link CheckFault} when the check could not run
 *
 * @example
 * ```ts
 * const report = await checkEnvironment(adapter, { validator: businessUnit });
 * ```
 * @public
 */
export function checkEnvironment(adapter: Adapter, options: CheckOptions = {}): ResultAsync<Report, CheckFault> {
  const [issue, ...more] = issuesInEvaluateOptions(options);
  if (issue !== undefined) return errAsync({ type: 'invalid-options', issues: [issue, ...more] });
  return gatherSnapshot(adapter, { ...options, only: factsNeededFor(options) }).map((snapshot) =>
    evaluateSnapshot(snapshot, options),
  );
}

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

function factsNeededFor(options: EvaluateOptions): readonly FactName[] {
  const { only, rules: settings = {} } = options;
  const selected = rulesOf(options).filter(({ code }) => (only?.includes(code) ?? true) && settings[code] !== 'off');
  const needed = new Set(selected.flatMap((rule) => [...rule.needs, ...rule.uses]));
  return factNames.filter((name) => needed.has(name));
}
