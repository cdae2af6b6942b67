import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { errAsync, okAsync, ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { FileFault } from '../node/json-file.js';

/** The whole of a file, or of standard input for `-`. One that holds nothing is a fault. */
export function readText(path: string): ResultAsync<string, FileFault> {
  return ResultAsync.fromPromise(
    import('node:stream/consumers').then(({ text }) => text(streamOf(path))),
    (error): FileFault => ({ path, type: 'unreadable', detail: errorText(error) }),
  ).andThen((content) =>
    content.trim() === ''
      ? errAsync<string, FileFault>({ path, type: 'empty', detail: 'expected text, found nothing' })
      : okAsync(content.replace(/^\uFEFF/, '')),
  );
}

/** The lines of a file, or of standard input for `-`, one after the other. A fault of reading is thrown. */
export function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: streamOf(path), crlfDelay: Number.POSITIVE_INFINITY });
}

function streamOf(path: string): NodeJS.ReadableStream {
  return path === '-' ? process.stdin : createReadStream(path);
}
