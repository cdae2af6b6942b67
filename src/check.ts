import { errAsync, type ResultAsync } from 'neverthrow';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  factsNeededFor,
  issuesInEvaluateOptions,
} from './evaluate-snapshot.js';
import type { Adapter } from './facts/adapter.js';
import { type GatherOptions, gatherSnapshot } from './facts/gather-snapshot.js';
import { invalidOptions } from './facts/issues.js';
import type { CheckFault } from './fault.js';
import type { HealthReport } from './report/report.js';

/**
 * How to run a check: how facts are gathered and how they are evaluated.
 * `only` names rules here; they determine which facts are read.
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
export function checkEnvironment(adapter: Adapter, options: CheckOptions = {}): ResultAsync<HealthReport, CheckFault> {
  const fault = invalidOptions(issuesInEvaluateOptions(options));
  if (fault !== undefined) return errAsync(fault);
  return gatherSnapshot(adapter, { ...options, only: factsNeededFor(options) }).map((snapshot) =>
    evaluateSnapshot(snapshot, options),
  );
}
