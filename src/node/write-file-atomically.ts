import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Writes a file so that a reader sees the old content or the new one, never a half: into a file beside it,
 * which then takes its place. When anything fails, the old file is untouched and nothing is left behind.
 * Links are followed; what is no regular file (a device, a pipe) is written to as it is.
 */
export async function writeFileAtomically(path: string, content: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) return writeFile(target, content);

  const temporary = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', existing?.mode);
    try {
      await file.writeFile(content);
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
