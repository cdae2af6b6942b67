import { describe, expect, test } from 'vitest';
import { evaluateSnapshot, known, snapshotOf, sourceFieldMissing } from '../../../src/index.js';
import { readMaps } from '../../../src/rules/map-design/read-maps.js';
import { field, lookup, mappingFromDataverse } from '../../support/entity-maps.js';
import { savedMap } from '../../support/facts.js';

type Row = ReturnType<typeof savedMap>;

const subjectsOf = (...rows: readonly Partial<Row>[]) =>
  readMaps(rows.map((row) => ({ name: '', ...row }))).map(({ subject: { id } }) => id);

test.each<[string, readonly Partial<Row>[], readonly string[]]>([
  ['its name', [{ name: ' b ' }, { name: 'a', version: '1' }], ['a', 'b']],
  ['its id, without a name', [{ id: 'X1', version: '1' }], ['x1']],
  ['that it has no name', [{ version: '1' }], ['(without a name)']],
  [
    'its version, where the name is not enough',
    [
      { name: 'a', version: '1' },
      { name: 'A', version: '2' },
    ],
    ['a 1', 'A 2'],
  ],
  [
    'its version without the blanks around it',
    [
      { name: 'a', version: ' 1 ' },
      { name: 'a', version: '2 ' },
    ],
    ['a 1', 'a 2'],
  ],
  [
    'its publisher too, whatever of them is there',
    [{ name: 'a', publisher: 'x' }, { name: 'a' }, { name: 'a', version: '1', publisher: 'x' }],
    ['a', 'a x', 'a 1 x'],
  ],
  [
    'its id, where nothing else is enough',
    [
      { name: 'a', version: '1', id: 'y' },
      { name: 'a', version: '1', id: 'x' },
      { name: 'a', version: '1' },
    ],
    ['a 1', 'a 1 x', 'a 1 y'],
  ],
  [
    'all of it, if nothing distinguishes two rows',
    [
      { name: 'a', id: 'x' },
      { name: 'a', id: 'x' },
    ],
    ['a x', 'a x'],
  ],
  ['that it has no name, if nothing distinguishes two rows', [{}, {}], ['(without a name)', '(without a name)']],
])('a map is named by %s', (_by, rows, expected) => {
  expect(subjectsOf(...rows)).toEqual(expected);
  expect(subjectsOf(...[...rows].reverse())).toEqual(expected);
});

test('maps come by name, version, publisher and id, and then by their whole content', () => {
  const rows = [
    { name: 'a', version: '2' },
    { name: 'b', version: '1' },
    { name: ' A ', version: '1', publisher: 'y' },
    { name: 'a', version: '1', publisher: 'X', id: '2' },
    { name: 'a', version: '1', publisher: 'x', id: '1' },
    { name: 'a', version: '1', publisher: 'x', id: '1', displayName: 'a' },
  ];
  const inOrder = (some: readonly Row[]) =>
    readMaps(some).map(({ map: { version, publisher, id, displayName } }) =>
      [version, publisher, id, displayName].join(),
    );
  expect(inOrder(rows)).toEqual(['1,x,1,a', '1,x,1,', '1,X,2,', '1,y,,', '2,,,', '1,,,']);
  expect(inOrder([...rows].reverse())).toEqual(inOrder(rows));
});

test('a map counts as checked when it has a finding, or all of it was read', () => {
  const wrong = [field('', 'x')];
  const rows = [
    savedMap(wrong, { name: '1' }),
    savedMap([...wrong, field('A', 'b', 'sideways')], { name: '2' }),
    savedMap(undefined, { name: '3' }),
    savedMap([field('A', 'b', 'sideways')], { name: '4' }),
    savedMap([{ ...field('', 'x'), valueTransforms: [{ transformType: 'Other' }] }], { name: '5' }),
  ];
  const snapshot = snapshotOf('maps', { mapDefinitions: known(rows) }, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: sourceFieldMissing }).outcomes;
  expect(outcome).toMatchObject({
    status: 'failed',
    checked: 3,
    findings: [{ subject: { id: '1' } }, { subject: { id: '2' } }],
  });
});

