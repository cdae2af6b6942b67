import type { TopicCount } from '../diagnosis/diagnose-lines.js';
import { byCodeUnits } from '../facts/by-code-units.js';
import { instantOf, isoOf, isoOrNull } from '../facts/instant.js';
import { guidKey, nameKey } from '../facts/keys.js';
import { ownCopy } from '../facts/own-copy.js';
import { scrub } from '../facts/scrub.js';
import { takeEach } from '../facts/take-each.js';
import { type KnownProblem, problemCache } from './diagnosis-cache.js';
import { type InfluxOptions, influxTally, type SuspectedInflux } from './influx.js';
import { type SyncErrorCategory, type SyncErrorRecord, syncErrorPreview } from './record.js';
import { idKeys } from './select-sync-errors.js';

/**
 * A summary of error rows. Plain data that survives JSON; all times are of the error rows, ISO 8601 in UTC.
 * @public
 */
export interface SyncErrorSummary {
  /** The notice that the feature is a preview: to be shown with the figures. */
  readonly preview: string;
  /** How many rows there are, without dismissed ones. */
  readonly total: number;
  /** When the first and the last row were written; `null` if there are none. */
  readonly first: string | null;
  readonly last: string | null;
  /** The problems that messages and codes report, most frequent first. */
  readonly topics: readonly SyncErrorTopic[];
  /** How many rows did not report a known problem. */
  readonly unrecognized: number;
  readonly categories: Readonly<Record<SyncErrorCategory, number>>;
  readonly integrationJobs: SyncErrorJobs;
  readonly entities: SyncErrorGroups;
  readonly dataSources: SyncErrorGroups;
  readonly companies: SyncErrorGroups;
  /** Hours with rows, earliest first. */
  readonly hours: readonly HourCount[];
  /** Rows of hours beyond the first 20,000 different ones, and rows whose time cannot be read. */
  readonly inOtherHours: number;
  /** Where a known issue seems to be the cause: rows although no data should change. */
  readonly influxes: readonly SuspectedInflux[];
}

/**
 * A problem that rows report.
 * @public
 */
export interface SyncErrorTopic extends TopicCount {
  /** A short description of the fix. */
  readonly whatToDo: string;
}

/**
 * Rows by integration job, most frequent first.
 * @public
 */
export interface SyncErrorJobs {
  readonly groups: readonly SyncErrorJob[];
  /** Rows of jobs beyond the first 1,000 different ones. */
  readonly inOtherGroups: number;
}

/**
 * Rows of one integration job, to which the limits of requests apply.
 * @public
 */
export interface SyncErrorJob extends SyncErrorGroup {
  /** How many of them are concurrency failures, which cannot be retried. */
  readonly concurrency: number;
}

/**
 * Rows by one field, most frequent value first. Letter case and surrounding blanks make no difference.
 * @public
 */
export interface SyncErrorGroups {
  readonly groups: readonly SyncErrorGroup[];
  /** Rows of values beyond the first 1,000 different ones, which keeps memory bounded. */
  readonly inOtherGroups: number;
}

/**
 * Rows with one value of a field.
 * @public
 */
