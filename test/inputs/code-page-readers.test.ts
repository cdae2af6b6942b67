import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { recognize } from '../../src/inputs/recognize.js';
import { textOf } from '../../src/inputs/text-of.js';
import { utf8Chunks } from '../../src/node/utf8-chunks.js';
import { cases, doubt, inPage, uncertain, west } from './code-page-samples.js';

const messages: readonly { readonly lang: string; readonly text: string }[] = readFileSync(
  new URL('../diagnosis/messages/translated.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const western = ['da', 'de', 'es', 'fi', 'fr', 'it', 'nb', 'nl', 'pt', 'sv'];
const ids = (text: string) => diagnose(text).map(({ id }) => id);

test.each(cases)('%s in %s is read from a stream too', async (_language, page, line) => {
  const text = `${line}\n`.repeat(90);
  const bytes = inPage(page, text);
  for (const size of [1_501, bytes.length]) {
    const doubts: string[] = [];
    const read: Uint8Array[] = [];
    for await (const chunk of utf8Chunks(Readable.from(inPieces(bytes, size)), (one) => doubts.push(one)))
      read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe(text);
    expect(doubts).toEqual([]);
  }
});

test.each(uncertain)('%s in %s is read from a stream with a doubt', async (_title, page, text) => {
  const doubts: string[] = [];
  for await (const _ of utf8Chunks(Readable.from([inPage(page, text)]), (one) => doubts.push(one)));
  expect(doubts).toEqual([expect.stringMatching(doubt)]);
});

function inPieces(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.slice(index * size, (index + 1) * size));
}

describe.each(west)('%s', (page) => {
  test('translated errors have the diagnosis that they have in UTF-8', () => {
    const chosen = messages.filter(({ lang }) => western.includes(lang));
    expect(chosen.length).toBeGreaterThan(50);
    const changed = chosen.filter(({ text }) => {
      const read = textOf(inPage(page, text));
      return read.type !== 'text' || ids(read.text).join() !== ids(text).join();
    });
    expect(changed).toEqual([]);
  });
});

test('the last letter of a file is not lost, where no other is beyond ASCII', async () => {
  const text = `${'The value is not valid. '.repeat(60)}Société`; // cspell:disable-line
  const bytes = inPage('Windows-1252', text);
  expect(textOf(bytes)).toMatchObject({ text });
  const read: Uint8Array[] = [];
  for await (const chunk of utf8Chunks(Readable.from(inPieces(bytes, 1_100)), () => {})) read.push(chunk);
  expect(Buffer.concat(read).toString()).toBe(text);
});

test('a file says in what it lacks that its letters may be wrong', () => {
  const { lacks } = recognize(inPage('Windows-1250', 'Unable to write data to entity Kučera'));
  expect(lacks).toEqual([expect.stringMatching(doubt)]);
  expect(recognize(inPage('Windows-1250', 'Unable to write data to entity Dvořák, Růžička')).lacks).toEqual([]);
});
