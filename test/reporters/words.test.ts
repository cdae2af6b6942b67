import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  capitalized,
  counted,
  countedDo,
  dateInWords,
  figure,
  firstOf,
  isMoment,
  listed,
  moreOf,
  timeInText,
} from '../../src/reporters/words.js';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [-1_000, '-1,000'],
  [-999, '-999'],
  [115_000, '115,000'],
  [1_234_567, '1,234,567'],
  [1_234.5, '1,234.5'],
  [1_234.56789, '1,234.56789'],
  [0.12345, '0.12345'],
])('%d is %s', (number, text) => {
  expect(figure(number)).toBe(text);
});

property.prop([fc.maxSafeInteger()])('whole numbers are grouped as in American English', (number) => {
  expect(figure(number)).toBe(number.toLocaleString('en-US'));
});

test.each([
  ['company', '1 company', '10,000 companies'],
  ['day', '1 day', '10,000 days'],
  ['key', '1 key', '10,000 keys'],
  ['type', '1 type', '10,000 types'],
  ['check', '1 check', '10,000 checks'],
])('a count takes its noun along: %s', (noun, one, many) => {
  expect(counted(1, noun)).toBe(one);
  expect(counted(10_000, noun)).toBe(many);
  expect(counted(0, noun)).toBe(many.replace('10,000', '0'));
});

test('a count takes its verb along', () => {
  expect([0, 1, 2_000].map((number) => countedDo(number, 'check', 'waits', 'wait'))).toEqual([
    '0 checks wait',
    '1 check waits',
    '2,000 checks wait',
  ]);
});

test('how many more, with and without a noun', () => {
  expect([moreOf(1, 'finding'), moreOf(1_200, 'finding'), moreOf(1_200)]).toEqual([
    '1 more finding',
    '1,200 more findings',
    '1,200 more',
  ]);
});

describe('the first of many', () => {
  const numbers = Array.from({ length: 12 }, (_, index) => index);
  const inWords = (number: number) => `no. ${number}`;

  test.each([
    ['few are all', numbers.slice(0, 2), {}, 'no. 0, no. 1'],
    ['none', [], {}, ''],
    ['as many as are shown', numbers.slice(0, 3), { most: 3 }, 'no. 0, no. 1, no. 2'],
    ['one more', numbers.slice(0, 4), { most: 3 }, 'no. 0, no. 1, no. 2, and 1 more'],
    ['with other words between them', numbers.slice(0, 3), { most: 2, separator: '; ' }, 'no. 0; no. 1; and 1 more'],
  ])('%s', (_, some, options, words) => {
    expect(firstOf(some, inWords, options)).toBe(words);
  });
  test('ten, where nothing else is said', () => {
    expect(firstOf(numbers, String)).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, and 2 more');
  });
});

test.each([
  ['', ''],
  ['a', 'A'],
  ['ünder a Table', 'Ünder a Table'],
])('%j as the start of a sentence', (text, start) => {
  expect(capitalized(text)).toBe(start);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b, and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c, and d'],
])('%j in a sentence', (parts, words) => {
  expect(listed(parts)).toBe(words);
});

describe('a moment', () => {
  test.each([
    ['2026-11-20T10:00:00Z', '2026-11-20 10:00:00 UTC', 'November 20, 2026, 10:00 UTC'],
    ['2026-11-20T10:00:00.1234Z', '2026-11-20 10:00:00 UTC', 'November 20, 2026, 10:00 UTC'],
    ['2026-01-05T23:30:00-05:30', '2026-01-06 05:00:00 UTC', 'January 5, 2026, 23:30 UTC-05:30'],
    ['2026-12-31T10:00:00+02:00', '2026-12-31 08:00:00 UTC', 'December 31, 2026, 10:00 UTC+02:00'],
  ])('%s', (iso, text, words) => {
    expect(isMoment(iso)).toBe(true);
    expect(timeInText(iso)).toBe(text);
    expect(dateInWords(iso)).toBe(words);
  });
  test.each([
    'soon',
    '',
    '2026-13-01T10:00:00Z',
    '2026-11-20T10:00:00',
    'on 2026-11-20T10:00:00Z',
    '2026-11-20T10:00:00Z or later',
  ])('%j is none, and stays as it is', (text) => {
    expect(isMoment(text)).toBe(false);
    expect(timeInText(text)).toBe(text);
    expect(dateInWords(text)).toBe(text);
  });
  test.each([
    ['2026-11-20', 'November 20, 2026'],
    ['2026-01-05', 'January 5, 2026'],
    ['2026-00-05', '2026-00-05'],
    ['on 2026-01-05', 'on 2026-01-05'],
    ['2026-01-05 or later', '2026-01-05 or later'],
    ['2026-11-20T10:00Z', 'November 20, 2026, 10:00 UTC'],
  ])('the date %s', (iso, words) => {
    expect(dateInWords(iso)).toBe(words);
  });
});
