import { byCodeUnits } from '../facts/by-code-units.js';
import { isoOf } from '../facts/instant.js';
import type { Source } from '../rules/remediation/remediation.js';
import { syncErrorSource } from './record.js';

/**
 * When errors count as an unexpected influx.
 * @public
 */
export interface InfluxOptions {
  /** Fewer rows in an hour are never an influx. Default 100. */
  readonly atLeast?: number | undefined;
  /** How many times the usual hourly number there must be, if nothing is known about expected changes. Default 5. */
  readonly timesUsual?: number | undefined;
  /**
   * Whether data of an entity was meant to change in an hour (its beginning, ISO 8601 in UTC). If this returns false, every
   * row counts, and no comparison with other hours is needed.
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
 * An hour with many errors for one entity. The reason may be a known issue: changes to fields that no
 * map contains also trigger the async sync.
 *
 * Source: *Manage errors in dual-write async*, 2026-01-14 (a preview feature).
 * @public
 */
export interface SuspectedInflux {
  readonly issue: 'unmapped-field-updates';
  /**
   * `no-change-expected`: the caller says that no data should change. `unusual`: unexplained rows, far more than
   * in other hours; a hint, not proof.
   */
  readonly sign: 'no-change-expected' | 'unusual';
  readonly entity: string | null;
  readonly dataSource: string | null;
  /** The beginning of the hour, ISO 8601 in UTC. */
  readonly hour: string;
  /** The rows that count. */
  readonly count: number;
  /**
   * The mean of the other hours from a day before to a day after, as far as there are rows; `null` if there is no other hour. The
   * range is limited so that one row with a wrong date does not make every hour unusual.
   */
  readonly usual: number | null;
  readonly summary: string;
  /** Steps, least destructive first. */
  readonly whatToDo: readonly string[];
  readonly source: Source;
}

/** Counts rows by entity, data source and hour. */
interface InfluxTally {
  /** @param isUnexplained - the category of the row does not blame the data, and its message shows no known problem */
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

/** How many hours of streams are tracked; further ones are not, which keeps memory bounded. */
const mostCells = 100_000;
/** More places than there are in groups. */
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

/** The mean of the hours around this one, excluding it; `null` if there is none. */
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
    summary: `${where.count} error rows of ${entity} within an hour. When a field that no map contains changes, the async sync still starts, and can leave such rows without any problem in the data.`,
    whatToDo: [
      `Find out who or what changed ${entity} in that hour, and whether the changes included a field of its map.`,
      'Install the latest quality updates: Microsoft has announced the fix for them.',
      'If only fields outside the map changed, open the sync errors of the integration job and retry these rows; rows that still remain can be dismissed, which cannot be undone.',
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