test.each<[string, Partial<Row>, boolean]>([
  ['of one field', savedMap(), true],
  ['beside properties that cannot be read', { ...savedMap(), properties: '{' }, true],
  ['beside properties of another form', { ...savedMap(), properties: '{"TargetVersionInfo":5}' }, true],
  ['with a direction that is not known', savedMap([field('A', 'b', 'sideways')]), false],
  ['that breaks off', { mapping: '{ "legs": [' }, false],
  ['that lacks its last brace', { mapping: savedMap().mapping?.slice(0, -1) }, false],
  ['that is not there', { mapping: null }, false],
  ['without a pair of tables', { mapping: '{ "legs": [] }' }, false],
])('a mapping %s: whether all of it was understood', (_, row, isWhole) => {
  expect(readMaps([{ name: 'a', ...row }])[0]?.isWhole).toBe(isWhole);
});

describe('a map is read with each side where it belongs', () => {
  const fields = (fromDataverse: boolean) =>
    [
      ['name', 'NAME', 1],
      ['city', 'CITY', 2],
      ['street', 'STREET', 3],
      ['zip', 'ZIP', 'sideways'],
    ].map(([dataverse, finops, direction]) => {
      const [source, destination] = fromDataverse ? [dataverse, finops] : [finops, dataverse];
      return field(String(source), String(destination), direction);
    });
  const flows = (row: Row) =>
    readMaps([row])[0]?.legs[0]?.fields.map((one) => [
      one.finopsField,
      one.dataverseField,
      one.toDataverse,
      one.toFinops,
      one.toDestination,
      one.toSource,
    ]);

  test('from finance and operations', () => {
    const row = savedMap(fields(false), { sourceFilter: '(A == 1)', reversedSourceFilter: 'a eq 1' });
    expect(readMaps([row])[0]?.legs).toMatchObject([
      {
        sourceSide: 'finops',
        dataverseTable: 'accounts',
        finopsEntity: 'Customers V3',
        dataverseFilter: 'a eq 1',
        finopsFilter: '(A == 1)',
      },
    ]);
    expect(flows(row)).toEqual([
      ['NAME', 'name', true, false, true, false],
      ['CITY', 'city', false, true, false, true],
      ['STREET', 'street', true, true, true, true],
      ['ZIP', 'zip', undefined, undefined, undefined, undefined],
    ]);
  });

  test('from Dataverse', () => {
    const filters = { sourceFilter: 'a eq 1', reversedSourceFilter: '(A == 1)' };
    const row = savedMap([], { mapping: JSON.stringify(mappingFromDataverse(fields(true), filters)) });
    expect(readMaps([row])[0]?.legs).toMatchObject([
      {
        sourceSide: 'dataverse',
        dataverseTable: 'accounts',
        finopsEntity: 'Customers V3',
        dataverseFilter: 'a eq 1',
        finopsFilter: '(A == 1)',
      },
    ]);
    expect(flows(row)).toEqual([
      ['NAME', 'name', false, true, true, false],
      ['CITY', 'city', true, false, false, true],
      ['STREET', 'street', true, true, true, true],
      ['ZIP', 'zip', undefined, undefined, undefined, undefined],
    ]);
  });

  test('a field keeps its names, transforms and the table behind its lookup', () => {
    const withConstant = {
      ...lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups'),
      valueTransforms: [{ transformType: 'Default', defaultValue: '10' }],
    };
    const [read] = readMaps([savedMap([withConstant])])[0]?.legs[0]?.fields ?? [];
    expect(read).toMatchObject({
      sourceField: 'GROUP',
      destinationField: 'msdyn_group.msdyn_groupid',
      lookupTable: 'msdyn_groups',
      path: { type: 'lookup', column: 'msdyn_group' },
      transforms: [{ type: 'default' }],
    });
  });

  test.each([
    [[], false],
    [['Default'], true],
    [['Lambda'], undefined],
    [['ValueMap'], false],
    [['Lambda', 'Default'], true],
  ])('whether a constant is used, with the transforms %j: %j', (types, expected) => {
    const valueTransforms = types.map((transformType) => ({ transformType, defaultValue: '1', valueMap: { a: 'b' } }));
    const row = savedMap([{ ...field('NAME', 'name'), valueTransforms }]);
    expect(readMaps([row])[0]?.legs[0]?.fields[0]?.hasDefault).toBe(expected);
  });
});
