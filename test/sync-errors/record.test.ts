import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { instantOf } from '../../src/facts/instant.js';
import { parseSyncErrorLine, parseSyncErrorRecord } from '../../src/sync-errors/index.js';
import { syncErrorRecordSchema } from '../../src/sync-errors/record.js';
import { row } from './arbitrary-records.js';

test('a row that says little is a row', () => {
  const parsed = parseSyncErrorRecord({
    id: ' e1 ',
    integrationJob: 'Customers',
    entity: 'Customers V3',
    dataSource: ' ',
    company: null,
    code: 17,
    createdOn: '2026-01-14T10:00:00.123+01:00',
    color: 'red',
  });
  expect(parsed._unsafeUnwrap()).toEqual({
    id: 'e1',
    integrationJob: 'Customers',
    entity: 'Customers V3',
    dataSource: null,
    uniqueKey: null,
    company: null,
    code: '17',
    message: '',
    category: 'unknown',
    createdOn: '2026-01-14T10:00:00.123+01:00',
  });
});

test.each([
  ['no id', { id: undefined }, 'id'],
  ['a blank id', { id: '  ' }, 'id'],
  ['a number as id', { id: 7 }, 'id'],
  ['no job', { integrationJob: '' }, 'integrationJob'],
  ['no entity', { entity: null }, 'entity'],
  ['no date', { createdOn: undefined }, 'createdOn'],
  ['a day', { createdOn: '2026-01-14' }, 'createdOn'],
  ['no time zone', { createdOn: '2026-01-14T10:00:00' }, 'createdOn'],
  ['no such day', { createdOn: '2026-02-29T10:00:00Z' }, 'createdOn'],
  ['no such hour', { createdOn: '2026-01-14T24:00:00Z' }, 'createdOn'],
  ['a date in words', { createdOn: 'yesterday' }, 'createdOn'],
  ['a key that is a list', { uniqueKey: [] }, 'uniqueKey'],
])('%s is a fault that names the field', (_name, changes, path) => {
  const fault = parseSyncErrorRecord({ ...row('e1'), ...changes })._unsafeUnwrapErr();
  expect(fault.issues.map((issue) => issue.path)).toEqual([path]);
});

test.each([null, undefined, 7, 'row', []])('%j is not a row', (input) => {
  expect(parseSyncErrorRecord(input)._unsafeUnwrapErr().type).toBe('malformed');
});

test.each([
  ['Application failure', 'application'],
  ['SystemFailure', 'system'],
  ['concurrency error', 'concurrency'],
  ['CONFLICT', 'conflict'],
  ['weather', 'unknown'],
  ['', 'unknown'],
])('category %j is %s', (category, expected) => {
  expect(parseSyncErrorRecord({ ...row('e1'), category })._unsafeUnwrap().category).toBe(expected);
});

const odd = fc.oneof(fc.constantFrom(undefined, null, '', ' ', 'a ', '\u00a0a', 'é', 'system', 7), fc.string());
const date = fc.oneof(
  fc.constantFrom('2026-01-14T10:00:00Z', '2026-1-14T10:00:00Z', '2026-01-14T10:00:00+25:00', '2024-02-29T00:00:00.5Z'),
  fc.string(),
);
property.prop([fc.constantFrom('id', 'integrationJob', 'dataSource', 'company', 'code', 'category'), odd, date])(
  'the short cut and the schema agree',
  (name, value, createdOn) => {
    const input = { ...row('e1'), createdOn, [name]: value };
    const bySchema = syncErrorRecordSchema().safeParse(input);
    const parsed = parseSyncErrorRecord(input);
    expect(parsed.isOk()).toBe(bySchema.success);
    expect(parsed.unwrapOr(undefined as never)).toEqual(bySchema.data);
  },
);

property.prop([fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })])(
  'dates are read as the platform reads them',
  (moment) => {
    expect(instantOf(moment.toISOString())).toBe(moment.getTime());
  },
);

property.prop([fc.integer({ min: -1439, max: 1439 }), fc.nat(4_000_000_000)])(
  'so are time zones',
  (offset, seconds) => {
    const zone = `${offset < 0 ? '-' : '+'}${[Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':')}`;
    const text = new Date(seconds * 1000).toISOString().replace('Z', zone);
    expect(instantOf(text)).toBe(Date.parse(text));
  },
);

property.prop([fc.string()])('any other text is not a date, or the platform reads the same', (text) => {
  const instant = instantOf(text);
  if (!Number.isNaN(instant)) expect(instant).toBe(Date.parse(text));
});

test('a line that is not a row is reported with its number, without secrets', () => {
  expect(parseSyncErrorLine('  ', 1)._unsafeUnwrap()).toBeUndefined();
  expect(parseSyncErrorLine(JSON.stringify(row('e1')), 2)._unsafeUnwrap()).toEqual(row('e1'));
  expect(parseSyncErrorLine('{"id":"jane@contoso.com"', 3)._unsafeUnwrapErr()).toMatchObject({ line: 3 });
  expect(JSON.stringify(parseSyncErrorLine('{"id":"jane@contoso.com"', 3)._unsafeUnwrapErr())).not.toContain('jane@');
  expect(parseSyncErrorLine('{"id":"e1"}', 4)._unsafeUnwrapErr().because).toContain('createdOn: ');
});
