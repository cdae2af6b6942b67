import { type CheckOptions, checkEnvironment } from './check.js';
import type { Adapter } from './facts/adapter.js';
import { issueInWords } from './facts/issues.js';
import type { CheckFault } from './faults.js';
import { type FleetFault, type FleetReport, fleetOf } from './report/fleet.js';
import type { Report } from './report/report.js';

/**
 * How many environments are checked.
 * @public
 */
export interface FleetOptions extends CheckOptions {
  /** How many environments are checked at a time. Default 4. */
  readonly environments?: number | undefined;
  /** Told of each environment as soon as it is done, in the order in which they end. */
  readonly onReport?: ((report: Report) => void) | undefined;
}

/**
 * Checks many environments, a few at a time. One that cannot be checked costs no other.
 *
 * @param adapters - one for each environment; any iterable, so that thousands need not be made at once
 * @returns the reports in the order of the adapters, and the environments that could not be checked
 *
 * @example
 * ```ts
 * const fleet = await checkFleet(environments.map(adapterFor), { environments: 8 });
 * fleet.totals.unhealthy;
 * ```
 * @public
 */
export async function checkFleet(adapters: Iterable<Adapter>, options: FleetOptions = {}): Promise<FleetReport> {
  const { environments = 4, onReport, ...checkOptions } = options;
  const results: ({ readonly report: Report } | { readonly fault: FleetFault })[] = [];
  const waiting = adapters[Symbol.iterator]();
  let started = 0;
  await Promise.all(Array.from({ length: Math.max(1, environments) }, work));
  return fleetOf(
    results.flatMap((result) => ('report' in result ? [result.report] : [])),
    results.flatMap((result) => ('fault' in result ? [result.fault] : [])),
  );

  async function work(): Promise<void> {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      const place = started;
      started += 1;
      const { environment } = next.value;
      const result = await checkEnvironment(next.value, checkOptions);
      results[place] = result.match(
        (report) => ({ report }),
        (fault) => ({ fault: { environment, because: becauseOf(fault) } }),
      );
      if (result.isOk()) onReport?.(result.value);
    }
  }
}

function becauseOf(fault: CheckFault): string {
  return fault.type === 'aborted' ? 'aborted' : issueInWords(fault.issues[0]);
}
