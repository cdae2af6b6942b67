import { byCodeUnits } from '../facts/by-code-units.js';
import { isoOf } from '../facts/instant.js';
import type { Source } from '../rules/remediation/remediation.js';
import { syncErrorSource } from './record.js';

/**
 * When errors count as an influx that nobody expected.
 * @public
 */
export interface InfluxOptions {
  /** Fewer rows in an hour are never one. Default 100. */
  readonly atLeast?: number | undefined;
  /** How many times the usual number of an hour there must be, where nothing is known of expected changes. Default 5. */
  readonly timesUsual?: number | undefined;
  /**
   * Whether data of an entity was meant to change in an hour (its beginning, ISO 8601 in UTC). Where this says no, every row
   * counts, and no comparison with other hours is needed.
   */
  readonly isChangeExpected?:
    | ((where: {
        readonly entity: string | null;
        readonly dataSource: string | null;
        readonly hour: string;
      }) => boolean)
    | undefined;
}

/**
 * An hour in which errors poured in for one entity: the vendor's known issue may be the reason, which is that changes of fields
 * outside every map wake the async sync as well.
 *
 * Source: *Manage errors in dual-write async*, 2026-01-14 (a preview feature of the vendor).
 * @public
 */
export interface SuspectedInflux {
  readonly issue: 'unmapped-field-updates';
  /**
   * `no-change-expected`: the caller says that nothing was to change. `unusual`: rows that explain nothing, far more than in
   * other hours; a hint and no proof.
   */
  readonly sign: 'no-change-expected' | 'unusual';
  readonly entity: string | null;
  readonly dataSource: string | null;
  /** When the hour begins, ISO 8601 in UTC. */
  readonly hour: string;
  /** The rows that count. */
  readonly count: number;
  /**
   * The mean of the other hours from a day before to a day after, as far as the rows reach; `null` where there is no other hour.
   * No more than that: one row with a wild date must not make every hour unusual.
   */
  readonly usual: number | null;
  readonly summary: string;
  /** Steps, the harmless ones first. */
  readonly whatToDo: readonly string[];
  readonly source: Source;
}

/** Counts rows by entity, data source and hour. */
interface InfluxTally {
  /** @param isUnexplained - the row is of no category that blames the data, and its message says nothing known */
  add(entity: number, dataSource: number, hour: number, isUnexplained: boolean): void;
  summary(
    entityOf: (index: number) => string | null,
    dataSourceOf: (index: number) => string | null,
    first: number,
    last: number,
  ): readonly SuspectedInflux[];
}

interface Stream {
  readonly entity: number;
  readonly dataSource: number;
  readonly hours: Map<number, { count: number }>;
}

/** How many hours of streams are watched; later ones are not, which keeps memory bounded. */
const mostCells = 100_000;
/** More places than groups have. */
const places = 1_024;
const mostInfluxes = 1_000;
const hourLength = 60 * 60 * 1000;
/** A day. */
const hoursAround = 24;

/** An empty {@link InfluxTally}. */
export function influxTally({ atLeast = 100, timesUsual = 5, isChangeExpected }: InfluxOptions = {}): InfluxTally {
  const streams = new Map<number, Stream>();
  let cells = 0;
  return {
    add(entity, dataSource, hour, isUnexplained) {
      if (entity < 0 || dataSource < 0 || Number.isNaN(hour) || !(isUnexplained || isChangeExpected !== undefined))
        return;
      const key = entity * places + dataSource;
      let stream = streams.get(key);
      if (stream === undefined) {
        if (cells >= mostCells) return;
        stream = { entity, dataSource, hours: new Map() };
        streams.set(key, stream);
      }
      let cell = stream.hours.get(hour);
      if (cell === undefined) {
        if (cells >= mostCells) return;
        cells += 1;
        cell = { count: 0 };
        stream.hours.set(hour, cell);
      }
      cell.count += 1;
    },
    summary(entityOf, dataSourceOf, first, last) {
      const bounds = [Math.floor(first / hourLength), Math.floor(last / hourLength)] as const;
      const found: SuspectedInflux[] = [];
      for (const { entity, dataSource, hours } of streams.values()) {
        for (const [hour, { count }] of hours) {
          if (count < atLeast) continue;
          const where = {
            entity: entityOf(entity),
            dataSource: dataSourceOf(dataSource),
            hour: isoOf(hour * hourLength),
          };
          const usual = usualAround(hour, hours, bounds);
          const isInflux =
            isChangeExpected === undefined ? count >= (usual ?? 0) * timesUsual : !isChangeExpected(where);
          if (isInflux) found.push(influx({ ...where, count, usual }, isChangeExpected !== undefined));
        }
      }
      return found.sort(byHour).slice(0, mostInfluxes);
    },
  };
}

/** The mean of the hours around this one, without it; `null` where there is none. */
function usualAround(
  hour: number,
  hours: Stream['hours'],
  [first, last]: readonly [first: number, last: number],
): number | null {
  const from = Math.max(first, hour - hoursAround);
  const to = Math.min(last, hour + hoursAround);
  if (to === from) return null;
  let others = 0;
  for (let other = from; other <= to; other += 1) others += other === hour ? 0 : (hours.get(other)?.count ?? 0);
  return others / (to - from);
}

function influx(
  where: Pick<SuspectedInflux, 'entity' | 'dataSource' | 'hour' | 'count' | 'usual'>,
  isKnownToBeQuiet: boolean,
): SuspectedInflux {
  const entity = where.entity ?? 'the entity';
  return {
    issue: 'unmapped-field-updates',
    sign: isKnownToBeQuiet ? 'no-change-expected' : 'unusual',
    ...where,
    summary: `${where.count} error rows of ${entity} within an hour. When a field changes that no map holds, the async sync starts all the same, and can leave such rows without any fault in the data.`,
    whatToDo: [
      `Ask who or what changed ${entity} in that hour, and whether a field of its map was among the changes.`,
      'Install the latest quality updates: the vendor announces the correction there.',
      'If only fields outside the map changed, open the sync errors of the integration job and retry these rows; those that stay say nothing and can be dismissed, which nothing undoes.',
    ],
    source: syncErrorSource,
  };
}

function byHour(a: SuspectedInflux, b: SuspectedInflux): number {
  return (
    byCodeUnits(a.hour, b.hour) ||
    byCodeUnits(a.entity ?? '', b.entity ?? '') ||
    byCodeUnits(a.dataSource ?? '', b.dataSource ?? '')
  );
}
