import { describe, expect, test } from 'vitest';
import { isMet, rowFilterOf, valuesOf } from '../../../src/adapters/recorded/row-filter.js';

describe('a filter that the readers ask for', () => {
  test.each([
    ['teamtype ne 1', { teamtype: 0 }, true],
    ['teamtype ne 1', { teamtype: 1 }, false],
    ['teamtype ne 1', {}, true],
    ['teamtype eq 1', { teamtype: 1 }, true],
    ['teamtype eq null', { teamtype: null }, true],
    ["Name eq 'null'", { Name: null }, false],
    ["LogicalName eq 'account' or LogicalName eq 'contact'", { LogicalName: 'Contact' }, true],
    ["Name eq 'O''Neil or eq b'", { Name: "O'Neil or eq b" }, true],
    ['_plugintypeid_value eq a-1 or _plugintypeid_value eq {B-2}', { _plugintypeid_value: 'B-2' }, true],
    ['_plugintypeid_value eq a-1', { _plugintypeid_value: 'b-2' }, false],
  ])('%s: %j', (text, row, isFit) => {
    const filter = rowFilterOf(text);
    expect(filter && isMet(filter, row)).toBe(isFit);
  });

  test.each(['', 'a eq', "contains(a,'b')", 'a eq 1 and b eq 2', 'a gt 1', "a eq 'b", 'a eq 1 or', '(a eq 1)'])(
    'no other form: %s',
    (text) => {
      expect(rowFilterOf(text)).toBeUndefined();
    },
  );
});

test('the values that a filter lists, if it lists those of one column', () => {
  const valuesIn = (text: string) => [...(valuesOf(rowFilterOf(text) ?? [])?.values ?? [])];
  expect(valuesIn("Name eq 'A' or name eq 'b'")).toEqual(['a', 'b']);
  for (const text of ["a eq 'x' or b eq 'y'", 'a ne 1', 'a eq null']) expect(valuesIn(text)).toEqual([]);
});
