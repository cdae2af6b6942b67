/** Milliseconds. */
const mostTime = 10_000;

/** Runs an optional read with its own time limit: if it hangs, the facts themselves must not be lost. */
export function inTime<T>(
  signal: AbortSignal,
  read: (limited: AbortSignal) => Promise<T>,
  timeoutMs = mostTime,
): Promise<T> {
  // Node 20 may collect an `AbortSignal.timeout` that only `AbortSignal.any` references, and then it never fires.
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  return read(AbortSignal.any([signal, limit.signal])).finally(() => clearTimeout(timer));
}
