import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ResultAsync } from 'neverthrow';
import type { Fault } from '../fault.js';
import { textOf } from '../inputs/text-of.js';
import { toJson } from '../reporters/json.js';
import type { DualWriteSolution } from '../solutions/dual-write-solution.js';
import type { BackupFault, MapBackup } from '../solutions/map-backup.js';
import { readSolution } from '../solutions/read-solution.js';
import { readSolutionParts } from '../solutions/read-solution-parts.js';
import type { SolutionFault } from '../solutions/solution-fault.js';
import { verifyBackup } from '../solutions/verify-backup.js';
import { type FileFault, parseJson, readContent, unreadable, writeText } from './json-file.js';

/**
 * Why a file holds no solution that can be parsed.
 * @public
 */
export type SolutionFileFault = { readonly path: string } & (Fault<'unreadable'> | SolutionFault);

/**
 * Why a file does not contain a usable backup.
 * @public
 */
export type BackupFileFault = FileFault | ({ readonly path: string } & BackupFault);

/**
 * Reads a solution from the `.zip` that an environment exported, or from its `customizations.xml`. For an unpacked folder, give its files
 * to `readSolutionParts`.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @returns the solution, or a {@link SolutionFileFault} that names the file and what is wrong with it
 * @public
 */
export function readSolutionFile(path: string): ResultAsync<DualWriteSolution, SolutionFileFault> {
  return ResultAsync.fromPromise(readFile(path), (error): SolutionFileFault => unreadable(path, error)).andThen(
    (bytes) => solutionOf(path, bytes).mapErr((fault): SolutionFileFault => ({ path, ...fault })),
  );
}

function solutionOf(path: string, bytes: Uint8Array): ResultAsync<DualWriteSolution, SolutionFault> {
  const decoded = bytes[0] === firstOfZip ? undefined : textOf(bytes);
  const isXml = decoded?.type === 'text' && decoded.text.trimStart().startsWith('<');
  return isXml ? readSolutionParts([{ path: basename(path), text: decoded.text }]) : readSolution(bytes);
}

/** The P of `PK`. */
const firstOfZip = 0x50;

/**
 * Reads a backup of maps and compares it with its checksums. For a truncated file, the missing maps are named as far as its
 * index is present.
 *
 * @returns the backup, or a {@link BackupFileFault}, which names the maps that have changed
 * @public
 */
export function readMapBackup(path: string): ResultAsync<MapBackup, BackupFileFault> {
  return readContent(path)
    .andThen((text) =>
      parseJson(path, text).orElse((fault) =>
        parseJson(path, withoutItsEnd(text)).mapErr((): BackupFileFault => fault),
      ),
    )
    .andThen((input) => verifyBackup(input).mapErr((fault): BackupFileFault => ({ path, ...fault })));
}

/** A truncated bundle, up to its last complete row: its texts contain no line ends. */
function withoutItsEnd(text: string): string {
  const [startOfRows, endOfRow] = ['\n  "rows": [', '\n    }'];
  const start = text.indexOf(startOfRows);
  const end = text.lastIndexOf(endOfRow);
  if (start < 0) return '';
  return `${end > start ? text.slice(0, end + endOfRow.length) : text.slice(0, start + startOfRows.length)}]}`;
}

/**
 * Writes a backup of maps, atomically: a reader sees the old file or the new one, never a part.
 *
 * @returns nothing, or a {@link FileFault} of type `unwritable`
 * @public
 */
export function writeMapBackup(path: string, backup: MapBackup): ResultAsync<void, FileFault> {
  return writeText(path, toJson(backup));
}
