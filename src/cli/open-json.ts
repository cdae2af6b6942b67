import { Buffer } from 'node:buffer';
import { err, ok, type Result } from 'neverthrow';
import { type FileFault, parseJson, unreadable } from '../node/json-file.js';
import { readLines } from '../node/read-lines.js';
import { streamOf } from './read-text.js';

/** What a file of JSON is: one document, or JSON Lines, which may be longer than memory. */
export type OpenJson =
  | { readonly type: 'document'; readonly value: unknown }
  | {
      readonly type: 'lines';
      readonly lines: ReturnType<typeof readLines>;
      /** Why it is not a document, if its first line is not JSON either. */
      readonly fault?: FileFault;
    };

/** With a first line that is longer than this, a file is read as a whole. */
const longestFirstLine = 1024 * 1024;

/**
 * Opens a file, or standard input for `-`, in UTF-8 or UTF-16. It is JSON Lines if its first line is a JSON value or the whole of
 * it is not one. Iterating the lines throws errors of the file system.
 */
export async function openJson(path: string): Promise<Result<OpenJson, FileFault>> {
  try {
    return await contentOf(path, bytesOf(path));
  } catch (error) {
    return err(unreadable(path, error));
  }
}

async function contentOf(path: string, bytes: AsyncGenerator<Uint8Array>): Promise<Result<OpenJson, FileFault>> {
  const head: Uint8Array[] = [];
  const firstLine = await readFirstLine(bytes, head);
  if (firstLine !== undefined && parseJson(path, firstLine).isOk()) {
    return ok({ type: 'lines', lines: readLines(concatenated(head, bytes)) });
  }
  for await (const chunk of bytes) head.push(chunk);
  const text = decoded(Buffer.concat(head));
  const document = parseJson(path, text);
  if (document.isOk()) return ok({ type: 'document', value: document.value });
  const { error } = document;
  return error.type === 'empty' ? err(error) : ok({ type: 'lines', lines: readLines(linesOnly(text)), fault: error });
}

/** The first line that is not blank, if it is complete; what was read for that is in `head`. */
async function readFirstLine(bytes: AsyncGenerator<Uint8Array>, head: Uint8Array[]): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < longestFirstLine) {
    const next = await bytes.next();
    if (next.done === true) return undefined;
    head.push(next.value);
    text = (text + decoder.decode(next.value, { stream: true })).trimStart();
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  return undefined;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of streamOf(path)) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function* concatenated(head: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* rest;
}

async function* linesOnly(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Tools on Windows write UTF-16, with or without a byte order mark: JSON begins with a character of ASCII, whose other byte is 0. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
