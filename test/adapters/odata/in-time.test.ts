import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { inTime } from '../../../src/adapters/odata/in-time.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped')));

afterEach(() => {
  vi.useRealTimers();
});

test('the time is over also when garbage was collected in the meantime', async () => {
  const reading = inTime(new AbortController().signal, untilAborted, 200);
  setTimeout(collectGarbage, 20);
  const late = new Promise((resolve) => setTimeout(resolve, 5_000, 'never stopped'));
  expect(await Promise.race([reading, late])).toBe('stopped');
});

test('the signal of the caller counts too', async () => {
  const controller = new AbortController();
  const reading = inTime(controller.signal, untilAborted, 60_000);
  controller.abort();
  expect(await reading).toBe('stopped');
  expect(await inTime(controller.signal, async ({ aborted }) => aborted)).toBe(true);
});

test('what ends in time gives its answer, or fails', async () => {
  const { signal } = new AbortController();
  expect(await inTime(signal, async () => 'done')).toBe('done');
  await expect(inTime(signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('ten seconds, or as many as are given', async () => {
  vi.useFakeTimers();
  for (const [given, ms] of [
    [undefined, 10_000],
    [50, 50],
  ] as const) {
    let outcome: string | undefined;
    const reading = inTime(new AbortController().signal, untilAborted, given).then((answer) => {
      outcome = answer;
    });
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await reading;
    expect(outcome).toBe('stopped');
  }
});

test('no timer is left', async () => {
  vi.useFakeTimers();
  await inTime(new AbortController().signal, async () => 'done');
  await inTime(new AbortController().signal, () => Promise.reject(new Error('no'))).catch(() => {});
  expect(vi.getTimerCount()).toBe(0);
});
