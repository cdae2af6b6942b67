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

test.each<[string, object]>([
  [
    '{"kind":"baseline"}',
    {
      looksLike: expect.stringMatching(/^a baseline that cannot be read: /),
      expected: 'a baseline as it was written',
    },
  ],
  [
    '{"kind":"baseline","schemaVersion":2}',
    {
      looksLike: 'a baseline made by a newer version of this program (schemaVersion 2)',
      expected: 'a baseline of schemaVersion 1: update this program, or write the file with this version',
    },
  ],
  ['{"kind":"map-backup"}\n{"kind":"map-backup"}', { looksLike: 'JSON with the properties kind' }],
  ['["map-backup"]', { looksLike: 'a list of JSON values' }],
  ['null', { looksLike: 'a JSON value' }],
  ['', { looksLike: 'an empty file' }],
])('%s is unknown', (text, expected) => {
  expect(recognize(text)).toEqual({
    kind: 'unknown',
    looksLike: '',
    expected: expect.any(String),
    lacks: [],
    ...expected,
  });
});
