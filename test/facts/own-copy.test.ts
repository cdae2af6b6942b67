import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { ownCopy } from '../../src/facts/own-copy.js';

// That it is not a part of a longer text shows in the memory that a summary takes: test/cli/errors.test.ts.
property.prop([fc.string({ unit: 'binary' })])('a copy is the same text, whatever is in it', (text) => {
  expect(ownCopy(text)).toBe(text);
});
test('a half of a pair of surrogates too', () => {
  expect(ownCopy('a\ud83d')).toBe('a\ud83d');
});
