import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  longestPause,
  mostQueuedBytes,
  type PausedQueue,
  type QueuedChange,
  queueChange,
  queueOfPause,
  type ResumeOption,
  resumePausedMap,
} from '../../../src/operations/index.js';

const pausedAt = Date.parse('2026-11-20T10:00:00Z');
const day = 24 * 60 * 60 * 1000;

test('the limits are a day and 1 GB', () => {
  expect([longestPause, mostQueuedBytes]).toEqual([day, 1_000_000_000]);
});

describe('one change', () => {
  test.each([
    ['at once', { bytes: 1, at: pausedAt }, undefined],
    ['of no size', { bytes: 0, at: pausedAt }, undefined],
    ['just before a day is over', { bytes: 1, at: pausedAt + day - 1 }, undefined],
    ['after a day', { bytes: 1, at: pausedAt + day }, 'paused-too-long'],
    ['of 1 GB', { bytes: mostQueuedBytes, at: pausedAt }, undefined],
    ['of more', { bytes: mostQueuedBytes + 1, at: pausedAt }, 'queue-full'],
    ['of less than nothing', { bytes: -1, at: pausedAt }, 'queue-full'],
    ['of a size that is no number', { bytes: Number.NaN, at: pausedAt }, 'queue-full'],
    ['at a time that is none', { bytes: 1, at: Number.NaN }, 'paused-too-long'],
  ] as const)('%s', (_, change, fault) => {
    const queued = queueChange(queueOfPause(pausedAt), change);
    expect(queued.isErr() ? queued.error.type : undefined).toBe(fault);
    if (queued.isErr()) expect(queued.error.whatToDo).toContain('Resume the map');
  });
});

const options: readonly ResumeOption[] = ['catch-up', 'skip-preserving', 'skip-discarding'];
type Numbered = QueuedChange & { readonly number: number };
const arbitraryChanges = fc
  .array(fc.record({ bytes: fc.nat(300_000_000), later: fc.nat(6 * 60 * 60 * 1000) }), { maxLength: 30 })
  .map((changes) => {
    let at = pausedAt;
    return changes.map(({ bytes, later }, number): Numbered => {
      at += later;
      return { bytes, at, number };
    });
  });

property.prop([arbitraryChanges, fc.constantFrom(...options)])(
  'nothing is lost, the order stays, the limits hold',
  (changes, option) => {
    let queue: PausedQueue<Numbered> = queueOfPause(pausedAt);
    const blocked: Numbered[] = [];
    for (const change of changes) {
      const before = JSON.stringify(queue);
      const next = queueChange(queue, change);
      expect(JSON.stringify(queue)).toBe(before);
      if (next.isOk()) queue = next.value;
      else blocked.push(change);
    }
    expect(queue.bytes).toBeLessThanOrEqual(mostQueuedBytes);
    expect(queue.bytes).toBe(queue.changes.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(queue.changes.every(({ at }) => at < pausedAt + day)).toBe(true);
    // Every change was either queued or refused to who made it.
    const numbers = [...queue.changes, ...blocked].map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual(changes.map(({ number }) => number));

    const { replayed, catchUpErrors, discarded, lost } = resumePausedMap(queue, option);
    expect([...replayed, ...catchUpErrors, ...discarded]).toEqual(queue.changes);
    const places = queue.changes.map(({ number }) => number);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(lost !== null).toBe(option === 'skip-discarding' && queue.changes.length > 0);
  },
);

test.each([
  ['catch-up', 'replayed'],
  ['skip-preserving', 'catchUpErrors'],
  ['skip-discarding', 'discarded'],
] as const)('%s: %s', (option, list) => {
  const change = { bytes: 1, at: pausedAt };
  const queue = queueChange(queueOfPause(pausedAt), change)._unsafeUnwrap();
  expect(resumePausedMap(queue, option)[list]).toEqual([change]);
});

test('what is lost is said', () => {
  const queue = { ...queueOfPause(pausedAt), changes: Array(3).fill({ bytes: 1, at: pausedAt }) };
  expect(resumePausedMap(queue, 'skip-discarding').lost).toMatch(/^3 changes .* never reach the other side/);
  expect(resumePausedMap(queueOfPause(pausedAt), 'skip-discarding').lost).toBeNull();
});
