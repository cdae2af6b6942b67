import { err, ok, type Result } from 'neverthrow';
import { isRecord, propertyOf } from '../adapters/lenient-json.js';
import { eventOfSyncError, parseSyncErrorEvent, type SyncErrorEvent } from '../alerts/sync-error-event.js';
import type { Fault } from '../fault.js';
import type { ReplayLack } from '../reporters/documents/alert-replay-document.js';
import { type CorruptLines, corruptLine, corruptLineTally, parseJsonLine } from '../sync-errors/error-lines.js';
import { parseSyncErrorRecord } from '../sync-errors/record.js';
import type { Complaint } from './command-result.js';
import { kindInWords, kindOfJson } from './kind-of-json.js';
import { type OpenJson, openJson } from './open-json.js';
import { isPart, recordsIn, type SeenPage } from './records-in.js';

/** The errors of a file, one after the other, and what of it could not be read. */
export interface ErrorEvents {
  /** Iterating throws errors of the file system. */
  readonly events: AsyncIterable<SyncErrorEvent>;
  /** Rows of sync errors are a table, in no order of time. */
  readonly isTable: boolean;
  /** To be asked when all events were taken: what could not be read, or why the file is not about errors at all. */
  readonly unread: () => Result<UnreadEvents, Complaint>;
}

export interface UnreadEvents {
  readonly corrupt: CorruptLines & { readonly unit?: 'record' };
  readonly lacks: readonly ReplayLack[];
}

/**
 * The errors of a file, as events with `type` and `at` or as rows of the sync errors of dual-write async: JSON Lines, of which
 * only one batch is in memory, a list, an envelope or pages; the rows also as a fact of a snapshot.
 */
export async function openErrorEvents(path: string): Promise<Result<ErrorEvents, Complaint>> {
  const content = await openJson(path);
  if (content.isErr()) return err(content.error);
  const reading = new Reading(content.value);
  const events = reading.events();
  const first = await events.next();
  return ok({
    events: {
      [Symbol.asyncIterator]: () => {
        let isFirst = true;
        return {
          next: () => {
            if (!isFirst) return events.next();
            isFirst = false;
            return Promise.resolve(first);
          },
          return: () => events.return(undefined),
        };
      },
    },
    isTable: reading.rows > 0,
    unread: () => reading.unread().mapErr((fault) => ({ path, ...fault })),
  });
}

/** Other things than errors are recognized among so many records. */
const mostRecognized = 100;

class Reading {
  /** How many records were rows of sync errors. */
  rows = 0;
  readonly #content: OpenJson;
  readonly #corrupt = corruptLineTally();
  #corruptCount = 0;
  #read = 0;
  #untyped = 0;
  readonly #pages: SeenPage[] = [];
  #isLikeEvents = false;
  /** What the file is instead. */
  #instead: string | undefined;
  #firstFault: string | undefined;

  constructor(content: OpenJson) {
    this.#content = content;
  }

  async *events(): AsyncGenerator<SyncErrorEvent, void, undefined> {
    if (this.#content.type === 'document') {
      for (const [index, record] of this.#recordsOf(this.#content.value).entries()) {
        const event = this.#eventOf(record, index + 1, () => JSON.stringify(record));
        if (event !== undefined) yield event;
      }
      return;
    }
    for await (const { first, texts, isCutOff } of this.#content.lines) {
      for (const [index, text] of texts.entries()) {
        if (text.trim() === '') continue;
        const line = first + index;
        const value = isCutOff ? tooLong : parseJsonLine(text);
        if (value.isErr()) {
          this.#addCorrupt(line, text, value.error);
          continue;
        }
        for (const record of this.#recordsOf(value.value)) {
          const event = this.#eventOf(record, line, () => text);
          if (event !== undefined) yield event;
        }
      }
    }
  }

  unread(): Result<UnreadEvents, Fault> {
    if (this.#read === 0 && this.#corruptCount > 0 && !this.#isLikeEvents) {
      const expected = 'expected error events with type and at, or sync errors';
      const because = this.#instead ?? `does not hold errors (${this.#firstFault})`;
      return err({ type: 'malformed', because: `${because}: ${expected}` });
    }
    return ok({
      corrupt: { ...this.#corrupt.summary(), ...(this.#content.type === 'document' ? { unit: 'record' } : {}) },
      lacks: [
        ...(isPart(this.#pages) ? [{ what: 'events' } as const] : []),
        ...(this.#untyped > 0 ? [{ what: 'error-types', rows: this.#untyped } as const] : []),
      ],
    });
  }

  #recordsOf(value: unknown): readonly unknown[] {
    // Most values are one record each, of which there may be millions.
    if (isRecord(value) && !('value' in value) && !('facts' in value)) return [value];
    const fact = propertyOf(propertyOf(value, 'facts'), 'syncErrors');
    const { records, pages } = recordsIn(Array.isArray(propertyOf(fact, 'value')) ? fact : value);
    for (const page of pages) this.#pages.push(page);
    return records;
  }

  #eventOf(record: unknown, line: number, textOf: () => string): SyncErrorEvent | undefined {
    if (isRecord(record) && !('at' in record) && 'createdOn' in record) {
      const row = parseSyncErrorRecord(record);
      if (row.isErr()) return this.#addCorrupt(line, textOf(), row.error, record);
      this.rows += 1;
      this.#read += 1;
      const event = eventOfSyncError(row.value);
      if (event === undefined) this.#untyped += 1;
      return event;
    }
    const event = parseSyncErrorEvent(record);
    if (event.isErr()) return this.#addCorrupt(line, textOf(), event.error, record);
    this.#read += 1;
    return event.value;
  }

  #addCorrupt(
    line: number,
    text: string,
    fault: Fault<'invalid-json' | 'malformed' | 'too-long'>,
    record?: unknown,
  ): undefined {
    this.#corruptCount += 1;
    this.#corrupt.add(corruptLine(text, line, fault));
    this.#firstFault ??= `${this.#content.type === 'document' ? 'record' : 'line'} ${line}: ${fault.because}`;
    if (this.#corruptCount > mostRecognized) return;
    const kind = kindOfJson(record);
    if (kind === 'error-event' || kind === 'sync-error') this.#isLikeEvents = true;
    else if (kind !== undefined) this.#instead ??= kindInWords[kind];
  }
}

const tooLong = err({ type: 'too-long', because: 'the line is too long for an event' } as const);
