import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { guidKey, nameKey, projectKeys } from '../../src/facts/keys.js';
import { mayBeAmong, tailOf } from '../../src/facts/tail-of.js';

// Letters that change their number or kind between cases, blanks and braces beside plain ones.
const unit = fc.constantFrom(...'aAzZ09-_.[{}', ' ', '\t', '\u00a0', 'ß', 'ſ', 'ı', 'İ', '\u212a', 'ä', 'Ä', '\u007f');
const text = fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string({ maxLength: 12 }), fc.uuid());

property.prop([text])('a tail that is not 0 is that of every key of the text', (one) => {
  const tail = tailOf(one);
  fc.pre(tail !== 0);
  const keys = [nameKey(one), guidKey(one), projectKeys(one).key, one.trim().toUpperCase()];
  expect(keys.map(tailOf)).toEqual(keys.map(() => tail));
});

test.each([
  ['names of up to four characters', 'US01', 'us01', 'US02'],
  [
    'ids',
    'a0000000-0000-4000-8000-00000000000A',
    'A0000000-0000-4000-8000-00000000000a',
    'a0000000-0000-4000-8000-00000000000b',
  ],
])('%s differ in their tails, and letter case does not matter', (_, one, same, other) => {
  expect(tailOf(one)).toBe(tailOf(same));
  expect(tailOf(one)).not.toBe(tailOf(other));
});

test.each(['', ' ', 'USMF ', '{a}', 'Zürich', '\u212a'])('a tail says nothing about %j', (one) => {
  expect(tailOf(one)).toBe(0);
});

property.prop([fc.array(text), text])('a text that has one of the keys may be among them', (keys, one) => {
  const mayBe = mayBeAmong([...keys, one].map(nameKey));
  expect([...keys, one].every(mayBe)).toBe(true);
});

test.each([1, 10, 1_000])('hardly any other text may be among %i', (count) => {
  const mayBe = mayBeAmong(Array.from({ length: count }, (_, index) => `name${index}`));
  const others = Array.from({ length: 1_000 }, (_, index) => `other${index}`).filter(mayBe);
  expect(others.length).toBeLessThan(50);
});
