import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { parseJsonText } from '../facts/parse-json-text.js';
import type { Fault, SnapshotFault } from '../fault.js';
import { encodingOf, textOf } from '../inputs/text-of.js';
import { systemErrorCode, systemErrorInWords } from './system-error-in-words.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Why a file could not be read or written, or does not hold a snapshot. `because` does not repeat the path.
 * @public
 */
export type FileFault = { readonly path: string } & (
  | Fault<'unreadable' | 'unwritable' | 'empty' | 'invalid-json'>
  | SnapshotFault
);

/** The fault for a file that the file system cannot read. */
export function unreadable(path: string, error: unknown) {
  return { path, type: 'unreadable', because: `${cannot(error)} be read: ${systemErrorInWords(error)}` } as const;
}

/** The fault for a file that the file system cannot write. */
export function unwritable(path: string, error: unknown) {
  const why = systemErrorCode(error) === 'ENOENT' ? 'there is no such folder' : systemErrorInWords(error);
  return { path, type: 'unwritable', because: `${cannot(error)} be written: ${why}` } as const;
}

function cannot(error: unknown): string {
  return ['EACCES', 'EPERM'].includes(systemErrorCode(error) ?? '') ? 'may not' : 'cannot';
}

/** Reads a file as JSON. */
export function readJson(path: string): ResultAsync<unknown, FileFault> {
  return readContent(path).andThen((text) => parseJson(path, text));
}

/** Reads a file as text. One whose letters may be wrong is a fault. */
export function readContent(path: string): ResultAsync<string, FileFault> {
  return ResultAsync.fromPromise(bytesOf(path), (error): FileFault => unreadable(path, error)).andThen((bytes) =>
    textOfBytes(path, bytes),
  );
}

/** Reads a file at once, which is faster than the pieces of `readFile`; pipes, and files that change meanwhile, are left to that. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > 0 && size <= largestPiece) {
      const bytes = Buffer.allocUnsafeSlow(size + 1); // one more, to notice what follows
      const { bytesRead } = await file.read(bytes, 0, size + 1, 0);
      if (bytesRead === size) return bytes.subarray(0, size);
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** What one call reads of a file everywhere. In bytes. */
const largestPiece = 2 ** 30;

function textOfBytes(path: string, bytes: Buffer): Result<string, FileFault> {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return ok(new TextDecoder(encoding).decode(bytes));
  const read = isUtf8(bytes) ? undefined : textOf(bytes);
  if (read?.type !== 'text') return ok(bytes.toString('utf8'));
  return read.doubt === undefined
    ? ok(read.text)
    : err({ path, type: 'unreadable', because: `cannot be read: ${read.doubt}` });
}

/** JSON text as a value; `path` only names it in a fault. */
export function parseJson(path: string, text: string): Result<unknown, FileFault> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') return err({ path, type: 'empty', because: 'is empty: expected JSON' });
  return parseJsonText(content).mapErr((fault) => ({ path, ...fault }));
}

/** Writes text, or pieces of it, atomically. */
export function writeText(path: string, text: string | Iterable<string>): ResultAsync<void, FileFault> {
  return ResultAsync.fromPromise(writeFileAtomically(path, text), (error) => unwritable(path, error));
}
