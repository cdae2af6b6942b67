/** Milliseconds. */
const mostTime = 10_000;

/** Runs a reading that facts can do without, in a time of its own: one that hangs must not cost the facts themselves. */
export function inTime<T>(signal: AbortSignal, read: (limited: AbortSignal) => Promise<T>): Promise<T> {
  return read(AbortSignal.any([signal, AbortSignal.timeout(mostTime)]));
}
