import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { evaluateSnapshot, known, snapshotOf, tooManyLookups } from '../../../src/index.js';
import { entityMapOf, summarizeMaps } from '../../../src/maps/index.js';
import { type FieldDocument, field, lookup, mappingDocument } from '../../support/entity-maps.js';
import { savedMap } from '../../support/facts.js';

/** A map of several pairs of tables, each with these fields. */
function mapWith(legs: readonly (readonly FieldDocument[])[]) {
  const documents = legs.map((fields) => mappingDocument('accounts', 'Customers V3', { fields }).legs[0]);
  const mapping = JSON.stringify({ ...mappingDocument('accounts', 'Customers V3'), legs: documents });
  return savedMap([], { mapping });
}

function countOfRule(row: ReturnType<typeof savedMap>): unknown {
  const snapshot = snapshotOf('maps', { mapDefinitions: known([row]) }, { takenAt: '2026-11-20T10:00:00Z' });
  const options = { validator: tooManyLookups, rules: { DWDVEV9701: { options: { most: 0 } } } };
  const [outcome] = evaluateSnapshot(snapshot, options).outcomes;
  return outcome?.status === 'failed' ? outcome.findings[0].args.count : 0;
}

const countOfList = (row: ReturnType<typeof savedMap>) =>
  summarizeMaps([entityMapOf(row)]).maps[0]?.versions[0]?.lookups;

const anyField = fc.constantFrom(
  field('A', 'name'),
  lookup('B', 'msdyn_group.msdyn_groupid', 'msdyn_groups'),
  field('C', 'MSDYN_GROUP.msdyn_type.msdyn_name'),
  lookup('D', 'msdyn_company.cdm_companycode', 'cdm_companies'),
  lookup('E', 'msdyn_term', 'msdyn_terms'),
  field('F', 'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)'),
);

property.prop([fc.array(fc.array(anyField, { maxLength: 6 }), { minLength: 1, maxLength: 3 })])(
  'the list of maps counts lookups as the rule does',
  (legs) => {
    const row = mapWith(legs);
    expect(countOfList(row)).toBe(countOfRule(row));
  },
);

test('of several pairs of tables the one with the most lookups counts, and several fields behind one lookup are one', () => {
  const [group, type, company] = [
    lookup('B', 'msdyn_group.msdyn_groupid', 'msdyn_groups'),
    field('C', 'msdyn_group.msdyn_type.msdyn_name'),
    lookup('D', 'msdyn_company.cdm_companycode', 'cdm_companies'),
  ];
  expect(
    [[[group, type]], [[group, type, company], [group]], [[], [company]], [[field('A', 'b')]]]
      .map(mapWith)
      .map(countOfList),
  ).toEqual([1, 2, 1, 0]);
});

test('for a map that cannot be read, the number is not known', () => {
  expect(countOfList(savedMap([], { mapping: '{' }))).toBeNull();
});
