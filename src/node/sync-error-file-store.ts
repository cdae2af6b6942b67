import type { FileHandle } from 'node:fs/promises';
import { okAsync, ResultAsync } from 'neverthrow';
import { guidKey } from '../facts/keys.js';
import { faultInWords } from '../fault.js';
import type { CorruptLine } from '../sync-errors/error-lines.js';
import { submitTo } from '../sync-errors/memory-sync-error-store.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { dismissedBy, type RequestQueue, stepQueue } from '../sync-errors/request-queue.js';
import { idKeys } from '../sync-errors/select-sync-errors.js';
import type { SyncErrorLedger } from '../sync-errors/sync-error-store.js';
import { readRows } from './read-sync-errors.js';
import { replaceFile } from './replace-file.js';
import { readQueue, requestFileOf } from './request-file.js';
import { reading, type SyncErrorFileFault, writing } from './sync-error-file-fault.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * A store of sync errors in files: a {@link SyncErrorLedger} that also reports which of its lines it cannot read.
 * @public
 */
export interface SyncErrorFileStore extends SyncErrorLedger<SyncErrorFileFault> {
  /** Lines of the file that are not rows. They remain in the file unchanged. */
  corruptLines(): ResultAsync<readonly CorruptLine[], SyncErrorFileFault>;
}

/**
 * Keeps rows and requests as JSON Lines: rows in the file itself, so that an export of rows can be used directly, and requests
 * in a file next to it, whose name ends with `.requests`. Each change is written completely or not at all: into a new file that
 * replaces the old one. Unreadable lines remain where they are. Dismissed rows are left out from then on, and their lines
 * remain in the file.
 *
 * One store in one process may write at a time. The files contain business data as plain text.
 *
 * Microsoft labels the feature as a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param path - a JSON Lines file in UTF-8; if there is none, there are no rows yet
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
  const queuePath = requestFileOf(path);
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
        // The file is written completely or not at all, so this request is certainly not in it.
        (fault) => ({ status: 'refused', because: faultInWords(fault) }),
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
        // An iterable has no other way to report this, and dismissed rows must not come back.
        (fault) => {
          throw new Error(faultInWords(fault));
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

async function corruptLinesOf(path: string): Promise<readonly CorruptLine[]> {
  const lines: CorruptLine[] = [];
  for await (const _rows of readRows(path, (line) => lines.push(line), 'may-be-absent'));
  return lines;
}

function writeQueue(path: string, { requests }: RequestQueue): ResultAsync<void, SyncErrorFileFault> {
  const content = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  return writing(path, writeFileAtomically(path, content));
}

function appendRows(path: string, records: Iterable<SyncErrorRecord>): ResultAsync<void, SyncErrorFileFault> {
  return writing(
    path,
    replaceFile(path, 'copy', (file, size) => appendLines(file, size, records)),
  );
}

const mostCharactersAtATime = 1_000_000;

async function appendLines(file: FileHandle, size: number, records: Iterable<SyncErrorRecord>): Promise<void> {
  // A line that someone else left without a line end must not merge with the next one.
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

function ignore(): void {
  // Corrupt lines are reported separately.
}
