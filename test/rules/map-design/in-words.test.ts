import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import { type SnapshotFacts, snapshotOf } from '../../../src/facts/snapshot.js';
import {
  dataverseFilterFaulty,
  destinationFieldMissing,
  destinationFieldTwice,
  fieldPairTwice,
  filterWithNestedLookup,
  integrationKeyMissing,
  keyFieldOneWay,
  keyFieldUnmapped,
  keyLookupUnmapped,
  mandatoryFieldUnmapped,
  mandatoryFieldWithoutDefault,
  type Rule,
  readOnlyFieldMapped,
  sourceFieldMissing,
  sourceFieldRepeated,
  sourceFieldTwice,
  sourceFieldUnknown,
  sourceLookupWithoutKey,
  valueTypeMismatch,
} from '../../../src/index.js';
import { destinationFieldUnknown } from '../../../src/rules/map-design/destination-field-unknown.js';
import { destinationLookupWithoutKey } from '../../../src/rules/map-design/destination-lookup-without-key.js';
import { integrationKeyNoAlternateKey } from '../../../src/rules/map-design/integration-key-no-alternate-key.js';
import { keyColumnOptional } from '../../../src/rules/map-design/key-column-optional.js';
import { type FieldDocument, field } from '../../support/entity-maps.js';
import { column, savedMap, tables } from '../../support/facts.js';

type Details = Parameters<typeof savedMap>[1];

/** Tables with these columns, on each side. */
const both = (dataverse: Parameters<typeof tables>[0], finops: Parameters<typeof tables>[1] = {}) =>
  known(tables(dataverse, finops));
const two = (names: readonly [string, string], differing: Parameters<typeof column>[1] = {}) => ({
  columns: names.map((name) => column(name, differing)),
});
const names = [field('A', 'a'), field('B', 'b')];

test.each<readonly [Rule, readonly FieldDocument[], Details, SnapshotFacts['tableMetadata'], string]>([
  [destinationFieldMissing, [field('A', ''), field('B', '')], {}, undefined, 'has no destination for the source A, B'],
  [
    destinationFieldTwice,
    [...names, field('C', 'a'), field('D', 'b')],
    {},
    undefined,
    'writes to destination fields more than once: a, b',
  ],
  [destinationFieldUnknown, names, {}, both({}), 'names destination fields that its tables do not have: a, b'],
  [sourceFieldUnknown, names, {}, both({}), 'names source fields that its tables do not have: A, B'],
  [
    destinationLookupWithoutKey,
    names.map((one) => ({ ...one, syncDirection: 1 })),
    {},
    both(two(['a', 'b'], { type: 'Lookup' })),
    'maps lookups without the key of the table behind them: a, b',
  ],
  [
    sourceLookupWithoutKey,
    names.map((one) => ({ ...one, syncDirection: 2 })),
    {},
    both(two(['a', 'b'], { type: 'Lookup' })),
    'maps lookups without the key of the table behind them: a, b',
  ],
  [fieldPairTwice, [...names, ...names], {}, undefined, 'maps pairs of fields more than once: A and a, B and b'],
  [
    filterWithNestedLookup,
    names,
    { reversedSourceFilter: 'a/b/c eq 1 and a/b/d eq 2' },
    undefined,
    'goes through more than one lookup: a/b/c, a/b/d',
  ],
  [
    integrationKeyNoAlternateKey,
    names,
    { integrationKeys: ['a', 'b'] },
    both({}),
    'is not an alternate key of its table: a, b',
  ],
  [
    keyColumnOptional,
    names,
    { integrationKeys: ['a', 'b'] },
    both(two(['a', 'b'], { required: false })),
    'has key columns that may be empty in Dataverse: a, b',
  ],
  [
    keyFieldOneWay,
    [field('A', 'a', 1), field('B', 'b', 1), field('C', 'c')],
    { integrationKeys: ['a', 'b'] },
    undefined,
    'but these fields of its integration key go one way only: a, b',
  ],
  [keyFieldUnmapped, [], { integrationKeys: ['a', 'b'] }, undefined, 'for fields of its integration key: a, b'],
  [keyLookupUnmapped, [], { integrationKeys: ['a.x', 'b.y'] }, undefined, 'lookups of its integration key: a.x, b.y'],
  [
    mandatoryFieldUnmapped,
    [field('C', 'c', 1)],
    {},
    both(two(['a', 'b'])),
    'does not fill these mandatory fields of the side that it writes to: a, b',
  ],
  [
    mandatoryFieldWithoutDefault,
    [field('A', 'a', 1), field('B', 'b', 1)],
    {},
    both(two(['a', 'b']), two(['A', 'B'], { required: false })),
    'for mandatory fields whose source may be empty: a, b',
  ],
  [
    readOnlyFieldMapped,
    [field('A', 'a', 1), field('B', 'b', 1)],
    {},
    both(two(['a', 'b'], { readOnly: true })),
    'writes fields that are read-only: a, b',
  ],
  [sourceFieldMissing, [field('', 'a'), field('', 'b')], {}, undefined, 'for the destination a, b'],
  [
    sourceFieldRepeated,
    [...names, field('A', 'c', 1), field('B', 'd', 1)],
    {},
    undefined,
    'maps source fields both ways, and one way to another field: A, B',
  ],
  [
    sourceFieldTwice,
    [...names, field('A', 'c'), field('B', 'd')],
    {},
    undefined,
    'maps source fields both ways more than once: A, B',
  ],
  [
    valueTypeMismatch,
    [field('A', 'a', 1), field('B', 'b', 1)],
    {},
    both(two(['a', 'b'], { type: 'Integer' }), two(['A', 'B'], { type: 'String' })),
    'joins fields whose types do not fit: A (text) and a (whole), B (text) and b (whole)',
  ],
  [
    dataverseFilterFaulty,
    names,
    { reversedSourceFilter: 'x eq 1 and y eq 2' },
    both({}),
    'the Dataverse filter of the map accounts - Customers V3 is broken: the table has no column x, y',
  ],
])('$slug, in words', (rule, fields, details, tableMetadata, words) => {
  const mapDefinitions = known([savedMap(fields, details)]);
  const facts = { mapDefinitions, ...(tableMetadata && { tableMetadata }) };
  const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: rule }).outcomes;
  const messages = outcome?.status === 'failed' ? outcome.findings.map(({ message }) => message) : [];
  expect(messages).toEqual([expect.stringMatching(/accounts - Customers V3/)]);
  expect(messages[0]?.endsWith(words), messages[0]).toBe(true);
});

test('a map without a key that does not name its table', () => {
  const row = savedMap([], { integrationKeys: [], mapping: JSON.stringify({ legs: [{}] }) });
  const snapshot = snapshotOf('case', { mapDefinitions: known([row]) }, { takenAt: '2026-11-20T10:00:00Z' });
  expect(evaluateSnapshot(snapshot, { validator: integrationKeyMissing }).outcomes).toMatchObject([
    { findings: [{ message: 'the map accounts - Customers V3 has no integration key' }] },
  ]);
});
