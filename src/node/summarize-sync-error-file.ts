import { err, ok, okAsync, type Result, ResultAsync } from 'neverthrow';
import { instantOf } from '../facts/instant.js';
import { guidKey } from '../facts/keys.js';
import { type CorruptLine, type CorruptLines, corruptLineTally } from '../sync-errors/error-lines.js';
import { isWellFormedButForItsDate, type SyncErrorRecord, withoutExtras } from '../sync-errors/record.js';
import { rowLineParser } from '../sync-errors/row-lines.js';
import { rowReading } from '../sync-errors/row-reading.js';
import { idKeys, matchesFilter, type SyncErrorFilter } from '../sync-errors/select-sync-errors.js';
import { type SummaryOptions, type SyncErrorSummary, syncErrorTally } from '../sync-errors/summarize-sync-errors.js';
import { jsonOf } from './json-of.js';
import { openCandidates } from './open-candidates.js';
import type { RecordsFault } from './open-records.js';
import type { LineSource } from './read-lines.js';
import { rowAt } from './read-sync-errors.js';
import { requestFile, requestFileOf } from './request-file.js';
import { reading as readingFile, type SyncErrorFileFault } from './sync-error-file-fault.js';

/**
 * How a file is summarized.
 * @public
 */
export interface FileSummaryOptions extends SummaryOptions {
  /** Only matching rows count. Default: all. */
  readonly filter?: SyncErrorFilter | undefined;
  /** Ids of rows to look for in the whole file, whether they count or not: the summary names those that are missing. */
  readonly lookFor?: Iterable<string> | undefined;
  /** Called with each row that counts, in the order of the file. If it throws, reading ends with a fault. */
  readonly onRecord?: ((record: SyncErrorRecord) => void) | undefined;
}

/**
 * A summary of a file, with what of it could not be read.
 * @public
 */
export interface SyncErrorFileSummary extends SyncErrorSummary {
  readonly corrupt: CorruptLines;
  /** The ids to look for that no row of the file has, not even a dismissed one; absent if there was nothing to look for. */
  readonly missingIds?: readonly string[] | undefined;
  /** What each column was taken for, `null` for one that is not known; absent where the columns are simply the properties of a row. */
  readonly columns?: Readonly<Record<string, keyof SyncErrorRecord | null>> | undefined;
  /** What the rows would need to be whole, each a phrase, such as pages that were not given; absent if there is nothing. */
  readonly lacks?: readonly string[] | undefined;
}

/**
 * Summarizes the error rows of a file, like {@link summarizeSyncErrors}, whatever {@link readSyncErrors} reads. For JSON Lines, arrays and CSV the memory
 * does not grow with the file, and for JSON Lines it takes hardly more time than reading and parsing. Rows that a store next to it has recorded as dismissed are
 * left out.
 *
 * Microsoft labels the feature as a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param source - a file or a stream, or several that belong together, such as the pages of one list
 * @returns the summary and the corrupt lines, or a {@link SyncErrorFileFault}
 * @throws RangeError, at once, if `from` or `to` of the filter is not a date
 * @public
 */
export function summarizeSyncErrorFile(
  source: LineSource | readonly LineSource[],
  options: FileSummaryOptions = {},
): ResultAsync<SyncErrorFileSummary, SyncErrorFileFault> {
  const sources = isList(source) ? source : [source];
  const isWanted = options.filter === undefined ? undefined : matchesFilter(options.filter);
  return ResultAsync.combine(sources.map(dismissedBeside)).andThen((known) => {
    const dismissed = idKeys([options.dismissed ?? [], ...known].flatMap((ids) => [...ids]));
    return new ResultAsync(summaryOf(sources, { ...options, dismissed }, isWanted));
  });
}

function isList(source: LineSource | readonly LineSource[]): source is readonly LineSource[] {
  return Array.isArray(source);
}

function dismissedBeside(source: LineSource): ResultAsync<ReadonlySet<string>, SyncErrorFileFault> {
  if (typeof source !== 'string') return okAsync(new Set<string>());
  return requestFile(requestFileOf(source))
    .read()
    .map(({ queue }) => queue.dismissed());
}

async function summaryOf(
  sources: readonly LineSource[],
  options: FileSummaryOptions & { readonly dismissed: ReadonlySet<string> },
  isWanted: ((record: SyncErrorRecord) => boolean) | undefined,
): Promise<Result<SyncErrorFileSummary, SyncErrorFileFault>> {
  const { dismissed, onRecord, lookFor } = options;
  const sought = lookFor && new Map([...lookFor].map((id) => [guidKey(id), id]));
  const tally = syncErrorTally(options);
  const corrupt = corruptLineTally();
  const reading = rowReading();
  let unit: 'record' | undefined;

  function count(row: SyncErrorRecord, instant?: number): void {
    sought?.delete(guidKey(row.id));
    if (isWanted !== undefined && !isWanted(row)) return;
    tally.add(row, instant);
    if (onRecord !== undefined && !dismissed.has(guidKey(row.id))) onRecord(withoutExtras(row));
  }

  async function read(source: LineSource): Promise<RecordsFault | undefined> {
    // What the caller gets it may keep.
    const opened = await openCandidates(source, reading, onRecord === undefined ? rowLineParser(jsonOf) : jsonOf);
    if (opened.isErr()) return opened.error;
    const file = sources.length > 1 && typeof source === 'string' ? { file: source } : {};
    const onCorrupt = (line: CorruptLine) => corrupt.add({ ...line, ...file });
    let isFirst = true;
    if (opened.value.unit === 'record') unit = 'record';
    for await (const candidates of opened.value.batches) {
      const { values } = candidates;
      for (let index = 0; index < values.length; index += 1) {
        const row = values[index];
        // Most rows are well-formed: those are counted without a copy. The first one shows which columns there are.
        if (!isFirst && isWellFormedButForItsDate(row)) {
          const instant = instantOf(row.createdOn);
          if (!Number.isNaN(instant)) {
            count(row, instant);
            continue;
          }
        }
        isFirst = false;
        const repaired = rowAt(candidates, index, reading, onCorrupt);
        if (repaired !== undefined) count(repaired);
      }
    }
    return opened.value.fault();
  }

  for (const source of sources) {
    const path = typeof source === 'string' ? source : '-';
    const fault = await readingFile(path, read(source));
    if (fault.isErr()) return err(fault.error);
    if (fault.value !== undefined) return err({ path, ...fault.value, whatToDo: fault.value.whatToDo ?? adviceOnForm });
  }
  const missing = sought === undefined ? {} : { missingIds: [...sought.values()] };
  const { columns, lacks } = reading.about();
  return ok({
    ...tally.summary(),
    corrupt: { ...corrupt.summary(), ...(unit === undefined ? {} : { unit }) },
    ...missing,
    ...(columns === undefined ? {} : { columns }),
    ...(lacks.length === 0 ? {} : { lacks }),
  });
}

const adviceOnForm =
  'Save the rows again: as JSON, as JSON Lines, or as CSV with the columns Id, Integration job, Entity and Created On.';
