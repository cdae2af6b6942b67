import { encodingOf } from '../inputs/text-of.js';

/** So many bytes show the encoding. */
const enough = 1_024;

/** The same text in UTF-8: of bytes in UTF-8 or UTF-16, with or without a byte order mark, in memory that does not grow with them. */
export async function* utf8Of(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const start: Uint8Array[] = [];
  let length = 0;
  let transcode: ((chunk: Uint8Array) => Uint8Array) | undefined;
  for await (const chunk of chunks) {
    if (transcode !== undefined) {
      yield transcode(chunk);
      continue;
    }
    start.push(chunk);
    length += chunk.length;
    if (length < enough) continue;
    const first = Buffer.concat(start);
    transcode = transcoderOf(first);
    yield transcode(first);
  }
  if (transcode !== undefined) return;
  const all = Buffer.concat(start);
  yield transcoderOf(all)(all);
}

function transcoderOf(start: Uint8Array): (chunk: Uint8Array) => Uint8Array {
  const encoding = encodingOf(start);
  if (encoding === 'utf-8') return (chunk) => chunk;
  const decoder = new TextDecoder(encoding);
  return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }));
}
