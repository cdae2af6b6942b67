import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/facts/schemas.js';
import { fieldPath } from '../../../src/maps/field-path.js';
import { columnsReached, integrationKeys } from '../../../src/rules/map-design/integration-keys.js';
import { readMaps } from '../../../src/rules/map-design/read-maps.js';
import { mappingDocument } from '../../support/entity-maps.js';
import { column } from '../../support/facts.js';

type Row = Facts['tableMetadata'][number];
type MapRow = Facts['mapDefinitions'][number];

const mapOf = (table: string, keys: readonly string[] | null, name = table): MapRow => ({
  name,
  integrationKeys: keys,
  mapping: JSON.stringify(mappingDocument(table, 'Any')),
});
const row = (differing: Partial<Row>): Row => ({ side: 'dataverse', name: 'accounts', ...differing });
const derive = <Values extends readonly object[], Result>(compute: (...values: Values) => Result, ...values: Values) =>
  compute(...values);

/** The key of a table as texts with their kinds, from maps and metadata in either order. */
function keyOf(table: string | undefined, maps: readonly MapRow[], rows: readonly Row[] = []) {
  const [key, again] = [maps, [...maps].reverse()].map((some) =>
    integrationKeys(some, rows, { derive })
      .ofTable(table)
      ?.map(({ text, kind }) => `${kind} ${text}`),
  );
  expect(again).toEqual(key);
  return key;
}

describe('maps name the key of their table', () => {
  test.each(['accounts', ' Accounts', 'account'])('whatever the name: %j', (table) => {
    expect(keyOf(table, [mapOf('ACCOUNTS', ['accountnumber'])])).toEqual(['column accountnumber']);
  });

  test('with the kinds of its columns', () => {
    const keys = [' accountnumber ', 'msdyn_company.CDM_CompanyCode', ' a.msdyn_company.cdm_companycode', 'a.b'];
    expect(keyOf('accounts', [mapOf('accounts', keys)])).toEqual([
      'column accountnumber',
      'company msdyn_company.CDM_CompanyCode',
      'company a.msdyn_company.cdm_companycode',
      'lookup a.b',
    ]);
  });

  test('together, if they agree in whatever order and letters', () => {
    const maps = [mapOf('accounts', ['b', 'a'], '1'), mapOf('accounts', ['A', ' b '], '2')];
    expect(keyOf('accounts', maps)).toEqual(['column A', 'column b']);
    expect(
      keyOf('accounts', [...maps, mapOf('accounts', ['a'], '3'), mapOf('accounts', ['a', 'b'], '4')]),
    ).toBeUndefined();
  });

  test('against the metadata, also where they say that there is none or disagree', () => {
    const rows = [row({ integrationKey: ['x'] })];
    expect(keyOf('accounts', [mapOf('accounts', null)], rows)).toEqual(['column x']);
    expect(keyOf('accounts', [mapOf('accounts', [])], rows)).toEqual([]);
    expect(keyOf('accounts', [mapOf('accounts', ['a'], '1'), mapOf('accounts', ['b'], '2')], rows)).toBeUndefined();
  });

  test('of no table without a name', () => {
    const nameless = [[{}], []].map(
      (legs): MapRow => ({ name: 'x', integrationKeys: ['a'], mapping: JSON.stringify({ legs }) }),
    );
    for (const table of [undefined, '', ' '])
      expect(keyOf(table, nameless, [row({ name: ' ', integrationKey: ['a'] })])).toBeUndefined();
  });

  test('of no map without a table, unless it names its key', () => {
    const maps = [[], [{}]].map((legs): MapRow => ({ name: 'x', mapping: JSON.stringify({ legs }) }));
    const keys = integrationKeys(maps, [row({ integrationKey: ['a'] })], { derive });
    expect(readMaps(maps).map(keys.of)).toEqual([undefined, undefined]);
  });

  test('and the one of the map itself comes first', () => {
    const maps = [mapOf('accounts', ['a'], '1'), mapOf('accounts', ['b'], '2'), mapOf('accounts', null, '3')];
    const keys = integrationKeys(maps, [], { derive });
    expect(readMaps(maps).map((map) => keys.of(map)?.map(({ text }) => text))).toEqual([['a'], ['b'], undefined]);
  });
});

describe('metadata names the key of a table', () => {
  test.each([
    ['its own', { integrationKey: ['a'], alternateKeys: [['b']] }, ['column a']],
    ['its only alternate key', { alternateKeys: [['a', 'b']] }, ['column a', 'column b']],
    ['none of several alternate keys', { alternateKeys: [['a'], ['b']] }, undefined],
    ['that there is none', { alternateKeys: [] }, []],
    ['nothing', {}, undefined],
  ])('%s', (_what, differing, expected) => expect(keyOf('account', [], [row(differing)])).toEqual(expected));

  test('with lookups, by the types of the columns', () => {
    const columns = [
      column('MSDYN_Company', { lookupTargets: ['cdm_company'] }),
      column('partyid', { type: 'Lookup' }),
      column('customerid', { type: 'Customer' }),
      column('ownerid', { type: 'Owner' }),
      column('groupid', { type: 'Edm.Guid', lookupTargets: ['group'] }),
      column('plain', { lookupTargets: [] }),
      column('companyid', { lookupTargets: ['account', 'cdm_companies'] }),
      column('partyid.number', { type: 'Lookup' }),
    ];
    const integrationKey = [
      'msdyn_company',
      'partyid',
      'customerid',
      'ownerid',
      'groupid',
      'plain',
      'companyid',
      ' partyid.number ',
      ' other ',
    ];
    expect(keyOf('accounts', [], [row({ columns, integrationKey })])).toEqual([
      'company msdyn_company',
      'bare-lookup partyid',
      'bare-lookup customerid',
      'bare-lookup ownerid',
      'bare-lookup groupid',
      'column plain',
      'company companyid',
      'lookup partyid.number',
      'column other',
    ]);
  });
});

test.each([
  ['A', ['a']],
  ['A.B.C', ['a.b.c']],
  ['Customer.Account(Number,B.C).Contact(Id)', ['customer.number', 'customer.b.c', 'customer.id']],
  ['', []],
  ['a..(', []],
])('the columns that %j reaches', (text, expected) => expect(columnsReached(fieldPath(text))).toEqual(expected));
