import type { Fault } from '../fault.js';
import type { SyncErrorAction, SyncErrorRequest } from './request.js';
import type { QueueStep, RequestQueue } from './request-queue.js';

/** The status of a request that somebody has sent by hand: `queued` also for one that runs. */
export type MarkedStatus = 'queued' | 'completed' | 'failed';

/**
 * A request that was recorded as sent.
 * @public
 */
export interface MarkedRequest {
  readonly id: string;
  /** How many rows it has. */
  readonly rows: number;
  /** `recorded` – it was not known before; `updated` – it was known, and has ended since; `already-recorded` – nothing has changed. */
  readonly outcome: 'recorded' | 'updated' | 'already-recorded';
}

/**
 * What was recorded of a plan that somebody has sent by hand. Plain data that survives JSON.
 * @public
 */
export interface MarkedRequests {
  readonly job: string;
  readonly action: SyncErrorAction;
  /** What they were recorded as; `queued` also for requests that run. */
  readonly status: 'queued' | 'completed' | 'failed';
  /** The file of rows; the requests are recorded in the file beside it. */
  readonly rowsFile: string;
  /** How many rows of the plan the file no longer has. */
  readonly missingRows: number;
  /** In the order of the plan; empty where the queue does not take them: then nothing is recorded. */
  readonly requests: readonly MarkedRequest[];
  /** Why the queue does not take them, and which rows are in the way. */
  readonly fault?: (Fault & { readonly recordIds?: readonly string[] | undefined }) | undefined;
}

/** The steps by which a queue learns that requests were sent, and perhaps how they have ended. */
export function markRequests(
  queue: RequestQueue,
  requests: readonly SyncErrorRequest[],
  status: MarkedStatus,
): { readonly steps: readonly QueueStep[]; readonly marked: readonly MarkedRequest[] } {
  const changes = requests.map((request) => {
    const before = queue.find(request.id);
    const isAsBefore = before !== undefined && (status === 'queued' || before.status === status);
    const steps: readonly QueueStep[] = isAsBefore
      ? []
      : [
          ...(before === undefined ? [{ type: 'enqueue', request } as const] : []),
          ...(status === 'queued' ? [] : endOf(request.id, status, before?.status === 'running')),
        ];
    const outcome = isAsBefore ? 'already-recorded' : before === undefined ? 'recorded' : 'updated';
    return { steps, marked: { id: request.id, rows: request.recordIds.length, outcome } as const };
  });
  return { steps: changes.flatMap(({ steps }) => steps), marked: changes.map(({ marked }) => marked) };
}

function endOf(id: string, status: 'completed' | 'failed', isRunning: boolean): readonly QueueStep[] {
  const start = isRunning ? [] : [{ type: 'start', id } as const];
  return status === 'completed'
    ? [...start, { type: 'complete', id }]
    : [...start, { type: 'fail', id, because: 'recorded by hand' }];
}
