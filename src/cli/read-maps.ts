import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import type { Complaint } from './command-result.js';
import { readText } from './read-text.js';

/** The saved maps in a file, or why it holds none. */
export async function readMaps(path: string): Promise<Result<readonly EntityMap[], Complaint>> {
  return (await readRows(path)).map((rows) => rows.map((row) => entityMapOf(row)));
}

/** The rows of saved maps in a file, as they are. */
export async function readRows(path: string): Promise<Result<readonly unknown[], Complaint>> {
  const text = await readText(path);
  return text.andThen((content) => mapRowsIn(content, path));
}

/** The rows of saved maps in a text; `path` names it in a fault. */
export function mapRowsIn(text: string, path: string): Result<readonly unknown[], Complaint> {
  return rowsOf(text)
    .andThen(onlyMaps)
    .mapErr((because) => ({ path, type: 'malformed', because }));
}

/** The maps of several files, or the first complaint. */
export async function readAllMaps(paths: readonly string[]): Promise<Result<readonly EntityMap[], Complaint>> {
  const maps: EntityMap[] = [];
  for (const path of paths) {
    const read = await readMaps(path);
    if (read.isErr()) return err(read.error);
    for (const map of read.value) maps.push(map);
  }
  return ok(maps);
}

/** An array, an OData answer, one row, or a row on each line. */
function rowsOf(text: string): Result<readonly unknown[], string> {
  return parse(text)
    .map((value) => {
      if (Array.isArray(value)) return value;
      const answer = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;
      return Array.isArray(answer) ? answer : [value];
    })
    .orElse((because) => linesOf(text).mapErr((line) => line ?? `is not JSON: ${because}`));
}

/** JSON Lines. What fails in its first line is not such a file: then the error is undefined. */
function linesOf(text: string): Result<readonly unknown[], string | undefined> {
  const rows: unknown[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const row = parse(line);
    if (row.isErr()) return err(rows.length === 0 ? undefined : `line ${index + 1}: is not JSON: ${row.error}`);
    rows.push(row.value);
  }
  return ok(rows);
}

const parse = fromThrowable((text: string): unknown => JSON.parse(text), errorText);

function onlyMaps(rows: readonly unknown[]): Result<readonly unknown[], string> {
  const stranger = rows.findIndex((row) => saysNothing(entityMapOf(row)));
  if (stranger < 0) return ok(rows);
  const place = rows.length === 1 ? '' : `row ${stranger + 1}: `;
  return err(`${place}is not a table map: expected rows with msdyn_name and msdyn_mapping`);
}

/** Another file than was meant must not count as a list of maps that cannot be read. */
function saysNothing({ name, columns }: EntityMap): boolean {
  return columns.mapping.status === 'absent' && columns.properties.status === 'absent' && name === '';
}
