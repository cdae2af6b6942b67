import { copyFile, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { errAsync, okAsync, ResultAsync } from 'neverthrow';
import * as z from 'zod';
import { describeIssues } from '../facts/issues.js';
import { guidKey } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { errorText } from '../facts/scrub.js';
import { type CorruptLine, corruptLine, parseSyncErrorLine } from '../operations/sync-errors/error-lines.js';
import { instantReader } from '../operations/sync-errors/instant.js';
import { submitTo } from '../operations/sync-errors/memory-sync-error-store.js';
import { isWellFormedButForItsDate, type SyncErrorRecord } from '../operations/sync-errors/record.js';
import type { QueuedRequest } from '../operations/sync-errors/request.js';
import { dismissedBy, emptyQueue, type RequestQueue, stepQueue } from '../operations/sync-errors/request-queue.js';
import { idKeys } from '../operations/sync-errors/select-sync-errors.js';
import {
  type SummaryOptions,
  type SyncErrorSummary,
  syncErrorTally,
} from '../operations/sync-errors/summarise-sync-errors.js';
import type { SyncErrorLedger } from '../operations/sync-errors/sync-error-store.js';
import { readLines } from './read-lines.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Why a file of sync errors could not be used, and what to do. With `corrupt-queue`, nothing is changed until the lines are
 * mended: a request that cannot be read could be sent a second time.
 * @public
 */
export type SyncErrorFileFault = { readonly path: string; readonly whatToDo: string } & (
  | { readonly type: 'unreadable' | 'unwritable'; readonly detail: string }
  | { readonly type: 'corrupt-queue'; readonly lines: readonly CorruptLine[] }
);

/**
 * A store of sync errors in files: a {@link SyncErrorLedger} that also tells which of its lines it cannot read.
 * @public
 */
export interface SyncErrorFileStore extends SyncErrorLedger<SyncErrorFileFault> {
  /** Lines of the file of rows that are no rows. They stay in the file as they are. */
  corruptLines(): ResultAsync<readonly CorruptLine[], SyncErrorFileFault>;
}

/**
 * A summary of a file, with what could not be read of it.
 * @public
 */
export interface SyncErrorFileSummary extends SyncErrorSummary {
  readonly corrupt: {
    /** How many lines are no rows; they count nowhere else. */
    readonly count: number;
    /** The first hundred of them. */
    readonly lines: readonly CorruptLine[];
  };
}

/**
 * Keeps rows and requests as JSON Lines: rows in the file itself, so that an export of rows is such a file as it stands, and
 * requests in one beside it, whose name has `.requests` at its end. Each change is written whole or not at all: into a new file
 * that takes the place of the old one. Lines that cannot be read stay where they are. Dismissed rows are left out from then on,
 * and their lines stay in the file.
 *
 * One store in one process may write at a time. The files hold business data in the clear.
 *
 * The vendor's feature is a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param path - a JSON Lines file in UTF-8; where there is none, there are no rows yet
 * @returns the store; nothing is read before it is used. `records()` throws an `Error` where a file cannot be read
 *
 * @example
 * ```ts
 * const store = syncErrorFileStore('sync-errors.jsonl');
 * const run = await runRequests(plan, store);
 * ```
 * @public
 */
export function syncErrorFileStore(path: string): SyncErrorFileStore {
  const queuePath = `${path}.requests`;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a change reads, decides and writes. */
  function inTurn<T, E>(run: () => ResultAsync<T, E>): ResultAsync<T, E> {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return new ResultAsync(result);
  }

  const queue = () => inTurn(() => readQueue(queuePath));

  return {
    submit: (request) =>
      inTurn(() =>
        readQueue(queuePath).andThen((current) => {
          const [answer, next] = submitTo(current, request);
          return next === current ? okAsync(answer) : writeQueue(queuePath, next).map(() => answer);
        }),
      ).match(
        (answer) => answer,
        // The file is written whole or not at all, so this request is certainly not in it.
        (fault) => ({ status: 'refused', because: inWords(fault) }),
      ),
    lookUp: (id) =>
      queue().match(
        ({ requests }) => (requests.some((request) => request.id === id) ? 'arrived' : 'absent'),
        () => 'unknown',
      ),
    add: (records) => inTurn(() => appendRows(path, records)),
    records: async function* () {
      const current = (await queue()).match(
        (read) => read,
        // An iterable has no other way to say so, and rows that are dismissed must not come back.
        (fault) => {
          throw new Error(inWords(fault));
        },
      );
      const dismissed = idKeys(dismissedBy(current));
      for await (const rows of readRows(path, ignore, 'may-be-absent')) {
        for (const record of rows) if (!dismissed.has(guidKey(record.id))) yield record;
      }
    },
    requests: () => queue().map(({ requests }) => requests),
    dismissed: () => queue().map(dismissedBy),
    advance: (step) =>
      inTurn(() =>
        readQueue(queuePath).andThen((current) =>
          stepQueue(current, step).asyncAndThen((next) => writeQueue(queuePath, next)),
        ),
      ),
    corruptLines: () => inTurn(() => reading(path, corruptLinesOf(path))),
  };
}

/**
 * Reads error rows from a JSON Lines file, in memory that does not grow with it. It reads the one file as it stands, without
 * the requests of a store beside it.
 *
 * The vendor's feature is a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param path - in UTF-8, with or without a byte order mark; blank lines do not count
 * @param onCorruptLine - told of each line that is no row, when it is reached
 * @returns the rows in the order of the file; iterating throws what the file system throws
 * @public
 */
export async function* readSyncErrors(
  path: string,
  onCorruptLine: (line: CorruptLine) => void,
): AsyncGenerator<SyncErrorRecord, void, undefined> {
  for await (const rows of readRows(path, onCorruptLine)) yield* rows;
}

/**
 * Summarises a JSON Lines file of error rows, like {@link summariseSyncErrors}, in memory that does not grow with it and little
 * more time than reading and parsing take. Rows that a store beside it knows as dismissed are left out.
 *
 * The vendor's feature is a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns the summary and the corrupt lines, or a {@link SyncErrorFileFault}
 * @public
 */
export function summariseSyncErrorFile(
  path: string,
  options: SummaryOptions = {},
): ResultAsync<SyncErrorFileSummary, SyncErrorFileFault> {
  return readQueue(`${path}.requests`).andThen((queue) => {
    const dismissed = [...(options.dismissed ?? []), ...dismissedBy(queue)];
    return reading(path, summaryOf(path, { ...options, dismissed }));
  });
}

const mostCorruptLines = 100;

async function summaryOf(path: string, options: SummaryOptions): Promise<SyncErrorFileSummary> {
  const tally = syncErrorTally(options);
  const instantOf = instantReader();
  const lines: CorruptLine[] = [];
  let count = 0;
  const onCorruptLine = (line: CorruptLine) => {
    count += 1;
    if (lines.length < mostCorruptLines) lines.push(line);
  };
  for await (const { first, texts, isCutOff } of readLines(path)) {
    for (let index = 0; index < texts.length; index += 1) {
      const text = texts[index] ?? '';
      // Most rows are well-formed: those are counted without a copy.
      const row = isCutOff ? undefined : jsonOf(text);
      if (isWellFormedButForItsDate(row)) {
        const instant = instantOf(row.createdOn);
        if (!Number.isNaN(instant)) {
          tally.add(row, instant);
          continue;
        }
      }
      const mended = rowOf(text, first + index, isCutOff, onCorruptLine);
      if (mended !== undefined) tally.add(mended);
    }
  }
  return { ...tally.summary(), corrupt: { count, lines } };
}

async function corruptLinesOf(path: string): Promise<readonly CorruptLine[]> {
  const lines: CorruptLine[] = [];
  for await (const _rows of readRows(path, (line) => lines.push(line), 'may-be-absent'));
  return lines;
}

/** The rows of a file, many at a time. */
async function* readRows(
  path: string,
  onCorruptLine: (line: CorruptLine) => void,
  whenAbsent?: 'may-be-absent',
): AsyncGenerator<readonly SyncErrorRecord[], void, undefined> {
  if (whenAbsent !== undefined && !(await exists(path))) return;
  for await (const { first, texts, isCutOff } of readLines(path)) {
    const rows: SyncErrorRecord[] = [];
    for (const [index, text] of texts.entries()) {
      const row = rowOf(text, first + index, isCutOff, onCorruptLine);
      if (row !== undefined) rows.push(row);
    }
    yield rows;
  }
}

function rowOf(
  text: string,
  line: number,
  isCutOff: boolean,
  onCorruptLine: (line: CorruptLine) => void,
): SyncErrorRecord | undefined {
  if (isCutOff) {
    onCorruptLine(corruptLine(text, line, 'the line is too long for a row'));
    return undefined;
  }
  return parseSyncErrorLine(text, line).match(
    (row) => row,
    (corrupt) => {
      onCorruptLine(corrupt);
      return undefined;
    },
  );
}

function buildRequestSchema(): z.ZodType<QueuedRequest> {
  const text = z.string().min(1);
  return z.object({
    id: text,
    job: text,
    action: z.enum(['retry', 'dismiss']),
    recordIds: z.array(text),
    status: z.enum(['queued', 'running', 'completed', 'failed']),
    because: z.string().optional(),
  });
}

const requestSchema = /* @__PURE__ */ once(buildRequestSchema);

/** The requests of a file, one a line; none where there is no file. */
function readQueue(path: string): ResultAsync<RequestQueue, SyncErrorFileFault> {
  return reading(path, queueLinesOf(path)).andThen(({ requests, corrupt }) => {
    if (corrupt.length === 0) return okAsync(requests.length === 0 ? emptyQueue : { requests });
    const whatToDo = `Mend line ${corrupt.map(({ line }) => line).join(', ')} of ${path}, or restore the file: until then nothing is sent, since a request that cannot be read could be sent twice.`;
    return errAsync({ type: 'corrupt-queue', path, lines: corrupt, whatToDo } as const);
  });
}

async function queueLinesOf(path: string) {
  const requests: QueuedRequest[] = [];
  const corrupt: CorruptLine[] = [];
  if (!(await exists(path))) return { requests, corrupt };
  for await (const { first, texts } of readLines(path)) {
    for (const [index, text] of texts.entries()) {
      if (text.trim() === '') continue;
      const parsed = requestSchema().safeParse(jsonOf(text));
      if (parsed.success) {
        requests.push(parsed.data);
      } else {
        const [{ path: place, message }] = describeIssues(parsed.error);
        corrupt.push(corruptLine(text, first + index, place === '' ? message : `${place}: ${message}`));
      }
    }
  }
  return { requests, corrupt };
}

/** `undefined` where it is no JSON: what is wrong is told by those who ask for it. */
function jsonOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeQueue(path: string, { requests }: RequestQueue): ResultAsync<void, SyncErrorFileFault> {
  const content = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  return writing(path, writeFileAtomically(path, content));
}

function appendRows(path: string, records: Iterable<SyncErrorRecord>): ResultAsync<void, SyncErrorFileFault> {
  return writing(path, appendAtomically(path, records));
}

/** Copies the file, adds to the copy, and puts it in the place of the file. */
async function appendAtomically(path: string, records: Iterable<SyncErrorRecord>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    const existing = await stat(target).catch(() => undefined);
    if (existing !== undefined && !existing.isFile()) throw new Error('it is no regular file');
    if (existing !== undefined) await copyFile(target, temporary);
    const file = await open(temporary, 'a+', existing?.mode);
    try {
      await appendLines(file, existing?.size ?? 0, records);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const mostCharactersAtATime = 1_000_000;

async function appendLines(file: FileHandle, size: number, records: Iterable<SyncErrorRecord>): Promise<void> {
  // A line that somebody else left without its end must not swallow the next one.
  const lastByte = size === 0 ? '\n' : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString('latin1');
  let text = lastByte === '\n' ? '' : '\n';
  for (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    if (text.length < mostCharactersAtATime) continue;
    await file.appendFile(text);
    text = '';
  }
  await file.appendFile(text);
}

/** Anything but "there is none" is for the reader to tell. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

function reading<T>(path: string, result: Promise<T>): ResultAsync<T, SyncErrorFileFault> {
  return ResultAsync.fromPromise(result, (error): SyncErrorFileFault => {
    const whatToDo = 'See that the file is there and that you may read it.';
    return { type: 'unreadable', path, detail: errorText(error), whatToDo };
  });
}

function writing(path: string, result: Promise<void>): ResultAsync<void, SyncErrorFileFault> {
  return ResultAsync.fromPromise(result, (error): SyncErrorFileFault => {
    const whatToDo =
      'See that there is room and that you may write to the folder, then do it again: nothing was changed.';
    return { type: 'unwritable', path, detail: errorText(error), whatToDo };
  });
}

function inWords(fault: SyncErrorFileFault): string {
  return fault.type === 'corrupt-queue' ? fault.whatToDo : `${fault.path}: ${fault.detail}. ${fault.whatToDo}`;
}

function ignore(): void {
  // Corrupt lines have a question of their own.
}
