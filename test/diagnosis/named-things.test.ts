import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { type Captures, type Diagnosis, diagnosisOf } from '../../src/diagnosis/diagnosis.js';
import {
  hasHumps,
  labelOf,
  type MapSides,
  type NamedThings,
  namedThings,
  oneByOne,
  sidesOf,
} from '../../src/diagnosis/named-things.js';

const project = 'DWM-77a35e60-4bc2-4905-88ea-69efd3b29261-8812cb89-1550-42e2-858e-4761fc1443eb';
const nothing: NamedThings = { maps: [], lookups: [], projects: [], companies: [], teams: [], solutions: [], ids: [] };

/** A diagnosis of a topic with these captures. */
function diagnosed(captures: Captures, id = 'dataverse-refused'): Diagnosis {
  const topic = topics.find((one) => one.id === id);
  if (topic === undefined) throw new Error(`${id} is not a topic`);
  return diagnosisOf(topic, captures);
}

/** What is named, without what is not. */
function named(text: string, ...diagnoses: readonly Diagnosis[]): Partial<NamedThings> {
  return Object.fromEntries(Object.entries(namedThings(text, diagnoses)).filter(([, things]) => things.length > 0));
}

const map = (finopsEntity: string, dataverseTable: string): MapSides => ({ finopsEntity, dataverseTable });

