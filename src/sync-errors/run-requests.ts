import { attempt } from '../facts/attempt.js';
import { scrub } from '../facts/scrub.js';
import type { ReadyRequestPlan } from './plan-requests.js';
import type { QueuedRequest, SyncErrorAction, SyncErrorRequest } from './request.js';
import type { SyncErrorStore } from './sync-error-store.js';

/**
 * What became of one request:
 * `submitted` – the store has it; `refused` – the store certainly has not; `uncertain` – the store failed while it was asked, so
 * it may have arrived; `not-sent` – it was never tried.
 * @public
 */
export type RequestOutcome = { readonly request: SyncErrorRequest } & (
  | { readonly status: 'submitted'; readonly known: 'accepted' | 'found' }
  | { readonly status: 'refused'; readonly because: string }
  | { readonly status: 'uncertain'; readonly because: string }
  | { readonly status: 'not-sent'; readonly because: 'aborted' | 'earlier-request-open' }
);

/**
 * What a run came to: one outcome for each request of the plan, in its order. Plain data that survives JSON; given to the next
 * run as `previous`, it lets that one go on.
 * @public
 */
export interface RequestRun {
  readonly job: string;
  readonly action: SyncErrorAction;
  readonly outcomes: readonly RequestOutcome[];
  /** Whether the store has every request. */
  readonly complete: boolean;
}

/**
 * What happens while requests are sent, in the order in which it happens.
 * @public
 */
export type RunEvent =
  | { readonly type: 'request-looked-up'; readonly id: string; readonly found: 'arrived' | 'absent' | 'unknown' }
  | { readonly type: 'request-started'; readonly id: string; readonly position: number; readonly of: number }
  | { readonly type: 'request-settled'; readonly outcome: RequestOutcome };

/**
 * How requests are sent.
 * @public
 */
export interface RunOptions {
  /**
   * Heeded between requests. One that is under way is waited for, unless the store itself, which is given the signal too,
   * breaks off; then it is uncertain.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called at every step. What it throws, or rejects with, is ignored. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** The result of an earlier run of the same plan. */
  readonly previous?: RequestRun | undefined;
}

/**
 * Sends the requests of a plan one after the other, and waits for each as long as it takes. At the first that the store does not
 * take, the run ends, so that the order stays.
 *
 * A second run with the first one's result goes on where that ended: what was submitted is left alone, what is uncertain is
 * looked up first and sent only when the store says that it has not come and will not come.
 *
 * Dual-write async is a preview feature of the vendor. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns what became of each request; it never rejects, however the store fails
 *
 * @example
 * ```ts
 * const first = await runRequests(plan, store, { signal });
 * const second = first.complete ? first : await runRequests(plan, store, { previous: first });
 * ```
 * @public
 */
export async function runRequests(
  plan: ReadyRequestPlan,
  store: SyncErrorStore,
  options: RunOptions = {},
): Promise<RequestRun> {
  const { signal, previous } = options;
  // A listener may be asynchronous, for all its type says: a rejection that nobody minds would end the process in the middle.
  const onEvent = (event: RunEvent) => void attempt(async () => options.onEvent?.(event), ignore, ignore);
  const before = new Map<string, RequestOutcome>(previous?.outcomes.map((outcome) => [outcome.request.id, outcome]));
  const outcomes: RequestOutcome[] = [];
  let isOrderOpen = false;
  for (const [index, request] of plan.requests.entries()) {
    const outcome = await settle(request, index + 1);
    if (outcome.status !== 'submitted') isOrderOpen = true;
    before.set(request.id, outcome); // a request that stands in a plan twice is sent once
    outcomes.push(outcome);
    onEvent({ type: 'request-settled', outcome });
  }
  const complete = outcomes.every(({ status }) => status === 'submitted');
  return { job: plan.job, action: plan.action, outcomes, complete };

  async function settle(request: SyncErrorRequest, position: number): Promise<RequestOutcome> {
    const known = before.get(request.id);
    if (known?.status === 'submitted') return known;
    const isHeld = isOrderOpen || isAborted();
    if (known?.status === 'uncertain') {
      if (isHeld) return known;
      const found = await lookUp(request);
      if (found === 'arrived') return { status: 'submitted', known: 'found', request };
      if (found === 'unknown' || isAborted()) return known;
    }
    if (isHeld) return { status: 'not-sent', because: isOrderOpen ? 'earlier-request-open' : 'aborted', request };
    onEvent({ type: 'request-started', id: request.id, position, of: plan.requests.length });
    return attempt(
      () => store.submit(request, { signal }),
      (answer): RequestOutcome => {
        if (answer?.status === 'accepted') return { status: 'submitted', known: 'accepted', request };
        if (answer?.status === 'refused') return { status: 'refused', because: scrub(String(answer.because)), request };
        return { status: 'uncertain', because: 'the store answered with neither accepted nor refused', request };
      },
      (because) => ({ status: 'uncertain', because, request }),
    );
  }

  /** Asked anew each time: it changes while the store is waited for. */
  function isAborted(): boolean {
    return signal?.aborted === true;
  }

  async function lookUp({ id }: SyncErrorRequest): Promise<'arrived' | 'absent' | 'unknown'> {
    const found = await attempt(
      () => store.lookUp(id, { signal }),
      (answer) => (answer === 'arrived' || answer === 'absent' ? answer : 'unknown'),
      () => 'unknown' as const,
    );
    onEvent({ type: 'request-looked-up', id, found });
    return found;
  }
}

function ignore(): void {
  // What a listener makes of an event changes nothing.
}

/**
 * The requests of a run as they stand in the queue as far as anybody knows: submitted ones, and uncertain ones, which may. Given
 * to {@link planRequests} as `queued`, they keep their rows out of new requests.
 *
 * @public
 */
export function requestsOfRun({ outcomes }: RequestRun): readonly QueuedRequest[] {
  return outcomes
    .filter(({ status }) => status === 'submitted' || status === 'uncertain')
    .map(({ request }) => ({ ...request, status: 'queued' }));
}
