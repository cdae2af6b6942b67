import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { syncErrorsDocument, toPretty } from '../../src/reporters/index.js';
import { diagnosisCache } from '../../src/sync-errors/diagnosis-cache.js';
import { type SyncErrorRecord, summarizeSyncErrors } from '../../src/sync-errors/index.js';
import { labeledMessages, lookAlikes } from '../diagnosis/labeled-messages.js';
import { runs } from '../support/fuzz.js';
import { processorTime } from '../support/processor-time.js';
import { arbitraryRecords, row, rows } from './arbitrary-records.js';

test('rows are grouped by topic, entity, data source, company, category and hour', async () => {
  const records = [
    row('a', { message: 'Unable to build dual-write lookup metadata for jane@contoso.com' }),
    row('b', { message: 'unable to build dual-write lookup metadata', createdOn: '2026-01-14T12:30:00+01:00' }),
    row('c', { message: 'who knows', company: 'usmf ', entity: 'Vendors V2', dataSource: null }),
    row('d', { message: '', code: 'DWFOEV1006', company: null, category: 'system' }),
    row('e', { message: 'gone' }),
  ];
  const summary = summarizeSyncErrors(records, { dismissed: ['E'] });
  expect(summary).toMatchObject({
    total: 4,
    first: '2026-01-14T10:00:00.000Z',
    last: '2026-01-14T11:30:00.000Z',
    topics: [
      {
        id: 'start-map-lookup-metadata',
        count: 2,
        first: '2026-01-14T10:00:00.000Z',
        last: '2026-01-14T11:30:00.000Z',
      },
      { id: 'DWFOEV1006', code: 'DWFOEV1006', count: 1, examples: ['DWFOEV1006'] },
    ],
    unrecognized: 1,
    categories: { application: 3, system: 1, concurrency: 0, conflict: 0, unknown: 0 },
    hours: [
      { hour: '2026-01-14T10:00:00.000Z', count: 3 },
      { hour: '2026-01-14T11:00:00.000Z', count: 1 },
    ],
    influxes: [],
  });
  expect(summary.preview).toContain('preview');
  expect(summary.entities.groups.map(({ name, count }) => [name, count])).toEqual([
    ['Customers V3', 3],
    ['Vendors V2', 1],
  ]);
  expect(summary.companies.groups.map(({ name, count }) => [name, count])).toEqual([
    ['USMF', 3],
    [null, 1],
  ]);
  expect(summary.dataSources.groups.map(({ name, count }) => [name, count])).toEqual([
    ['Dataverse', 3],
    [null, 1],
  ]);
  expect(JSON.stringify(summary)).not.toContain('jane@');
  expect(await summarizeSyncErrors(streamed(records), { dismissed: ['e'] })).toEqual(summary);
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});

test('no rows are a summary too', () => {
  expect(summarizeSyncErrors([])).toMatchObject({ total: 0, first: null, last: null, topics: [], hours: [] });
});

test('memory is bounded: values beyond the bound are counted together', () => {
  const records = rows(3_000).map((record, index) => ({
    ...record,
    entity: `Entity ${index}`,
    code: `DWDVEV${2_000 + index}`,
  }));
  const summary = summarizeSyncErrors(records);
  expect(summary.entities.groups).toHaveLength(1_000);
  expect(summary.entities.inOtherGroups).toBe(2_000);
  expect(summary.topics.length).toBeLessThanOrEqual(1_001);
  expect(summary.topics.reduce((sum, { count }) => sum + count, 0) + summary.unrecognized).toBe(3_000);
});

test('a row with a time that nobody checked is counted', () => {
  expect(summarizeSyncErrors([row('a', { createdOn: 'soon' })])).toMatchObject({
    total: 1,
    first: null,
    hours: [],
    inOtherHours: 1,
  });
});

const spread = Array.from({ length: 48 }, (_, hour) =>
  row(`s${hour}`, { category: 'unknown', createdOn: new Date(Date.UTC(2026, 0, 14, hour)).toISOString() }),
);
const burst = rows(150, { category: 'unknown', createdOn: '2026-01-14T20:10:00Z' });

test.each<[string, readonly SyncErrorRecord[], number]>([
  ['many that explain nothing', [...spread, ...burst], 1],
  ['few', [...spread, ...burst.slice(0, 90)], 0],
  ['many that blame the data', [...spread, ...burst.map((one) => ({ ...one, category: 'application' as const }))], 0],
  ['many with a known problem', [...spread, ...burst.map((one) => ({ ...one, message: 'DWFOEV1006' }))], 0],
  ['as many in each hour', spread.flatMap(({ createdOn }) => burst.map((one) => ({ ...one, createdOn }))), 0],
])('%s within an hour', (_name, records, count) => {
  expect(summarizeSyncErrors(records).influxes).toHaveLength(count);
});

test('an influx says where, when and what to do', () => {
  const [influx] = summarizeSyncErrors([...spread, ...burst]).influxes;
  expect(influx).toMatchObject({
    issue: 'unmapped-field-updates',
    sign: 'unusual',
    entity: 'Customers V3',
    dataSource: 'Dataverse',
    hour: '2026-01-14T20:00:00.000Z',
    count: 151,
    usual: 1,
  });
  expect(influx?.whatToDo.join(' ')).toMatch(/quality updates.*dismissed/);
});

