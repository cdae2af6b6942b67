import { stat, writeFile } from 'node:fs/promises';
import { replaceFile } from './replace-file.js';

/**
 * Writes a file whole or not at all: see {@link replaceFile}. What is no regular file (a device, a pipe) is written to as it is.
 */
export async function writeFileAtomically(path: string, content: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) return writeFile(path, content);
  return replaceFile(path, 'empty', (file) => file.writeFile(content));
}
