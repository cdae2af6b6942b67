import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { instantOf, instantOfBound, isCalendarInstant, isoOf, isoOrNull } from '../../src/facts/instant.js';

const moments = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});
property.prop([moments])('a moment in UTC is read as it is written', (moment) => {
  expect(instantOf(moment.toISOString())).toBe(moment.getTime());
});

test.each([
  ['2026-01-14T10:00:00+01:30', '2026-01-14T08:30:00.000Z'],
  ['2026-01-14T10:00:00.5-12:00', '2026-01-14T22:00:00.500Z'],
  ['2026-01-14T10:00:00.25+00:30', '2026-01-14T09:30:00.250Z'],
  ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
  ['2024-02-29T23:59:59.1239Z', '2024-02-29T23:59:59.123Z'],
  ['2026-01-14T10:00:00.032975438073740815Z', '2026-01-14T10:00:00.032Z'],
])('%s is a moment', (text, moment) => expect(isoOf(instantOf(text))).toBe(moment));

const written = ['2026-01-14T10:20:30.456Z', '2026-01-14T10:20:30.45+01:30', '2026-01-14T10:20:30-11:45'];
test.each(written)('%s is not a time if any character is another one, missing or twice', (text) => {
  for (let place = 0; place < text.length; place += 1) {
    const [before, after] = [text.slice(0, place), text.slice(place + 1)];
    const isOfFraction = /\.\d*$/.test(before) && /^\d*(?:Z|[+-])/.test(text.slice(place));
    for (const other of ['/', ':', ';', 'x', ' ', '\u0660', 'é']) {
      if (other !== text[place]) expect(instantOf(`${before}${other}${after}`), `${before}${other}${after}`).toBeNaN();
    }
    if (isOfFraction) continue;
    expect(instantOf(before + after), before + after).toBeNaN();
    expect(instantOf(before + text[place] + text[place] + after), `${before}${text[place]}…`).toBeNaN();
  }
});

test.each([
  '2026-02-30T10:00:00Z',
  '2026-02-29T10:00:00Z',
  '1900-02-29T10:00:00Z',
  '2100-02-29T10:00:00Z',
  '2026-04-31T10:00:00Z',
  '2026-06-31T10:00:00Z',
  '2026-09-31T10:00:00Z',
  '2026-11-31T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '2026-00-01T10:00:00Z',
  '2026-01-00T10:00:00Z',
  '2026-01-14T24:00:00Z',
  '2026-01-14T10:60:00Z',
  '2026-01-14T10:00:60Z',
  '2026-01-14T10:00:00',
  '2026-01-14T10:00:00.Z',
  '2026-01-14T10:00:00z',
  '2026-01-14T10:00:00ZZ',
  '2026-01-14T10:00:00+24:00',
  '2026-01-14T10:00:00+10:60',
  '2026-01-14T10:00:00 10:30',
  '2026-01-32T10:00:00Z',
  '2026-01-14T10:00:00.456xZ',
  '2026-01-14T10:00:00.00xZ',
  '2026-01-14T10:00:00,456Z',
  '00x6-01-14T10:00:00Z',
  '2026-01-14T10:00:00-12:3Z',
  '2026-01-14 10:00:00Z',
  'x026-01-14T10:00:00Z',
  '12026-01-14T10:00:00Z',
  '',
])('%j is not a valid time', (text) => expect(instantOf(text)).toBeNaN());

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

test('a date is a bound, also one that is not valid', () => {
  expect(instantOfBound(new Date(7))).toBe(7);
  expect(instantOfBound(new Date(Number.NaN))).toBeNaN();
});

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
])('%d is written as %j', (instant, text) => expect(isoOrNull(instant)).toBe(text));

test.each([
  ['-000001-12-31T23:59:59.999Z', false],
  ['0000-01-01T00:00:00.000Z', true],
  ['9999-12-31T23:59:59.999Z', true],
  ['+010000-01-01T00:00:00.000Z', false],
  ['no day', false],
])('%s is written with four digits: %j', (text, isWritten) => {
  expect(isCalendarInstant(Date.parse(text))).toBe(isWritten);
});
