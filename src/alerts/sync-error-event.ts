import type { Result } from 'neverthrow';
import * as z from 'zod';
import { instantOfBound } from '../facts/instant.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';

/**
 * One error that happened.
 * @public
 */
export interface SyncErrorEvent {
  /** A documented type in any spelling (`429` is `429 Too Many Requests`), or free text. */
  readonly type: string;
  /** When it happened: ISO 8601 with a time zone, or milliseconds since the epoch, which are faster. */
  readonly at: string | number;
  /** The map that it happened on. */
  readonly map?: string | undefined;
}

const latestTime = 8.64e15; // the largest valid date

/** Milliseconds since the epoch; NaN for an invalid time. */
export function millisecondsOf(at: string | number): number {
  const milliseconds = typeof at === 'number' ? at : isDayAlone(at) ? Number.NaN : instantOfBound(at);
  return Math.abs(milliseconds) <= latestTime ? milliseconds : Number.NaN;
}

function isDayAlone(text: string): boolean {
  return text.length === 10;
}

/**
 * Why input is not an error event.
 * @public
 */
export type SyncErrorEventFault = MalformedInput;

const errorEventSchema = /* @__PURE__ */ once(() =>
  z.object({
    type: z.string().min(1),
    at: z
      .union([z.string(), z.number()])
      .refine((at) => !Number.isNaN(millisecondsOf(at)), 'expected ISO 8601 with a time zone, or milliseconds'),
    map: z.string().optional(),
  }),
);

/**
 * Untrusted input, a line of a log as parsed JSON for example, as an error event. Other content is left out.
 *
 * @example
 * ```ts
 * const event = parseSyncErrorEvent(JSON.parse('{"type":"503","at":"2026-11-20T10:00:00Z"}'));
 * ```
 * @public
 */
export function parseSyncErrorEvent(input: unknown): Result<SyncErrorEvent, SyncErrorEventFault> {
  return parseWith(errorEventSchema(), input);
}
