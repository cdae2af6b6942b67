import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { deepestNesting } from '../../src/adapters/recorded/is-nested-too-deeply.js';
import { jsonChunks } from '../../src/inputs/json-chunks.js';

const path = ['log', 'entries'];

function split(text: string, parts: readonly string[] = [text], at = path) {
  const chunks = jsonChunks(at);
  const items = parts.flatMap((part) => chunks.push(part));
  return { items, ...chunks.progress() };
}

const whole = { arrays: 1, documents: 1, isWhole: true, leftOut: 0 };
const none = { items: [], arrays: 0, documents: 1, isWhole: true, leftOut: 0 };

test.each<[string, readonly string[]]>([
  ['{"log":{"entries":[]}}', []],
  ['{"log":{"entries":[ ]}}', []],
  ['{"log":{"entries":[1,"a",null]}}', ['1', '"a"', 'null']],
  ['{"log":{"entries":[{"a":[1,2]},{"b":{"c":"d"}}],"x":[1,2]}}', ['{"a":[1,2]}', '{"b":{"c":"d"}}']],
  ['{"x":[1],"log":{"version":"1.2","pages":[{"entries":[7]}],"entries":[1]},"entries":[8]}', ['1']],
  [String.raw`{"log":{"entries":["],\"\\",{"entries":["}"]}]}}`, [String.raw`"],\"\\"`, '{"entries":["}"]}']],
  ['{ "Log" : { "Entries" : [ 1 , 2 ] } }', [' 1 ', ' 2 ']],
  ['{"":[1],"log":{"entries":[1]}}', ['1']],
  ['{"log":"log","log":{"entries":"entries","entries":[1]}}', ['1']],
])('%s', (text, items) => {
  expect(split(text)).toEqual({ items, ...whole });
  expect(split(text, [...text])).toEqual({ items, ...whole });
});

test.each([
  '{}',
  '[]',
  '{"log":{}}',
  '{"log":[{"entries":[1]}]}',
  '{"entries":{"log":[1]}}',
  '{"a":{"log":{"entries":[1]}}}',
  '[{"log":{"entries":[1]}}]',
  '{"log":{"x":"entries"},"entries":[1]}',
  '{"log":{"entries":{"a":[1]}}}',
  '{"log":{"entries" [1]}}',
  '{"log":{"entries":1},"log":[[1]]}',
])('%s has no such array', (text) => {
  expect(split(text)).toEqual(none);
});

test('an array that is the whole document has no path', () => {
  expect(split('[1,[2]]', ['[1,[', '2]]'], [])).toEqual({ items: ['1', '[2]'], ...whole });
});

test('nothing is not whole', () => {
  expect(split('')).toEqual({ items: [], arrays: 0, documents: 0, isWhole: false, leftOut: 0 });
});

test('lines are counted as documents', () => {
  expect(split('{"a":1}\n{"b":"{"}\n{"c"')).toMatchObject({ arrays: 0, documents: 3, isWhole: false });
});

test('an item that is nested too deeply is left out', () => {
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  expect(split(`{"log":{"entries":[1,{"a":${deep}},2]}}`)).toEqual({ items: ['1', '2'], ...whole, leftOut: 1 });
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const [most, more] = [nested(deepestNesting), nested(deepestNesting + 1)];
  expect(split(`{"log":{"entries":[${most},${more}]}}`)).toEqual({ items: [most], ...whole, leftOut: 1 });
});

describe('whatever the text is', () => {
  const document = fc.record({
    before: fc.jsonValue(),
    entries: fc.array(fc.jsonValue(), { maxLength: 6 }),
    after: fc.jsonValue(),
  });
  const cuts = fc.array(fc.nat(), { maxLength: 8 });
  const partsOf = (text: string, places: readonly number[]) => {
    const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
    return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  };

  property.prop([document, fc.constantFrom(0, 2), cuts])(
    'the items are those that a parser finds',
    ({ before, entries, after }, indent, places) => {
      const text = JSON.stringify({ before, log: { before, entries, after }, after }, null, indent);
      const { items, ...progress } = split(text, partsOf(text, places));
      expect(items.map((item) => JSON.parse(item))).toEqual(entries.map((entry) => JSON.parse(JSON.stringify(entry))));
      expect(progress).toEqual(whole);
    },
  );

  property.prop([document, fc.nat()])(
    'a text that is cut off gives the first items',
    ({ before, entries, after }, place) => {
      const text = JSON.stringify({ before, log: { before, entries, after } });
      const { items } = split(text.slice(0, place % text.length));
      const all = split(text).items;
      expect(items).toEqual(all.slice(0, items.length));
    },
  );

  property.prop([fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'log', 'entries', ' ') })])(
    'brackets without order do no harm',
    (text) => {
      expect(() => split(text, [...text])).not.toThrow();
    },
  );
});
