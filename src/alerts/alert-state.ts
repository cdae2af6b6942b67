import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import { once } from '../facts/once.js';
import { parseVersioned } from '../facts/parse-versioned.js';
import type { SnapshotFault } from '../fault.js';
import type { EventTotals } from './event-order.js';

/**
 * The state of an evaluator, as plain JSON without email addresses. It contains the events inside the windows and those that
 * are held back, and nothing older.
 * @public
 */
export interface AlertState {
  readonly schemaVersion: 1;
  readonly kind: 'alert-state';
  /**
   * Everything up to this time has been evaluated, and nothing older is accepted; milliseconds, `null` before the first event.
   */
  readonly judgedUpTo: number | null;
  readonly totals: EventTotals;
  /** Events that wait for older ones, in the order of time. */
  readonly held: readonly { readonly type: string; readonly at: number; readonly map?: string | undefined }[];
  /** The times that still count, for each error type. */
  readonly recent: readonly { readonly errorType: string; readonly times: readonly number[] }[];
  /** The settings that are at their threshold and have fired. */
  readonly breached: readonly {
    readonly name: string;
    readonly errorTypes: readonly string[];
    readonly threshold: number;
    readonly windowMs: number;
  }[];
}

/**
 * Why input is not a saved state.
 * @public
 */
export type AlertStateFault = SnapshotFault;

const alertStateSchema = /* @__PURE__ */ once((): z.ZodMiniType<AlertState> => {
  const count = z.int().check(z.nonnegative());
  const types = z.array(z.string());
  return z.object({
    schemaVersion: z.literal(1),
    kind: z.literal('alert-state'),
    judgedUpTo: z.nullable(z.number()),
    totals: z.object({ accepted: count, droppedLate: count, unreadable: count }),
    held: z
      .array(z.object({ type: z.string(), at: z.number(), map: z.optional(z.string()) }))
      .check(z.refine((held) => isAscending(held.map(({ at }) => at)), 'expected the order of time')),
    recent: z.array(
      z.object({
        errorType: z.string(),
        times: z.array(z.number()).check(z.refine(isAscending, 'expected the order of time')),
      }),
    ),
    breached: z.array(z.object({ name: z.string(), errorTypes: types, threshold: z.number(), windowMs: z.number() })),
  });
});

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? number));
}

/**
 * Untrusted input, a file for example, as the saved state of an evaluator.
 *
 * @example
 * ```ts
 * const state = parseAlertState(JSON.parse(text)).unwrapOr(undefined);
 * const evaluator = createAlertEvaluator(settings, { state }).unwrapOr(undefined);
 * ```
 * @public
 */
export function parseAlertState(input: unknown): Result<AlertState, AlertStateFault> {
  return parseVersioned(alertStateSchema(), input);
}
