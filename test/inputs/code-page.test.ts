import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
import { textOf } from '../../src/inputs/text-of.js';
import { utf8Chunks } from '../../src/node/utf8-chunks.js';
import { codePages } from '../support/encodings.js';

// What programs and the console of Windows write where nobody chose UTF-8.
// cspell:disable
const texts = {
  German: 'Größe: für Entität "Käufer" gelöscht, Übermaß',
  French: "l'entité a été supprimée: échec à la création, « contrôle »",
  Spanish: 'Error en la creación: no se encontró el año; ¿continuar?',
  Portuguese: 'A operação não está disponível: informações inválidas',
  Italian: "L'unità è già presente: perché?",
  Swedish: 'Åtgärden misslyckades: företag på väg',
  Finnish: 'Yksikköön ei voi kirjoittaa, määritearvot',
};
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

describe.each(codePages)('%s', (_name, encode) => {
  test.each(Object.entries(texts))('%s is read', (_language, text) => {
    expect(textOf(encode(text))).toEqual({ type: 'text', text });
  });

  test('is read from a stream too', async () => {
    const text = `${texts.German}\n`.repeat(90);
    const bytes = encode(text);
    for (const size of [1_500, bytes.length]) {
      const count = Math.ceil(bytes.length / size);
      const chunks = Array.from({ length: count }, (_, index) => bytes.slice(index * size, (index + 1) * size));
      const read: Uint8Array[] = [];
      for await (const chunk of utf8Chunks(Readable.from(chunks))) read.push(chunk);
      expect(Buffer.concat(read).toString()).toBe(text);
    }
  });

  test('translated errors have the diagnosis that they have in UTF-8', () => {
    const chosen = messages.filter(({ lang }) => western.includes(lang));
    expect(chosen.length).toBeGreaterThan(50);
    const changed = chosen.filter(({ text }) => {
      const read = textOf(encode(text));
      return read.type !== 'text' || ids(read.text).join() !== ids(text).join();
    });
    expect(changed).toEqual([]);
  });
});

test.each([
  ['quotation marks of Windows-1252', 'the “default” team ‘USMF’ – don’t, l’entité… 5 € for Foo™'],
  ['capitals alone', 'ÄÖÜ ÉÈÀ ÑÕ'],
  ['nothing but symbols', '§ 5 © £ ±'],
])('%s remain what they are', (_title, text) => {
  const [, encode] = codePages[0] ?? [];
  expect(textOf(encode?.(text) ?? '')).toEqual({ type: 'text', text });
});
