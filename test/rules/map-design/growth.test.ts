import { expect, test } from 'vitest';
import { evaluateSnapshot, known, mapDesign, snapshotOf } from '../../../src/index.js';
import { readDataverseFilter } from '../../../src/rules/map-design/read-dataverse-filter.js';
import { readFinopsFilter } from '../../../src/rules/map-design/read-finops-filter.js';
import { field, mappingDocument } from '../../support/entity-maps.js';
import { savedMap } from '../../support/facts.js';

test.each([
  '(',
  ')',
  '!',
  'not ',
  '-',
  'a.',
  "'",
  '"',
  '1-',
  'a eq 1 and ',
  '(a == 1) && ',
  'f(',
  '[',
  "['",
  '\\"',
  'f(a=',
])('half a megabyte of %j is read in time', (piece) => {
  const text = piece.repeat(Math.ceil(500_000 / piece.length));
  expect(readDataverseFilter(text)).toBeDefined();
  expect(readFinopsFilter(`(${text}`)).toBeDefined();
});

test('three hundred large maps are judged in time', () => {
  const fields = Array.from({ length: 150 }, (_, index) => field(`FIELD${index}`, `msdyn_field${index}`));
  const mapping = JSON.stringify(mappingDocument('accounts', 'Customers V3', { fields }));
  const rows = Array.from({ length: 300 }, (_, index) => savedMap([], { version: `1.0.0.${index}`, mapping }));
  const { totals } = evaluateSnapshot(
    snapshotOf('maps', { mapDefinitions: known(rows) }, { takenAt: '2026-11-20T10:00:00Z' }),
    { validator: mapDesign },
  );
  expect(totals.errored).toBe(0);
});
