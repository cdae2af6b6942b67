import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { instantOf, instantOfBound, instantReader } from '../../src/facts/instant.js';

const digits = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
/** Moments and near misses that mostly share their hour. */
const texts = fc
  .tuple(
    fc.constantFrom('2026-01-14T10:', '2026-01-14T11:', '2026-02-30T10:', '2024-02-29T23:', 'x026-01-14T10:'),
    digits(61),
    fc.constantFrom(':', '-'),
    digits(61),
    fc.constantFrom(
      'Z',
      '.5Z',
      '.123Z',
      '.1x3Z',
      '.12Z',
      '.1234Z',
      '.Z',
      '+01:00',
      '.123+01:00',
      '',
      'z',
      'ZZ',
      '-12:3Z',
    ),
  )
  .map((parts) => parts.join(''));

property.prop([fc.array(texts)])('a reader of many moments reads each like a reader of one', (given) => {
  const read = instantReader();
  expect(given.map(read)).toEqual(given.map(instantOf));
});

test.each([
  ['2026-01-14', '2026-01-14T00:00:00Z'],
  ['2026-01-14T10:30Z', '2026-01-14T10:30:00Z'],
  ['2026-01-14T10:30+01:00', '2026-01-14T09:30:00Z'],
  ['2026-01-14T10:30:15.5Z', '2026-01-14T10:30:15.500Z'],
])('%s is a bound', (bound, moment) => expect(instantOfBound(bound)).toBe(Date.parse(moment)));

test.each(['2026-02-30', '2026-01-14T10:30', '2026-01-14T10Z', '14.01.2026', '2026-01-14 10:30Z', ''])(
  '%j is none',
  (bound) => expect(instantOfBound(bound)).toBeNaN(),
);
