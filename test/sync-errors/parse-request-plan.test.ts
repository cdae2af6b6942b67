import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { planRequests } from '../../src/sync-errors/index.js';
import { parseRequestPlan } from '../../src/sync-errors/parse-request-plan.js';
import { arbitraryRecords, rows } from './arbitrary-records.js';

const job = { name: 'Customers', status: 'active' } as const;
const saved = (plan: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify({ schemaVersion: 1, kind: 'request-plan', ...plan }));
const planOf = (records = rows(5)) =>
  planRequests({ action: 'retry', job, queued: [], records, limits: { recordsPerRequest: 2 } });

property.prop([arbitraryRecords, fc.nat(3)])('a plan that was saved is read as it was', (records, repetitions) => {
  const plan = planOf(records);
  const ended = plan.requests.flatMap((request) =>
    Array.from({ length: repetitions }, (_, index) => ({
      ...request,
      id: index === 0 ? request.id : `${request.id}-${index + 1}`,
      status: 'failed' as const,
    })),
  );
  const again = planRequests({ action: 'retry', job, queued: ended, records, limits: { recordsPerRequest: 2 } });
  const read = parseRequestPlan(saved(again));
  if (again.requests.length === 0) expect(read._unsafeUnwrapErr().type).toBe('empty-plan');
  else expect(read._unsafeUnwrap().requests).toEqual(again.requests);
});

property.prop([fc.nat(2), fc.constantFrom('id', 'job', 'action', 'recordIds'), fc.string({ minLength: 1 })])(
  'a request that was changed is found',
  (index, property, text) => {
    const { requests, ...plan } = saved(planOf()) as { requests: Record<string, unknown>[] }; // Safe: of the plan above.
    const change = { id: `retry-${text}`, job: `x${text}`, action: 'dismiss', recordIds: ['r0', `x${text}`] }[property];
    const changed = requests.map((request, at) => (at === index ? { ...request, [property]: change } : request));
    const fault = parseRequestPlan({ ...plan, requests: changed })._unsafeUnwrapErr();
    expect(fault.type).toBe('edited-plan');
  },
);

test('requests that were not sent can be removed, and rows can be in another order', () => {
  const { requests, ...plan } = planOf();
  const [first] = requests;
  const turned = { ...first, recordIds: [...(first?.recordIds ?? [])].reverse() };
  expect(parseRequestPlan(saved({ ...plan, requests: [turned] }))._unsafeUnwrap().requests).toHaveLength(1);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['text', 'retry'],
  ['another result', { schemaVersion: 1, kind: 'sync-errors', requests: [] }],
  [
    'a plan without rows',
    {
      kind: 'request-plan',
      job: 'a',
      action: 'retry',
      requests: [{ id: 'a', job: 'a', action: 'retry', recordIds: [] }],
    },
  ],
  ['a plan without requests', { kind: 'request-plan', job: 'a', action: 'retry' }],
  ['a plan of another action', { kind: 'request-plan', job: 'a', action: 'delete', requests: [] }],
])('%s is malformed', (_name, input) => {
  expect(parseRequestPlan(input)._unsafeUnwrapErr().type).toBe('malformed');
});
