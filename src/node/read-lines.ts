import { type FileHandle, open } from 'node:fs/promises';

/** Lines that follow each other. */
export interface LineBatch {
  /** The number of the first one; the first line of a file is 1. */
  readonly first: number;
  /** Without their ends. */
  readonly texts: readonly string[];
  /** The only line of the batch is longer than any row can be: its text is only the beginning. */
  readonly isCutOff: boolean;
}

/**
 * Where lines come from: the path of a file, or a stream of bytes, such as standard input.
 * @public
 */
export type LineSource = string | AsyncIterable<Uint8Array>;

/**
 * Reads a file in UTF-8, with or without a byte order mark, in memory that does not grow with it. Bytes are split before they
 * are decoded, many lines at a time: that is faster than any line reader, and no character is split.
 *
 * @throws what the file system throws
 */
export async function* readLines(source: LineSource): AsyncGenerator<LineBatch, void, undefined> {
  yield* linesOf(readChunks(source));
}

/**
 * The bytes of a file or a stream, many at a time. A chunk is valid until the next one is requested.
 *
 * @throws what the file system throws
 */
export async function* readChunks(source: LineSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (typeof source !== 'string') return yield* source;
  const file = await open(source);
  try {
    yield* chunksOf(file);
  } finally {
    await file.close();
  }
}

const chunkLength = 256 * 1024;
/** In bytes. The engine takes new memory for each text that is longer than 128 kB, which costs more than decoding it. */
const longestBatch = 60 * 1024;
const newline = 10;
const carriageReturn = 13;
/** No row is that long; longer lines are not kept. */
const mostBytesOfALine = 32 * 1024 * 1024;
const shownOfALine = 4_096;

/** The bytes of a file, the next ones are read while these are used. A chunk is valid until the next one is requested. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array, void, undefined> {
  let current = Buffer.allocUnsafe(chunkLength);
  let spare = Buffer.allocUnsafe(chunkLength);
  let reading = read(current);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      const chunk = current.subarray(0, bytesRead);
      [current, spare] = [spare, current];
      reading = read(current);
      yield chunk;
    }
  } finally {
    await reading.catch(ignore); // a file is not closed while it is read
  }

  function read(buffer: Buffer): ReturnType<FileHandle['read']> {
    const result = file.read(buffer, 0, chunkLength, null);
    result.catch(ignore); // reported when it is awaited
    return result;
  }
}

function ignore(): void {
  // The failure is reported elsewhere.
}

/** The end of the line at which a batch of lines ends, of those from `start` to the end of the one at `last`. */
function endOfBatch(chunk: Buffer, start: number, last: number): number {
  const most = start + longestBatch;
  if (most >= last) return last;
  const end = chunk.lastIndexOf(newline, most);
  return end >= start ? end : chunk.indexOf(newline, most);
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LineBatch, void, undefined> {
  let next = 1;
  // The bytes since the last line ended, in parts: joining them at each read would take quadratic time.
  let parts: Buffer[] = [];
  let length = 0;

  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = chunk.lastIndexOf(newline);
    let start = 0;
    if (end >= 0 && length > 0) {
      const firstEnd = chunk.indexOf(newline);
      keep(chunk.subarray(0, firstEnd));
      yield endOfLine();
      start = firstEnd + 1;
    }
    for (let stop = start; start <= end; start = stop + 1) {
      stop = endOfBatch(chunk, start, end);
      yield batchOf(chunk.toString('utf8', start, stop));
    }
    keep(chunk.subarray(end + 1));
  }
  if (length > 0) yield endOfLine();

  function keep(bytes: Buffer): void {
    if (bytes.length > 0 && length <= mostBytesOfALine) parts.push(Buffer.from(bytes)); // a copy: the buffer is used again
    length += bytes.length;
  }

  function endOfLine(): LineBatch {
    const bytes = Buffer.concat(parts);
    const isCutOff = length > mostBytesOfALine;
    parts = [];
    length = 0;
    return isCutOff
      ? { ...batchOf(bytes.toString('utf8', 0, shownOfALine)), isCutOff }
      : batchOf(bytes.toString('utf8'));
  }

  function batchOf(text: string): LineBatch {
    const first = next;
    const texts: string[] = [];
    let start = first === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (let end = start; end >= 0; start = end + 1) {
      end = text.indexOf('\n', start);
      const stop = end < 0 ? text.length : end;
      texts.push(text.slice(start, stop > start && text.charCodeAt(stop - 1) === carriageReturn ? stop - 1 : stop));
      if (end < 0) break;
    }
    next += texts.length;
    return { first, texts, isCutOff: false };
  }
}
