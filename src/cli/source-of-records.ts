import { Buffer } from 'node:buffer';
import type { Input } from '../inputs/input.js';
import type { LineSource } from '../node/read-lines.js';
import { isReadOnce } from './is-read-once.js';
import { bytesOf } from './read-text.js';

/** A file or standard input that is read piece by piece, and what it is where that turns out to be something else than records. */
export interface SourceOfRecords {
  readonly source: LineSource;
  /** To be asked after it was read. `undefined` if nothing is known: standard input with too much in it, an empty folder. */
  readonly input: () => Promise<Input | undefined>;
}

/** @param file - a file, or `-` for standard input */
export function sourceOfRecords(file: string): SourceOfRecords {
  if (!isReadOnce(file)) return { source: file, input: () => inputOfFile(file) };
  const held: Uint8Array[] = [];
  return { source: holding(bytesOf(file), held), input: () => inputOfHeld(held) };
}

async function inputOfFile(file: string): Promise<Input | undefined> {
  const { readInputs } = await import('./read-inputs.js');
  return (await readInputs([file])).unwrapOr([])[0];
}

async function inputOfHeld(held: readonly Uint8Array[]): Promise<Input | undefined> {
  if (held.length === 0) return undefined;
  const { recognize } = await import('../inputs/recognize.js');
  return recognize(Buffer.concat(held));
}

/** More bytes are not held beside what is made of them. */
const mostHeld = 16 * 1024 * 1024;

/** The chunks as they come; `held` has them all in the end, or none if they are too many. */
export async function* holding(
  all: AsyncIterable<Uint8Array>,
  held: Uint8Array[],
): AsyncGenerator<Uint8Array, void, undefined> {
  let length = 0;
  for await (const chunk of all) {
    length += chunk.length;
    if (length > mostHeld) held.length = 0;
    else held.push(chunk);
    yield chunk;
  }
}
