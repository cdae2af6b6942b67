import { describe, expect, test } from 'vitest';
import type { QueuedRequest, SyncErrorRequest } from '../../src/sync-errors/index.js';
import { type MarkedStatus, markRequests } from '../../src/sync-errors/mark-requests.js';
import { requestQueue } from '../../src/sync-errors/request-queue.js';

const request = (id: string): SyncErrorRequest => ({ id, job: 'Customers', action: 'retry', recordIds: [id] });
const queued = (id: string, status: QueuedRequest['status']): QueuedRequest => ({ ...request(id), status });
const fail = { type: 'fail', id: 'a', because: 'recorded by hand' };

test.each<[string, readonly QueuedRequest[], MarkedStatus, string, readonly object[]]>([
  ['unknown, sent', [], 'queued', 'recorded', [{ type: 'enqueue', request: request('a') }]],
  [
    'unknown, ended',
    [],
    'completed',
    'recorded',
    [
      { type: 'enqueue', request: request('a') },
      { type: 'start', id: 'a' },
      { type: 'complete', id: 'a' },
    ],
  ],
  ['waiting, sent', [queued('a', 'queued')], 'queued', 'already-recorded', []],
  ['running, sent', [queued('a', 'running')], 'queued', 'already-recorded', []],
  ['ended, sent', [queued('a', 'failed')], 'queued', 'already-recorded', []],
  ['waiting, failed', [queued('a', 'queued')], 'failed', 'updated', [{ type: 'start', id: 'a' }, fail]],
  ['running, completed', [queued('a', 'running')], 'completed', 'updated', [{ type: 'complete', id: 'a' }]],
  ['completed, completed', [queued('a', 'completed')], 'completed', 'already-recorded', []],
])('%s', (_name, before, status, outcome, steps) => {
  const queue = requestQueue(before);
  const marking = markRequests(queue, [request('a')], status);
  expect(marking).toEqual({ steps, marked: [{ id: 'a', rows: 1, outcome }] });
  for (const step of marking.steps) queue.put(queue.after(step)._unsafeUnwrap());
  expect(markRequests(queue, [request('a')], status).steps).toEqual([]);
});

describe('several requests of a job', () => {
  test('end in their order', () => {
    const queue = requestQueue();
    const requests = ['a', 'b', 'c'].map(request);
    for (const status of ['queued', 'completed'] as const) {
      for (const step of markRequests(queue, requests, status).steps) queue.put(queue.after(step)._unsafeUnwrap());
    }
    expect(queue.requests().map((one) => one.status)).toEqual(['completed', 'completed', 'completed']);
  });

  test('one that has ended otherwise is a fault of the queue', () => {
    const queue = requestQueue([queued('a', 'failed')]);
    const [step] = markRequests(queue, [request('a')], 'completed').steps;
    expect(step && queue.after(step)._unsafeUnwrapErr().type).toBe('wrong-status');
  });
});
