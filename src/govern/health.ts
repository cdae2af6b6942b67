import { hasUnacceptedFinding, isConclusive, isLeftOpen, type Outcome } from '../engine/outcome.js';
import type { Severity } from '../rules/rule.js';
import type { Governance } from './govern.js';

/**
 * The verdict on an environment. `unknown` is not healthy: something that matters could not be determined.
 * @public
 */
export type Health = 'healthy' | 'unhealthy' | 'unknown';

/**
 * The health for these outcomes, where only rules of `failOn` or worse count. Findings that are suppressed or in the
 * baseline do not count, nor do accepted open outcomes.
 */
export function healthOf(outcomes: readonly Outcome[], failOn: Severity, governance?: Governance): Health {
  const counting = outcomes.filter(({ severity }) => failOn === 'warning' || severity === 'error');
  if (counting.some(hasUnacceptedFinding) || violatesPolicy(governance)) return 'unhealthy';
  if (counting.some(isLeftOpen)) return 'unknown';
  return outcomes.some(isConclusive) ? 'healthy' : 'unknown';
}

function violatesPolicy(governance: Governance | undefined): boolean {
  if (governance === undefined) return false;
  const { suppressions, policy } = governance;
  return (
    (policy.expired === 'fail' && suppressions.expired.length > 0) ||
    (policy.unused === 'fail' && suppressions.unused.length > 0)
  );
}
