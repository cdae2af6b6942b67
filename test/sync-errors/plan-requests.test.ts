import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { type PlanInput, planRequests, type QueuedRequest } from '../../src/sync-errors/index.js';
import { faultOf, ready } from '../support/plans.js';
import { arbitraryRecords, row, rows } from './arbitrary-records.js';

const job = { name: 'Customers', status: 'active' } as const;
const input = { action: 'retry', job, queued: [], records: rows(3) } as const satisfies PlanInput;

function queuedOf(
  count: number,
  status: QueuedRequest['status'] = 'queued',
  of = 'Customers',
): readonly QueuedRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${of}-${status}-${index}`,
    job: of,
    action: 'retry',
    recordIds: [`held-${of}-${index}`],
    status,
  }));
}

test('rows within the limits are one request, in their order', () => {
  const plan = ready(planRequests(input));
  expect(plan).toMatchObject({ job: 'Customers', action: 'retry', remainder: [], refused: [] });
  expect(plan.requests.map(({ recordIds }) => recordIds)).toEqual([['r0', 'r1', 'r2']]);
});

test.each([
  [10_000, 0, [10_000], 0],
  [10_001, 0, [10_000, 1], 0],
  [50_000, 0, [10_000, 10_000, 10_000, 10_000, 10_000], 0],
  [50_001, 0, [10_000, 10_000, 10_000, 10_000, 10_000], 1],
  [25_000, 4, [10_000], 15_000],
])('%i rows beside %i queued requests', (count, open, sizes, left) => {
  const plan = ready(planRequests({ ...input, queued: queuedOf(open), records: rows(count) }));
  expect(plan.requests.map(({ recordIds }) => recordIds.length)).toEqual(sizes);
  expect(plan.remainder).toHaveLength(left);
});

test.each<[string, Partial<PlanInput>, object]>([
  ['the job is not active', { job: { name: 'Customers', status: 'inactive' } }, { type: 'job-inactive' }],
  ['not known', { job: { name: 'Customers', status: 'unknown' } }, { type: 'job-status-unknown' }],
  ['nobody confirmed', { action: 'dismiss' }, { type: 'dismissal-not-confirmed', expected: 'dismiss-permanently' }],
  ['the queue is full', { queued: queuedOf(5) }, { type: 'queue-full', remainder: rows(3) }],
  ['it is more than full', { queued: queuedOf(7) }, { type: 'queue-full', remainder: rows(3) }],
  ['running ones fill it', { queued: [...queuedOf(1, 'running'), ...queuedOf(4)] }, { type: 'queue-full' }],
  [
    'there are no rows',
    { records: [] },
    { type: 'nothing-to-send', refused: [], whatToDo: 'Select at least one row.' },
  ],
  ['no row may be sent', { records: rows(2, { category: 'concurrency' }) }, { type: 'nothing-to-send' }],
  ['limits are none', { limits: { recordsPerRequest: 0 } }, { type: 'invalid-limits' }],
])('nothing is planned when %s', (_name, changes, expected) => {
  const plan = planRequests({ ...input, ...changes });
  const { remainder, refused } = plan;
  const fault = faultOf(plan);
  expect({ ...fault, remainder, refused }).toMatchObject(expected);
  expect(fault.whatToDo).not.toBe('');
  // Each row stays in one place, whatever is in the way.
  expect(plan.requests).toEqual([]);
  expect([...remainder, ...refused.map(({ record }) => record)]).toEqual(changes.records ?? rows(3));
});

test('finished requests and those of other jobs take no place', () => {
  const queued = [...queuedOf(9, 'completed'), ...queuedOf(9, 'failed'), ...queuedOf(5, 'queued', 'Vendors')];
  expect(planRequests({ ...input, queued }).verdict).not.toBe('obstructed');
});

test('each row that is refused says why', () => {
  const records = [
    row('r0'),
    row('R0'),
    row('held-Customers-0'),
    row('late', { category: 'concurrency' }),
    row('other', { integrationJob: 'Vendors' }),
  ];
  const plan = ready(planRequests({ ...input, queued: queuedOf(1), records }));
  expect(plan.refused.map(({ type }) => type)).toEqual([
    'duplicate',
    'already-queued',
    'concurrency-failure',
    'other-job',
  ]);
});

test('what was dismissed is in no later request; what was not, may be', () => {
  const [first, second] = rows(2);
  const request = { id: 'q', job: 'Customers', recordIds: [' R0 '] } as const;
  const planned = (queued: QueuedRequest) => ready(planRequests({ ...input, queued: [queued], records: rows(2) }));
  const after = planned({ ...request, action: 'dismiss', status: 'completed' });
  expect(after.requests.map(({ recordIds }) => recordIds)).toEqual([[second?.id]]);
  expect(after.refused).toMatchObject([{ type: 'dismissed', requestId: 'q', record: first }]);
  expect(planned({ ...request, action: 'dismiss', status: 'failed' }).refused).toEqual([]);
  expect(planned({ ...request, action: 'retry', status: 'completed' }).refused).toEqual([]);
});

test('what a newer change has overtaken can be dismissed', () => {
  const records = rows(2, { category: 'concurrency' });
  const confirmed = { ...input, action: 'dismiss', records, confirmDismissal: 'dismiss-permanently' } as const;
  expect(ready(planRequests(confirmed)).requests[0]?.recordIds).toEqual(['r0', 'r1']);
});

test('ids follow from what is asked, and from how often', () => {
  const idOf = (changes: Partial<PlanInput>) => ready(planRequests({ ...input, ...changes })).requests[0]?.id;
  const first = ready(planRequests(input)).requests[0];
  if (first === undefined) throw new Error('no request');
  expect(idOf({})).toBe(first.id);
  expect(idOf({ records: [...rows(3)].reverse() })).toBe(first.id);
  expect(idOf({ records: rows(4) })).not.toBe(first.id);
  expect(idOf({ action: 'dismiss', confirmDismissal: 'dismiss-permanently' })).not.toBe(first.id);
  expect(idOf({ queued: [{ ...first, status: 'failed' }] })).toBe(`${first.id}-2`);
});

property.prop([
  arbitraryRecords,
  fc.array(
    fc.tuple(fc.array(fc.nat(40), { maxLength: 5 }), fc.constantFrom('queued', 'running', 'completed', 'failed')),
    {
      maxLength: 6,
    },
  ),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 9 }),
  fc.constantFrom('retry', 'dismiss'),
])('no row is lost, limits hold, order is kept', (records, held, queuedRequests, recordsPerRequest, action) => {
  const queued = held.map(([numbers, status], index): QueuedRequest => {
    return { id: `q${index}`, job: 'customers', action: 'retry', recordIds: numbers.map((one) => `r${one}`), status };
  });
  const open = queued.filter(({ status }) => status === 'queued' || status === 'running');
  const { requests, remainder, refused } = planRequests({
    action,
    job,
    queued,
    records,
    confirmDismissal: 'dismiss-permanently',
    limits: { queuedRequests, recordsPerRequest },
  });
  const sent = requests.flatMap(({ recordIds }) => recordIds);
  const keyOf = (id: string) => id.trim().toLowerCase();
  // Each row in exactly one place.
  const all = [...sent, ...remainder.map(({ id }) => id), ...refused.map(({ record }) => record.id)];
  expect([...all].sort()).toEqual(records.map(({ id }) => id).sort());
  // Nothing twice, nothing that is under way.
  expect(new Set(sent.map(keyOf)).size).toBe(sent.length);
  const underWay = new Set(open.flatMap(({ recordIds }) => recordIds));
  expect(sent.filter((id) => underWay.has(keyOf(id)))).toEqual([]);
  // In the order in which they were given.
  const places = [
    ...sent.map((id) => records.findIndex((record) => record.id === id)),
    ...remainder.map((one) => records.indexOf(one)),
  ];
  const isRefused = new Set(refused.map(({ record }) => record));
  const inOrder = records.filter((record) => !isRefused.has(record)).map(({ id }) => id);
  expect([...sent, ...remainder.map(({ id }) => id)]).toEqual(inOrder);
  expect(places.every((place) => place >= 0)).toBe(true);
  // Limits.
  expect(requests.length === 0 || requests.length + open.length <= queuedRequests).toBe(true);
  expect(requests.every(({ recordIds }) => recordIds.length > 0 && recordIds.length <= recordsPerRequest)).toBe(true);
  expect(new Set([...requests, ...queued].map(({ id }) => id)).size).toBe(requests.length + queued.length);
  // What fits is not left over.
  if (remainder.length > 0) expect(requests.length + open.length).toBeGreaterThanOrEqual(queuedRequests);
});
