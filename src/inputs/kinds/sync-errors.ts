import { scrub } from '../../facts/scrub.js';
import { type CsvHead, csvHeadOf, csvRows, missingColumnsOf } from '../../sync-errors/csv-table.js';
import type { SyncErrorRecord } from '../../sync-errors/record.js';
import { type RowReading, rowReading } from '../../sync-errors/row-reading.js';
import type { InputOf } from '../input.js';

/**
 * Rows of the sync errors of dual-write async in JSON: lists, envelopes, pages, answers, facts and results that hold rows.
 *
 * @returns `undefined` where no value means to be such a row
 */
export function syncErrorsIn(documents: readonly unknown[]): InputOf<'sync-errors'> | undefined {
  const reading = rowReading();
  const found = foundRows(reading);
  const candidates = documents.flatMap(reading.candidatesIn);
  const hasLikeRow = candidates.some(isLikeRow);
  for (const [index, value] of candidates.entries()) {
    if (index === enoughToTell && found.records.length === 0 && !hasLikeRow) return undefined;
    found.add(value, `row ${index + 1}`);
  }
  return found.records.length === 0 && !hasLikeRow ? undefined : found.input();
}

/**
 * Rows of the sync errors of dual-write async in CSV.
 *
 * @returns `undefined` for a text that is not a table of them
 */
export function syncErrorsInCsv(text: string): InputOf<'sync-errors'> | undefined {
  const head = csvHeadOf(text);
  if (head === undefined || !isOfSyncErrors(head)) return undefined;
  const reading = rowReading();
  reading.noteColumns(head.columns);
  const found = foundRows(reading);
  const missing = missingColumnsOf(head, scrub);
  if (missing !== undefined) found.lack(missing);
  else {
    for (const { cells, line, fault } of csvRows(head)(text.slice(head.length), true)) {
      if (fault === undefined) found.add(reading.candidateOfCells(cells, head.columns), `line ${line}`);
      else found.addUnread(`line ${line}: ${fault}`);
    }
  }
  return found.input();
}

/** If none of so many values is a row, and none in the whole file means to be one, it is about something else. */
const enoughToTell = 1_000;

/** Other tables have an id, a message and a time too; what names the integration job or the entity is about sync errors. */
function isOfSyncErrors({ columns: { places } }: CsvHead): boolean {
  return places.size >= (places.has('integrationJob') ? 3 : places.has('entity') ? 4 : Number.POSITIVE_INFINITY);
}

function foundRows(reading: RowReading) {
  const records: SyncErrorRecord[] = [];
  const more: string[] = [];
  let unread = 0;
  let firstUnread = '';

  function addUnread(because: string): void {
    unread += 1;
    if (unread === 1) firstUnread = because;
  }

  return {
    records,
    addUnread,
    lack: (phrase: string) => void more.push(phrase),
    add: (value: unknown, place: string): void => {
      reading.rowOf(value).match(
        (row) => void records.push(row),
        ({ because }) => addUnread(`${place}: ${because}`),
      );
    },
    input: (): InputOf<'sync-errors'> => {
      const { columns, lacks } = reading.about();
      const rows = unread === 1 ? '1 row' : `${unread} rows`;
      const unreadRows = unread === 0 ? [] : [`${rows} could not be read: ${firstUnread}`];
      return { kind: 'sync-errors', records, columns, lacks: [...more, ...unreadRows, ...lacks] };
    },
  };
}

/** Whether a value means to be a row, though it cannot be read. */
function isLikeRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'integrationJob' in value;
}
