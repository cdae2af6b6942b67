import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { Fault } from '../fault.js';
import { isSameJob, requestIdOf, type SyncErrorAction, type SyncErrorRequest } from './request.js';

/** What was planned to be sent, as a plan that was saved as JSON says it. */
export interface SavedRequestPlan {
  readonly job: string;
  readonly action: SyncErrorAction;
  readonly requests: readonly [SyncErrorRequest, ...SyncErrorRequest[]];
  /** The file of rows that it was made from, as it was named; `null` for standard input. */
  readonly rowsFile: string | null;
}

/** Why a plan cannot be used; `because` continues after the name of its file. */
export type SavedPlanFault = Fault<'malformed' | 'edited-plan' | 'empty-plan'>;

const planSchema = /* @__PURE__ */ once(() => {
  const text = z.string().check(z.minLength(1));
  const action = z.enum(['retry', 'dismiss']);
  const request = z.object({ id: text, job: text, action, recordIds: z.array(text).check(z.minLength(1)) });
  return z.object({
    job: text,
    action,
    requests: z.array(request),
    rowsFile: z.pipe(
      z.nullish(text),
      z.transform((file) => file ?? null),
    ),
    fault: z.optional(z.object({ because: z.string() })),
  });
});

/** Whether a value means to be a plan, whatever else is wrong with it. */
export function looksLikePlan(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value ? value.kind === 'request-plan' : 'verdict' in value && 'refused' in value;
}

/**
 * A plan that was saved as JSON. The id of a request is made from its job, its action and its rows, so a request that was
 * changed since is found.
 *
 * @returns the plan with at least one request, or what is wrong with it
 */
export function parseRequestPlan(input: unknown): Result<SavedRequestPlan, SavedPlanFault> {
  if (!looksLikePlan(input)) {
    const whatToDo = 'Save one with `errors plan … --format json`.';
    return err({ type: 'malformed', because: 'is not a request plan', whatToDo });
  }
  return parseWith(planSchema(), input)
    .mapErr(({ type, because }): SavedPlanFault => ({ type, because }))
    .andThen(({ fault, requests: [first, ...more], ...plan }): Result<SavedRequestPlan, SavedPlanFault> => {
      if (first === undefined) {
        const because = `is a plan without requests${fault === undefined ? '' : `: ${fault.because}`}`;
        const whatToDo = 'Plan again when the rows can be sent, and save that plan.';
        return err({ type: 'empty-plan', because, whatToDo });
      }
      const requests = [first, ...more] as const;
      const edited = requests.find((request) => !isAsPlanned(request, plan));
      if (edited === undefined) return ok({ ...plan, requests });
      const because = `request ${edited.id} has been changed since it was planned: its id does not belong to its job, its action and its rows`;
      const whatToDo = 'Plan again; a request that was not sent can be removed from the plan as a whole.';
      return err({ type: 'edited-plan', because, whatToDo });
    });
}

function isAsPlanned(request: SyncErrorRequest, plan: Pick<SavedRequestPlan, 'job' | 'action'>): boolean {
  const { id, job, action } = request;
  const repetition = Number(/-[\da-f]{32}-(\d{1,6})$/.exec(id)?.[1] ?? 1) - 1;
  return action === plan.action && isSameJob(job, plan.job) && id === requestIdOf(request, repetition);
}
