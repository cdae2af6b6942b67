import { basename } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { type Fact, known } from '../../facts/fact.js';
import { parseWith } from '../../facts/parse-with.js';
import { type Facts, factSchemas } from '../../facts/schemas.js';
import { snapshotOf } from '../../facts/snapshot.js';
import { mapDefinitionOf } from '../../maps/map-definition-of.js';
import { readJson } from '../../node/json-file.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { readTarget } from '../read-target.js';
import { checkSnapshot, type SnapshotArguments } from './check.js';
import type { Checked } from '../report-renderers.js';

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
  const mapDefinitions = maps === undefined ? facts.mapDefinitions : known(maps.value.map(mapDefinitionOf));
  if (mapDefinitions === undefined) {
    return couldNotRun(`${name}: holds no saved maps: expected mapDefinitions, as \`maps export\` writes them`);
  }
  const tables = given.metadata === undefined ? ok(facts.tableMetadata) : await readTables(given.metadata);
  if (tables.isErr()) return couldNotRun(tables.error);
  const asked = { mapDefinitions, ...(tables.value === undefined ? {} : { tableMetadata: tables.value }) };
  const shown = Object.keys(facts).length > 0 ? name : files.map(nameOf).join(', ');
  return checkSnapshot(snapshotOf(shown, asked, { takenAt }), { ...given, validator: 'map-design' });
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : basename(file);
}

type TableMetadata = Fact<Facts['tableMetadata']>;

/** Rows of the fact `tableMetadata`, or a snapshot that holds it. */
async function readTables(path: string): Promise<Result<TableMetadata, Complaint>> {
  const input = await readJson(path);
  if (input.isErr()) return err(input.error);
  if (Array.isArray(input.value)) {
    return parseWith(factSchemas().tableMetadata, input.value)
      .map((rows) => known(rows))
      .mapErr((fault) => ({ path, ...fault }));
  }
  const { parsePartialSnapshot } = await import('../../facts/parse-snapshot.js');
  return parsePartialSnapshot(input.value)
    .mapErr((fault): Complaint => ({ path, ...fault }))
    .andThen(({ facts }) =>
      facts.tableMetadata === undefined
        ? err(`${path}: expected rows of tableMetadata, or a snapshot with that fact`)
        : ok(facts.tableMetadata),
    );
}
