import { expect, test } from 'vitest';
import { isCustomCode } from '../../src/rules/code.js';
import { codeAsWritten } from '../../src/rules/code-as-written.js';

test.each([
  ['ACME1', true],
  ['ACME-12', true],
  ['A1', true],
  ['ACME', false],
  ['ACME1X', false],
  ['ACME1-', false],
  ['ACME1\n', false],
  ['acme1', false],
  ['1ACME1', false],
  ['A', false],
  ['', false],
  ['DWDVEV9999', false],
  ['DWFOEV1', false],
  ['DIPV1', false],
  ['TABLE-MAP-HEALTH-1', false],
  ['XDWDVEV1', true],
])('%j is a code of a custom rule: %s', (code, isOne) => {
  expect(isCustomCode(code)).toBe(isOne);
});

test.each([
  ['dwdvev1007', 'DWDVEV1007'],
  ['DWDVEV1007', 'DWDVEV1007'],
  ['Table-Map-Health-500', 'table-map-health-500'],
  ['table-map-health-500', 'table-map-health-500'],
  ['acme1', 'ACME1'],
  ['', ''],
])('%j is the code %s', (text, code) => {
  expect(codeAsWritten(text)).toBe(code);
});
