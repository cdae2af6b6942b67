import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { codePageOf, doubtOf } from '../inputs/code-page.js';
import { encodingOf } from '../inputs/text-of.js';

/** What decides the encoding. */
const fewestBytes = 1_024;

/**
 * Bytes of text in UTF-8, whatever they are in: UTF-8 or UTF-16, little or big endian, with or without a byte order mark. From the
 * first bytes on that are in neither, they are read as the code page of Windows that these fit, which old exports are in. Nothing is
 * read ahead but the beginning.
 *
 * @param onDoubt - called with why letters may be wrong, where they may
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  onDoubt: (doubt: string) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let decoder: Decoder | undefined;
  let head: Buffer | undefined = Buffer.alloc(0);
  let rest = Buffer.alloc(0);
  let isInAscii = true;
  for await (const bytes of chunks) {
    let chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (head !== undefined) {
      head = Buffer.concat([head, chunk]);
      if (head.length < fewestBytes) continue;
      chunk = head;
      head = undefined;
      decoder = decoderOf(chunk);
    }
    yield* inUtf8(chunk);
  }
  if (head !== undefined) {
    decoder = decoderOf(head);
    yield* inUtf8(head);
  }
  // Where nothing else is beyond ASCII, it is a letter of a code page and not the beginning of one in UTF-8.
  if (decoder === undefined && rest.length > 0 && isInAscii) return yield inCodePage(rest);
  if (decoder !== undefined) rest = Buffer.from(decoder.decode());
  if (rest.length > 0) yield rest;

  function* inUtf8(chunk: Buffer): Generator<Uint8Array> {
    if (decoder === undefined) {
      const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = wholeCharacters(joined);
      rest = Buffer.from(joined.subarray(end)); // a copy: the buffer is used again
      const whole = joined.subarray(0, end);
      const isPlain = isAscii(whole);
      isInAscii &&= isPlain;
      if (isPlain || isUtf8(whole)) return yield whole;
      rest = Buffer.alloc(0);
      return yield inCodePage(joined);
    }
    yield Buffer.from(decoder.decode(chunk, { stream: true }));
  }

  function inCodePage(chunk: Buffer): Buffer {
    const page = codePageOf(chunk);
    const doubt = doubtOf(page);
    if (doubt !== undefined) onDoubt(doubt);
    decoder = { decode: (part) => (part === undefined ? '' : page.decode(part)) };
    return Buffer.from(page.decode(chunk));
  }
}

interface Decoder {
  decode(part?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** UTF-8 needs none. */
function decoderOf(head: Uint8Array): Decoder | undefined {
  const encoding = encodingOf(head);
  return encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
}

/** Where the last whole character ends: a chunk may end within one, which has at most four bytes. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
