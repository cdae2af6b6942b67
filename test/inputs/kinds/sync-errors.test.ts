import { describe, expect, test } from 'vitest';
import { recognize } from '../../../src/inputs/recognize.js';

// cspell:ignore integrationjob

const json = (value: unknown) => JSON.stringify(value);
const row = {
  ...{ id: 'a', integrationJob: 'Customers', entity: 'Customers V3', dataSource: null, uniqueKey: null, company: null },
  ...{ code: null, message: 'm', category: 'application', createdOn: '2026-11-20T10:00:00Z' },
};
const records = [row];

describe('rows of sync errors in JSON', () => {
  test('are read', () => {
    expect(recognize(json([row]))).toEqual({ kind: 'sync-errors', records, columns: undefined, lacks: [] });
  });

  test.each<[string, readonly unknown[], readonly unknown[], readonly string[]]>([
    ['one', [row, 7], records, ['1 row could not be read: row 2: is not an error row: expected an object']],
    [
      'several',
      [7, row, 'a', null],
      records,
      ['3 rows could not be read: row 1: is not an error row: expected an object'],
    ],
  ])('%s that cannot be read are counted', (_name, value, expected, lacks) => {
    const input = recognize(json(value));
    expect(input).toMatchObject({ kind: 'sync-errors', records: expected });
    expect(input.lacks.map((lack) => lack.slice(0, lacks[0]?.indexOf('is not')))).toEqual(
      lacks.map((lack) => lack.slice(0, lack.indexOf('is not'))),
    );
  });

  test('that mean to be some are, though none can be read', () => {
    expect(recognize(json([{ integrationJob: 7 }]))).toMatchObject({
      kind: 'sync-errors',
      records: [],
      lacks: [expect.stringMatching(/^1 row could not be read: row 1: /)],
    });
    expect(recognize(json([{ integrationjob: 7 }])).kind).toBe('unknown');
    expect(recognize(json(['integrationJob', null]))).toMatchObject({ looksLike: 'a list of JSON values' });
  });

  test('are found behind a thousand others', () => {
    const others = (count: number) => Array.from({ length: count }, () => ({ a: 1 }));
    expect(recognize(json([...others(1_000), row]))).toMatchObject({ kind: 'sync-errors', records });
    // Named as a person may, it does not say by itself that it is one.
    const { integrationJob, ...unnamed } = row;
    const named = [{ ...unnamed, 'Integration Job': integrationJob }];
    expect(recognize(json([...others(999), ...named]))).toMatchObject({ kind: 'sync-errors', records });
    expect(recognize(json([...others(1_000), ...named])).kind).toBe('unknown');
    expect(recognize(json([...named, ...others(1_500)]))).toMatchObject({
      kind: 'sync-errors',
      records: [{ id: 'a' }],
    });
    expect(recognize(json([row, ...others(1_500)])).lacks[0]).toMatch(/^1500 rows could not be read: row 2: /);
  });

  test('with other names say what they were taken for', () => {
    const { integrationJob, ...others } = row;
    expect(recognize(json([{ ...others, 'Integration Job': integrationJob }]))).toMatchObject({
      records,
      columns: { 'Integration Job': 'integrationJob' },
    });
  });

  test('of pages say what is missing', () => {
    const text = json({ value: [row], '@odata.nextLink': 'https://contoso.example/?$skiptoken=2' });
    expect(recognize(text).lacks).toEqual([expect.stringMatching(/more rows follow/)]);
  });
});

describe('rows of sync errors in CSV', () => {
  const head = 'Id,Integration job,Entity,Created On';
  const line = 'a,Customers,Customers V3,2026-11-20T10:00:00Z';

  test('are read', () => {
    expect(recognize(`${head}\n${line}\n`)).toMatchObject({
      kind: 'sync-errors',
      records: [{ id: 'a', integrationJob: 'Customers', entity: 'Customers V3', createdOn: '2026-11-20T10:00:00Z' }],
      columns: { Id: 'id', 'Integration job': 'integrationJob', Entity: 'entity', 'Created On': 'createdOn' },
      lacks: [],
    });
  });

  test('are read without an end of the last line', () => {
    expect(recognize(`${head}\n${line}`)).toMatchObject({ records: [{ id: 'a' }], lacks: [] });
    expect(recognize('Unable to write').kind).toBe('error-text');
  });

  test('that cannot be read are counted, and the first one is named by its line', () => {
    expect(recognize(`${head}\n${line}\na,b\n${line}\nc,d\n`)).toMatchObject({
      records: [{}, {}],
      lacks: [expect.stringMatching(/^2 rows could not be read: line 3: it has 2 cells, and the table has 4 columns$/)],
    });
    expect(recognize(`${head}\n${line}\nb,Customers,Customers V3,noon\n`)).toMatchObject({
      records: [{}],
      lacks: [expect.stringMatching(/^1 row could not be read: line 3: \w/)],
    });
  });

  test.each([
    ['of which none is left', `${head}\n`, []],
    [
      'without an id',
      'Integration job,Entity,Created On\na,b,c\n',
      [/^has no column "Id": its columns are Integration job, Entity, Created On$/],
    ],
    [
      'with the names of persons',
      'Integration job,Entity,Message,ada@contoso.com\na,b,c,d\n',
      [/^has no column "Id", "Created On": /],
    ],
  ])('%s', (_name, text, lacks) => {
    const input = recognize(text);
    expect(input).toMatchObject({ kind: 'sync-errors', records: [] });
    expect(input.lacks).toEqual(lacks.map((lack) => expect.stringMatching(lack)));
    expect(json(input.lacks)).not.toContain('ada');
  });

  test.each([
    ['three columns, of which one names the job', 'Integration job,Id,Message\na,b,c\n', 'sync-errors'],
    ['two of these', 'Integration job,Id,Other\na,b,c\n', 'unknown'],
    ['four columns, of which one names the entity', 'Entity,Id,Message,Company\na,b,c,d\n', 'sync-errors'],
    ['three of these', 'Entity,Id,Message,Other\na,b,c,d\n', 'unknown'],
    ['columns of any log', 'Id,Message,Company,Code,Category,Created On\na,b,c,d,e,f\n', 'unknown'],
  ])('%s', (_name, text, kind) => {
    expect(recognize(text).kind).toBe(kind);
  });
});
