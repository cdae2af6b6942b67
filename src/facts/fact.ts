/**
 * Why a fact is not known. The list is closed: adapters map each of their failures to one of these.
 * @public
 */
export type UnknownReason =
  | 'not-provided'
  | 'not-connected'
  | 'not-permitted'
  | 'not-found'
  | 'timed-out'
  | 'aborted'
  | 'throttled'
  | 'malformed'
  | 'failed';

/** Every {@link UnknownReason}, for validation and documentation. */
export const unknownReasons = [
  'not-provided',
  'not-connected',
  'not-permitted',
  'not-found',
  'timed-out',
  'aborted',
  'throttled',
  'malformed',
  'failed',
] as const satisfies readonly UnknownReason[];

/**
 * How much of the rows the reader could see. A `partial` fact proves that something exists, never that something is missing.
 * @public
 */
export type Coverage = 'complete' | 'partial';

/**
 * A fact that was read. `coverage` left out means `complete`.
 * @public
 */
export interface Known<T> {
  readonly status: 'known';
  readonly value: T;
  readonly coverage?: Coverage | undefined;
  /** Why only a part was seen, for a person who can fix it. */
  readonly detail?: string | undefined;
}

/**
 * A fact that could not be read, and why. It is not the same as an empty list.
 * @public
 */
export interface Unknown {
  readonly status: 'unknown';
  readonly reason: UnknownReason;
  readonly detail?: string | undefined;
}

/**
 * One fact of a snapshot: read, or not read and why. Plain data that survives JSON.
 * @public
 */
export type Fact<T> = Known<T> | Unknown;

/**
 * A known fact around `value`.
 *
 * @param value - what was read; `[]` claims that there are none
 * @param options - `coverage: 'partial'` when the reader may have seen only a part of the rows, and in `detail` why; no
 *   secrets, no personal data
 *
 * @example
 * ```ts
 * known([{ code: 'USMF' }], { coverage: 'partial' });
 * ```
 * @public
 */
export function known<const T>(
  value: T,
  { coverage, detail }: { readonly coverage?: Coverage | undefined; readonly detail?: string | undefined } = {},
): Known<T> {
  return {
    status: 'known',
    value,
    ...(coverage === undefined ? {} : { coverage }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/**
 * A fact that could not be read.
 *
 * @param reason - one word of the closed list
 * @param detail - something that a person can fix (which role, which table); no secrets, no personal data
 *
 * @example
 * ```ts
 * unknown('not-permitted', 'the role lacks prvReadTeam');
 * ```
 * @public
 */
export function unknown(reason: UnknownReason, detail?: string): Unknown {
  return detail === undefined ? { status: 'unknown', reason } : { status: 'unknown', reason, detail };
}

/**
 * The value of a fact that is known and complete, else `undefined`: what a rule reads from an optional fact.
 *
 * @public
 */
export function completeValue<T>(fact: Fact<T>): T | undefined {
  return fact.status === 'known' && fact.coverage !== 'partial' ? fact.value : undefined;
}
