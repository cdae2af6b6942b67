import { backupMaps } from '../../solutions/backup-maps.js';
import type { MapBackup } from '../../solutions/map-backup.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readRows } from '../read-maps.js';

interface BackupArguments {
  readonly files: readonly string[];
  /** The name of the environment in the backup. */
  readonly environment: string;
}

/** Puts saved maps into one bundle with checksums. */
export async function run({ files, environment }: BackupArguments): Promise<CommandResult<MapBackup>> {
  const rows: unknown[] = [];
  for (const file of files) {
    const read = await readRows(file);
    if (read.isErr()) return couldNotRun(read.error);
    for (const row of read.value) rows.push(row);
  }
  const bundle = await backupMaps(rows, { environment, takenAt: new Date().toISOString() });
  return bundle.isErr() ? couldNotRun(bundle.error) : { type: 'done', result: bundle.value, exitCode: 0 };
}
