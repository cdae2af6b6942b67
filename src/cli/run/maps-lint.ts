import { basename } from 'node:path';
import { ok } from 'neverthrow';
import { completeValue } from '../../facts/fact.js';
import { snapshotOf } from '../../facts/snapshot.js';
import { mapDefinitionOf } from '../../maps/map-definition-of.js';
import { checkSnapshot, type SnapshotArguments } from '../check-facts.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { inWords, mapsOfRows, readMapFiles } from '../read-maps.js';
import { readTableMetadata } from '../read-table-metadata.js';
import type { Checked } from '../report-renderers.js';

/** The arguments of `maps lint`. */
interface LintArguments extends Pick<SnapshotArguments, 'only' | 'failOn' | 'config' | 'baseline'> {
  readonly files: readonly string[];
  /** Files with the columns and keys of the mapped tables. */
  readonly metadata?: readonly string[] | undefined;
}

/** Checks the maps in files, or those of a snapshot with what it knows of their tables, with the exit codes of `check`. */
export async function run({ files, ...given }: LintArguments): Promise<CommandResult<Checked>> {
  const read = await readMapFiles(files);
  if (read.isErr()) return couldNotRun(read.error);
  const { name, facts, rows, takenAt = new Date() } = read.value;
  const mapDefinitions =
    rows === undefined ? facts.mapDefinitions : { ...rows, value: mapsOfRows(rows).value.map(mapDefinitionOf) };
  if (mapDefinitions === undefined) {
    return couldNotRun(
      `${inWords(files)}: holds no saved maps: expected mapDefinitions, as \`maps export\` writes them`,
    );
  }
  if (completeValue(mapDefinitions)?.length === 0)
    return couldNotRun(`${inWords(files)}: has no table map: nothing to check`);
  const definitions = mapDefinitions.status === 'known' ? mapDefinitions.value : [];
  const tables =
    given.metadata === undefined ? ok(facts.tableMetadata) : await readTableMetadata(given.metadata, definitions);
  if (tables.isErr()) return couldNotRun(tables.error);
  const asked = { mapDefinitions, ...(tables.value === undefined ? {} : { tableMetadata: tables.value }) };
  const shown = Object.keys(facts).length > 0 ? name : files.map(nameOf).join(', ');
  return checkSnapshot(snapshotOf(shown, asked, { takenAt }), { ...given, validator: 'map-design' });
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : basename(file);
}
