import { evaluate } from './engine/evaluate.js';
import { plan } from './engine/plan.js';
import { type EngineOptions, issuesInOptions } from './engine/settings.js';
import { factNames } from './facts/fact-names.js';
import type { FactName } from './facts/schemas.js';
import type { Snapshot } from './facts/snapshot.js';
import type { Issue } from './faults.js';
import { type GovernOptions, governing, issuesInGovernOptions } from './govern/govern.js';
import { healthOf } from './govern/health.js';
import { buildReport, type Report } from './report/report.js';
import { catalogue, healthCheck } from './rules/catalogue.js';
import type { Rule, Severity } from './rules/rule.js';

/**
 * How facts are evaluated, and what is accepted.
 * @public
 */
export interface EvaluateOptions extends EngineOptions, GovernOptions {
  /** The severity from which a finding makes the environment unhealthy. Default `error`. */
  readonly failOn?: Severity | undefined;
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
  const { mark, summary } = governing(options, snapshot.takenAt);
  const outcomes = evaluate(snapshot, validator, options, mark);
  const governance = summary(outcomes);
  return buildReport(snapshot, outcomes, factsNeededFor(options), {
    health: healthOf(outcomes, failOn, governance),
    failOn,
    governance,
  });
}

/**
 * What is wrong with options that come from outside; empty when nothing is.
 * @internal
 */
export function issuesInEvaluateOptions(options: EvaluateOptions): readonly Issue[] {
  const rules = rulesOf(options);
  const { failOn } = options;
  // One configuration serves every validator, so it may settle rules that are none of this one's.
  const settled = [...rules, ...catalogue.filter(({ code }) => rules.every((rule) => rule.code !== code))];
  return [
    ...issuesInOptions(options, rules, settled),
    ...issuesInGovernOptions(
      options,
      settled.map(({ code }) => code),
    ),
    ...(failOn === undefined || failOn === 'error' || failOn === 'warning'
      ? []
      : [{ path: 'failOn', message: `expected error or warning, got ${JSON.stringify(failOn)}` }]),
  ];
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