describe('maps that a text names', () => {
  const customers = map('Customers V3', 'accounts');
  test.each<readonly [text: string, maps: readonly MapSides[]]>([
    ['Customers V3 (accounts): failed', [customers]],
    ['  Customers V3 (accounts) : failed', [customers]],
    ['a log\nCustomers V3 (accounts): failed', [customers]],
    ['first; Customers V3 (accounts): failed', [customers]],
    ['first|Customers V3 (accounts): failed', [customers]],
    ['"Customers V3 (accounts): failed"', [customers]],
    ["'Customers V3 (accounts): failed'", [customers]],
    ['first, Customers V3 (accounts): failed', [map('first, Customers V3', 'accounts')].slice(1)],
    ['Customers V3 (accounts) failed', []],
    ['Customers V3 (Accounts): failed', []],
    ['Customers V3 (a b): failed', []],
    ['Customers V3(accounts): failed', []],
    ['the map Customers V3 (accounts) failed', [customers]],
    ['Map Customers V3 (accounts) failed', [customers]],
    ['roadmap Customers V3 (accounts) failed', []],
    ['the map (accounts) failed', []],
    ['the map [Customers V3] - [accounts] failed', [customers]],
    ['[Customers V3]-[accounts]', [customers]],
    ['[Customers V3] – [accounts]', [customers]],
    ['[Customers V3 ] - [accounts]', [customers]],
    ['[Customers V3] - [Accounts]', []],
    ['[accounts - Customers V3]', [customers]],
    ['"accounts — Customers V3"', [customers]],
    ["'accounts - Customers V3'", [customers]],
    ['accounts - Customers V3', []],
    ['"accounts - Customers V3', []],
    ['"Customers V3 - accounts"', [customers]],
    ["'Customers V3 – accounts'", [customers]],
    ['[Customers V3 - accounts]', []],
    ['"Customers V3 - Accounts"', []],
    ['"Größen/Maße & Co. 2_b (cdm_sizes): failed"', [map('Größen/Maße & Co. 2_b', 'cdm_sizes')]],
    [`the map ${'E'.repeat(80)} (accounts) failed`, [map('E'.repeat(80), 'accounts')]],
    [`the map ${'E'.repeat(81)} (accounts) failed`, []],
    [`the map X (${'a'.repeat(100)}) failed`, [map('X', 'a'.repeat(100))]],
    [`the map X (${'a'.repeat(101)}) failed`, []],
    ['the map X (a) failed', []],
    ['the map X (1a) failed', []],
    ['map A (ab) and map B (cd) and map A (ab)', [map('A', 'ab'), map('B', 'cd')]],
    [
      'Customers V3 (accounts): x\nthe map Units (uoms) and "vendors - Vendors V2"',
      [customers, map('Units', 'uoms'), map('Vendors V2', 'vendors')],
    ],
  ])('%j', (text, maps) => expect(namedThings(text, []).maps).toEqual(maps));

  test('are those of the captures too, each once', () => {
    const diagnoses = [
      diagnosed({ maps: ['Customers V3 (accounts)', 'Units (uoms)'] }),
      diagnosed({ maps: ['accounts - Customers V3', 'vendors'] }),
    ];
    expect(namedThings('the map Parties (msdyn_parties)', diagnoses).maps).toEqual([
      customers,
      map('Units', 'uoms'),
      { dataverseTable: 'vendors' },
      map('Parties', 'msdyn_parties'),
    ]);
  });

  test('are known by their sides, if no whole map is named', () => {
    const sides = diagnosed({ entity: ['CustCustomerV3Entity'], table: ['accounts'] });
    expect(named('', sides)).toEqual({ maps: [map('CustCustomerV3Entity', 'accounts')] });
    expect(named('the map Units (uoms)', sides)).toEqual({ maps: [map('Units', 'uoms')] });
  });

  test.each<readonly [captures: Captures, maps: readonly MapSides[]]>([
    [{ table: ['accounts'] }, [{ eitherSide: 'accounts' }]],
    [{ table: ['msdyn_vendors'] }, [{ eitherSide: 'msdyn_vendors' }]],
    [{ entity: ['Vendors'] }, [{ eitherSide: 'Vendors' }]],
    [{ entity: ['Vendors V2'] }, [{ finopsEntity: 'Vendors V2' }]],
    [{ entity: ['VendVendorV2Entity'] }, [{ finopsEntity: 'VendVendorV2Entity' }]],
    [{ entity: ['uoms', 'UnitEntity'] }, [map('UnitEntity', 'uoms')]],
    [{ entity: ['UnitEntity', 'SizeEntity'] }, [{ finopsEntity: 'UnitEntity' }, { finopsEntity: 'SizeEntity' }]],
    [
      { entity: ['UnitEntity', 'SizeEntity'], table: ['uoms'] },
      [{ finopsEntity: 'UnitEntity' }, { finopsEntity: 'SizeEntity' }, { eitherSide: 'uoms' }],
    ],
    [
      { entity: ['UnitEntity'], table: ['uoms', 'sizes'] },
      [{ finopsEntity: 'UnitEntity' }, { eitherSide: 'uoms' }, { eitherSide: 'sizes' }],
    ],
    [{ table: ['accounts', 'Accounts', 'ACCOUNTS '] }, [{ finopsEntity: 'ACCOUNTS ' }]],
  ])('sides: %j', (captures, maps) => expect(namedThings('', [diagnosed(captures)]).maps).toEqual(maps));

  test.each<readonly [text: string, names: readonly string[]]>([
    ['in CustCustomerV3Entity, it failed', ['CustCustomerV3Entity']],
    ['an XyEntity', []],
    ['an XyzEntity and an XyzEntityX', ['XyzEntity']],
    ['DualWriteProjectConfigurationEntity', []],
    ['dualwriteSomeEntity', []],
    ['MyDualWriteEntity', ['MyDualWriteEntity']],
    ['Writes to Customers V3 failed', ['Customers V3']],
    ['writes to Customers V3, which failed', []],
    ['rewrites to Customers V3 failed', []],
    [`writes to ${'x'.repeat(100)} failed`, ['x'.repeat(100)]],
    [`writes to ${'x'.repeat(101)} failed`, []],
    ['{"entityName":"Customers V3","x":1}', ['Customers V3']],
    ["{'entityName' : 'Customers V3'}", ['Customers V3']],
    ['{\\"externalEntityName\\":\\"msdyn_vendors\\"}', ['msdyn_vendors']],
    ['ENTITYNAME=Customers V3;', ['Customers V3']],
    ['myEntityName: x_y', []],
    ['the entityName is unknown', []],
  ])('%j: %j', (text, names) => {
    expect(namedThings(text, []).maps.map((sides) => Object.values(sides).join())).toEqual(names);
  });
});

