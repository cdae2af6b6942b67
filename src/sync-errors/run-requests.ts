import { attempt } from '../facts/attempt.js';
import { scrub } from '../facts/scrub.js';
import type { ReadyRequestPlan } from './plan-requests.js';
import type { QueuedRequest, SyncErrorAction, SyncErrorRequest } from './request.js';
import type { SyncErrorStore } from './sync-error-store.js';

/**
 * The outcome of one request:
 * `submitted` – the store has it; `refused` – the store certainly does not have it; `uncertain` – the store failed during the call, so it may have arrived; `not-sent` – it was never tried.
 * @public
 */
export type RequestOutcome = { readonly request: SyncErrorRequest } & (
  | { readonly status: 'submitted'; readonly known: 'accepted' | 'found' }
  | { readonly status: 'refused'; readonly because: string }
  | { readonly status: 'uncertain'; readonly because: string }
  | { readonly status: 'not-sent'; readonly because: 'aborted' | 'earlier-request-open' }
);

/**
 * The result of a run: one outcome for each request of the plan, in its order. Plain data that survives JSON; passed to the next
 * run as `previous`, it lets that run continue.
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
   * Checked between requests. A running request is awaited, unless the store itself, which also receives the signal,
   * aborts it; then it is uncertain.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called at every step. Errors and rejections are ignored. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** The result from an earlier run of the same plan. */
  readonly previous?: RequestRun | undefined;
}

/**
 * Sends the requests of a plan one after the other, and waits for each as long as it takes. At the first one that the store does not
 * accept, the run ends, so that the order is kept.
 *
 * A second run with the result of the first one continues where that ended: submitted requests are skipped, uncertain ones are
 * looked up first and sent only if the store confirms that they have not arrived and will not arrive.
 *
 * Dual-write async is a preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns the outcome of each request; it never rejects, however the store fails
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
  // A listener may be asynchronous despite its type: an unhandled rejection would end the process in the middle.
  const onEvent = (event: RunEvent) => void attempt(async () => options.onEvent?.(event), ignore, ignore);
  const before = new Map<string, RequestOutcome>(previous?.outcomes.map((outcome) => [outcome.request.id, outcome]));
  const outcomes: RequestOutcome[] = [];
  let isOrderOpen = false;
  for (const [index, request] of plan.requests.entries()) {
    const outcome = await settle(request, index + 1);
    if (outcome.status !== 'submitted') isOrderOpen = true;
    before.set(request.id, outcome); // a request that is in a plan twice is sent once
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

  /** Read each time: it changes while the store is awaited. */
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
  // Changes that a listener makes to an event have no effect.
}

/**
 * The requests of a run that are or may be in the queue: submitted ones, and uncertain ones. Passed to {@link
 * planRequests} as `queued`, they keep their rows out of new requests.
 *
 * @public
 */
export function requestsOfRun({ outcomes }: RequestRun): readonly QueuedRequest[] {
  return outcomes
    .filter(({ status }) => status === 'submitted' || status === 'uncertain')
    .map(({ request }) => ({ ...request, status: 'queued' }));
}
