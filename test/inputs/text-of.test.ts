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

test.each<[readonly number[], string]>([
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0x20], 'utf-8'],
  [[0x20, 0xfe], 'utf-8'],
  [[0xfe, 0x20], 'utf-8'],
  [[0x20, 0xff], 'utf-8'],
])('the first bytes %j', (bytes, encoding) => expect(encodingOf(Uint8Array.from(bytes))).toBe(encoding));

describe('without a mark, zeros at every second place show the encoding', () => {
  /** 40 letters, of which so many at even and at odd places are zeros. */
  const withZeros = (even: number, odd: number) =>
    Uint8Array.from({ length: 40 }, (_, index) => (Math.floor(index / 2) < (index % 2 === 0 ? even : odd) ? 0 : 97));

  test.each([
    [0, 20, 'utf-16le'],
    [0, 9, 'utf-16le'],
    [0, 8, 'utf-8'],
    [1, 9, 'utf-8'],
    [20, 0, 'utf-16be'],
    [9, 0, 'utf-16be'],
    [8, 0, 'utf-8'],
    [9, 1, 'utf-8'],
    [20, 20, 'utf-8'],
    [0, 0, 'utf-8'],
  ])('%i at even and %i at odd ones: %s', (even, odd, encoding) => {
    expect(encodingOf(withZeros(even, odd))).toBe(encoding);
  });

  test('as far as the first 1,024 bytes go', () => {
    expect(encodingOf(Buffer.from('a'.repeat(1_024) + '\0a'.repeat(9_000)))).toBe('utf-8');
    expect(encodingOf(Buffer.from('\0a'.repeat(512) + 'a'.repeat(9_000)))).toBe('utf-16be');
  });
});

describe('what no text has', () => {
  const binary = { type: 'binary', looksLike: 'a binary file' };
  const letters = (count: number) => 'a'.repeat(count);

  test.each([
    ['two zeros', `${letters(100)}\0\0`, false],
    ['one zero', `${letters(100)}\0`, true],
    ['one zero and what is not UTF-8', Buffer.from(`${letters(100)}\0 f\xfcr`, 'latin1'), false],
    ['a late zero and what is not UTF-8', Buffer.from(`f\xfcr ${letters(1_100)}\0`, 'latin1'), true],
    ['what controls something, as 5 % of it', `${letters(95)}${'\u0001'.repeat(5)}`, true],
    ['more of that', `${letters(94)}${'\u0001'.repeat(6)}`, false],
    ['two zeros behind 4,096 letters', `${letters(4_096)}\0\0`, true],
    ['two zeros before these', `${letters(4_000)}\0\0${letters(4_000)}`, false],
  ])('%s: text or not', (_name, content, isText) => {
    expect(textOf(content)).toMatchObject(isText ? { type: 'text' } : binary);
    if (typeof content === 'string')
      expect(textOf(Buffer.from(content))).toMatchObject(isText ? { type: 'text' } : binary);
  });

  test('in the middle of a text, a mark remains', () => {
    expect(textOf('\uFEFFa\uFEFFb')).toEqual({ type: 'text', text: 'a\uFEFFb' });
    expect(textOf('a\uFEFFb')).toEqual({ type: 'text', text: 'a\uFEFFb' });
  });
});

test('UTF-8 with as many letters that are damaged as not remains UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from('Der Wert ist ung\u00fcltig f'),
    Buffer.of(0xfc),
    Buffer.from('r den Wert.'),
  ]);
  expect(textOf(bytes)).toEqual({ type: 'text', text: 'Der Wert ist ungültig f\ufffdr den Wert.' });
  const twice = Buffer.concat([bytes, Buffer.of(0xe9, 0x20)]);
  expect(textOf(twice)).toMatchObject({ text: expect.stringMatching(/^Der Wert ist ungÃ/) });
});

test.each([
  ['1f8b', 'a .gz file: unpack it first'],
  ['377abcaf', 'a .7z file: unpack it first'],
  ['25504446', 'a PDF document'],
  ['d0cf11e0', 'a document of Microsoft Office or Outlook: copy its text'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['53514c69', 'a database'],
])('the bytes %s are those of %s', (hex, looksLike) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(formatOf(Buffer.concat([bytes, Buffer.of(1, 2)]))).toBe(looksLike);
  expect(formatOf(bytes.subarray(0, -1))).toBeUndefined();
});
