import { evaluate } from './engine/evaluate.js';
import { isValidator } from './engine/is-validator.js';
import { plan } from './engine/plan.js';
import { type EngineOptions, isRecord, issuesInOptions, issuesInWord, type Unchecked } from './engine/settings.js';
import { factNames } from './facts/fact-names.js';
import { inShort, invalidOptions } from './facts/issues.js';
import type { FactName } from './facts/schemas.js';
import type { Snapshot } from './facts/snapshot.js';
import type { Issue } from './fault.js';
import { type GovernOptions, governing, issuesInGovernOptions } from './govern/govern.js';
import { healthOf } from './govern/health.js';
import { buildReport, type HealthReport } from './report/report.js';
import { catalogueOutline } from './rules/catalogue-outline.js';
import { healthCheck } from './rules/health-check.js';
import { outlineOf, type Rule, type Severity } from './rules/rule.js';

/**
 * How facts are evaluated, and what is accepted.
 * @public
 */
export interface EvaluateOptions extends EngineOptions, GovernOptions {
  /** The severity from which a finding makes the environment unhealthy. Default `error`. */
  readonly failOn?: Severity | undefined;
}

/**
 * Evaluates a snapshot. Pure, synchronous and total: it trusts the snapshot's type, so pass the result of {@link parseSnapshot}
 * if the input is untrusted.
 *
 * @returns a report; the same snapshot and options give the same bytes. Invalid options give a report with health
 * `unknown`, without outcomes, and with the `fault`
 *
 * @example
 * ```ts
 * const report = evaluateSnapshot(snapshot, { only: ['DWDVEV1007'] });
 * ```
 * @public
 */
export function evaluateSnapshot(snapshot: Snapshot, options: EvaluateOptions = {}): HealthReport {
  const fault = invalidOptions(issuesInEvaluateOptions(options, snapshot.takenAt));
  if (fault !== undefined)
    return buildReport(snapshot, [], [], { health: 'unknown', failOn: failOnOf(options), fault });
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

/** The settings, as far as invalid options contain them. */
function failOnOf(options: unknown): Severity {
  return isRecord(options) && options.failOn === 'warning' ? 'warning' : 'error';
}

/**
 * What is wrong with options from outside; empty if nothing is.
 *
 * @param takenAt - when the facts were read, if they have been read
 */
export function issuesInEvaluateOptions(options: unknown, takenAt?: string): readonly Issue[] {
  if (!isRecord(options)) return [{ path: '', message: `expected options, got ${inShort(options)}` }];
  const { validator = healthCheck, failOn }: Unchecked<EvaluateOptions> = options;
  if (('validator' in options && options.validator === undefined) || !isValidator(validator)) {
    const message = `expected a rule, or rules combined by allOf or inOrder, got ${inShort(options.validator)}`;
    return [{ path: 'validator', message }];
  }
  const rules = plan(validator).map(({ rule }) => rule);
  // One configuration serves every validator, so it may have settings for rules of other validators.
  const settled = new Map([...catalogueOutline, ...rules.map(outlineOf)].map((rule) => [rule.code, rule]));
  return [
    ...issuesInOptions(options, rules, settled),
    ...issuesInGovernOptions(options, [...settled.keys()], takenAt),
    ...issuesInWord('failOn', failOn, ['error', 'warning']),
  ];
}

/** The facts that the selected rules use, in catalogue order. */
export function factsNeededFor({
  validator = healthCheck,
  only,
  rules: settings = {},
}: EvaluateOptions): readonly FactName[] {
  const isSelected = ({ code }: Rule) => (only?.includes(code) ?? true) && settings[code] !== 'off';
  const selected = plan(validator).flatMap(({ rule }) => (isSelected(rule) ? [rule] : []));
  const needed = new Set(selected.flatMap((rule) => [...rule.needs, ...rule.uses]));
  return factNames.filter((name) => needed.has(name));
}
