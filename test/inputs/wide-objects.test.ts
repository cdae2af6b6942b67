import { expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';

const looksLike = (text: string) => {
  const input = recognize(text);
  return input.kind === 'unknown' ? input.looksLike : input.kind;
};

test('JSON with too many properties is not looked at', () => {
  const wide = (count: number) => `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join()}}`;
  const tooMany = 'JSON with an object of more properties than any file of dual-write has';
  expect(looksLike(wide(20_000))).toMatch(/^JSON with the properties k0, /);
  expect(looksLike(wide(20_001))).toBe(tooMany);
  expect(looksLike(`[{"a":1},${wide(20_001)}]`)).toBe(tooMany);
  expect(looksLike(`{"a":1}\n${wide(20_001)}`)).toBe(tooMany);
  expect(looksLike(`[${'1,'.repeat(20_001)}1]`)).toBe('a list of JSON values');
});
