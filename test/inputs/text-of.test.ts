import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { encodingOf, formatOf, textOf } from '../../src/inputs/text-of.js';
import { encodings } from '../support/encodings.js';

const text = '{"message":"Größe 東京 𝄞"}\r\n';

describe.each(encodings)('%s', (_name, encode) => {
  test('is read, without its mark', () => expect(textOf(encode(text))).toEqual({ type: 'text', text }));

  test('that ends within a letter is read up to it', () => {
    const bytes = encode(`${text}"𝄞`);
    const read = textOf(bytes.subarray(0, bytes.length - 1));
    expect(read.type === 'text' && read.text.startsWith(text)).toBe(true);
  });

  test('with nothing in it is empty', () => {
    expect(textOf(encode(''))).toEqual({ type: 'empty' });
    expect(textOf(encode(' \r\n\t'))).toEqual({ type: 'empty' });
  });
});

test('marks of files that were joined are not part of it', () => {
  for (const [, encode] of encodings) expect(textOf(encode(`\uFEFF\uFEFF${text}`))).toEqual({ type: 'text', text });
});

test('Windows-1252 is read', () => {
  expect(textOf(Buffer.from('Gr\xf6\xdfe', 'latin1'))).toEqual({ type: 'text', text: 'Größe' });
});

test('UTF-8 with a damaged letter remains UTF-8', () => {
  const bytes = Buffer.from('Größe, größer, am größten. '.repeat(9));
  bytes[2] = 0xff;
  expect(textOf(bytes)).toMatchObject({ text: expect.stringContaining('größer, am größten') });
});

test('bytes of programs are not text', () => {
  expect(textOf(Uint8Array.from({ length: 500 }, (_, index) => index % 7))).toMatchObject({ type: 'binary' });
  expect(formatOf(Buffer.from('%PDF-1.7'))).toBe('a PDF document');
  expect(formatOf(Buffer.from('%PD'))).toBeUndefined();
  expect(formatOf(Buffer.from('words'))).toBeUndefined();
});

test('the escape characters of a terminal are text', () => {
  expect(textOf('\u001b[31mUnable to write\u001b[0m')).toMatchObject({ type: 'text' });
});

test('an encoding is known by few bytes', () => {
  for (const [name, encode] of encodings) {
    const expected = name.startsWith('UTF-16 LE') ? 'utf-16le' : name.startsWith('UTF-16 BE') ? 'utf-16be' : 'utf-8';
    expect(encodingOf(encode('{}')), name).toBe(expected);
  }
});
