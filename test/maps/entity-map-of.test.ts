import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareMaps, documentOf, type EntityMap, entityMapOf, toEntityMapRow } from '../../src/maps/index.js';
import { type MapRow, mappingDocument, mapRow, shippedDirections, shippedMaps } from '../support/entity-maps.js';

const shipped = shippedMaps();
const parsed = shipped.map(entityMapOf);
const fieldsOf = (map: EntityMap) => map.mapping?.legs.flatMap(({ fieldMappings }) => fieldMappings) ?? [];

describe('the nineteen maps', () => {
  test('every field is read, in whichever way its direction is written', () => {
    const count = (text: string) =>
      shippedDirections.reduce((sum, [raw, times]) => sum + (String(raw) === text ? times : 0), 0);
    const directions = parsed.flatMap(fieldsOf).map(({ direction }) => direction);
    const times = (wanted: string) => directions.filter((direction) => direction === wanted).length;
    expect(directions).toHaveLength(337);
    expect(times('both')).toBe(count('3'));
    expect(times('source-to-destination')).toBe(count('1'));
    expect(times('destination-to-source')).toBe(count('2'));
  });

  test.each(parsed.map((map, index) => [map.name, map, shipped[index] as MapRow] as const))('%s', (_name, map, row) => {
    expect(map.issues).toEqual([]);
    expect(map.name).toBe(row.msdyn_displayname);
    expect(`${map.dataverseTable} - ${map.finopsEntity}`).toBe(map.name);
    expect(map.publisher).toBe('msdyn');
    expect(map.columns.mapping.status).toBe('read');
    // Nothing is lost: the texts are those that came, and hold what they held.
    expect(toEntityMapRow(map)).toEqual({ ...row, publisher: 'msdyn' });
    expect(JSON.stringify(documentOf(map.columns.mapping))).toBe(JSON.stringify(JSON.parse(row.msdyn_mapping)));
    expect(map.mapping?.legs[0]?.entityFileFormat).toBe('CSV');
  });

  test('two of them have eleven lookups, and some a polymorphic one', () => {
    const numbers = parsed.map(
      (map) =>
        fieldsOf(map).filter(({ dataversePath: { type } }) => type === 'lookup' || type === 'polymorphic').length,
    );
    expect(numbers.filter((number) => number > 10)).toEqual([11, 11]);
    expect(parsed.flatMap(fieldsOf).filter(({ dataversePath }) => dataversePath.type === 'polymorphic')).toHaveLength(
      3,
    );
  });

  test('properties that lack their last brace are read as far as they go, and flagged', () => {
    const parties = parsed.find(({ dataverseTable }) => dataverseTable === 'msdyn_parties');
    expect(parties?.columns.properties).toEqual({
      status: 'repaired',
      text: shipped.find(({ msdyn_name }) => msdyn_name.includes('parties - CDS Parties'))?.msdyn_properties,
      fault: { type: 'invalid-json', position: 464, because: 'expected "," or "}", found the end' },
    });
    expect(parties?.properties?.requirements?.solutions).toEqual([{ solution: 'PartySolution', version: '3.0.2.1' }]);
    expect(parties?.mapping?.legs).toHaveLength(1);
  });
});

