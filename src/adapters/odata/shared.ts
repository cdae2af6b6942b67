/**
 * A reading that several facts need: whoever asks while it runs gets the same answer. It is given up when all who asked have
 * given up, and begins again for who asks after its end, so nothing goes stale.
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
 * A small reading that all facts of a run need, however far apart they ask: an answer is kept until somebody asks who had it
 * already, because then the next run has begun.
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
    if (!signal.aborted) mine.kept ??= { answer }; // what was given up is no answer
    return answer;
  };

  function newRun(): { readonly asked: Set<Asker>; kept?: { readonly answer: T } } {
    return { asked: new Set() };
  }
}
