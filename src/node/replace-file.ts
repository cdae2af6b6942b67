import { copyFile, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';

/**
 * Puts a new file in the place of one, or of none, so that a reader sees the old content or the new one, never a half: it is
 * written beside the old one, which it then takes the place of. When anything fails, the old file is untouched and nothing is
 * left behind. Links are followed; what is no regular file (a device, a pipe) is refused.
 *
 * @param start - what the new file holds before `write` adds to it
 * @param write - gets the new file, which can be read too, and how many bytes it holds
 */
export async function replaceFile(
  path: string,
  start: 'empty' | 'copy',
  write: (file: FileHandle, size: number) => Promise<void>,
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) throw new Error('it is no regular file');
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
