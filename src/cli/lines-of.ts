import { binaryFormatOf } from '../node/open-records.js';
import { type LineSource, readChunks, readLines } from '../node/read-lines.js';
import { utf8Chunks } from '../node/utf8-chunks.js';

/**
 * The lines of a file or a stream in any encoding, one after the other.
 *
 * @param onDoubt - called with why letters may be wrong, where they may
 * @throws faults of reading, and an error for what is not text
 */
export async function* linesOf(
  source: LineSource,
  onDoubt: (doubt: string) => void,
): AsyncGenerator<string, void, undefined> {
  for await (const { texts } of readLines(utf8Chunks(textChunks(source), onDoubt))) yield* texts;
}

async function* textChunks(source: LineSource): AsyncGenerator<Uint8Array, void, undefined> {
  let isFirst = true;
  for await (const chunk of readChunks(source)) {
    const format = isFirst ? binaryFormatOf(chunk) : undefined;
    if (format !== undefined) throw new Error(`it is not text, but ${format}`);
    isFirst = false;
    yield chunk;
  }
}