export interface SyncErrorGroup {
  /** As it was first written; `null` for rows without one. */
  readonly name: string | null;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * Rows that were written within one hour.
 * @public
 */
export interface HourCount {
  /** When the hour begins, as in `2026-01-14T10:00:00.000Z`. */
  readonly hour: string;
  readonly count: number;
}

/**
 * How rows are summarized.
 * @public
 */
export interface SummaryOptions {
  /** The ids of rows that were dismissed: they are not counted. */
  readonly dismissed?: Iterable<string> | undefined;
  /** When errors count as an influx. */
  readonly influx?: InfluxOptions | undefined;
}

/**
 * Groups error rows by topic of the diagnosis, entity, data source, company and hour, in memory that does not grow with their
 * number, and names the places where a known issue with unmapped fields seems to be the cause. A row that occurs
 * twice counts twice.
 *
 * Dual-write async is a preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns the summary for an iterable, a promise of it for an async iterable; the promise rejects with the error of the iterable
 *
 * @example
 * ```ts
 * const { topics, influxes } = await summarizeSyncErrors(store.records());
 * ```
 * @public
 */
export function summarizeSyncErrors(records: Iterable<SyncErrorRecord>, options?: SummaryOptions): SyncErrorSummary;
/** The same, one row at a time. @public */
export function summarizeSyncErrors(
  records: AsyncIterable<SyncErrorRecord>,
  options?: SummaryOptions,
): Promise<SyncErrorSummary>;
export function summarizeSyncErrors(
  records: Iterable<SyncErrorRecord> | AsyncIterable<SyncErrorRecord>,
  options: SummaryOptions = {},
): SyncErrorSummary | Promise<SyncErrorSummary> {
  const tally = syncErrorTally(options);
  const take = (record: SyncErrorRecord) => tally.add(record);
  return takeEach(records, take, () => tally.summary());
}

/** Counts rows one by one: what {@link summarizeSyncErrors} does, for readers that provide rows in their own way. */
interface SyncErrorTally {
  /** @param instant - when the row was written, if the caller has already parsed it; milliseconds since 1970 */
  add(record: SyncErrorRecord, instant?: number): void;
  summary(): SyncErrorSummary;
}

/** An empty {@link SyncErrorTally}. */
export function syncErrorTally({ dismissed: dismissedIds, influx }: SummaryOptions = {}): SyncErrorTally {
  const dismissed = idKeys(dismissedIds);
  const problemOf = problemCache();
  const topics = topicTally();
  const categories = categoryTally();
  const jobs = groupTally();
  const entities = groupTally();
  const dataSources = groupTally();
  const companies = groupTally();
  const hours = hourTally();
  const influxes = influxTally(influx);
  let total = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  return {
    add(record, instant = instantOf(record.createdOn)) {
      if (dismissed.size > 0 && dismissed.has(guidKey(record.id))) return;
      const { message, code, category } = record;
      const problem = problemOf(record);
      total += 1;
      if (instant < first) first = instant;
      if (instant > last) last = instant;
      topics.add(problem, message, code, instant);
      categories.add(category);
      jobs.add(record.integrationJob, instant, category === 'concurrency');
      const entity = entities.add(record.entity, instant);
      const dataSource = dataSources.add(record.dataSource, instant);
      companies.add(record.company, instant);
      const hour = Math.floor(instant / hourLength);
      hours.add(hour);
      influxes.add(
        entity,
        dataSource,
        hour,
        problem === undefined && category !== 'application' && category !== 'conflict',
      );
    },
    summary: () => ({
      preview: syncErrorPreview,
      total,
      first: isoOrNull(first),
      last: isoOrNull(last),
      ...topics.summary(),
      categories: categories.summary(),
      integrationJobs: jobs.summaryWithConcurrency(),
      entities: entities.summary(),
      dataSources: dataSources.summary(),
      companies: companies.summary(),
      ...hours.summary(),
      influxes: influxes.summary(entities.nameOf, dataSources.nameOf, first, last),
    }),
  };
}

function categoryTally() {
  const counts = { application: 0, system: 0, concurrency: 0, conflict: 0, unknown: 0 };
  return {
    // Property names that are created for each row would have to be looked up each time, which takes far longer.
    add(category: SyncErrorCategory): void {
      if (category === 'application') counts.application += 1;
      else if (category === 'system') counts.system += 1;
      else if (category === 'unknown') counts.unknown += 1;
      else if (category === 'conflict') counts.conflict += 1;
      else counts.concurrency += 1;
    },
    summary: (): SyncErrorSummary['categories'] => ({ ...counts }),
  };
}

const hourLength = 60 * 60 * 1000;
const mostGroups = 1_000;
const mostSpellings = 4_000;
const mostHours = 20_000;

interface Group {
  readonly name: string | null;
  /** Its position in the order in which values first occurred. */
  readonly index: number;
  count: number;
  first: number;
  last: number;
  concurrency: number;
}

interface GroupTally {
  /** Counts a row, and returns the position of its value; -1 if the value is not listed. */
  add(name: string | null, instant: number, isConcurrency?: boolean): number;
  nameOf(index: number): string | null;
  summary(): SyncErrorGroups;
  summaryWithConcurrency(): SyncErrorJobs;
}

function groupTally(): GroupTally {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  // Each spelling is normalized once; there can be more spellings than values.
  const bySpelling = new Map<string | null, Group>();
  let inOtherGroups = 0;
  // Rows with one value are mostly adjacent.
  let latest: Group | undefined;

  function groupOf(name: string | null): Group | undefined {
    const key = name === null ? '' : nameKey(name);
    const group = byKey.get(key) ?? newGroup(name, key);
    if (group !== undefined && bySpelling.size < mostSpellings)
      bySpelling.set(name === null ? null : ownCopy(name), group);
    return group;
  }

  function newGroup(name: string | null, key: string): Group | undefined {
    if (groups.length >= mostGroups) return undefined;
    const trimmed = name?.trim() ?? '';
    const group: Group = {
      name: trimmed === '' ? null : ownCopy(trimmed),
      index: groups.length,
      count: 0,
      first: Number.POSITIVE_INFINITY,
      last: Number.NEGATIVE_INFINITY,
      concurrency: 0,
    };
    groups.push(group);
    byKey.set(ownCopy(key), group);
    return group;
  }

  return {
    add(name, instant, isConcurrency = false) {
      const group = name === latest?.name ? latest : (bySpelling.get(name) ?? groupOf(name));
      latest = group;
      if (group === undefined) {
        inOtherGroups += 1;
        return -1;
      }
      group.count += 1;
      if (instant < group.first) group.first = instant;
      if (instant > group.last) group.last = instant;
      if (isConcurrency) group.concurrency += 1;
      return group.index;
    },
    nameOf: (index) => groups[index]?.name ?? null,
    summary: () => ({ groups: inOrder().map(asGroup), inOtherGroups }),
    summaryWithConcurrency: () => ({
      groups: inOrder().map((group) => ({ ...asGroup(group), concurrency: group.concurrency })),
      inOtherGroups,
    }),
  };

  function inOrder(): readonly Group[] {
    return [...groups].sort((a, b) => b.count - a.count || byCodeUnits(a.name ?? '', b.name ?? ''));
  }
}

function asGroup({ name, count, first, last }: Group): SyncErrorGroup {
  return { name, count, first: isoOrNull(first), last: isoOrNull(last) };
}

function hourTally() {
  const cells = new Map<number, { count: number }>();
  // Rows of one hour are mostly adjacent.
  let latest = Number.NaN;
  let cell = { count: 0 };
  let inOtherHours = 0;
  return {
    add(hour: number): void {
      if (hour !== latest) {
        const known = cells.get(hour);
        if (known === undefined && (Number.isNaN(hour) || cells.size >= mostHours)) {
          inOtherHours += 1;
          return;
        }
        cell = known ?? { count: 0 };
        if (known === undefined) cells.set(hour, cell);
        latest = hour;
      }
      cell.count += 1;
    },
    summary: (): Pick<SyncErrorSummary, 'hours' | 'inOtherHours'> => ({
      hours: [...cells]
        .sort(([a], [b]) => a - b)
        .map(([hour, { count }]) => ({ hour: isoOf(hour * hourLength), count })),
      inOtherHours,
    }),
  };
}

interface TopicTally {
  readonly problem: KnownProblem;
  count: number;
  first: number;
  last: number;
  readonly examples: string[];
}

const mostExamples = 3;
const exampleLength = 300;
/** A token must not be cut before it is recognized. */
const scrubbedLength = 4_096;

function topicTally() {
  const byId = new Map<string, TopicTally>();
  let unrecognized = 0;

  /** There can be any number of undocumented codes: beyond the limit, they are one topic. */
  function newTopic(problem: KnownProblem): TopicTally {
    const listed = byId.size < mostGroups ? problem : { ...problem, code: undefined };
    const key = listed.code ?? listed.id;
    const topic = byId.get(key) ?? {
      problem: listed,
      count: 0,
      first: Number.POSITIVE_INFINITY,
      last: Number.NEGATIVE_INFINITY,
      examples: [],
    };
    byId.set(key, topic);
    return topic;
  }

  return {
    add(problem: KnownProblem | undefined, message: string, code: string | null, instant: number): void {
      if (problem === undefined) {
        unrecognized += 1;
        return;
      }
      const topic = byId.get(problem.code ?? problem.id) ?? newTopic(problem);
      topic.count += 1;
      if (instant < topic.first) topic.first = instant;
      if (instant > topic.last) topic.last = instant;
      if (topic.examples.length < mostExamples) {
        const example = message.trim() === '' ? (code ?? '') : message;
        topic.examples.push(ownCopy(scrub(example.slice(0, scrubbedLength)).slice(0, exampleLength)));
      }
    },
    summary: (): Pick<SyncErrorSummary, 'topics' | 'unrecognized'> => ({
      topics: [...byId.values()]
        .sort(
          (a, b) =>
            b.count - a.count ||
            byCodeUnits(a.problem.id, b.problem.id) ||
            byCodeUnits(a.problem.code ?? '', b.problem.code ?? ''),
        )
        .map(({ problem: { id, code, title, whatToDo }, count, first, last, examples }) => ({
          id,
          ...(code === undefined ? {} : { code }),
          title,
          whatToDo,
          count,
          first: isoOrNull(first),
          last: isoOrNull(last),
          examples: [...examples],
        })),
      unrecognized,
    }),
  };
}
