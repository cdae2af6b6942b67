import { expect, test } from 'vitest';
import { evaluateSnapshot, known, snapshotOf, sourceFieldMissing } from '../../../src/index.js';
import { readMaps } from '../../../src/rules/map-design/read-maps.js';
import { field } from '../../support/entity-maps.js';
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
