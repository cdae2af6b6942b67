/** Milliseconds. */
const mostTime = 10_000;

/** Runs a reading that facts can do without, in a time of its own: one that hangs must not cost the facts themselves. */
export function inTime<T>(
  signal: AbortSignal,
  read: (limited: AbortSignal) => Promise<T>,
  timeoutMs = mostTime,
): Promise<T> {
  // Node 20 may collect an `AbortSignal.timeout` that only `AbortSignal.any` knows, and then its time is never over.
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  return read(AbortSignal.any([signal, limit.signal])).finally(() => clearTimeout(timer));
}
