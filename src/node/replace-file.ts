import { copyFile, type FileHandle, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pid } from 'node:process';
import { isAlive } from './is-alive.js';

/**
 * Replaces a file, or creates it, so that a reader sees either the old content or the new content, never a part: the new file
 * is written next to the old one and then replaces it. If anything fails, the old file is untouched and nothing is left behind;
 * what a killed process has left behind is removed by the next one. Links are followed; anything other than a regular file (a
 * device, a pipe) is refused.
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
  await removeLeftovers(target);

  const temporary = `${target}.${host}-${pid}-${crypto.randomUUID().slice(0, 8)}.tmp`;
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

/** Of the name of this computer, what any file system takes. */
const host = hostname()
  .replace(/[^\w.]/g, '_')
  .slice(0, 40);

/** The rest of a temporary name: computer, process, and what makes it unique; before 0.2.0, only the last. */
const ownEnding = /^(?:(?<host>[\w.]+)-(?<pid>\d+)-[\da-f]{8}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.tmp$/;

/** Processes of other computers cannot be looked up: what they left behind is old. */
const oldAfter = 24 * 60 * 60 * 1000;

/** Removes the temporary files for a file that processes which have ended have left behind. What cannot be removed does no harm. */
export async function removeLeftovers(path: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const start = `${basename(target)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const { groups } = (name.startsWith(start) && ownEnding.exec(name.slice(start.length))) || {};
    if (groups === undefined) continue;
    const leftover = join(folder, name);
    const isOfEndedProcess = groups.host === host && !isAlive(Number(groups.pid));
    if (isOfEndedProcess || (await isOld(leftover))) await rm(leftover, { force: true }).catch(ignore);
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > oldAfter;
}

function ignore(): void {
  // The next write tries again.
}
