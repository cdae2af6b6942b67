import { stat, writeFile } from 'node:fs/promises';
import { replaceFile } from './replace-file.js';

/**
 * Writes a file completely or not at all: see {@link replaceFile}. Anything other than a regular file (a device, a pipe) is
 * written to directly.
 */
export async function writeFileAtomically(path: string, content: string | Iterable<string>): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) return writeFile(path, content);
  return replaceFile(path, 'empty', (file) => writeFile(file, content));
}
