import { copyFile, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';

/**
 * Replaces a file, or creates it, so that a reader sees either the old content or the new content, never a part: the new file
 * is written next to the old one and then replaces it. If anything fails, the old file is untouched and nothing is left behind.
 * Links are followed; anything other than a regular file (a device, a pipe) is refused.
 *
 * @param start - what the new file contains before `write` adds to it
 * @param write - receives the new file, which can also be read, and its size in bytes
 */
export async function replaceFile(
  path: string,
  start: 'empty' | 'copy',
  write: (file: FileHandle, size: number) => Promise<void>,
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) throw new Error('it is not a regular file');
  const copied = start === 'copy' ? existing : undefined;

  const temporary = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    if (copied !== undefined) await copyFile(target, temporary);
    const file = await open(temporary, copied === undefined ? 'ax+' : 'a+', existing?.mode);
    try {
      await write(file, copied?.size ?? 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
