import type { FileHandle } from 'node:fs/promises';
import { ResultAsync } from 'neverthrow';
import { guidKey } from '../facts/keys.js';
import { faultInWords } from '../fault.js';
import type { CorruptLine } from '../sync-errors/error-lines.js';
import { accepted, refused } from '../sync-errors/memory-sync-error-store.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import type { QueueStep } from '../sync-errors/request-queue.js';
import { idKeys } from '../sync-errors/select-sync-errors.js';
import type { SyncErrorLedger } from '../sync-errors/sync-error-store.js';
import { exclusively } from './exclusively.js';
import { readRows } from './read-sync-errors.js';
import { replaceFile } from './replace-file.js';
import { requestFile, requestFileOf } from './request-file.js';
import { reading, type SyncErrorFileFault, writing } from './sync-error-file-fault.js';

/**
 * A store of sync errors in files: a {@link SyncErrorLedger} that also reports which of its lines it cannot read.
 * @public
 */
export interface SyncErrorFileStore extends SyncErrorLedger<SyncErrorFileFault> {
  /** Lines of the file that are not rows. They remain in the file unchanged. */
  corruptLines(): ResultAsync<readonly CorruptLine[], SyncErrorFileFault>;
  /**
   * The request that a write has left incomplete, because its process was killed for example; `undefined` if there is none. It
   * was never accepted and does not count, and the next write removes it.
   */
  tornRequest(): ResultAsync<CorruptLine | undefined, SyncErrorFileFault>;
}

/**
 * Keeps rows and requests as JSON Lines: rows in the file itself, so that an export of rows can be used directly, and requests
 * in a file next to it, whose name ends with `.requests`. Requests and their changes are appended, so that each costs the same
 * however many there are; rows are added by a new file that replaces the old one. Each change is written completely or not at
 * all, also if the process is killed. Unreadable lines remain where they are. Dismissed rows are left out from then on, and
 * their lines remain in the file.
 *
 * Any number of stores and processes may use the files: one at a time writes, and holds a lock file for that, whose name ends
 * with `.lock`. Another one waits for at most ten seconds, then its change fails with `locked`. The lock of a process that was
 * killed is taken over. The files contain business data as plain text.
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
  const file = requestFile(requestFileOf(path));
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a change reads, decides and writes. */
  function inTurn<T, E>(run: () => ResultAsync<T, E>): ResultAsync<T, E> {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return new ResultAsync(result);
  }

  const read = () => inTurn(file.read);
  const queue = () => read().map((found) => found.queue);
  const take = (step: QueueStep) => inTurn(() => exclusively(path, (assertHeld) => file.take([step], assertHeld)));

  return {
    // A step is written completely or not at all, so a request that fails is certainly not in the file.
    submit: (request) => take({ type: 'enqueue', request }).match(accepted, refused),
    lookUp: (id) =>
      queue().match(
        ({ find }) => (find(id) === undefined ? 'absent' : 'arrived'),
        () => 'unknown',
      ),
    add: (records) =>
      inTurn(() => exclusively(path, (assertHeld) => writing(path, addRows(path, records, assertHeld)))),
    records: async function* () {
      const current = (await queue()).match(
        (found) => found,
        // An iterable has no other way to report this, and dismissed rows must not come back.
        (fault) => {
          throw new Error(faultInWords(fault));
        },
      );
      const dismissed = idKeys(current.dismissed());
      for await (const rows of readRows(path, ignore, 'may-be-absent')) {
        for (const record of rows) if (!dismissed.has(guidKey(record.id))) yield record;
      }
    },
    requests: () => queue().map(({ requests }) => requests()),
    dismissed: () => queue().map(({ dismissed }) => dismissed()),
    advance: take,
    corruptLines: () => inTurn(() => reading(path, corruptLinesOf(path))),
    tornRequest: () => read().map(({ torn }) => torn),
  };
}

async function corruptLinesOf(path: string): Promise<readonly CorruptLine[]> {
  const lines: CorruptLine[] = [];
  for await (const _rows of readRows(path, (line) => lines.push(line), 'may-be-absent'));
  return lines;
}

function addRows(path: string, records: Iterable<SyncErrorRecord>, assertHeld: () => Promise<void>): Promise<void> {
  return replaceFile(path, 'copy', async (file, size) => {
    await appendLines(file, size, records);
    await assertHeld();
  });
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
