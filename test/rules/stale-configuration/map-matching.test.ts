import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { activityOf } from '../../../src/maps/map-activity.js';
import { matchRows } from '../../../src/rules/stale-configuration/match-rows.js';
import { make } from '../../support/facts.js';

type EntityMap = ReturnType<typeof make.entityMap>;
type Row = ReturnType<typeof make.projectConfiguration>;

const [g1, g2, g3] = ['1', '2', '3'].map((digit) => `a0000000-0000-4000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
]; // Safe: three in, three out.

// Names that nearly meet, in several spellings.
const table = fc.constantFrom(
  'account',
  'Accounts',
  ' accounts ',
  'address',
  'addresse',
  'addresses',
  'company',
  'companies',
  'companys',
  'new',
  'news',
  'newses',
  'box',
  'boxes',
  '',
  's',
);
const entity = fc.constantFrom('Customers V3', ' customers v3 ', 'Vendors V2');
const project = fc.constantFrom(
  null,
  ' ',
  'P1',
  ' p1',
  g1,
  `{${g2.toUpperCase()}}`,
  g3,
  `DWM-${g1}-${g2}`,
  `dwm-${g1}-${g3}`.toUpperCase(),
  `DWM-${g2}-${g1}`,
  `DWM-${g1}`,
);
const state = fc.constantFrom('running', 'stopped', 'unknown', 'paused', 'not-running' as const);
const map: fc.Arbitrary<EntityMap> = fc
  .record({ projectName: project, dataverseTable: table, finopsEntity: entity, state })
  .map((differing) => make.entityMap(differing));
const row: fc.Arbitrary<Row> = fc
  .record({ projectName: project, dataverseTable: table, finopsEntity: entity })
  .map(({ projectName, ...sides }) => make.projectConfiguration({ ...sides, projectName: projectName ?? '' }));

/** The contract's definition of a match, for one row and one map. */
function areMatched(one: Row, other: EntityMap): boolean {
  const [left, right] = [normal(one.projectName), normal(other.projectName ?? '')];
  const isSameProject =
    left !== '' && right !== '' && (left === right || standsIn(left, right) || standsIn(right, left));
  const [table, otherTable] = [normal(one.dataverseTable), normal(other.dataverseTable)];
  const isSamePair =
    normal(one.finopsEntity) === normal(other.finopsEntity) &&
    (table === otherTable ||
      (table !== '' && otherTable !== '' && (setNames[table] ?? `${table}s`) === otherTable) ||
      (otherTable !== '' && table !== '' && (setNames[otherTable] ?? `${otherTable}s`) === table));
  return isSameProject || isSamePair;
}

/** Worked out by hand; the others take an `s`. */
const setNames: Readonly<Record<string, string>> = {
  accounts: 'accountses',
  address: 'addresses',
  addresses: 'addresseses',
  company: 'companies',
  companies: 'companieses',
  companys: 'companyses',
  news: 'newses',
  newses: 'newseses',
  box: 'boxes',
  boxes: 'boxeses',
  s: 'ses',
};

function normal(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1');
}

function standsIn(guid: string, composed: string): boolean {
  return [g1, g2, g3].includes(guid) && composed.length === 77 && composed.includes(guid);
}

const lists: [fc.Arbitrary<Row[]>, fc.Arbitrary<EntityMap[]>] = [
  fc.array(row, { maxLength: 6 }),
  fc.array(map, { maxLength: 6 }),
];

property.prop(lists)('the index answers as comparing every row with every map does', (rows, maps) => {
  const { activityAt, isMatched } = matchRows(rows, maps);
  const expected = rows.map((row) => {
    const states = maps.filter((map) => areMatched(row, map)).map(activityOf);
    return ['runs' as const, 'unknown' as const, 'off' as const].find((activity) => states.includes(activity));
  });
  expect(rows.map((_, place) => activityAt(place))).toEqual(expected);
  expect(maps.map(isMatched)).toEqual(maps.map((map) => rows.some((row) => areMatched(row, map))));
});

property.prop(lists)('the order of rows and maps decides nothing', (rows, maps) => {
  const [forward, backward] = [matchRows(rows, maps), matchRows(rows.toReversed(), maps.toReversed())];
  rows.forEach((_, place) => {
    expect(backward.activityAt(rows.length - 1 - place)).toBe(forward.activityAt(place));
  });
  expect(maps.map(backward.isMatched)).toEqual(maps.map(forward.isMatched));
});

describe('what one map matches', () => {
  const runs = make.entityMap({ dataverseTable: 'quotes', finopsEntity: 'CDS quotation headers' });
  const matches = (differing: Partial<Row>) =>
    matchRows([make.projectConfiguration({ finopsEntity: 'CDS quotation headers', ...differing })], [runs]);

  test.each([
    ['the logical name and no project', { dataverseTable: 'quote', projectName: '' }],
    ['the set name and another project', { dataverseTable: 'quotes', projectName: 'P1' }],
    [
      'a bare GUID of its project and another pair',
      { dataverseTable: 'x', finopsEntity: 'y', projectName: '7f12cb89-1550-42e2-858e-4761fc1443ea' },
    ],
  ])('%s', (_, differing) => {
    expect(matches(differing).activityAt(0)).toBe('runs');
    expect(matches(differing).isMatched(runs)).toBe(true);
  });

  test('neither another table nor another entity, without a project of its own', () => {
    for (const differing of [{ dataverseTable: 'quotess' }, { dataverseTable: 'quotes', finopsEntity: 'quotes' }]) {
      expect(matches({ ...differing, projectName: '' }).activityAt(0)).toBeUndefined();
      expect(matches({ ...differing, projectName: '' }).isMatched(runs)).toBe(false);
    }
  });
});

test('a hundred thousand rows and maps of one entity, whose projects share a GUID, are matched in seconds', () => {
  const count = 100_000;
  const guid = (index: number) => `b0000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
  const maps = Array.from({ length: count }, (_, index) =>
    make.entityMap({ dataverseTable: `new_t${index}s`, projectName: `DWM-${g1}-${guid(index)}` }),
  );
  const rows = Array.from({ length: count }, (_, index) =>
    make.projectConfiguration({ dataverseTable: `new_t${index + 1}`, projectName: index % 2 === 0 ? g1 : 'gone' }),
  );
  const { activityAt } = matchRows(rows, maps);
  expect(rows.filter((_, place) => activityAt(place) === undefined)).toHaveLength(1);
}, 20_000);
