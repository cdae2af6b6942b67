import { okAsync, type ResultAsync } from 'neverthrow';
import { instantOf } from '../facts/instant.js';
import { guidKey } from '../facts/keys.js';
import { type CorruptLines, corruptLineTally } from '../sync-errors/error-lines.js';
import { isWellFormedButForItsDate, type SyncErrorRecord, withoutExtras } from '../sync-errors/record.js';
import { idKeys, matchesFilter, type SyncErrorFilter } from '../sync-errors/select-sync-errors.js';
import { type SummaryOptions, type SyncErrorSummary, syncErrorTally } from '../sync-errors/summarize-sync-errors.js';
import { jsonOf } from './json-of.js';
import { type LineSource, readLines } from './read-lines.js';
import { rowOf } from './read-sync-errors.js';
import { requestFile, requestFileOf } from './request-file.js';
import { reading, type SyncErrorFileFault } from './sync-error-file-fault.js';

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
 * A summary of a file, with its unreadable lines.
 * @public
 */
export interface SyncErrorFileSummary extends SyncErrorSummary {
  readonly corrupt: CorruptLines;
  /** The ids to look for that no row of the file has, not even a dismissed one; absent if there was nothing to look for. */
  readonly missingIds?: readonly string[] | undefined;
}

/**
 * Summarizes a JSON Lines file of error rows, like {@link summarizeSyncErrors}, in memory that does not grow with it and hardly
 * more time than reading and parsing take. Rows that a store next to it has recorded as dismissed are left out.
 *
 * Microsoft labels the feature as a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns the summary and the corrupt lines, or a {@link SyncErrorFileFault}
 * @throws RangeError, at once, if `from` or `to` of the filter is not a date
 * @public
 */
export function summarizeSyncErrorFile(
  source: LineSource,
  options: FileSummaryOptions = {},
): ResultAsync<SyncErrorFileSummary, SyncErrorFileFault> {
  const isWanted = options.filter === undefined ? undefined : matchesFilter(options.filter);
  const path = typeof source === 'string' ? source : '-';
  const beside = typeof source === 'string' ? dismissedBeside(source) : okAsync(new Set<string>());
  return beside.andThen((known) => {
    const dismissed = idKeys([...(options.dismissed ?? []), ...known]);
    return reading(path, summaryOf(source, { ...options, dismissed }, isWanted));
  });
}

function dismissedBeside(path: string): ResultAsync<ReadonlySet<string>, SyncErrorFileFault> {
  return requestFile(requestFileOf(path))
    .read()
    .map(({ queue }) => queue.dismissed());
}

async function summaryOf(
  source: LineSource,
  options: FileSummaryOptions & { readonly dismissed: ReadonlySet<string> },
  isWanted: ((record: SyncErrorRecord) => boolean) | undefined,
): Promise<SyncErrorFileSummary> {
  const { dismissed, onRecord, lookFor } = options;
  const sought = lookFor && new Map([...lookFor].map((id) => [guidKey(id), id]));
  const tally = syncErrorTally(options);
  const corrupt = corruptLineTally();

  function count(row: SyncErrorRecord, instant?: number): void {
    sought?.delete(guidKey(row.id));
    if (isWanted !== undefined && !isWanted(row)) return;
    tally.add(row, instant);
    if (onRecord !== undefined && !dismissed.has(guidKey(row.id))) onRecord(withoutExtras(row));
  }

  for await (const { first, texts, isCutOff } of readLines(source)) {
    for (let index = 0; index < texts.length; index += 1) {
      const text = texts[index] ?? '';
      // Most rows are well-formed: those are counted without a copy.
      const row = isCutOff ? undefined : jsonOf(text);
      if (isWellFormedButForItsDate(row)) {
        const instant = instantOf(row.createdOn);
        if (!Number.isNaN(instant)) {
          count(row, instant);
          continue;
        }
      }
      const repaired = rowOf(text, first + index, isCutOff, corrupt.add);
      if (repaired !== undefined) count(repaired);
    }
  }
  const missing = sought === undefined ? {} : { missingIds: [...sought.values()] };
  return { ...tally.summary(), corrupt: corrupt.summary(), ...missing };
}
