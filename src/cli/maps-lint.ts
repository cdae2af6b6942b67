import { basename } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { type Fact, known } from '../facts/fact.js';
import { type Facts, factSchemas } from '../facts/schemas.js';
import { snapshotOf } from '../facts/snapshot.js';
import { mapDefinitionOf } from '../maps/map-definition.js';
import { readJson } from '../node/json-file.js';
import { checkSnapshot, type SnapshotArguments } from './check.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { describeFileFault, describeIssues } from './describe-fault.js';
import { readAllMaps } from './read-maps.js';

/** The arguments of `maps lint`. */
export interface LintArguments extends Omit<SnapshotArguments, 'validator'> {
  /** A file with the columns and keys of the mapped tables. */
  readonly metadata?: string | undefined;
}

/** Checks the maps in files, with the exit codes of `check`. */
export async function lintMaps(files: readonly string[], given: LintArguments): Promise<CommandResult> {
  const maps = await readAllMaps(files);
  if (maps.isErr()) return couldNotRun(maps.error);
  const tables = given.metadata === undefined ? ok(undefined) : await readTables(given.metadata);
  if (tables.isErr()) return couldNotRun(tables.error);
  const facts = {
    mapDefinitions: known(maps.value.map(mapDefinitionOf)),
    ...(tables.value === undefined ? {} : { tableMetadata: tables.value }),
  };
  const name = files.map((file) => (file === '-' ? 'standard input' : basename(file))).join(', ');
  return checkSnapshot(snapshotOf(name, facts, { takenAt: new Date() }), { ...given, validator: 'map-design' });
}

type TableMetadata = Fact<Facts['tableMetadata']>;

/** Rows of the fact `tableMetadata`, or a snapshot that holds it. */
async function readTables(path: string): Promise<Result<TableMetadata, string>> {
  const input = await readJson(path);
  if (input.isErr()) return err(describeFileFault(input.error));
  if (Array.isArray(input.value)) {
    const parsed = factSchemas().tableMetadata.safeParse(input.value);
    if (parsed.success) return ok(known(parsed.data));
    const { describeIssues: issuesOf } = await import('../facts/issues.js');
    return err(`${path}: ${describeIssues(issuesOf(parsed.error))}`);
  }
  const { parsePartialSnapshot } = await import('../facts/parse-snapshot.js');
  return parsePartialSnapshot(input.value)
    .mapErr((fault) => describeFileFault({ path, ...fault }))
    .andThen(({ facts }) =>
      facts.tableMetadata === undefined
        ? err(`${path}: expected rows of tableMetadata, or a snapshot with that fact`)
        : ok(facts.tableMetadata),
    );
}
