/**
 * A read that several facts need: callers that request it while it runs get the same answer. It is aborted when all callers
 * have given up, and starts again for a call after its end, so nothing goes stale.
 */
export function shared<T>(read: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let running: { readonly answer: Promise<T>; readonly controller: AbortController; waiting: number } | undefined;
  return (signal) => {
    if (signal.aborted) return read(signal);
    running ??= start();
    const mine = running;
    mine.waiting += 1;
    signal.addEventListener('abort', leave, { once: true });
    return mine.answer;

    function leave(): void {
      mine.waiting -= 1;
      if (mine.waiting > 0) return;
      if (running === mine) running = undefined;
      mine.controller.abort();
    }
  };

  function start() {
    const controller = new AbortController();
    const begun = { answer: read(controller.signal).finally(end), controller, waiting: 0 };
    return begun;

    function end(): void {
      if (running === begun) running = undefined;
    }
  }
}

/**
 * A small read that all facts of a run need, however far apart their calls are: an answer is kept until a caller asks a
 * second time, because then the next run has begun.
 */
export function oncePerRun<Asker, T>(
  read: (signal: AbortSignal) => Promise<T>,
): (asker: Asker, signal: AbortSignal) => Promise<T> {
  const ask = shared(read);
  let run = newRun();
  return async (asker, signal) => {
    if (run.asked.has(asker)) run = newRun();
    const mine = run;
    mine.asked.add(asker);
    if (mine.kept !== undefined) return mine.kept.answer;
    const answer = await ask(signal);
    if (!signal.aborted) mine.kept ??= { answer }; // an aborted read is not an answer
    return answer;
  };

  function newRun(): { readonly asked: Set<Asker>; kept?: { readonly answer: T } } {
    return { asked: new Set() };
  }
}
