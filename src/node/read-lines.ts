import { type FileHandle, open } from 'node:fs/promises';

/** What is told of the lines of a file. */
export interface LineReader {
  /** @param line - its number, from 1; `text` is without its end */
  readonly onLine: (text: string, line: number) => void;
  /** A line that is longer than any row can be; its text is how it begins. */
  readonly onEndlessLine: (start: string, line: number) => void;
}

/**
 * Reads a file in UTF-8, with or without a byte order mark, line by line, in memory that does not grow with it. Bytes are split
 * before they are decoded: that is faster than any reader of lines, and no character is cut in two.
 */
export async function readLines(path: string, reader: LineReader): Promise<void> {
  const file = await open(path);
  try {
    await readLinesOf(file, reader);
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

async function readLinesOf(file: FileHandle, { onLine, onEndlessLine }: LineReader): Promise<void> {
  const buffer = Buffer.allocUnsafe(chunkLength);
  let line = 0;
  // The bytes since the last line ended, in parts: joining them at each read would take the square of their number.
  let parts: Buffer[] = [];
  let length = 0;

  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkLength, null);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    const end = chunk.lastIndexOf(newline);
    if (end < 0) {
      keep(chunk);
      continue;
    }
    if (length === 0) {
      emit(chunk.toString('utf8', 0, end));
    } else {
      const firstEnd = chunk.indexOf(newline);
      keep(chunk.subarray(0, firstEnd));
      endLine();
      if (firstEnd < end) emit(chunk.toString('utf8', firstEnd + 1, end));
    }
    if (end + 1 < bytesRead) keep(chunk.subarray(end + 1));
  }
  if (length > 0) endLine();

  function keep(bytes: Buffer): void {
    length += bytes.length;
    if (length <= mostBytesOfALine) parts.push(Buffer.from(bytes)); // a copy: the buffer is used again
  }

  function endLine(): void {
    const bytes = Buffer.concat(parts);
    const isEndless = length > mostBytesOfALine;
    parts = [];
    length = 0;
    if (!isEndless) return emit(bytes.toString('utf8'));
    line += 1;
    onEndlessLine(bytes.toString('utf8', 0, shownOfALine), line);
  }

  /** Whole lines, without the end of the last one. */
  function emit(text: string): void {
    let start = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (;;) {
      const end = text.indexOf('\n', start);
      const stop = end < 0 ? text.length : end;
      line += 1;
      onLine(text.slice(start, text.charCodeAt(stop - 1) === carriageReturn && stop > start ? stop - 1 : stop), line);
      if (end < 0) return;
      start = end + 1;
    }
  }
}