describe('tables that are looked up', () => {
  test.each(['live-sync-reference-data-missing', 'initial-sync-lookup-not-found'])('by %s', (id) => {
    expect(named('', diagnosed({ table: ['uoms', 'UOMS', 'sizes'] }, id))).toEqual({
      lookups: [{ dataverseTable: 'UOMS' }, { dataverseTable: 'sizes' }],
    });
  });

  test('are not written, those of other topics are', () => {
    expect(
      named('', diagnosed({ table: ['uoms'] }, 'live-sync-reference-data-missing'), diagnosed({ table: ['a_b'] })),
    ).toEqual({
      lookups: [{ dataverseTable: 'uoms' }],
      maps: [{ eitherSide: 'a_b' }],
    });
  });

  test('are none where none is captured', () => {
    expect(named('', diagnosed({}, 'live-sync-reference-data-missing'), diagnosed({}))).toEqual({});
  });
});

describe('other things', () => {
  test('projects, each once, wherever they are', () => {
    expect(named(`(${project}) and ${project.toLowerCase()}, [${project}]`).projects).toEqual([project]);
    const other = project.replace('77', '88').toLowerCase();
    expect(named(`${project} and ${other}`).projects).toEqual([project, other]);
    expect(named(`x${project}`).projects).toBeUndefined();
    expect(named(`${project}0`).projects).toBeUndefined();
    expect(named(`${project}-0`).projects).toBeUndefined();
    expect(named(project.slice(0, -1)).projects).toBeUndefined();
  });

  test('a project is not a part of a map', () => {
    expect(named(`the map Customers ${project} V3 (accounts) failed`).maps).toEqual([
      map('Customers   V3', 'accounts'),
    ]);
  });

  test('companies, teams and solutions by their captures, each once', () => {
    const id = 'A0000000-0000-4000-8000-000000000001';
    const diagnoses = [
      diagnosed({ companies: ['usmf', 'DEMF'], company: ['USMF'], team: [id, `{${id.toLowerCase()}}`] }),
      diagnosed({ company: ['GBSI'], solution: ['Core', 'CORE'], guids: [id] }),
    ];
    expect(named('', ...diagnoses)).toEqual({
      companies: ['USMF', 'DEMF', 'GBSI'],
      teams: [`{${id.toLowerCase()}}`],
      solutions: ['CORE'],
      ids: [id],
    });
  });

  test.each<readonly [text: string, ids: readonly string[] | undefined]>([
    ['for USMF and 1000, A1 and USMF', ['USMF', '1000', 'A1']],
    ['for Usmf, X and USMFX', undefined],
  ])('codes: %s: %j', (text, ids) => expect(named(text).ids).toEqual(ids));

  test('nothing in nothing', () => expect(namedThings('', [])).toEqual(nothing));
});

describe('the sides of a map by its name', () => {
  test.each<readonly [name: string, sides: MapSides]>([
    ['Customers V3 (accounts)', map('Customers V3', 'accounts')],
    [' Customers V3 (accounts) ', map('Customers V3', 'accounts')],
    ['Customers (old) V3 (accounts)', map('Customers (old) V3', 'accounts')],
    ['accounts - Customers V3', map('Customers V3', 'accounts')],
    ['Customers V3 - accounts', map('Customers V3', 'accounts')],
    ['[Customers V3] - [accounts]', map('Customers V3', 'accounts')],
    ['msdyn_[accounts - Customers V3]', map('Customers V3', 'accounts')],
    ['accounts - Customers - Europe', map('Customers - Europe', 'accounts')],
    ['Customers - Europe - accounts', map('Customers - Europe', 'accounts')],
    ['accounts - contacts', map('contacts', 'accounts')],
    ['Customers - Europe', map('Europe', 'Customers')],
    ['accounts', { dataverseTable: 'accounts' }],
    ['Customers V3', { finopsEntity: 'Customers V3' }],
    ['Customers (accounts) x', { finopsEntity: 'Customers (accounts) x' }],
    ['x Customers(accounts)', { finopsEntity: 'x Customers(accounts)' }],
    ['first\nCustomers (accounts)', { finopsEntity: 'first\nCustomers (accounts)' }],
    ['1accounts', { finopsEntity: '1accounts' }],
    ['', { finopsEntity: '' }],
  ])('%j', (name, sides) => expect(sidesOf(name)).toEqual(sides));
});

