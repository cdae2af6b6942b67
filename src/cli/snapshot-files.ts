import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from 'neverthrow';

/** Files to check; several of them, or those of a folder, make a fleet. */
interface SnapshotFiles {
  readonly paths: readonly string[];
  readonly isFleet: boolean;
}

/** The snapshots that arguments name: files as they are, and the JSON and HAR files of folders by name. */
export async function snapshotFiles(given: readonly string[]): Promise<Result<SnapshotFiles, string>> {
  const paths: string[] = [];
  let isFleet = given.length > 1;
  for (const path of given) {
    if (/^https?:\/\//i.test(path))
      return err(`${path}: is an address: expected a file, or --dataverse URL to read live`);
    const isFolder = path !== '-' && (await stat(path).catch(() => undefined))?.isDirectory() === true;
    if (!isFolder) {
      paths.push(path);
      continue;
    }
    isFleet = true;
    const names = await readdir(path).catch(() => undefined);
    if (names === undefined) return err(`${path}: the folder cannot be read`);
    const files = names.filter((name) => /\.(?:json|jsonl|har)$/i.test(name)).sort();
    if (names.length === 0) return err(`${path}: the folder is empty`);
    // Without such files, who reads the folder says what else is in it.
    paths.push(...(files.length === 0 ? [path] : files.map((name) => join(path, name))));
  }
  return ok({ paths, isFleet });
}
