import { entityMapOf } from '../../maps/entity-map-of.js';
import { isRedacted } from '../../maps/without-redacted-texts.js';
import { backupMaps } from '../../solutions/backup-maps.js';
import type { MapBackup } from '../../solutions/map-backup.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { inWords, readMapFiles, rowsIn, rowsOfEnvironment } from '../read-maps.js';

interface BackupArguments {
  readonly files: readonly string[];
  /** The name of the environment in the backup. */
  readonly environment: string;
  /** Back up a part of the maps, too. */
  readonly partial?: true | undefined;
}

/** Puts saved maps into one bundle with checksums: all of them, unless a part is requested. */
export async function run({ files, environment, partial }: BackupArguments): Promise<CommandResult<MapBackup>> {
  const read = await readMapFiles(files);
  if (read.isErr()) return couldNotRun(read.error);
  const rows = rowsIn({ ...read.value, rows: rowsOfEnvironment(read.value) }, files);
  if (rows.isErr()) return couldNotRun(rows.error);
  const { value, coverage, detail } = rows.value;
  const redacted = value.map((row) => entityMapOf(row)).filter(isRedacted);
  if (redacted.length > 0) {
    return couldNotRun(`${inWords(files)}: texts of ${redacted.length} maps were redacted: ${rowsInstead}`);
  }
  if (coverage === 'partial' && value.length > 0 && partial === undefined) {
    return couldNotRun(`${inWords(files)}: not all maps are there: ${detail}. ${allOrPart}`);
  }
  const bundle = await backupMaps(value, { environment, takenAt: new Date().toISOString(), coverage, detail });
  return bundle.isErr() ? couldNotRun(bundle.error) : { type: 'done', result: bundle.value, exitCode: 0 };
}

const rowsInstead = 'expected the rows of msdyn_dualwriteentitymaps';
const allOrPart = 'Give the missing rows, too, or back up this part with --partial.';
