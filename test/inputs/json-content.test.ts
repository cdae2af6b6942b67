import { expect, test } from 'vitest';
import { meansToBeKnown } from '../../src/inputs/json-content.js';
import { recognize } from '../../src/inputs/recognize.js';

test.each([
  ['a baseline with a fault', '{"kind":"baseline"}', true],
  ['a baseline of a newer version', '{"kind":"baseline","schemaVersion":2}', true],
  ['something else', '{"a":1}', false],
  ['words about what cannot be read', 'a baseline that cannot be read: a', false],
])('whether %s says what it is', (_name, text, expected) => {
  expect(meansToBeKnown(recognize(text))).toBe(expected);
});
