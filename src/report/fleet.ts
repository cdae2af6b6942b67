import type { Fault } from '../fault.js';
import type { Health } from '../govern/health.js';
import type { HealthReport } from './report.js';

/**
 * The reports of many environments.
 * @public
 */
export interface FleetReport {
  readonly schemaVersion: 1;
  /** In the order in which the environments were given. */
  readonly reports: readonly HealthReport[];
  /** Environments that could not be checked at all, and why. */
  readonly faults: readonly FleetFault[];
  readonly totals: Readonly<Record<Health | 'notChecked', number>>;
}

/**
 * An environment that could not be checked.
 * @public
 */
export interface FleetFault extends Fault {
  readonly environment: { readonly name: string };
}

/**
 * Combines the reports of many environments.
 * @public
 */
export function fleetOf(reports: readonly HealthReport[], faults: readonly FleetFault[] = []): FleetReport {
  const count = (health: Health) => reports.filter((report) => report.health === health).length;
  return {
    schemaVersion: 1,
    reports,
    faults,
    totals: {
      healthy: count('healthy'),
      unhealthy: count('unhealthy'),
      unknown: count('unknown'),
      notChecked: faults.length,
    },
  };
}

/**
 * The exit code of a fleet: the worst of its environments. 1 one is unhealthy, else 2 one is unknown or could not be
 * checked, or there is none, else 0.
 * @public
 */
export function fleetExitCode({ reports, totals }: FleetReport): 0 | 1 | 2 {
  if (totals.unhealthy > 0) return 1;
  return totals.unknown + totals.notChecked > 0 || reports.length === 0 ? 2 : 0;
}
