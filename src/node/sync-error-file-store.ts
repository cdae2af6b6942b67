import { constants } from 'node:fs';
import { copyFile, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { errAsync, okAsync, ResultAsync } from 'neverthrow';
import * as z from 'zod';
import { describeIssues } from '../facts/issues.js';
import { guidKey } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { errorText } from '../facts/scrub.js';
import { type CorruptLine, corruptLine, parseSyncErrorLine } from '../operations/sync-errors/error-lines.js';
import { submitTo } from '../operations/sync-errors/memory-sync-error-store.js';
import { type SyncErrorRecord, wellFormedRecord } from '../operations/sync-errors/record.js';
import type { QueuedRequest } from '../operations/sync-errors/request.js';
import { dismissedBy, type RequestQueue, stepQueue } from '../operations/sync-errors/request-queue.js';
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
 * Keeps rows and requests as JSON Lines: rows in the file itself, so that an export of rows is such a file as it stands, and
 * requests in one beside it, whose name has `.requests` at its end. Each change is written whole or not at all: into a new file
 * that takes the place of the old one. Lines that cannot be read stay where they are. Dismissed rows are left out from then on,
 * and their lines stay in the file.
 *
 * One process at a time may write. The files hold business data in the clear.
 *
 * The vendor's feature is a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param path - a JSON Lines file in UTF-8; where there is none, there are no rows yet
 * @returns the store; nothing is read before it is used. `records()` throws what the file system throws
 *
 * @example
 * ```ts
 * const store = syncErrorFileStore('sync-errors.jsonl');
 * const run = await runRequests(plan, store);
 * ```
 * @public
 */
export function syncErrorFileStore(path: string): SyncErrorFileStore {
  const queuePath = queuePathOf(path);
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a change reads, decides and writes. */
  function inTurn<T, E>(run: () => ResultAsync<T, E>): ResultAsync<T, E> {
    const result = last.then(run);
    last = result.then(
      () => undefined,
      () => undefined,
    );
    return new ResultAsync(result.then((settled) => settled));
  }

  return {
    submit: async (request) => {
      const answer = await inTurn(() =>
        readQueue(queuePath).andThen((queue) => {
          const [answered, next] = submitTo(queue, request);
          return next === queue ? okAsync(answered) : writeQueue(queuePath, next).map(() => answered);
        }),
      );
      // Written whole or not at all: a fault is certain not to have left the request behind.
      return answer.unwrapOr({ status: 'refused', because: faultInWords(answer) });
    },
    lookUp: (id) =>
      inTurn(() => readQueue(queuePath)).match(
        ({ requests }) => (requests.some((request) => request.id === id) ? 'arrived' : 'absent'),
        () => 'unknown',
      ),
    add: (records) => {
      const lines = [...records].map((record) => `${JSON.stringify(record)}\n`);
      return inTurn(() => appendAtomically(path, lines.join('')));
    },
    records: async function* () {
      const dismissed = idKeys(dismissedBy(await inTurn(() => readQueue(queuePath)).unwrapOr({ requests: [] })));
      for await (const record of rowsOf(path)) if (!dismissed.has(guidKey(record.id))) yield record;
    },
    requests: () => inTurn(() => readQueue(queuePath)).map(({ requests }) => requests),
    dismissed: () => inTurn(() => readQueue(queuePath)).map(dismissedBy),
    advance: (step) =>
      inTurn(() =>
        readQueue(queuePath).andThen((queue) =>
          stepQueue(queue, step).asyncAndThen((next) => writeQueue(queuePath, next)),
        ),
      ),
    corruptLines: () => inTurn(() => readRows(path, () => undefined)),
  };
}
