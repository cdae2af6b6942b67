import { toJson } from '../reporters/json.js';
import { backupMaps } from '../solutions/backup-maps.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { readRows } from './read-maps.js';

/** Puts saved maps into one bundle with checksums. */
export async function backUpMaps(
  files: readonly string[],
  { environment }: { readonly environment: string },
): Promise<CommandResult> {
  const rows: unknown[] = [];
  for (const file of files) {
    const read = await readRows(file);
    if (read.isErr()) return couldNotRun(read.error);
    for (const row of read.value) rows.push(row);
  }
  return (await backupMaps(rows, { environment, takenAt: new Date().toISOString() })).match(
    (bundle): CommandResult => ({ type: 'done', output: toJson(bundle), exitCode: 0 }),
    couldNotRun,
  );
}
