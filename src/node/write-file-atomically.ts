import { Buffer } from 'node:buffer';
import { type FileHandle, stat, writeFile } from 'node:fs/promises';
import { replaceFile } from './replace-file.js';

/**
 * Writes a file completely or not at all: see {@link replaceFile}. Anything other than a regular file (a device, a pipe) is
 * written to directly.
 */
export async function writeFileAtomically(path: string, content: string | Iterable<string>): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) return writeFile(path, content);
  return replaceFile(path, 'empty', (file) =>
    typeof content === 'string' ? writeFile(file, content) : writePieces(file, content),
  );
}

const bufferLength = 512 * 1024;
const syncedAtOnce = 16 * 1024 * 1024;
const encoder = new TextEncoder();

/** Many pieces are written at once, and reach the disk, while the next ones are made. */
async function writePieces(file: FileHandle, pieces: Iterable<string>): Promise<void> {
  let current = Buffer.allocUnsafeSlow(bufferLength);
  let spare = Buffer.allocUnsafeSlow(bufferLength);
  let length = 0;
  let unsynced = 0;
  let writing = Promise.resolve();
  const syncs: Promise<void>[] = [];
  for (const piece of pieces) {
    for (let rest = piece; ; ) {
      const { read, written } = encoder.encodeInto(rest, current.subarray(length));
      length += written;
      if (read === rest.length) break;
      rest = rest.slice(read);
      await write();
    }
  }
  await write();
  await Promise.all([writing, ...syncs]);

  async function write(): Promise<void> {
    await writing;
    writing = awaitedLater(file.appendFile(current.subarray(0, length)));
    unsynced += length;
    [current, spare, length] = [spare, current, 0];
    if (unsynced < syncedAtOnce) return;
    syncs.push(awaitedLater(file.datasync()));
    unsynced = 0;
  }
}

function awaitedLater(promise: Promise<void>): Promise<void> {
  promise.catch(() => undefined); // reported when it is awaited
  return promise;
}
