import type { HealthReport } from './report.js';

/**
 * The exit code of a check: 0 healthy, 1 unhealthy, 2 unknown.
 * @public
 */
export function exitCodeFor(report: HealthReport): 0 | 1 | 2 {
  return ({ healthy: 0, unhealthy: 1, unknown: 2 } as const)[report.health];
}
