import { describe, expect, test } from 'vitest';
import { oncePerRun, shared } from '../../../src/adapters/odata/shared.js';

/** A read that ends when the test says so, and the signals with which it was begun. */
function reading() {
  const begun: {
    readonly signal: AbortSignal;
    readonly end: (answer: string) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const read = (signal: AbortSignal) =>
    new Promise<string>((end, fail) => {
      begun.push({ signal, end, fail });
    });
  return { begun, read };
}

const unending = () => new AbortController().signal;

describe('a read that is shared', () => {
  test('gives all that ask while it runs the same answer, and a new one later', async () => {
    const { begun, read } = reading();
    const ask = shared(read);
    const answers = Promise.all([ask(unending()), ask(unending())]);
    expect(begun).toHaveLength(1);
    begun[0]?.end('first');
    expect(await answers).toEqual(['first', 'first']);
    const later = ask(unending());
    begun[1]?.end('second');
    expect(await later).toBe('second');
  });

  test('is not joined by who has given up before asking', () => {
    const { begun, read } = reading();
    const ask = shared(read);
    void ask(unending());
    void ask(AbortSignal.abort());
    expect(begun.map(({ signal }) => signal.aborted)).toEqual([false, true]);
  });

  test('fails for all that wait, and begins again for the next', async () => {
    const { begun, read } = reading();
    const ask = shared(read);
    const answers = [ask(unending()), ask(unending())];
    begun[0]?.fail(new Error('no'));
    for (const answer of answers) await expect(answer).rejects.toThrow('no');
    const next = ask(unending());
    begun[1]?.end('yes');
    expect(await next).toBe('yes');
  });

  test('is given up by the last one only, and each gives up once', () => {
    const { begun, read } = reading();
    const ask = shared(read);
    const controllers = [new AbortController(), new AbortController(), new AbortController()];
    for (const { signal } of controllers) void ask(signal);
    for (const controller of controllers.slice(0, 2)) {
      controller.abort();
      controller.signal.dispatchEvent(new Event('abort'));
      controller.signal.dispatchEvent(new Event('abort'));
    }
    expect(begun).toHaveLength(1);
    expect(begun[0]?.signal.aborted).toBe(false);
    controllers[2]?.abort();
    expect(begun[0]?.signal.aborted).toBe(true);
  });

  test('is not joined while it is being given up, and its end does not end the next', async () => {
    const { begun, read } = reading();
    const ask = shared(read);
    const controller = new AbortController();
    const first = ask(controller.signal);
    controller.abort();
    const second = ask(unending());
    begun[0]?.end('late');
    expect(await first).toBe('late');
    const third = ask(unending());
    expect(begun).toHaveLength(2);
    begun[1]?.end('second');
    expect(await Promise.all([second, third])).toEqual(['second', 'second']);
  });

  test('is not disturbed by who gives up after the end', async () => {
    const { begun, read } = reading();
    const ask = shared(read);
    const controller = new AbortController();
    const first = ask(controller.signal);
    begun[0]?.end('first');
    await first;
    const second = ask(unending());
    controller.abort();
    void ask(unending());
    expect(begun).toHaveLength(2);
    expect(begun[1]?.signal.aborted).toBe(false);
    begun[1]?.end('second');
    expect(await second).toBe('second');
  });
});

describe('a read that is made once in a run', () => {
  test('is kept for other facts, and not for the next run', async () => {
    let times = 0;
    const ask = oncePerRun<string, number>(async () => {
      times += 1;
      return times;
    });
    expect(await ask('teams', unending())).toBe(1);
    expect(await ask('roles', unending())).toBe(1);
    expect(await ask('maps', unending())).toBe(1);
    expect(await ask('teams', unending())).toBe(2);
    expect(await ask('maps', unending())).toBe(2);
    expect(await ask('roles', unending())).toBe(2);
    expect(await ask('roles', unending())).toBe(3);
  });

  test('is kept also if it is nothing', async () => {
    let times = 0;
    const ask = oncePerRun<string, undefined>(async () => {
      times += 1;
    });
    await ask('teams', unending());
    await ask('roles', unending());
    expect(times).toBe(1);
  });

  test('is shared by those that ask at the same time', async () => {
    const { begun, read } = reading();
    const ask = oncePerRun<string, string>(read);
    const answers = Promise.all([ask('teams', unending()), ask('roles', unending())]);
    begun[0]?.end('yes');
    expect(await answers).toEqual(['yes', 'yes']);
    expect(begun).toHaveLength(1);
  });

  test('is not kept if it was given up, and not if it failed', async () => {
    const { begun, read } = reading();
    const ask = oncePerRun<string, string>(read);
    const controller = new AbortController();
    const first = ask('teams', controller.signal);
    controller.abort();
    begun[0]?.end('half');
    expect(await first).toBe('half');
    const second = ask('roles', unending());
    begun[1]?.fail(new Error('no'));
    await expect(second).rejects.toThrow('no');
    const third = ask('maps', unending());
    begun[2]?.end('whole');
    expect(await third).toBe('whole');
    expect(await ask('solutions', unending())).toBe('whole');
  });

  test('keeps the first answer of a run', async () => {
    const { begun, read } = reading();
    const ask = oncePerRun<string, string>(read);
    const controller = new AbortController();
    const first = ask('teams', controller.signal);
    controller.abort();
    const second = ask('roles', unending());
    begun[1]?.end('second');
    expect(await second).toBe('second');
    begun[0]?.end('first');
    expect(await first).toBe('first');
    expect(await ask('maps', unending())).toBe('second');
  });
});
