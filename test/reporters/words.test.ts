import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { counted, figure } from '../../src/reporters/words.js';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [-1_000, '-1,000'],
  [115_000, '115,000'],
  [1_234_567, '1,234,567'],
  [1_234.5, '1,234.5'],
  [0.12345, '0.12345'],
])('%d is %s', (number, text) => {
  expect(figure(number)).toBe(text);
});

property.prop([fc.maxSafeInteger()])('whole numbers are grouped as in American English', (number) => {
  expect(figure(number)).toBe(number.toLocaleString('en-US'));
});

test('a count takes its noun along', () => {
  expect([1, 2, 10_000].map((number) => counted(number, 'company'))).toEqual([
    '1 company',
    '2 companies',
    '10,000 companies',
  ]);
});
