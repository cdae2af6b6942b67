import type { ResultAsync } from 'neverthrow';
import { type MarkedRequest, type MarkedStatus, markRequests } from '../sync-errors/mark-requests.js';
import type { SyncErrorRequest } from '../sync-errors/request.js';
import type { QueueFault } from '../sync-errors/request-queue.js';
import { exclusively } from './exclusively.js';
import { requestFile, requestFileOf } from './request-file.js';
import type { SyncErrorFileFault } from './sync-error-file-fault.js';

/**
 * Records requests that somebody has sent by hand in the file beside a file of rows, so that plans leave their rows out: all of
 * them or none. A request that is recorded already stays as it is.
 *
 * @param path - the file of rows
 */
export function markSent(
  path: string,
  requests: readonly SyncErrorRequest[],
  status: MarkedStatus,
): ResultAsync<readonly MarkedRequest[], QueueFault | SyncErrorFileFault> {
  const file = requestFile(requestFileOf(path));
  return exclusively(path, (assertHeld) =>
    file.read().andThen(({ queue }) => {
      const { steps, marked } = markRequests(queue, requests, status);
      return file.take(steps, assertHeld).map(() => marked);
    }),
  );
}
