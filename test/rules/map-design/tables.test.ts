import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/facts/schemas.js';
import { tablesByName } from '../../../src/rules/map-design/tables.js';
import { column } from '../../support/facts.js';

type Row = Facts['tableMetadata'][number];

const row = (name: string, differing: Partial<Row> = {}): Row => ({ side: 'dataverse', name, ...differing });
const inBothOrders = (...rows: readonly Row[]) => [tablesByName(rows), tablesByName([...rows].reverse())];

describe('a table is found', () => {
  test.each(['accounts', ' Accounts ', 'account', 'Customers'])('by %j', (name) => {
    const tables = tablesByName([row('accounts', { otherNames: ['customers'] })]);
    expect(tables.dataverse(name)?.name).toBe('accounts');
    expect(tables.finops(name)).toBeUndefined();
  });

  test('in finance and operations by its names as they are', () => {
    const tables = tablesByName([row('Unit', { side: 'finops', otherNames: ['UnitOfMeasure'] })]);
    expect([tables.finops('unit')?.name, tables.finops('UnitOfMeasure')?.name]).toEqual(['Unit', 'Unit']);
    expect([tables.finops('units'), tables.dataverse('unit')]).toEqual([undefined, undefined]);
  });

  test('by its own name, whatever other names another table has', () => {
    for (const { dataverse } of inBothOrders(row('contacts', { otherNames: ['accounts'] }), row('accounts'))) {
      expect(dataverse('accounts')?.name).toBe('accounts');
      expect(dataverse('account')?.name).toBe('accounts');
    }
  });

  test('by a name that is equal before one that is its set name', () => {
    for (const { dataverse } of inBothOrders(row('account'), row('accounts'))) {
      expect([dataverse('account')?.name, dataverse('accounts')?.name]).toEqual(['account', 'accounts']);
    }
    for (const { dataverse } of inBothOrders(row('parties', { otherNames: ['account'] }), row('accounts'))) {
      expect(dataverse('account')?.name).toBe('parties');
    }
  });

  test('by none of the other names that it shares with another table', () => {
    const rows = [row('accounts', { otherNames: ['a', 'x'] }), row('contacts', { otherNames: ['x', 'c', 'X'] })];
    for (const { dataverse } of inBothOrders(...rows)) {
      expect([dataverse('x'), dataverse('a')?.name, dataverse('c')?.name]).toEqual([undefined, 'accounts', 'contacts']);
    }
    for (const { dataverse } of inBothOrders(...rows, row('tasks', { otherNames: ['x'] }))) {
      expect(dataverse('x')).toBeUndefined();
    }
  });

  test('by another name that it has in two of its rows', () => {
    const [tables] = inBothOrders(row('accounts', { otherNames: ['x'] }), row('Accounts', { otherNames: ['X', 'y'] }));
    expect(tables?.dataverse('x')?.name).toBe('Accounts');
    expect(tables?.dataverse('y')?.name).toBe('Accounts');
  });
});

test('names have no blanks around them, those of tables and of columns', () => {
  const table = tablesByName([row(' accounts ', { columns: [column(' name ')] })]).dataverse('accounts');
  expect([table?.name, table?.columns?.get('name')?.name]).toEqual(['accounts', 'name']);
});

describe('several rows of one table', () => {
  const merged = (...rows: readonly Partial<Row>[]) => {
    const [first, second] = inBothOrders(...rows.map((differing) => row('accounts', differing)));
    expect(second?.dataverse('accounts')).toEqual(first?.dataverse('accounts'));
    return first?.dataverse('accounts');
  };

  test('say what one of them says', () => {
    const known: Partial<Row> = {
      companySpecific: false,
      columns: [column('name')],
      alternateKeys: [['name']],
      integrationKey: ['name'],
    };
    const silent = { companySpecific: null, columns: null, alternateKeys: null, integrationKey: null };
    expect(merged(known, {}, silent)).toEqual(merged(known));
    expect(merged(known)).toEqual({
      name: 'accounts',
      otherNames: [],
      companySpecific: false,
      columns: new Map([
        ['name', { name: 'name', type: 'string', required: true, readOnly: false, lookupTargets: undefined }],
      ]),
      alternateKeys: [['name']],
      integrationKey: ['name'],
    });
    expect(merged(silent, {})).toEqual({
      name: 'accounts',
      otherNames: [],
      companySpecific: undefined,
      columns: undefined,
      alternateKeys: undefined,
      integrationKey: undefined,
    });
  });

  test('say nothing where they disagree', () => {
    const table = merged(
      { companySpecific: true, integrationKey: ['a'], columns: [column('a', { type: 'String', required: true })] },
      {
        companySpecific: false,
        integrationKey: ['b'],
        columns: [column('A', { type: 'Picklist', required: false, readOnly: true })],
      },
    );
    expect(table).toMatchObject({ companySpecific: undefined, integrationKey: undefined });
    expect(table?.columns?.get('a')).toEqual({
      name: 'A',
      type: undefined,
      required: undefined,
      readOnly: undefined,
      lookupTargets: undefined,
    });
  });

  test('agree whatever the letters and the order of what makes up a key', () => {
    const table = merged(
      { integrationKey: ['a', 'B '], alternateKeys: [['a', 'b']], columns: [column('a', { type: ' string' })] },
      { integrationKey: ['b', 'a'], alternateKeys: [['B', 'a'], ['c']], columns: [column('a', { type: 'String' })] },
    );
    expect(table?.integrationKey?.length).toBe(2);
    expect(table?.alternateKeys?.length).toBe(2);
    expect(table?.columns?.get('a')?.type).toBe('string');
  });

  test('have the columns, keys and targets of all of them', () => {
    const table = merged(
      { columns: [column('b'), column('a', { lookupTargets: ['account'] })], alternateKeys: [], integrationKey: [] },
      {
        columns: [column('c'), column('a', { lookupTargets: ['Contact', 'ACCOUNT'] }), column('d', { type: ' ' })],
        alternateKeys: [['a']],
      },
    );
    expect([...(table?.columns?.keys() ?? [])]).toEqual(['a', 'b', 'c', 'd']);
    expect(table?.columns?.get('a')?.lookupTargets).toEqual(['account', 'contact']);
    expect(table?.columns?.get('d')?.type).toBeUndefined();
    expect([table?.alternateKeys, table?.integrationKey]).toEqual([[['a']], []]);
  });

  test('of two sides are two tables', () => {
    const tables = tablesByName([row('x', { companySpecific: true }), { ...row('x'), side: 'finops' }]);
    expect([tables.dataverse('x')?.companySpecific, tables.finops('x')?.companySpecific]).toEqual([true, undefined]);
  });
});
