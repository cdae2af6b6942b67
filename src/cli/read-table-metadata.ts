import { err, ok, type Result } from 'neverthrow';
import { type Fact, known } from '../facts/fact.js';
import { parseWith } from '../facts/parse-with.js';
import { type Facts, factSchemas } from '../facts/schemas.js';
import { readJson } from '../node/json-file.js';
import type { Complaint } from './command-result.js';

/** The columns and keys of tables in a file: rows of the fact `tableMetadata`, or a snapshot that holds it. */
export async function readTableMetadata(path: string): Promise<Result<Fact<Facts['tableMetadata']>, Complaint>> {
  const input = await readJson(path);
  if (input.isErr()) return err(input.error);
  if (Array.isArray(input.value)) {
    return parseWith(factSchemas().tableMetadata, input.value)
      .map((rows) => known(rows))
      .mapErr((fault) => ({ path, ...fault }));
  }
  const { parsePartialSnapshot } = await import('../facts/parse-snapshot.js');
  return parsePartialSnapshot(input.value)
    .mapErr((fault): Complaint => ({ path, ...fault }))
    .andThen(({ facts }) =>
      facts.tableMetadata === undefined
        ? err(`${path}: expected rows of tableMetadata, or a snapshot with that fact`)
        : ok(facts.tableMetadata),
    );
}
