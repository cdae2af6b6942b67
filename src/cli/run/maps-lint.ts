import { basename } from 'node:path';
import { ok } from 'neverthrow';
import { completeValue } from '../../facts/fact.js';
import { snapshotOf } from '../../facts/snapshot.js';
import { mapDefinitionOf } from '../../maps/map-definition-of.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readTableMetadata } from '../read-table-metadata.js';
import { readTarget } from '../read-target.js';
import type { Checked } from '../report-renderers.js';
import { checkSnapshot, type SnapshotArguments } from './check.js';

/** The arguments of `maps lint`. */
interface LintArguments extends Pick<SnapshotArguments, 'only' | 'failOn' | 'config' | 'baseline'> {
  readonly files: readonly string[];
  /** A file with the columns and keys of the mapped tables. */
  readonly metadata?: string | undefined;
}

/** Checks the maps in files, or those of a snapshot with what it knows of their tables, with the exit codes of `check`. */
export async function run({ files, ...given }: LintArguments): Promise<CommandResult<Checked>> {
  const target = await readTarget(files);
  if (target.isErr()) return couldNotRun(target.error);
  const { name, facts, maps, takenAt = new Date() } = target.value;
  const mapDefinitions =
    maps === undefined ? facts.mapDefinitions : { ...maps, value: maps.value.map(mapDefinitionOf) };
  if (mapDefinitions === undefined) {
    return couldNotRun(`${name}: holds no saved maps: expected mapDefinitions, as \`maps export\` writes them`);
  }
  if (completeValue(mapDefinitions)?.length === 0) return couldNotRun(`${name}: has no table map: nothing to check`);
  const tables = given.metadata === undefined ? ok(facts.tableMetadata) : await readTableMetadata(given.metadata);
  if (tables.isErr()) return couldNotRun(tables.error);
  const asked = { mapDefinitions, ...(tables.value === undefined ? {} : { tableMetadata: tables.value }) };
  const shown = Object.keys(facts).length > 0 ? name : files.map(nameOf).join(', ');
  return checkSnapshot(snapshotOf(shown, asked, { takenAt }), { ...given, validator: 'map-design' });
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : basename(file);
}
