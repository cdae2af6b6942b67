import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { recognize } from '../../src/inputs/recognize.js';
import { textOf } from '../../src/inputs/text-of.js';
import { utf8Chunks } from '../../src/node/utf8-chunks.js';
import { codePages } from '../support/encodings.js';

// What programs and the consoles of Windows write where nobody chose UTF-8.
// cspell:disable
const west = ['Windows-1252', 'code page 850'];
const center = ['Windows-1250', 'code page 852'];
const east = ['Windows-1251', 'code page 866'];

/** What shows the page that it is in, whoever reads it. */
const certain: readonly (readonly [language: string, pages: readonly string[], text: string])[] = [
  ['German', [...west, ...center], 'Größe: für Entität "Käufer" gelöscht, Übermaß'],
  ['German names', west, 'Käufer Müller, Weiß & Söhne, Österreich'],
  ['French', west, "l'entité a été supprimée: échec à la création, « contrôle »"],
  ['French names', west, 'Société Générale, François Lefèvre, Hôpital'],
  ['Portuguese', west, 'A operação não está disponível: informações inválidas'],
  ['Italian', west, "L'unità è già presente: perché?"],
  ['Swedish', west, 'Åtgärden misslyckades: företag på väg'],
  ['Norwegian', west, 'Feil: klarte ikke å lagre løsningen på grunn av nøkkelen'],
  ['Polish', center, 'Nie można zapisać klienta: błąd w polu "Województwo" (Łódź)'],
  ['Polish names', center, 'Wałęsa, Żółkiewski, Wójcik, Święty Krzyż'],
  ['Czech', center, 'Nelze uložit záznam zákazníka Dvořák: chyba při zápisu'],
  ['Czech names', center, 'Dvořáková, Růžička, Němec, Jiří'],
  ['Slovak', center, 'Zápis zákazníka sa nepodaril: chýba kľúč; vŕba, Ľubomír'],
  ['Hungarian', center, 'Nem sikerült írni a következő mezőbe: ügyfél gyűjtőszáma'],
  ['Russian', east, 'Не удалось записать данные: ООО "Ромашка", ошибка в поле'],
  ['Russian names', east, 'Иванов, Петров, Щукин'],
  ['Ukrainian', east.slice(0, 1), 'Помилка: запис клієнта Київ не збережено, їхній ґанок'],
  ['Greek', ['Windows-1253'], 'Σφάλμα: ο πελάτης Παπαδόπουλος δεν βρέθηκε'],
  ['Turkish', ['Windows-1254'], 'Müşteri kaydı bulunamadı: değer geçersiz, Şişli, Iğdır, çağrı'],
  ['Lithuanian', ['Windows-1257'], 'Klaida: įrašas nerastas, užklausa nepavyko, rūšis'],
  ['Japanese', ['Shift-JIS'], '株式会社ソニーのデータを書き込めません。表 USMF が見つかりません'],
  ['Japanese names', ['Shift-JIS'], 'エンティティ V3: ソフトウェア開発'],
  [
    'English with the quotation marks of Windows',
    ['Windows-1252', 'Windows-1250', 'Windows-1251'],
    'the “default” team can’t be found',
  ],
];

/** Words of several pages: the text or the warning is right. */
const uncertain: readonly (readonly [title: string, page: string, text: string])[] = [
  ['a Czech name', 'Windows-1250', 'Kučera'],
  ['a Hungarian name', 'Windows-1250', 'Erdős'],
  ['a Hungarian name of a console', 'code page 852', 'Erdős'],
  ['a Polish word', 'Windows-1250', 'pięść'],
  ['a Turkish name', 'Windows-1254', 'Yıldız'],
  ['a Latvian word', 'Windows-1257', 'Kļūda'],
  ['Japanese signs', 'Shift-JIS', '東京'],
  ['a German word of a console', 'code page 850', 'Straße'],
  ['an Italian word of a console', 'code page 850', 'attività'],
  ['a French name', 'Windows-1252', 'Hélène'],
  ['a Spanish name', 'Windows-1252', 'Muñoz'],
  ['Spanish', 'Windows-1252', 'Error en la creación: no se encontró el año; ¿continuar?'],
];
// cspell:enable

