import { encodingOf } from '../inputs/text-of.js';

/** So many bytes show the encoding. */
const enough = 1_024;

/** The same text in UTF-8: of bytes in UTF-8 or UTF-16, with or without a byte order mark, in memory that does not grow with them. */
export async function* utf8Of(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const start: Uint8Array[] = [];
  let length = 0;
  let recode: ((chunk: Uint8Array) => Uint8Array) | undefined;
  for await (const chunk of chunks) {
    if (recode !== undefined) {
      yield recode(chunk);
      continue;
    }
    start.push(chunk);
    length += chunk.length;
    if (length < enough) continue;
    const first = Buffer.concat(start);
    recode = recoderOf(first);
    yield recode(first);
  }
  if (recode !== undefined) return;
  const all = Buffer.concat(start);
  yield recoderOf(all)(all);
}

function recoderOf(start: Uint8Array): (chunk: Uint8Array) => Uint8Array {
  const encoding = encodingOf(start);
  if (encoding === 'utf-8') return (chunk) => chunk;
  const decoder = new TextDecoder(encoding);
  return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }));
}
