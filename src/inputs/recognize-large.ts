import type { Input } from './input.js';
import { type JsonLinesReader, jsonLinesReader } from './json-lines-reader.js';
import { type HarReader, harReader } from './kinds/har.js';
import { recognize } from './recognize.js';
import { encodingOf } from './text-of.js';

/**
 * What helps to read a large file.
 * @public
 */
export interface RecognizeLargeOptions {
  /** The name of the file. */
  readonly name?: string | undefined;
  /** Stops the reading. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each part that was read: how many bytes they are so far. */
  readonly onProgress?: ((progress: { readonly bytes: number }) => void) | undefined;
}

/**
 * Resolves to what {@link recognize} makes of a file, for files of any size: a HAR file is read entry by entry, JSON Lines some
 * thousand lines at a time, in memory that grows with what is kept of them and not with the file. Anything else is held in memory,
 * up to 128 MB; above that it is `unknown`.
 *
 * Of a HAR file that is cut off, the whole entries count. It never rejects: where the signal stops it, or the chunks end with an
 * error, the result is `unknown` and says so.
 *
 * @param chunks - the bytes of a file in order, such as a stream of Node
 *
 * @example
 * ```ts
 * const input = await recognizeLarge(createReadStream('recording.har'), { onProgress: ({ bytes }) => console.error(bytes) });
 * ```
 * @public
 */
export async function recognizeLarge(
  chunks: AsyncIterable<Uint8Array>,
  { name, signal, onProgress }: RecognizeLargeOptions = {},
): Promise<Input> {
  const input = await readAll(chunks, signal, onProgress);
  return name === undefined ? input : { ...input, name };
}

async function readAll(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  onProgress: RecognizeLargeOptions['onProgress'],
): Promise<Input> {
  const reader = largeReader();
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      if (signal?.aborted === true) return unknown('a file whose reading was stopped');
      reader.push(chunk);
      if (reader.isTooLarge()) return unknown('a file of more than 128 MB that is neither a HAR file nor JSON Lines');
      bytes += chunk.byteLength;
      onProgress?.({ bytes });
    }
  } catch {
    return unknown('a file that could not be read to its end');
  }
  return reader.end();
}

function unknown(looksLike: string): Input {
  return {
    kind: 'unknown',
    looksLike,
    expected: 'a HAR file or JSON Lines of any size, or another file of at most 128 MB, read to its end',
    lacks: [],
  };
}

/** A single document is parsed as a whole, which takes a multiple of its size. In bytes, as all of these. */
const mostHeld = 128 * 1024 * 1024;
/** JSON Lines up to this size are recognized as a whole. */
const mostAtOnce = 4 * 1024 * 1024;
/** By so many, the encoding is known. */
const enoughToTell = 1_024;

/** Holds a file until it is known to be a HAR file or long JSON Lines; the text of those is passed on. */
function largeReader() {
  const har = harReader();
  let reader: HarReader | JsonLinesReader | undefined;
  let decoder: TextDecoder | undefined;
  let held: Uint8Array[] = [];
  let size = 0;
  let isOnlyHeld = false;

  return {
    push,
    isTooLarge: () => size > mostHeld,
    end: () => (reader ?? { end: () => recognize(joined(held)) }).end(),
  };

  function push(chunk: Uint8Array): void {
    if (decoder !== undefined && reader !== undefined) {
      reader.push(decoder.decode(chunk, { stream: true }));
      return;
    }
    held.push(chunk.slice()); // a stream may use its buffer again
    size += chunk.byteLength;
    if (!isOnlyHeld && size >= enoughToTell) look();
  }

  function look(): void {
    const isFirst = decoder === undefined;
    decoder ??= decoderOf(held);
    const text = decoder.decode(isFirst ? joined(held) : held.at(-1), { stream: true });
    isOnlyHeld = isFirst && !/^\s*\{/.test(text);
    if (isOnlyHeld) return;
    har.push(text);
    const { arrays, documents } = har.progress();
    if (arrays > 0) passOnTo(har);
    else if (documents > 1 && size > mostAtOnce) lookAtLines();
  }

  function lookAtLines(): void {
    const lines = jsonLinesReader();
    lines.push(decoderOf(held).decode(joined(held), { stream: true }));
    if (lines.canJoin() === true) passOnTo(lines);
    else isOnlyHeld = lines.canJoin() === false;
  }

  function passOnTo(next: HarReader | JsonLinesReader): void {
    reader = next;
    held = [];
    size = 0;
  }
}

function decoderOf(chunks: readonly Uint8Array[]): TextDecoder {
  return new TextDecoder(encodingOf(joined(chunks.slice(0, enoughToTell))));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let end = 0;
  for (const chunk of chunks) {
    all.set(chunk, end);
    end += chunk.byteLength;
  }
  return all;
}
