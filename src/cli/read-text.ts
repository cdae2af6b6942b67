import { createReadStream } from 'node:fs';
import { errAsync, okAsync, ResultAsync } from 'neverthrow';
import { textOf } from '../inputs/text-of.js';
import { type FileFault, unreadable } from '../node/json-file.js';
import { noteDoubt } from './note-doubt.js';

/** The text of a file, or of standard input for `-`, without a byte order mark. Why letters may be wrong is said on stderr. One that holds nothing is a fault. */
export function readText(path: string): ResultAsync<string, FileFault> {
  return wholeOf(path).andThen((bytes) => {
    const content = textOf(bytes);
    if (content.type === 'empty')
      return errAsync<string, FileFault>({ path, type: 'empty', because: 'is empty: expected text' });
    if (content.type === 'text' && content.doubt !== undefined) noteDoubt(path, content.doubt);
    // The caller names what is not text.
    return okAsync(content.type === 'text' ? content.text : new TextDecoder().decode(bytes));
  });
}

/** All bytes of a file, or of standard input for `-`. */
export function wholeOf(path: string): ResultAsync<Uint8Array, FileFault> {
  return ResultAsync.fromPromise(
    import('node:stream/consumers').then(({ buffer }) => buffer(streamOf(path))),
    (error) => unreadable(path, error),
  );
}

/** The bytes of a file, or of standard input for `-`, many at a time. */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
}

/** A file, or standard input for `-`. */
export function streamOf(path: string): NodeJS.ReadableStream {
  return path === '-' ? process.stdin : createReadStream(path);
}
