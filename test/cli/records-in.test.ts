import { describe, expect, test } from 'vitest';
import { isPart, recordsIn } from '../../src/cli/records-in.js';

const rows = [{ a: 1 }, { a: 2 }];
const read = (value: unknown) => {
  const { records, pages } = recordsIn(value);
  return { records, isPart: isPart(pages) };
};
const link = 'https://contoso.crm4.dynamics.com/api/data/v9.2/rows?$skiptoken=2';

describe('records that are all there are', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['a list', rows, rows],
    ['one record', rows[0], [rows[0]]],
    ['a record with an error of its own', { error: { message: 'x' } }, [{ error: { message: 'x' } }]],
    ['a response', { value: rows }, rows],
    ['a response that counts its rows', { '@odata.count': 2, value: rows }, rows],
    ['a response that does not count', { '@Microsoft.Dynamics.CRM.totalrecordcount': -1, value: rows }, rows],
    ['a link that is blank', { '@odata.nextLink': '', value: rows }, rows],
    ['all pages', [{ '@odata.nextLink': link, value: [rows[0]] }, { value: [rows[1]] }], rows],
    ['a fact', { status: 'known', value: rows }, rows],
  ])('%s', (_case, value, records) => expect(read(value)).toEqual({ records, isPart: false }));
});

describe('records that are a part', () => {
  test.each<[string, object]>([
    ['a link', { '@odata.nextLink': link }],
    ['a link of OData 3', { 'odata.nextLink': link }],
    ['a link of OData 4.01', { '@nextLink': link }],
    ['a link of Azure', { nextLink: link }],
    ['a count', { '@odata.count': 3 }],
    ['a count as text', { '@odata.count': '3' }],
    ['a count of OData 3', { 'odata.count': '3' }],
    ['a count of Dataverse', { '@Microsoft.Dynamics.CRM.totalrecordcount': 3 }],
    ['that there are more', { '@Microsoft.Dynamics.CRM.morerecords': true }],
    ['an error in the end', { error: { code: '0x80040220', message: 'x' } }],
    ['a fact that is partial', { status: 'known', coverage: 'partial' }],
  ])('%s', (_case, says) => expect(read({ ...says, value: rows })).toEqual({ records: rows, isPart: true }));

  test('pages without the first one', () => {
    const third = { '@odata.nextLink': link.replace('=2', '=%3Ccookie%20pagenumber=%223%22'), value: [rows[0]] };
    expect(read([third, { value: [rows[1]] }])).toEqual({ records: rows, isPart: true });
  });
});

test('pages on lines of their own are one list', () => {
  const [first, last] = [{ '@odata.nextLink': link, value: [rows[0]] }, { value: [rows[1]] }].map(recordsIn);
  expect([first, last].flatMap((line) => line?.records)).toEqual(rows);
  expect(isPart(first?.pages ?? [])).toBe(true);
  expect(isPart([first, last].flatMap((line) => line?.pages ?? []))).toBe(false);
});
