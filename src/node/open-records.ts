import { Buffer } from 'node:buffer';
import { err, ok, type Result } from 'neverthrow';
import { parseJsonText } from '../facts/parse-json-text.js';
import type { Fault } from '../fault.js';
import { formatOf, textOf } from '../inputs/text-of.js';
import { type LineSource, readChunks } from './read-lines.js';
import { utf8Chunks } from './utf8-chunks.js';

/** Why a file does not hold text with records. */
export type RecordsFault = Fault<'invalid-json' | 'malformed'>;

/** A file of records by its form. Chunks are in UTF-8 without a byte order mark, and iterating them throws errors of the file system. */
export type OpenRecords =
  | { readonly form: 'empty' }
  /** One JSON value on each line. */
  | { readonly form: 'lines'; readonly chunks: AsyncIterable<Uint8Array> }
  /** One JSON array. */
  | { readonly form: 'list'; readonly chunks: AsyncIterable<Uint8Array> }
  /** One JSON value, which is not an array. */
  | { readonly form: 'document'; readonly value: unknown }
  /** Not JSON: a table, or anything else. `head` is the beginning, with its whole first line. */
  | { readonly form: 'text'; readonly head: string; readonly chunks: AsyncIterable<Uint8Array> };

/** In bytes. With a longer first line, a file is not JSON Lines. */
const longestHead = 1024 * 1024;
/** One JSON value is parsed as a whole, which takes several times its size. */
const longestDocument = 256 * 1024 * 1024;

/**
 * Opens a file or a stream of records in any encoding, and finds out their form by their beginning. All but one JSON value can be
 * read in memory that does not grow with the file.
 *
 * @param onDoubt - called with why letters may be wrong, where they may
 * @throws what the file system throws
 */
export async function openRecords(
  source: LineSource,
  onDoubt: (doubt: string) => void,
): Promise<Result<OpenRecords, RecordsFault>> {
  const chunks = utf8Chunks(readChunks(source), onDoubt);
  const head = await readHead(chunks);
  const all = () => continued(head.bytes, chunks);
  const format = binaryFormatOf(head.bytes);
  if (format !== undefined) {
    await chunks.return(undefined);
    return err({ type: 'malformed', because: `is ${format}: expected text`, ...whatToDo });
  }
  const text = head.text.trimStart();
  const start = text.charAt(0);
  if (start === '' && head.bytes.length < longestHead) return ok({ form: 'empty' });
  if (start !== '{' && start !== '[') return ok({ form: 'text', head: head.text, chunks: all() });
  const firstLine = /^[^\n]*\n/.exec(text)?.[0];
  if (firstLine !== undefined && parseJsonText(firstLine).isOk()) return ok({ form: 'lines', chunks: all() });
  return start === '[' ? ok({ form: 'list', chunks: all() }) : openDocument(all());
}

const whatToDo = { whatToDo: 'In Excel, save the sheet as "CSV UTF-8".' };

/** One JSON value, or JSON Lines of which the first one cannot be read. */
async function openDocument(chunks: AsyncIterable<Uint8Array>): Promise<Result<OpenRecords, RecordsFault>> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > longestDocument) {
      const because = 'is one JSON value of more than 256 MB';
      return err({ type: 'malformed', because, whatToDo: 'Save its rows as a JSON array or as JSON Lines.' });
    }
  }
  const text = Buffer.concat(parts).toString('utf8');
  const document = parseJsonText(text);
  if (document.isOk()) return ok({ form: 'document', value: document.value });
  const isLines =
    /\n\{[^\n]*\}\s*(?:\n|$)/.test(text) &&
    text.split('\n').some((line) => line.startsWith('{') && parseJsonText(line).isOk());
  return isLines ? ok({ form: 'lines', chunks: single(text) }) : err(document.error);
}

interface Head {
  readonly bytes: Buffer;
  readonly text: string;
}

/** The beginning of a file: its first line that is not blank, as far as it is not too long. */
async function readHead(chunks: AsyncGenerator<Uint8Array>): Promise<Head> {
  let bytes = Buffer.alloc(0);
  let text = '';
  while (bytes.length < longestHead && !text.trimStart().includes('\n')) {
    const next = await chunks.next();
    if (next.done === true) break;
    bytes = Buffer.concat([bytes, next.value]);
    text = new TextDecoder().decode(bytes);
  }
  return { bytes, text };
}

/** What bytes are that are not text: `a picture`; `undefined` for text. */
export function binaryFormatOf(head: Uint8Array): string | undefined {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03)
    return 'a zip file, such as a workbook of Excel or a solution';
  const format = formatOf(head);
  if (format !== undefined) return format;
  const decoded = textOf(head);
  return decoded.type === 'binary' ? decoded.looksLike : undefined;
}

async function* continued(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    yield hasMark ? head.subarray(3) : head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* single(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(text);
}