describe('names', () => {
  test.each<[string, object, string, string | undefined]>([
    ['the technical name', { msdyn_name: 'msdyn_[accounts - Customers V3]' }, 'accounts - Customers V3', 'msdyn'],
    [
      'the prefix of another publisher',
      { msdyn_name: 'con1_[accounts - Customers V3]' },
      'accounts - Customers V3',
      'con1',
    ],
    ['the display name', { msdyn_displayname: ' accounts - Customers V3 ' }, 'accounts - Customers V3', undefined],
    ['the display name wins', { msdyn_name: 'a_[x - y]', msdyn_displayname: 'accounts - Z' }, 'accounts - Z', 'a'],
    ['a blank display name does not', { msdyn_name: 'a_[x - y]', msdyn_displayname: ' ' }, 'x - y', 'a'],
    ['in brackets, finance first', { name: '[Customers V3] - [accounts]' }, 'accounts - Customers V3', undefined],
    ['both at once', { name: 'msdyn_[[Customers V3] - [accounts]]' }, 'accounts - Customers V3', 'msdyn'],
    ['a hyphen in the entity', { name: 'm_[uoms - Units - all]' }, 'uoms - Units - all', 'm'],
    ['no form that is known', { name: 'my map' }, 'my map', undefined],
    ['brackets inside', { name: 'm_[a [b] - c]' }, 'a [b] - c', 'm'],
    ['nothing but the mapping', { mapping: mappingDocument('uoms', 'Units') }, 'uoms - Units', undefined],
    ['nothing but the sides', { mapping: { legs: mappingDocument('uoms', 'Units').legs } }, 'uoms - Units', undefined],
    ['a mapping document alone', mappingDocument('uoms', 'Units'), 'uoms - Units', undefined],
    [
      'the sides say that a plain name is the wrong way round',
      { displayName: 'Units - uoms', mapping: mappingDocument('uoms', 'Units') },
      'uoms - Units',
      undefined,
    ],
    ['a publisher that is given', { name: 'm_[a - b]', publisher: ' Contoso ' }, 'a - b', 'Contoso'],
    ['nothing at all', {}, '', undefined],
  ])('%s', (_case, row, name, publisher) => {
    expect(entityMapOf(row)).toMatchObject({ name, ...(publisher === undefined ? {} : { publisher }) });
    expect(entityMapOf(row).publisher).toBe(publisher);
  });
});

describe('a column under several names', () => {
  const [one, other] = [mappingDocument('uoms', 'Units'), mappingDocument('accounts', 'Customers V3')].map((document) =>
    JSON.stringify(document),
  );
  const ignored = (path: string, read: string) => ({ path, message: `is not read, because ${read} has other content` });

  test.each<[string, object, object, readonly object[]]>([
    ['the mapping', { mapping: other, msdyn_mapping: one }, { mapping: other }, [ignored('mapping', 'msdyn_mapping')]],
    [
      'in two letter cases',
      { MSDYN_MAPPING: other, msdyn_mapping: one },
      { MSDYN_MAPPING: other },
      [ignored('MSDYN_MAPPING', 'msdyn_mapping')],
    ],
    ['one of which is empty', { msdyn_mapping: null, mapping: one }, { msdyn_mapping: null }, []],
    ['with the same content', { msdyn_mapping: one, mapping: one }, { mapping: one }, []],
    [
      'the properties',
      { msdyn_mapping: one, properties: '{"Description":"b"}', msdyn_properties: '{"Description":"a"}' },
      { properties: '{"Description":"b"}' },
      [ignored('properties', 'msdyn_properties')],
    ],
    [
      'the name',
      { msdyn_mapping: one, msdyn_name: 'm_[a - b]', name: 'c' },
      { name: 'c' },
      [ignored('name', 'msdyn_name')],
    ],
    ['the id in another form', { msdyn_mapping: one, id: '{A}', msdyn_dualwriteentitymapid: 'a' }, { id: '{A}' }, []],
    [
      'whether it is managed',
      { msdyn_mapping: one, ismanaged: true, managed: 'false' },
      { managed: 'false' },
      [ignored('managed', 'ismanaged')],
    ],
  ])('%s', (_case, row, others, issues) => {
    const map = entityMapOf(row);
    expect(map).toMatchObject({ dataverseTable: 'uoms', issues });
    expect(map.otherColumns).toEqual(others);
    expect(entityMapOf(toEntityMapRow(map))).toEqual(map);
  });

  test('two rows that differ in it are not the same', () => {
    const [row, same, different] = [
      { mapping: other },
      { mapping: one },
      { mapping: other?.replace('Customers', 'x') },
    ].map((more) => entityMapOf({ msdyn_mapping: one, ...more }));
    const plain = entityMapOf({ msdyn_mapping: one });
    if (row === undefined || same === undefined || different === undefined) throw new Error('expected three maps');
    expect(compareMaps(row, row).isSame).toBe(true);
    expect(compareMaps(plain, same).isSame).toBe(true);
    expect(compareMaps(row, different).differences).toMatchObject([
      { kind: 'property-changed', name: 'msdyn_mapping' },
    ]);
    expect(compareMaps(row, plain).isSame).toBe(false);
  });
});

