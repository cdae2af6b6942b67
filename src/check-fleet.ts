import { type CheckOptions, checkEnvironment } from './check.js';
import { isRecord, type Unchecked } from './engine/settings.js';
import type { Adapter } from './facts/adapter.js';
import { inShort, invalidOptions } from './facts/issues.js';
import type { CheckFault, Issue } from './fault.js';
import { type FleetFault, type FleetReport, fleetOf } from './report/fleet.js';
import type { HealthReport } from './report/report.js';

/**
 * How many environments are checked.
 * @public
 */
export interface FleetOptions extends Omit<CheckOptions, 'concurrency'> {
  /**
   * How many environments are checked at a time. Default 4. Of each, as many facts are read at a time as `checkEnvironment`
   * does.
   */
  readonly concurrency?: number | undefined;
  /** Called with each environment as soon as it is done, in the order in which they finish. */
  readonly onReport?: ((report: HealthReport) => void) | undefined;
}

/**
 * Checks many environments, a few at a time. An environment that cannot be checked does not affect the others.
 *
 * @param adapters - one for each environment; any iterable, so that thousands need not be created at once
 * @returns the reports in the order of the adapters, and the environments that could not be checked
 *
 * @example
 * ```ts
 * const fleet = await checkFleet(environments.map(adapterFor), { concurrency: 8 });
 * fleet.totals.unhealthy;
 * ```
 * @public
 */
export async function checkFleet(adapters: Iterable<Adapter>, options: FleetOptions = {}): Promise<FleetReport> {
  const fault = invalidOptions(issuesInFleetOptions(options));
  if (fault !== undefined)
    return fleetOf(
      [],
      [...adapters].map((adapter) => faultOf(adapter, fault)),
    );
  const { concurrency = 4, onReport, ...checkOptions } = options;
  const results: ({ readonly report: HealthReport } | { readonly fault: FleetFault })[] = [];
  const waiting = adapters[Symbol.iterator]();
  let started = 0;
  await Promise.all(Array.from({ length: concurrency }, work));
  return fleetOf(
    results.flatMap((result) => ('report' in result ? [result.report] : [])),
    results.flatMap((result) => ('fault' in result ? [result.fault] : [])),
  );

  async function work(): Promise<void> {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      const place = started;
      started += 1;
      const adapter = next.value;
      const result = await checkEnvironment(adapter, checkOptions);
      results[place] = result.match(
        (report) => ({ report }),
        (fault) => ({ fault: faultOf(adapter, fault) }),
      );
      if (result.isOk()) tell(result.value);
    }
  }

  /** A listener that throws is the caller's problem; it must not affect the other environments. */
  function tell(report: HealthReport): void {
    Promise.resolve(report)
      .then(onReport)
      .catch(() => undefined);
  }
}

function faultOf({ environment }: Adapter, fault: CheckFault): FleetFault {
  return { environment, ...fault };
}

/** A number above the size of any fleet would only create as many promises. */
const mostAtATime = 10_000;

function issuesInFleetOptions(options: unknown): readonly Issue[] {
  if (!isRecord(options)) return [{ path: '', message: `expected options, got ${inShort(options)}` }];
  const { concurrency = 4, onReport }: Unchecked<FleetOptions> = options;
  const isNumber = typeof concurrency === 'number' && Number.isInteger(concurrency);
  return [
    ...(isNumber && concurrency > 0 && concurrency <= mostAtATime
      ? []
      : [
          {
            path: 'concurrency',
            message: `expected a whole number from 1 to ${mostAtATime}, got ${inShort(concurrency)}`,
          },
        ]),
    ...(onReport === undefined || typeof onReport === 'function'
      ? []
      : [{ path: 'onReport', message: `expected a function, got ${inShort(onReport)}` }]),
  ];
}
