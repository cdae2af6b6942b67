import { err, ok, type Result } from 'neverthrow';
import { isRecord } from '../adapters/lenient-json.js';
import { eventOfSyncError, parseSyncErrorEvent, type SyncErrorEvent } from '../alerts/sync-error-event.js';
import { issueInWords } from '../facts/issues.js';
import type { Fault } from '../fault.js';
import type { Input } from '../inputs/input.js';
import { meansToBeKnown } from '../inputs/json-content.js';
import { unreadable } from '../node/json-file.js';
import { type CandidateFile, type Candidates, openCandidates } from '../node/open-candidates.js';
import { rowAt, textAt } from '../node/read-sync-errors.js';
import type { ReplayLack } from '../reporters/documents/alert-replay-document.js';
import { type CorruptLine, type CorruptLines, corruptLine, corruptLineTally } from '../sync-errors/error-lines.js';
import { type AboutRows, type RowReading, rowReading } from '../sync-errors/row-reading.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { sourceOfRecords } from './source-of-records.js';

/** The errors of a file, one after the other, and what of it could not be read. */
export interface ErrorEvents {
  /** Iterating throws errors of the file system. */
  readonly events: AsyncIterable<SyncErrorEvent>;
  /** Rows of sync errors are a table, in no order of time. */
  readonly isTable: boolean;
  /** To be asked when all events were taken: what could not be read, or why the file is not about errors at all. */
  readonly unread: () => Promise<Result<UnreadEvents, Complaint>>;
}

export interface UnreadEvents {
  readonly corrupt: CorruptLines;
  readonly columns?: AboutRows['columns'];
  readonly lacks: readonly ReplayLack[];
}

/**
 * The errors of a file, as events with `type` and `at` or as rows of the sync errors of dual-write async, in every form in which rows
 * are read.
 */
export async function openErrorEvents(path: string): Promise<Result<ErrorEvents, Complaint>> {
  try {
    const rows = rowReading();
    const { source, input } = sourceOfRecords(path);
    const opened = await openCandidates(source, rows);
    if (opened.isErr()) {
      const other = otherThanErrors(await input());
      return err({ path, ...(other ?? opened.error) });
    }
    if (opened.value.isEmpty) return err({ path, type: 'empty', because: 'is empty: expected text' });
    const reading = new Reading(opened.value, rows);
    const events = reading.events();
    const first = await events.next();
    return ok({
      events: startingWith(first, events),
      isTable: reading.rows > 0,
      unread: async () => {
        const other = reading.isWithoutErrors() ? otherThanErrors(await input()) : undefined;
        return other === undefined ? reading.unread().mapErr((fault) => ({ path, ...fault })) : err({ path, ...other });
      },
    });
  } catch (error) {
    return err(unreadable(path, error));
  }
}

type Events = AsyncGenerator<SyncErrorEvent, void, undefined>;

function startingWith(first: IteratorResult<SyncErrorEvent, void>, rest: Events): AsyncIterable<SyncErrorEvent> {
  async function* all(): Events {
    if (first.done === true) return;
    yield first.value;
    yield* rest;
  }
  return { [Symbol.asyncIterator]: all };
}

/** What was given instead of errors, and which command takes it; `undefined` for what may be meant to be errors. */
function otherThanErrors(input: Input | undefined): Fault | undefined {
  return input === undefined || (mayBeErrors.has(input.kind) && !meansToBeKnown(input))
    ? undefined
    : { type: 'malformed', because: inputInWords(input, whatErrorsAre) };
}

const mayBeErrors: ReadonlySet<Input['kind']> = new Set(['sync-errors', 'alert-events', 'error-text', 'unknown']);
const whatErrorsAre = 'error events with type and at, or sync errors';

class Reading {
  /** How many records were rows of sync errors. */
  rows = 0;
  readonly #file: CandidateFile;
  readonly #reading: RowReading;
  readonly #corrupt = corruptLineTally();
  #read = 0;
  #isLikeErrors = false;
  #untyped = 0;
  #firstFault: string | undefined;

  constructor(file: CandidateFile, reading: RowReading) {
    this.#file = file;
    this.#reading = reading;
  }

  async *events(): Events {
    for await (const candidates of this.#file.batches) {
      for (let index = 0; index < candidates.values.length; index += 1) {
        const event = this.#eventAt(candidates, index);
        if (event !== undefined) yield event;
      }
    }
  }

  unread(): Result<UnreadEvents, Fault> {
    const fault = this.#file.fault();
    if (fault !== undefined) return err(fault);
    if (this.isWithoutErrors() && !this.#isLikeErrors) {
      const because = `does not hold errors (${this.#firstFault}): expected ${whatErrorsAre}`;
      return err({ type: 'malformed', because });
    }
    const { columns, lacks } = this.#reading.about();
    const { unit } = this.#file;
    return ok({
      corrupt: { ...this.#corrupt.summary(), ...(unit === 'record' ? { unit } : {}) },
      ...(columns === undefined ? {} : { columns }),
      lacks: [
        ...lacks.map((detail) => ({ what: 'events', detail }) as const),
        ...(this.#untyped > 0 ? [{ what: 'error-types', rows: this.#untyped } as const] : []),
      ],
    });
  }

  #eventAt(candidates: Candidates, index: number): SyncErrorEvent | undefined {
    const value = candidates.values[index];
    if (isEvent(value)) {
      const event = parseSyncErrorEvent(value);
      if (event.isOk()) {
        this.#read += 1;
        return event.value;
      }
      const { type, issues } = event.error;
      const because = issues.map(issueInWords).join('; ');
      const line = corruptLine(textAt(candidates, index), candidates.placeAt(index), { type, because });
      return this.#addCorrupt(line, value);
    }
    const row = rowAt(candidates, index, this.#reading, (line) => this.#addCorrupt(line, value));
    if (row === undefined) return undefined;
    this.rows += 1;
    this.#read += 1;
    const event = eventOfSyncError(row);
    if (event === undefined) this.#untyped += 1;
    return event;
  }

  /** Whether there is something, and none of it is an error. */
  isWithoutErrors(): boolean {
    return this.#read === 0 && this.#firstFault !== undefined;
  }

  #addCorrupt(line: CorruptLine, value: unknown): undefined {
    this.#corrupt.add(line);
    this.#isLikeErrors ||= isRecord(value) && ('integrationJob' in value || ('type' in value && 'at' in value));
    this.#firstFault ??= `${this.#file.unit} ${line.line}: ${line.because}`;
  }
}

/** Anything that does not look like a row of sync errors is to be an event. */
function isEvent(value: unknown): boolean {
  return isRecord(value) && ('at' in value || 'type' in value);
}