test.each<[unknown, boolean | undefined]>([
  [true, true],
  ['True', true],
  ['1', true],
  [0, false],
  [' false', false],
  ['yes', undefined],
  [2, undefined],
  [null, undefined],
])('managed: %j is %s', (ismanaged, expected) => {
  expect(entityMapOf({ name: 'a - b', ismanaged }).isManaged).toBe(expected);
});

test('the names of Dataverse and plain names are the same row', () => {
  const row = mapRow('uoms', 'Units', { version: '1.0.0' });
  const plain = {
    id: `{${row.msdyn_dualwriteentitymapid.toUpperCase()}}`,
    name: row.msdyn_name,
    displayName: row.msdyn_displayname,
    version: row.msdyn_version,
    managed: true,
    mapping: JSON.parse(row.msdyn_mapping),
    properties: JSON.parse(row.msdyn_properties),
    active: 'True',
    integrationKeys: 'msdyn_symbol, msdyn_company.cdm_companycode',
  };
  const { columns: _, otherColumns, ...map } = entityMapOf(plain);
  const { columns: __, otherColumns: others, ...same } = entityMapOf(row);
  expect(map).toEqual({ ...same, isActive: true, integrationKeys: ['msdyn_symbol', 'msdyn_company.cdm_companycode'] });
  expect(otherColumns).toEqual({});
  expect(others).toEqual({ statecode: 0, statuscode: 1 });
});

