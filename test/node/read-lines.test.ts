import { Buffer } from 'node:buffer';
import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { readLines } from '../../src/node/read-lines.js';
import { runs } from '../support/fuzz.js';

const lengths = fc.oneof(
  fc.nat(3),
  fc.integer({ min: 20_000, max: 70_000 }),
  fc.constantFrom(61_439, 61_440, 61_441, 300_000),
);
const line = fc.tuple(fc.constantFrom('a', 'é', '€', '\u{1f600}'), lengths).map(([text, times]) => text.repeat(times));

property.prop([fc.array(line, { maxLength: 12 }), fc.constantFrom(1_000, 100_000, 10_000_000)], { numRuns: runs(20) })(
  'lines of any length are read whole and in order, whatever pieces they come in',
  async (lines, size) => {
    const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''));
    async function* chunks() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    }
    const read: string[] = [];
    for await (const { first, texts } of readLines(chunks())) {
      expect(first).toBe(read.length + 1);
      read.push(...texts);
    }
    expect(read.map(({ length }) => length)).toEqual(lines.map(({ length }) => length));
    expect(read.join('\n') === lines.join('\n')).toBe(true);
  },
);
