import { fromThrowable } from 'neverthrow';
import { attempt } from '../facts/attempt.js';
import { guidKey } from '../facts/keys.js';
import { scrub } from '../facts/scrub.js';
import type { ActivityAnswer, ActivityPort, ActivityRequest } from './activity-port.js';
import type { CatchUpError } from './catch-up-errors.js';
import type { ReadyActivityPlan } from './plan-activity-action.js';

/**
 * The outcome of one request:
 * `done` – it took effect, and `content` is what was downloaded; `arrived` – the port has it, and the log will show its result;
 * `failed` – the record was retried and could not be written; `refused` – certainly nothing has happened; `uncertain` – the
 * port failed during the call, so it may have arrived; `not-sent` – it was never tried.
 * @public
 */
export type ActivityOutcome = { readonly request: ActivityRequest } & (
  | { readonly status: 'done'; readonly content?: string | undefined }
  | { readonly status: 'arrived' }
  | { readonly status: 'failed' | 'refused' | 'uncertain'; readonly because: string }
  | { readonly status: 'not-sent'; readonly because: 'aborted' }
);

/**
 * The result of a run: one outcome for each request of the plan, in its order. Plain data that survives JSON; passed to the
 * next run as `previous`, it lets that run continue.
 * @public
 */
export interface ActivityRun {
  readonly map: string;
  readonly action: ReadyActivityPlan['action'];
  readonly outcomes: readonly ActivityOutcome[];
  /** Whether every request is done or has arrived. */
  readonly complete: boolean;
}

/**
 * How a plan is carried out.
 * @public
 */
export interface ActivityRunOptions {
  /** Checked between requests; the port also receives it. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each outcome. Errors that it throws are ignored. */
  readonly onOutcome?: ((outcome: ActivityOutcome) => void) | undefined;
  /** The result from an earlier run of the same plan. */
  readonly previous?: ActivityRun | undefined;
}

/**
 * Sends the requests of a plan one after the other. A failed request does not affect the others.
 *
 * A second run with the result of the first one continues where that ended: requests that are done, arrived or failed are
 * skipped, uncertain ones are looked up first and sent again only if the port confirms that they have not arrived and will not
 * arrive. Downloads are simply repeated.
 *
 * Source: *Error management and alert notifications*, 2022-06-24.
 *
 * @returns the outcome of each request; it never rejects, however the port fails
 *
 * @example
 * ```ts
 * const first = await runActivityPlan(plan, port, { signal });
 * const second = first.complete ? first : await runActivityPlan(plan, port, { previous: first });
 * ```
 * @public
 */
export async function runActivityPlan(
  plan: ReadyActivityPlan,
  port: ActivityPort,
  { signal, previous, onOutcome }: ActivityRunOptions = {},
): Promise<ActivityRun> {
  const tell = fromThrowable((outcome: ActivityOutcome) => onOutcome?.(outcome));
  const before = new Map(previous?.outcomes.map((outcome) => [outcome.request.id, outcome]));
  const outcomes: ActivityOutcome[] = [];
  for (const request of plan.requests) {
    const outcome = await settle(request);
    outcomes.push(outcome);
    tell(outcome);
  }
  const complete = outcomes.every(({ status }) => status === 'done' || status === 'arrived');
  return { map: plan.map, action: plan.action, outcomes, complete };

  async function settle(request: ActivityRequest): Promise<ActivityOutcome> {
    const known = before.get(request.id);
    if (known?.status === 'done' || known?.status === 'arrived' || known?.status === 'failed') return known;
    if (known?.status === 'uncertain' && request.type !== 'download-error-log') {
      if (isAborted()) return known;
      const found = await lookUp(request);
      if (found === 'arrived') return { status: 'arrived', request };
      if (found === 'unknown' || isAborted()) return known;
    }
    if (isAborted()) return known?.status === 'uncertain' ? known : { status: 'not-sent', because: 'aborted', request };
    return attempt(
      () => port.submit(request, { signal }),
      (answer) => outcomeOf(answer, request),
      (because) => ({ status: 'uncertain', because, request }),
    );
  }

  /** Read each time: it changes while the port is awaited. */
  function isAborted(): boolean {
    return signal?.aborted === true;
  }

  function lookUp({ id }: ActivityRequest): Promise<'arrived' | 'absent' | 'unknown'> {
    return attempt(
      () => port.lookUp(id, { signal }),
      (answer) => (answer === 'arrived' || answer === 'absent' ? answer : 'unknown'),
      () => 'unknown' as const,
    );
  }
}

/** A port is external code: its answers are checked. */
function outcomeOf(answer: ActivityAnswer | undefined, request: ActivityRequest): ActivityOutcome {
  switch (answer?.status) {
    case 'done': {
      if (request.type !== 'download-error-log') return { status: 'done', request };
      const { content } = answer;
      if (typeof content === 'string') return { status: 'done', content, request };
      return { status: 'uncertain', because: 'the port answered without the log', request };
    }
    case 'failed':
    case 'refused':
      return { status: answer.status, because: scrub(String(answer.because)), request };
    default:
      return { status: 'uncertain', because: 'the port answered with neither done, failed nor refused', request };
  }
}

/**
 * Catch-up errors after a run: successfully retried ones are completed, the ones that failed again have failed.
 * @public
 */
export function retriedCatchUpErrors(
  errors: readonly CatchUpError[],
  { outcomes }: ActivityRun,
): readonly CatchUpError[] {
  const retried = new Map(
    outcomes.flatMap(({ request, status }) =>
      request.type === 'retry-catch-up-error' && (status === 'done' || status === 'failed')
        ? [[guidKey(request.recordId), status === 'done' ? ('completed' as const) : ('failed' as const)] as const]
        : [],
    ),
  );
  return errors.map((error) => {
    const retryStatus = retried.get(guidKey(error.id));
    if (retryStatus === undefined) return error;
    return { ...error, retryStatus, isPurged: error.isPurged && retryStatus !== 'completed' };
  });
}