describe('shapes found in the field', () => {
  const legOf = (mapping: unknown) => entityMapOf({ msdyn_mapping: mapping }).mapping?.legs[0];
  const document = mappingDocument('accounts', 'Customers V3');
  const leg = document.legs[0];

  test.each([1, 2, 3, 4])('a column encoded %i times', (times) => {
    let text: unknown = document;
    for (let index = 0; index < times; index += 1) text = JSON.stringify(text);
    expect(legOf(text)).toEqual(legOf(document));
    const map = entityMapOf({ msdyn_mapping: text });
    expect(map.columns.mapping).toEqual({ status: 'read', text });
  });

  test.each<[string, unknown]>([
    ['lists and objects inside encoded again', { ...document, legs: JSON.stringify([JSON.stringify(leg)]) }],
    ['keys in another case', upperCased(document)],
    [
      'the properties of a leg as null',
      { ...document, legs: [{ ...leg, sourceFilter: null, reversedSourceFilter: null }] },
    ],
    ['a byte order mark', `\ufeff${JSON.stringify(document)}`],
  ])('%s', (_name, mapping) => {
    expect({ ...legOf(mapping), other: {} }).toEqual({ ...legOf(document), other: {} });
  });

  test.each<[unknown, string]>([
    [1, 'source-to-destination'],
    ['1', 'source-to-destination'],
    [' 2 ', 'destination-to-source'],
    [3, 'both'],
    [0, 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
    [[3], 'unknown'],
    [undefined, 'unknown'],
  ])('direction %j is %s', (syncDirection, direction) => {
    const [found] = legOf({ legs: [{ fieldMappings: [{ syncDirection }] }] })?.fieldMappings ?? [];
    expect(found?.direction).toBe(direction);
    // What is not understood stays.
    if (direction === 'unknown' && syncDirection != null) expect(found?.other).toEqual({ syncDirection });
  });

  test.each<[object, 'finops' | 'dataverse', string]>([
    [{ sourceEnvironmentType: 'AX', destinationEnvironmentType: 'CRM' }, 'finops', 'd'],
    [{ sourceEnvironmentType: 'CRM', destinationEnvironmentType: 'AX' }, 'dataverse', 's'],
    [{ destinationEnvironmentType: 'ax' }, 'dataverse', 's'],
    [{ sourceEnvironmentType: 1, destinationEnvironmentType: 3 }, 'dataverse', 's'],
    [{}, 'finops', 'd'],
  ])('%j: the source is %s', (types, side, table) => {
    const map = entityMapOf({ mapping: { legs: [{ ...types, sourceSchema: 's', destinationSchema: 'd' }] } });
    expect(map.mapping?.legs[0]?.sourceSide).toBe(side);
    expect(map.dataverseTable).toBe(table);
  });

  test('transforms: both kinds, one that is not known, and what is beside them', () => {
    const transforms = [
      {
        $type: 'X.ValueMapTransform, X',
        transformType: 'valuemap',
        valueMap: { Yes: 'True', true: true, 1: null },
        hint: 1,
      },
      { transformType: 'Default', defaultValue: 0 },
      { $type: 'X.ValueMapTransform, X', valueMap: {} },
      { transformType: 'Formula', expression: '=A1', __proto__x: 1 },
      { defaultValue: 'no type' },
    ];
    const [found] = legOf({ legs: [{ fieldMappings: [{ valueTransforms: transforms }] }] })?.fieldMappings ?? [];
    expect(found?.transforms).toMatchObject([
      {
        type: 'value-map',
        values: [
          { from: '1', to: null },
          { from: 'Yes', to: 'True' },
          { from: 'true', to: 'true' },
        ],
        other: { hint: 1 },
      },
      { type: 'default', defaultValue: '0' },
      { type: 'value-map', values: [] },
      { type: 'unknown', transformType: 'Formula', other: transforms[3] },
      { type: 'unknown', transformType: undefined, other: { defaultValue: 'no type' } },
    ]);
  });

  test('a property of an unexpected kind stays, and is an issue with its place', () => {
    const map = entityMapOf({
      mapping: { legs: [{ fieldMappings: [{ sourceField: ['A'], more: { deep: [1] } }, 7], sourceFilter: {} }, 'x'] },
    });
    expect(map.mapping?.legs[0]).toMatchObject({ other: { sourceFilter: {} }, unreadFields: [7] });
    expect(map.mapping?.legs[0]?.fieldMappings[0]?.other).toEqual({ sourceField: ['A'], more: { deep: [1] } });
    expect(map.mapping?.unreadLegs).toEqual(['x']);
    expect(map.issues.map(({ path }) => path)).toEqual([
      'mapping.legs[0].fieldMappings[0].sourceField',
      'mapping.legs[0].fieldMappings[1]',
      'mapping.legs[0].sourceFilter',
      'mapping.legs[1]',
    ]);
  });
});

describe('what the properties require', () => {
  const requirementsOf = (properties: unknown) => entityMapOf({ properties }).properties?.requirements;
  const whole = {
    solutions: [{ solution: 'Core', version: '1.2' }],
    application: '10.0.605.30025',
    other: {},
  };
  const nothing = { solutions: [], application: undefined, other: {} };

  // The inputs of the tests of the live adapter, which has to get the same answers.
  test.each<[string, unknown, unknown]>([
    ['as documented', { TargetVersionInfo: { CRM: { Core: '1.2' }, AX: { Application: '10.0.605.30025' } } }, whole],
    ['in lower case', { targetversioninfo: { crm: { Core: '1.2' }, ax: { application: '10.0.605.30025' } } }, whole],
    ['encoded again', { TargetVersionInfo: '{"CRM":{"Core":"1.2"},"AX":{"Application":"10.0.605.30025"}}' }, whole],
    ['null', { TargetVersionInfo: null }, nothing],
    ['not there', { TargetTypeList: [3, 1] }, nothing],
    ['without solutions', { TargetVersionInfo: { AX: {} } }, nothing],
    ['of the wrong kind', { TargetVersionInfo: { CRM: [1] } }, undefined],
    ['a number', { TargetVersionInfo: 7 }, undefined],
    ['no JSON', 'x', undefined],
    ['two braces lost', '{"TargetVersionInfo":{"CRM":{"Core":"1.2"}', undefined],
    ['the last brace lost', '{"TargetVersionInfo":{"CRM":{"Core":"1.2"}}', { ...whole, application: undefined }],
    ['the last brace lost and perhaps the requirements', '{"Description":"x"', undefined],
    ['null as column', null, undefined],
    ['a number as version', { TargetVersionInfo: { CRM: { Core: 1.2 } } }, { ...whole, application: undefined }],
    [
      'more than is known',
      { TargetVersionInfo: { CRM: { Core: '1.2' }, AX: { Application: '10.0.605.30025', Platform: '7' }, SQL: 1 } },
      { ...whole, other: { SQL: 1, AX: { Platform: '7' } } },
    ],
  ])('%s', (_name, properties, expected) => {
    expect(requirementsOf(properties)).toEqual(expected);
  });
});

describe('a mapping that cannot be read', () => {
  test.each([
    ['cut off', '{"legs":[{', 10],
    ['a number', '7', 0],
    ['a list', '[]', 0],
    ['a text in a text', '"x"', 0],
    ['text', 'no JSON', 0],
    ['nested too deep', `{"legs":${'['.repeat(5_000)}`, 107],
  ])('%s: its text, the fault and the rest of the row are there', (_name, text, position) => {
    const map = entityMapOf({ ...mapRow('uoms', 'Units'), msdyn_mapping: text });
    expect(map).toMatchObject({ name: 'uoms - Units', version: '1.0.0.0', publisher: 'msdyn' });
    expect(map.mapping).toBeUndefined();
    expect(map.properties?.description).toBe('Map number 0');
    expect(map.columns.mapping).toMatchObject({ status: 'broken', text, fault: { position } });
    expect(toEntityMapRow(map).msdyn_mapping).toBe(text);
  });

  test.each([null, undefined, '', ' \n'])('%j is absent', (text) => {
    expect(entityMapOf({ mapping: text }).columns.mapping).toEqual({ status: 'absent' });
  });

  test.each([null, 7, 'x', [], () => 1])('a row that is %s is a map of which nothing is known', (row) => {
    expect(entityMapOf(row)).toMatchObject({ name: '', issues: [{ path: '' }] });
  });
});

describe('whatever it gets', () => {
  const loop: Record<string, unknown> = { legs: [] };
  loop.legs = [loop];
  const column = fc.oneof(fc.jsonValue(), fc.json(), fc.string(), fc.constant(loop), fc.constant(undefined));
  const hostile = fc.record(
    {
      msdyn_name: column,
      msdyn_version: column,
      msdyn_mapping: column,
      msdyn_properties: column,
      other: column,
      __proto__: column,
    },
    { requiredKeys: [] },
  );

  test.prop([hostile])('it takes it, keeps the texts, and what it made is the same when it is read again', (row) => {
    const map = entityMapOf(row);
    const again = entityMapOf(JSON.parse(JSON.stringify(map)));
    expect(JSON.stringify(again.mapping)).toBe(JSON.stringify(map.mapping));
    expect(again.name).toBe(map.name);
    for (const name of ['msdyn_mapping', 'msdyn_properties'] as const) {
      const text = row[name];
      if (typeof text === 'string' && text.trim() !== '') expect(toEntityMapRow(map)[name]).toBe(text);
    }
  });

  test('keys called __proto__ are kept and change nothing', () => {
    const text =
      '{"__proto__":{"polluted":1},"legs":[{"__proto__":{"sourceSchema":"x"},"fieldMappings":[{"__proto__":1,"valueTransforms":[{"transformType":"ValueMap","valueMap":{"__proto__":"y"}}]}]}]}';
    const map = entityMapOf({ msdyn_mapping: text, ...JSON.parse('{"__proto__":{"a":1}}') });
    expect({}).not.toHaveProperty('polluted');
    expect(map.mapping?.legs[0]?.sourceSchema).toBeUndefined();
    expect(map.mapping?.legs[0]?.fieldMappings[0]?.transforms).toMatchObject([
      { values: [{ from: '__proto__', to: 'y' }] },
    ]);
    expect(Object.keys(map.mapping?.other ?? {})).toEqual(['__proto__']);
    expect(JSON.stringify(map.mapping?.legs[0]?.other)).toBe('{"__proto__":{"sourceSchema":"x"}}');
  });

  test('a column of 50 MB is read, and one of brackets is not', () => {
    const fields = Array.from({ length: 60_000 }, (_, index) => ({ sourceField: `F${index}`, note: 'x'.repeat(800) }));
    const text = JSON.stringify({ legs: [{ fieldMappings: fields }] });
    expect(text.length).toBeGreaterThan(50_000_000);
    expect(entityMapOf({ msdyn_mapping: text }).mapping?.legs[0]?.fieldMappings).toHaveLength(60_000);
    expect(entityMapOf({ msdyn_mapping: '[{"a":'.repeat(8_000_000) }).columns.mapping.status).toBe('broken');
  });
});

function upperCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(upperCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toUpperCase(), upperCased(item)]));
}
