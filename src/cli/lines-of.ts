import { createInterface } from 'node:readline';
import { streamOf } from './read-text.js';

/** The lines of a file, or of standard input for `-`, one after the other. A fault of reading is thrown. */
export function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: streamOf(path), crlfDelay: Number.POSITIVE_INFINITY });
}
