import { type FileHandle, open } from 'node:fs/promises';

/** Lines that follow each other. */
export interface LineBatch {
  /** The number of the first one; the first line of a file is 1. */
  readonly first: number;
  /** Without their ends. */
  readonly texts: readonly string[];
  /** The one line of the batch is longer than any row can be: its text is only how it begins. */
  readonly isCutOff: boolean;
}

/**
 * Reads a file in UTF-8, with or without a byte order mark, in memory that does not grow with it. Bytes are split before they
 * are decoded, many lines at a time: that is faster than any reader of lines, and no character is cut in two.
 *
 * @throws what the file system throws
 */
export async function* readLines(path: string): AsyncGenerator<LineBatch, void, undefined> {
  const file = await open(path);
  try {
    yield* linesOf(file);
  } finally {
    await file.close();
  }
}

const chunkLength = 256 * 1024;
const newline = 10;
const carriageReturn = 13;
/** No row is that long; what is, is not kept. */
const mostBytesOfALine = 32 * 1024 * 1024;
const shownOfALine = 4_096;

async function* linesOf(file: FileHandle): AsyncGenerator<LineBatch, void, undefined> {
  const buffer = Buffer.allocUnsafe(chunkLength);
  let next = 1;
  // The bytes since the last line ended, in parts: joining them at each read would take the square of their number.
  let parts: Buffer[] = [];
  let length = 0;

  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkLength, null);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    const end = chunk.lastIndexOf(newline);
    let start = 0;
    if (end >= 0 && length > 0) {
      const firstEnd = chunk.indexOf(newline);
      keep(chunk.subarray(0, firstEnd));
      yield endOfLine();
      start = firstEnd + 1;
    }
    if (start <= end) yield batchOf(chunk.toString('utf8', start, end));
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
