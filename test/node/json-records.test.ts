import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readJsonRecords } from '../../src/node/read-json-records.js';

/** The records of a text that arrives in chunks of so many bytes, or why there are none. */
async function recordsIn(text: string, size = 7) {
  const records: unknown[] = [];
  const bytes = new TextEncoder().encode(text);
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
  }
  const read = await readJsonRecords(chunks(), (record) => records.push(record));
  return read.isOk() ? records : read.error.type;
}

test.each<[string, string, readonly unknown[]]>([
  ['lines', '{"a":1}\n2\n"x"', [{ a: 1 }, 2, 'x']],
  ['a byte order mark, blank lines and Windows ends', '\uFEFF\r\n{"a":1}\r\n\r\n \r\nnull\r\n', [{ a: 1 }, null]],
  ['a line that is not JSON', '{"a":\n1', [undefined, 1]],
  ['an array', '\uFEFF [{"a":1},2, "x" ,null]\n ', [{ a: 1 }, 2, 'x', null]],
  ['an empty one', '[ ]', []],
  ['brackets, quotes and commas in texts', '[{"a":"],[\\"{\\\\"},["}",{}]]', [{ a: '],["{\\' }, ['}', {}]]],
  ['characters of several bytes', '["ä€𝄞",\n"ü"]', ['ä€𝄞', 'ü']],
])('%s', async (_, text, expected) => {
  for (const size of [1, 2, 7, 1_000]) expect(await recordsIn(text, size)).toEqual(expected);
});

test.each(['', ' \n', '\uFEFF\n'])('%j holds nothing', async (text) => {
  expect(await recordsIn(text)).toBe('empty');
});

describe('an array that is not one', () => {
  test.each([
    '[',
    '[1',
    '[1,',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1}',
    '[{"a":1]',
    '[{]}',
    '[1]]',
    '[1] 2',
    '[1][2]',
    '["a]',
    "['a']",
    '[undefined]',
  ])('%s', async (text) => {
    for (const size of [1, 3, 1_000]) expect(await recordsIn(text, size)).toBe('invalid-json');
  });
});

property.prop([
  fc.array(fc.jsonValue(), { maxLength: 8 }),
  fc.constantFrom(undefined, 1, '\t'),
  fc.integer({ min: 1, max: 40 }),
])('an array is read as JSON.parse does, however it arrives', async (values, indentation, size) => {
  const text = JSON.stringify(values, null, indentation);
  expect(await recordsIn(text, size)).toEqual(JSON.parse(text));
});

property.prop([
  fc.string({ unit: fc.constantFrom('[', ']', '{', '}', ',', '"', '1', ' ', '\\', ':') }),
  fc.integer({ min: 1, max: 9 }),
])('what JSON.parse refuses is refused', async (rest, size) => {
  const text = `[${rest}`;
  let expected: unknown = 'invalid-json';
  try {
    expected = JSON.parse(text);
  } catch {
    // It is not JSON.
  }
  expect(await recordsIn(text, size)).toEqual(expected);
});
