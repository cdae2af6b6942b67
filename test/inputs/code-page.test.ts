import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDoubt } from '../../src/inputs/code-page.js';
import { textOf } from '../../src/inputs/text-of.js';
import { cases, doubt, inPage, uncertain } from './code-page-samples.js';

test.each(cases)('%s in %s is read, without a doubt', (_language, page, text) => {
  expect(textOf(inPage(page, text))).toEqual({ type: 'text', text });
});

test.each(uncertain)('%s in %s is read with a doubt', (_title, page, text) => {
  expect(textOf(inPage(page, text))).toMatchObject({ type: 'text', doubt: expect.stringMatching(doubt) });
});

// cspell:disable
test.each([
  ['Windows-1252', 'Kirjet ei leitud: väärtus on vale, šokolaad, õun, päringut ei õnnestunud, žürii'],
  ['Windows-1252', 'a’©b'],
  ['Windows-1252', 'a©’b'],
  ['code page 850', 'raïm il·lícita'],
  ['Windows-1250', 'Napaka: zapis ni bil najden, željena vrednost že obstaja, čas, šifra'],
  ['code page 852', 'kľúč; Kovačević'],
  ['Windows-1251', 'Грешка: записът не е намерен, стойността е невалидна'],
  ['Windows-1253', 'Σφάλμα ΣφάΛμα πελάτης'],
  ['Windows-1254', 'işlemTürü, kayıtİşlemi: değer, çağrı'],
  ['Windows-1257', 'įrašas nerastas: užklausa klientoŽyma rūšis'],
  ['Shift-JIS', 'ソニー ﾃﾞｰﾀ ソフトウェア'],
  ['Shift-JIS', 'ソフトウェア ｶﾅﾓ エラー'],
])('the doubt names %s, in which %s was read', (page, text) => {
  const lack = `letters may be wrong: the file is in neither UTF-8 nor UTF-16, and was read as ${page}; save it as UTF-8`;
  expect(textOf(inPage(page, text))).toEqual({ type: 'text', text, doubt: lack });
  expect(isDoubt(lack)).toBe(true);
  expect(isDoubt(`line 1 could not be read; ${lack}`)).toBe(false);
});

test('a thousand words show the page of a file', () => {
  const known = 'größer '.repeat(900);
  const strange = (count: number) => 'Gr¤ße '.repeat(count);
  const read = (text: string) => textOf(inPage('Windows-1252', text));
  expect(read(`${known}${strange(100)}`)).toEqual({ type: 'text', text: `${known}${strange(100)}` });
  expect(read(`${known}${strange(500)}`)).toEqual({ type: 'text', text: `${known}${strange(500)}` });
  expect(read(`${strange(101)}${known}`)).toMatchObject({ doubt: expect.stringContaining('Windows-1252') });
});
// cspell:enable

test.each([
  ['Chinese', 'gbk', 'c4cfbea9b4edcef33ab2bbc4dcd0b4c8eb'],
  ['Korean', 'euc-kr', 'bfc0b7f93ab0edb0b4'],
  ['Thai', 'windows-874', 'a2e9cdbcd4b4bec5d2b4'],
  ['Russian of Unix', 'koi8-r', 'efdbc9c2cbc1'],
  ['Hebrew', 'windows-1255', 'f9e2e9e0e42020ece0'],
  ['Arabic', 'windows-1256', 'c7e1c8cdd120c7e1dae3edc7'],
])('%s, which is in none of these pages, is read with a doubt', (_language, label, hex) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(new TextDecoder(label).decode(bytes)).toMatch(/^[\p{L}\p{M}: ]+$/u);
  expect(textOf(bytes)).toMatchObject({ doubt: expect.stringMatching(doubt) });
});

test('whatever is read without a doubt is the text, in any mixture of its words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), fc.nat(40), ([, page, text], from, length) => {
      const parts = text.split(' ');
      const part = parts.slice(from % parts.length, (from % parts.length) + 1 + length).join(' ');
      const read = textOf(inPage(page, part));
      expect(read.type).toBe('text');
      if (read.type === 'text' && read.doubt === undefined) expect(read.text).toBe(part);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['quotation marks of Windows-1252', 'the “default” team ‘USMF’ – don’t, l’entité… 5 € for Foo™'],
  ['nothing but symbols', '§ 5 © £ ±'],
])('%s remain what they are', (_title, text) => {
  expect(textOf(inPage('Windows-1252', text))).toEqual({ type: 'text', text });
});

test('capitals alone remain what they are', () => {
  const text = 'ÄNDERUNG ÉCHEC AÑO';
  expect(textOf(inPage('Windows-1252', text))).toMatchObject({ type: 'text', text });
});
