import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Whether two paths lead to one file, through links or in other letter cases too, where the file system takes those for one. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  );
  if (first === undefined || second === undefined || !first.isFile()) return false;
  return first.ino !== 0n && first.ino === second.ino && first.dev === second.dev;
}
