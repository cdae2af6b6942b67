import { expect, test } from 'vitest';
import { jsonChunks } from '../../src/inputs/json-chunks.js';

test('an item that is too long is left out, and the ones after it are not', () => {
  const chunks = jsonChunks(['log', 'entries']);
  chunks.push('{"log":{"entries":[1,"');
  const part = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 65; count += 1) expect(chunks.push(part)).toEqual([]);
  expect(chunks.push('",2]}}')).toEqual(['2']);
  expect(chunks.progress()).toEqual({ arrays: 1, documents: 1, isWhole: true, leftOut: 1 });
});

test('the limit is that of the whole item, however large its parts are', () => {
  const most = 64 * 1024 * 1024;
  const half = 'x'.repeat(most / 2);
  const chunks = jsonChunks([]);
  chunks.push(`["${half}`);
  expect(chunks.push(`${half}","${half}`)).toEqual([]);
  expect(chunks.push(`${half.slice(2)}",2]`).map(({ length }) => length)).toEqual([most, 1]);
  expect(chunks.progress().leftOut).toBe(1);
});