test.each([
  ['CustEntity', true],
  ['custEntity', true],
  ['v3Entity', true],
  ['3Entity', true],
  ['Customers', false],
  ['CUSTOMERS', false],
  ['msdyn_vendors', false],
  ['Customers V3', false],
])('%s has humps: %s', (name, has) => expect(hasHumps(name)).toBe(has));

describe('one thing at a time', () => {
  const [a, b] = [map('A', 'a_as'), map('B', 'b_bs')];
  test.each<readonly [what: string, named: Partial<NamedThings>, each: readonly Partial<NamedThings>[]]>([
    ['nothing', {}, [{}]],
    ['one of each', { maps: [a], companies: ['USMF'], ids: ['x'] }, [{ maps: [a], companies: ['USMF'], ids: ['x'] }]],
    ['two maps', { maps: [a, b] }, [{ maps: [a] }, { maps: [b] }]],
    ['several ids are not things', { maps: [a], ids: ['x', 'y'] }, [{ maps: [a], ids: ['x', 'y'] }]],
    [
      'what there is one of belongs to all',
      { maps: [a, b], companies: ['USMF'], projects: [project] },
      [
        { maps: [a], companies: ['USMF'], projects: [project] },
        { maps: [b], companies: ['USMF'], projects: [project] },
      ],
    ],
    [
      'of two kinds, each alone',
      { projects: ['P', 'Q'], companies: ['USMF', 'DEMF'], solutions: ['S'] },
      [
        { projects: ['P'], solutions: ['S'] },
        { projects: ['Q'], solutions: ['S'] },
        { companies: ['USMF'], solutions: ['S'] },
        { companies: ['DEMF'], solutions: ['S'] },
      ],
    ],
    ['teams and solutions', { teams: ['1', '2'] }, [{ teams: ['1'] }, { teams: ['2'] }]],
    ['solutions', { solutions: ['1', '2'] }, [{ solutions: ['1'] }, { solutions: ['2'] }]],
    [
      'ids are for themselves',
      { maps: [a, b], companies: ['USMF'], ids: ['x', 'y'] },
      [{ maps: [a], companies: ['USMF'] }, { maps: [b], companies: ['USMF'] }, { ids: ['x', 'y'] }],
    ],
    [
      'lookups belong to all',
      { maps: [a, b], lookups: [a, b] },
      [
        { maps: [a], lookups: [a, b] },
        { maps: [b], lookups: [a, b] },
      ],
    ],
  ])('%s', (_what, some, each) => {
    expect(oneByOne({ ...nothing, ...some })).toEqual(each.map((one) => ({ ...nothing, ...one })));
  });
});

describe('how it is shown', () => {
  const some: NamedThings = {
    ...nothing,
    maps: [map('A', 'a_as'), { finopsEntity: 'B' }, { dataverseTable: 'c_cs' }, { eitherSide: 'd' }, {}],
    lookups: [map('E', 'e_es')],
    projects: [project],
    companies: ['USMF', 'DEMF'],
    teams: ['T'],
    solutions: ['S'],
    ids: ['x'],
  };
  test.each([
    [[], ''],
    [['maps'], 'A (a_as), B, c_cs, d, '],
    [['companies'], 'USMF, DEMF'],
    [['solutions', 'teams', 'projects', 'companies'], `${project}, USMF, DEMF, T, S`],
    [['teams', 'maps'], 'A (a_as), B, c_cs, d, , T'],
  ] as const)('%j: %j', (kinds, label) => expect(labelOf(some, kinds)).toBe(label));
});
