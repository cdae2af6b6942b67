import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { entityMapOf, mapDependencies } from '../../src/maps/index.js';
import { type FieldDocument, field, lookup, mapRow, shippedMaps } from '../support/entity-maps.js';

const aMap = (table: string, ...fields: readonly FieldDocument[]) => entityMapOf(mapRow(table, 'E', { fields }));
const edges = (...maps: Parameters<typeof mapDependencies>[0]) =>
  mapDependencies(maps).dependencies.map(
    ({ from, to, evidence }) => `${from.slice(0, -4)} > ${to.slice(0, -4)} ${evidence}`,
  );

describe('a lookup is a dependency', () => {
  const currencies = aMap('transactioncurrencies', field('CODE', 'isocurrencycode'));
  const companies = aMap('cdm_companies', field('ID', 'cdm_companycode'));
  test.each<[string, FieldDocument, readonly string[]]>([
    ['the mapping names the table', lookup('A', 'x.y', 'TransactionCurrencies'), ['a > transactioncurrencies stated']],
    ['the column names it', field('A', 'transactioncurrencyid.whatever'), ['a > transactioncurrencies inferred']],
    ['one table alone has the key', field('A', 'msdyn_company.cdm_companycode'), ['a > cdm_companies inferred']],
    [
      'a polymorphic lookup names it',
      field('A', 'customerid.TransactionCurrency(isocurrencycode).Contact(x)'),
      ['a > transactioncurrencies stated'],
    ],
    ['a plain column', field('A', 'isocurrencycode2'), []],
    ['a table of no map', lookup('A', 'x.y', 'others'), []],
  ])('%s', (_name, document, expected) => {
    expect(edges(aMap('a', document), currencies, companies)).toEqual(expected);
  });

  test('a key that two tables have proves nothing, and a lookup within a table is none', () => {
    const more = aMap('other', field('ID', 'cdm_companycode'));
    expect(edges(aMap('a', field('A', 'x.cdm_companycode')), companies, more)).toEqual([]);
    expect(
      edges(aMap('accounts', field('N', 'accountnumber'), lookup('P', 'parent.accountnumber', 'accounts'))),
    ).toEqual([]);
  });

  test('what no map brings is told', () => {
    const { openLookups } = mapDependencies([aMap('a', lookup('A', 'x.y', 'Others'), field('B', 'q.z'))]);
    expect(openLookups).toEqual([
      { from: 'a - E', field: 'q.z', table: null },
      { from: 'a - E', field: 'x.y', table: 'others' },
    ]);
  });

  test('every map of the table is needed', () => {
    const contacts = ['A', 'B'].map((entity) => entityMapOf(mapRow('contacts', entity)));
    expect(edges(aMap('q', lookup('C', 'c.id', 'contacts')), ...contacts)).toHaveLength(2);
  });
});

describe('order', () => {
  test('the nineteen maps: companies first, orders late', () => {
    const { order, circles, unknown } = mapDependencies(shippedMaps().map(entityMapOf));
    const level = (name: string) => order.find((one) => one.name.startsWith(name))?.level ?? -1;
    expect(order).toHaveLength(19);
    expect(level('cdm_companies')).toBe(0);
    expect(level('accounts')).toBe(1);
    expect(level('salesorders')).toBe(2);
    expect({ circles, unknown }).toEqual({ circles: [], unknown: [] });
  });

  test('a circle has one level, and what needs it the next', () => {
    const { order, circles } = mapDependencies([
      aMap('a', lookup('B', 'b.x', 'bs')),
      aMap('bs', lookup('C', 'c.x', 'cs')),
      aMap('cs', lookup('B', 'b.x', 'bs'), lookup('D', 'd.x', 'ds')),
      aMap('ds'),
    ]);
    expect(order.map(({ name, level }) => `${name} ${level}`)).toEqual(['ds - E 0', 'bs - E 1', 'cs - E 1', 'a - E 2']);
    expect(circles).toEqual([['bs - E', 'cs - E']]);
  });

  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((size) =>
      fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }).map((pairs) => ({ size, pairs })),
    );
  test.prop([graph, fc.nat()])(
    'what a map needs is never on a later level, and on its own only within a circle',
    ({ size, pairs }, turn) => {
      const maps = Array.from({ length: size }, (_, index) =>
        aMap(
          `t${index}`,
          ...pairs.filter(([from]) => from === index).map(([, to]) => lookup(`F${to}`, `c${to}.x`, `t${to}`)),
        ),
      );
      const result = mapDependencies(maps);
      const level = new Map(result.order.map(({ name, level }) => [name, level]));
      for (const { from, to } of result.dependencies) {
        const isInCircle = result.circles.some((circle) => circle.includes(from) && circle.includes(to));
        expect((level.get(to) ?? 0) - (level.get(from) ?? 0)).toBeLessThanOrEqual(isInCircle ? 0 : -1);
      }
      expect(result.order).toHaveLength(size);
      const start = turn % size;
      expect(mapDependencies([...maps.slice(start), ...maps.slice(0, start)])).toEqual(result);
    },
  );

  test('a chain of ten thousand', () => {
    const maps = Array.from({ length: 10_000 }, (_, index) => aMap(`t${index}`, lookup('N', 'n.x', `t${index + 1}`)));
    expect(mapDependencies(maps).order.at(-1)).toEqual({ name: 't0 - E', level: 9_999 });
  });

  test('what a map needs is not known when its mapping is broken', () => {
    expect(mapDependencies([entityMapOf({ name: 'x', mapping: '{' })]).unknown).toEqual(['x']);
  });
});
