import type { Outcome } from '../engine/outcome.js';
import type { Severity } from '../rules/rule.js';

/**
 * The verdict on an environment. `unknown` is not healthy: something that matters could not be told.
 * @public
 */
export type Health = 'healthy' | 'unhealthy' | 'unknown';

/** The health that outcomes add up to, where only rules of `failOn` or worse count. */
export function healthOf(outcomes: readonly Outcome[], failOn: Severity): Health {
  const counting = outcomes.filter(({ severity }) => failOn === 'warning' || severity === 'error');
  if (counting.some(({ status }) => status === 'failed')) return 'unhealthy';
  if (counting.some(({ status }) => status === 'inconclusive' || status === 'blocked' || status === 'errored')) {
    return 'unknown';
  }
  const told = outcomes.some(({ status }) => status === 'passed' || status === 'failed' || status === 'not-applicable');
  return told ? 'healthy' : 'unknown';
}