test('what is usual is not known from the one hour that there is', () => {
  const summary = summarizeSyncErrors(burst);
  expect(summary.influxes).toMatchObject([{ count: 150, usual: null }]);
  expect(toPretty(syncErrorsDocument(summary))).toContain('(there is no other hour to compare it with)');
});

test('who knows which hours are quiet is asked', () => {
  const records = rows(5, { message: 'DWFOEV1006' });
  const asked: object[] = [];
  const isChangeExpected = (where: object) => {
    asked.push(where);
    return false;
  };
  const { influxes } = summarizeSyncErrors(records, { influx: { atLeast: 5, isChangeExpected } });
  expect(influxes).toMatchObject([{ sign: 'no-change-expected', count: 5 }]);
  expect(asked).toEqual([{ entity: 'Customers V3', dataSource: 'Dataverse', hour: '2026-01-14T10:00:00.000Z' }]);
  expect(summarizeSyncErrors(records, { influx: { atLeast: 5, isChangeExpected: () => true } }).influxes).toEqual([]);
});

property.prop([arbitraryRecords])('every grouping counts every row', (records) => {
  const summary = summarizeSyncErrors(records);
  const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
  expect(sum(summary.topics) + summary.unrecognized).toBe(records.length);
  for (const groups of [summary.entities, summary.dataSources, summary.companies])
    expect(sum(groups.groups) + groups.inOtherGroups).toBe(records.length);
  expect(sum(summary.hours) + summary.inOtherHours).toBe(records.length);
  expect(Object.values(summary.categories).reduce((total, count) => total + count)).toBe(records.length);
});

const messages = [...labeledMessages, ...lookAlikes].map(({ text }) => text);
const numberLike = /\d+/g;
property.prop(
  [
    fc.array(
      fc.tuple(
        fc.constantFrom(...messages),
        fc.constantFrom(
          '',
          '400',
          '401',
          '403',
          '500',
          '503',
          '300',
          '52',
          '0',
          '7',
          '1234567',
          '00012',
          '21470',
          '9003',
          '12345678901',
        ),
      ),
      { minLength: 1, maxLength: 40 },
    ),
  ],
  { numRuns: runs(300) },
)('what is looked up is what the diagnosis says, whatever the numbers', (texts) => {
  const cached = diagnosisCache();
  for (const [message, digits] of texts) {
    const text = digits === '' ? message : message.replace(numberLike, digits);
    const other = message.replace(numberLike, '77');
    // Often enough for the quick way as well.
    for (const one of [other, other, other, other, text, other, text, text, text, text, text]) {
      expect(cached(one)?.id, one).toBe(diagnose(one)[0]?.id);
    }
  }
});

test('forms that take turns, more of them than are tried first, are looked up right', () => {
  const cached = diagnosisCache();
  const numbers = ['7', '403', '00403', '40399', '2147', '2147220970', '80072560', '502', '50299', '65001', '650011'];
  const firstLetters = Array.from({ length: 70 }, (_, index) => String.fromCharCode(0x4e00 + index));
  const inManyLetters = firstLetters.map(
    (letter) => (n: number) => `${letter} Failed to set up dual-write environment ${n}`,
  );
  const withNumbers = numbers.flatMap((number) => [
    (n: number) => `Dual-write: row ${n} has the code 0x${number}.`,
    (n: number) => `${n}: Response status code does not indicate success: ${number} (TokenExchange).`,
    (n: number) => `Failed to set up dual-write environment ${n}: ${number} Forbidden`,
    (n: number) => `Response status code does not indicate success: ${n} (TokenExchange), ${number}`,
  ]);
  const forms = [...withNumbers, ...inManyLetters];
  const expected = new Map<string, string | undefined>();
  for (let turn = 0; turn < 80; turn += 1) {
    for (const form of forms) {
      const message = form(turn % 40 === 3 ? 403 : turn * 97);
      if (!expected.has(message)) expected.set(message, diagnose(message)[0]?.id);
      expect(cached(message)?.id, message).toBe(expected.get(message));
      expect(cached('')).toBeUndefined();
    }
  }
  expect(new Set(expected.values()).size).toBeGreaterThan(3);
});

test('messages that differ in ids are diagnosed once, also when ids are GUIDs', () => {
  const cached = diagnosisCache();
  const taken = processorTime(() => {
    for (let index = 0; index < 50_000; index += 1) {
      const hexadecimal = (Math.imul(index, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
      cached(
        `Unable to write data to entity msdyn_x. Record ${hexadecimal}-abcd-4000-8000-${hexadecimal}beef of CUST-${index} is bad`,
      );
    }
  });
  expect(taken).toBeLessThan(2_000); // each by itself takes ten times as long
});

async function* streamed(given: readonly SyncErrorRecord[]): AsyncIterable<SyncErrorRecord> {
  yield* given;
}