const messages: readonly { readonly lang: string; readonly text: string }[] = readFileSync(
  new URL('../diagnosis/messages/translated.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const western = ['da', 'de', 'es', 'fi', 'fr', 'it', 'nb', 'nl', 'pt', 'sv'];
const ids = (text: string) => diagnose(text).map(({ id }) => id);

const cases = certain.flatMap(([language, pages, text]) => pages.map((page) => [language, page, text] as const));
const encoded = (page: string, text: string) => codePages[page]?.(text) ?? new Uint8Array();

test.each(cases)('%s in %s is read, without a doubt', (_language, page, text) => {
  expect(textOf(encoded(page, text))).toEqual({ type: 'text', text });
});

test.each(cases)('%s in %s is read from a stream too', async (_language, page, line) => {
  const text = `${line}\n`.repeat(90);
  const bytes = encoded(page, text);
  for (const size of [1_501, bytes.length]) {
    const doubts: string[] = [];
    const read: Uint8Array[] = [];
    for await (const chunk of utf8Chunks(Readable.from(inPieces(bytes, size)), (doubt) => doubts.push(doubt)))
      read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe(text);
    expect(doubts).toEqual([]);
  }
});

test.each(uncertain)('%s in %s is read with a doubt', async (_title, page, text) => {
  const bytes = encoded(page, text);
  expect(textOf(bytes)).toMatchObject({ type: 'text', doubt: expect.stringMatching(words) });
  const doubts: string[] = [];
  for await (const _ of utf8Chunks(Readable.from([bytes]), (doubt) => doubts.push(doubt)));
  expect(doubts).toEqual([expect.stringMatching(words)]);
});

const words =
  /^letters may be wrong: the file is in neither UTF-8 nor UTF-16, and was read as [\w -]+; save it as UTF-8$/;

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
  expect(textOf(bytes)).toMatchObject({ doubt: expect.stringMatching(words) });
});

test('whatever is read without a doubt is the text, in any mixture of its words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), fc.nat(40), ([, page, text], from, length) => {
      const parts = text.split(' ');
      const part = parts.slice(from % parts.length, (from % parts.length) + 1 + length).join(' ');
      const read = textOf(encoded(page, part));
      expect(read.type).toBe('text');
      if (read.type === 'text' && read.doubt === undefined) expect(read.text).toBe(part);
    }),
    { numRuns: 500 },
  );
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
      const read = textOf(encoded(page, text));
      return read.type !== 'text' || ids(read.text).join() !== ids(text).join();
    });
    expect(changed).toEqual([]);
  });
});

test.each([
  ['quotation marks of Windows-1252', 'the “default” team ‘USMF’ – don’t, l’entité… 5 € for Foo™'],
  ['capitals alone', 'ÄNDERUNG ÉCHEC AÑO'],
  ['nothing but symbols', '§ 5 © £ ±'],
])('%s remain what they are', (_title, text) => {
  expect(textOf(encoded('Windows-1252', text))).toMatchObject({ type: 'text', text });
});

test('the last letter of a file is not lost, where no other is beyond ASCII', async () => {
  const text = `${'The value is not valid. '.repeat(60)}Société`; // cspell:disable-line
  const bytes = encoded('Windows-1252', text);
  expect(textOf(bytes)).toMatchObject({ text });
  const read: Uint8Array[] = [];
  for await (const chunk of utf8Chunks(Readable.from(inPieces(bytes, 1_100)), () => {})) read.push(chunk);
  expect(Buffer.concat(read).toString()).toBe(text);
});

test('a file says in what it lacks that its letters may be wrong', () => {
  const { lacks } = recognize(encoded('Windows-1250', 'Unable to write data to entity Kučera'));
  expect(lacks).toEqual([expect.stringMatching(words)]);
  expect(recognize(encoded('Windows-1250', 'Unable to write data to entity Dvořák, Růžička')).lacks).toEqual([]);
});
