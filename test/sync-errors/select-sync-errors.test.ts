import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  findSyncErrors,
  type SyncErrorFilter,
  type SyncErrorRecord,
  selectSyncErrors,
} from '../../src/sync-errors/index.js';
import { arbitraryRecords, row } from './arbitrary-records.js';

const records = [
  row('a', { createdOn: '2026-01-14T00:00:00Z' }),
  row('b', {
    createdOn: '2026-01-14T23:59:59.999Z',
    entity: 'Vendors V2',
    company: null,
    category: 'conflict',
    message:
      'Writes to Vendors V2 failed with error message: Principal user (type=8) is missing prvReadAccount privilege.',
  }),
  row('c', { createdOn: '2026-01-15T00:00:00Z', dataSource: null, code: 'E-17 DWDVEV1007', category: 'system' }),
  row('d', { createdOn: '2026-01-15T00:30:00+01:00', message: 'Credit LIMIT exceeded', uniqueKey: ' X1 ' }),
];

test.each<[string, SyncErrorFilter, string]>([
  ['nothing', {}, 'abcd'],
  ['from, inclusive', { from: '2026-01-15T00:00:00Z' }, 'c'],
  ['to, exclusive', { to: '2026-01-15T00:00:00Z' }, 'abd'],
  ['a day', { from: '2026-01-14', to: '2026-01-15' }, 'abd'],
  ['a date', { from: new Date('2026-01-14T23:30:00Z'), to: '2026-01-14T23:30:00.001Z' }, 'd'],
  ['a range that ends before it begins', { from: '2026-01-15', to: '2026-01-14' }, ''],
  ['entity', { entity: ' vendors v2' }, 'b'],
  ['entities', { entity: ['Vendors V2', 'Customers V3'] }, 'abcd'],
  ['no entities', { entity: [] }, ''],
  ['data source', { dataSource: 'DATAVERSE' }, 'abd'],
  ['no data source', { dataSource: null }, 'c'],
  ['company', { company: 'usmf' }, 'acd'],
  ['companies, and none', { company: ['USMF', null] }, 'abcd'],
  ['unique key', { uniqueKey: 'x1' }, 'd'],
  ['text of the message', { text: ' credit limit ' }, 'd'],
  ['text of the code', { text: 'e-17' }, 'c'],
  ['job', { integrationJob: 'Other' }, ''],
  ['dismissed', { dismissed: [' A', '{c}'] }, 'bd'],
  ['id', { id: '{B} ' }, 'b'],
  ['ids', { id: ['A', 'c', 'z'] }, 'ac'],
  ['no ids', { id: [] }, ''],
  ['category', { category: 'system' }, 'c'],
  ['categories', { category: ['system', 'conflict'] }, 'bc'],
  ['the problem of the message', { problem: ' Privilege-Missing-Owning-Team' }, 'b'],
  ['the problem of the code, by its code', { problem: 'dwdvev1007' }, 'c'],
  ['problems, and none', { problem: ['DWDVEV1007', null] }, 'acd'],
  ['no problem', { problem: null }, 'ad'],
  ['an unknown problem', { problem: 'no-such-problem' }, ''],
  [
    'id, category and problem',
    { id: ['a', 'b', 'c'], category: ['system', 'application'], problem: 'DWDVEV1007' },
    'c',
  ],
  ['all together', { entity: 'Customers V3', from: '2026-01-14', company: 'USMF', dismissed: ['a', 'd'] }, 'c'],
])('by %s', async (_name, filter, expected) => {
  expect(idsOf(selectSyncErrors(records, filter))).toBe(expected);
  expect(idsOf(await collected(selectSyncErrors(streamed(records), filter)))).toBe(expected);
});

test.each(['yesterday', '2026-01-14T10:00:00', new Date(Number.NaN)])(
  '%s is not a bound, and differs from having none',
  (from) => {
    expect(() => selectSyncErrors(records, { from })).toThrow(RangeError);
  },
);

test('a business record is found by key and company', async () => {
  expect(idsOf(findSyncErrors(records, { uniqueKey: 'cust-a', company: 'USMF' }))).toBe('a');
  expect(idsOf(findSyncErrors(records, { uniqueKey: 'CUST-b', company: 'USMF' }))).toBe('');
  expect(idsOf(findSyncErrors(records, { uniqueKey: 'CUST-b', company: null }))).toBe('b');
  expect(idsOf(findSyncErrors(records, { uniqueKey: 'CUST-b' }))).toBe('b');
  expect(idsOf(findSyncErrors(records, { uniqueKey: 'CUST-b', dismissed: ['b'] }))).toBe('');
  expect(idsOf(await collected(findSyncErrors(streamed(records), { uniqueKey: 'x1', company: 'usmf' })))).toBe('d');
});

property.prop([arbitraryRecords])('every row has one category and one problem or none', (given) => {
  const categories = ['application', 'system', 'concurrency', 'conflict', 'unknown'] as const;
  const selected = categories.flatMap((category) => selectSyncErrors(given, { category }));
  expect(selected.length).toBe(given.length);
  expect(selectSyncErrors(given, { problem: null })).toEqual(given);
  expect(selectSyncErrors(given, { id: given.map(({ id }) => id.toUpperCase()) })).toEqual(given);
});

property.prop([arbitraryRecords, fc.nat(20_000_000)])(
  'ranges that meet share no row and lose none',
  (given, offset) => {
    const middle = new Date(1_768_000_000_000 + offset);
    const before = selectSyncErrors(given, { to: middle });
    const after = selectSyncErrors(given, { from: middle });
    expect(before.length + after.length).toBe(given.length);
    expect(given.filter((record) => before.includes(record) || after.includes(record))).toEqual(given);
  },
);

function idsOf(selected: readonly SyncErrorRecord[]): string {
  return selected.map(({ id }) => id).join('');
}

async function* streamed(given: readonly SyncErrorRecord[]): AsyncIterable<SyncErrorRecord> {
  yield* given;
}

async function collected(given: AsyncIterable<SyncErrorRecord>): Promise<readonly SyncErrorRecord[]> {
  const all: SyncErrorRecord[] = [];
  for await (const record of given) all.push(record);
  return all;
}
