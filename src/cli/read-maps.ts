import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { type Known, known } from '../facts/fact.js';
import { errorText } from '../facts/scrub.js';
import type { Snapshot } from '../facts/snapshot.js';
import type { Fault } from '../fault.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { parseRows } from '../maps/parse-rows.js';
import { readMapRows } from '../maps/read-map-rows.js';
import type { Complaint } from './command-result.js';
import { isSnapshot } from './is-snapshot.js';
import { readText } from './read-text.js';

/** What files hold about maps: at most one snapshot, and the rows of saved maps, if a file has them. */
interface MapFiles {
  readonly snapshot: Snapshot | undefined;
  readonly rows: Known<readonly unknown[]> | undefined;
}

/** Saved maps in files (as rows, responses of Dataverse or backups) and at most one snapshot. The files are of one environment. */
export async function readMapFiles(paths: readonly string[]): Promise<Result<MapFiles, Complaint>> {
  let snapshot: Snapshot | undefined;
  const documents: { readonly path: string; readonly content: unknown }[] = [];
  for (const path of paths) {
    const part = await partOf(path);
    if (part.isErr()) return err(part.error);
    if ('rows' in part.value) documents.push({ path, content: part.value.rows });
    else if (snapshot === undefined) snapshot = part.value;
    else return err(`${path}: is a second snapshot: expected one environment`);
  }
  if (documents.length === 0) return ok({ snapshot, rows: undefined });
  const read = readMapRows(documents.map(({ content }) => content));
  if (read.isOk()) return ok({ snapshot, rows: read.value });
  const { error: fault } = read;
  const file = 'document' in fault ? documents[fault.document] : undefined;
  const kind = fault.type === 'not-maps' ? await kindInstead(file?.content) : undefined;
  return err({
    ...fault,
    path: file?.path,
    because: kind === undefined ? fault.because : `${fault.because}: it ${kind}`,
  });
}

/** What a file is, and which command takes it, if that is known. */
async function kindInstead(content: unknown): Promise<string | undefined> {
  const [{ kindInWords, kindOfJson }, { recordsIn }] = await Promise.all([
    import('./kind-of-json.js'),
    import('./records-in.js'),
  ]);
  const kinds = recordsIn(content).records.map(kindOfJson);
  const kind = kinds.find((one) => one !== undefined && one !== 'table-map');
  return kind && kindInWords[kind];
}

/** The saved maps in files, those of a snapshot included, and whether they are all. */
export async function readMaps(paths: readonly string[]): Promise<Result<Known<readonly EntityMap[]>, Complaint>> {
  return (await readMapFiles(paths)).andThen((files) => {
    const { snapshot, rows = snapshot?.facts.mapDefinitions } = files;
    if (snapshot !== undefined && files.rows !== undefined)
      return err(`${inWords(paths)}: expected a snapshot or rows, not both`);
    if (rows === undefined) return err(`${inWords(paths)}: is not a table map, but a snapshot without mapDefinitions`);
    if (rows.status === 'known') return ok(mapsOf(rows));
    return err(`${inWords(paths)}: the saved maps are not known (${rows.reason})`);
  });
}

/** The maps of rows, as complete as those. */
export function mapsOf(rows: Known<readonly unknown[]>): Known<readonly EntityMap[]> {
  return { ...rows, value: rows.value.map((row) => entityMapOf(row)) };
}

/** `-` is standard input. */
export function inWords(paths: readonly string[]): string {
  return paths.map((path) => (path === '-' ? 'standard input' : path)).join(', ');
}

async function partOf(path: string): Promise<Result<Snapshot | { readonly rows: unknown }, Complaint>> {
  const text = await readText(path);
  if (text.isErr()) return err(text.error);
  if (text.value.startsWith('PK\u0003\u0004')) return err({ path, type: 'malformed', because: isArchive });
  const content = contentOf(text.value, parse).mapErr((fault) => ({ path, ...fault }));
  if (content.isErr()) return err(content.error);
  const { value } = content;
  if (isSnapshot(value)) return ok(value);
  // Numbers of rows are written again, so their digits count.
  const rows = () =>
    contentOf(text.value, parseRows)
      .map((exact) => ({ rows: exact }))
      .mapErr((fault) => ({ path, ...fault }));
  if (typeof value !== 'object' || value === null) return rows();
  if ('facts' in value) {
    const { parseSnapshot } = await import('../facts/parse-snapshot.js');
    return parseSnapshot(value).mapErr(({ because, ...fault }) => ({
      ...fault,
      path,
      because: `is not a table map, and not a snapshot that can be read: ${because}`,
    }));
  }
  if (!('kind' in value) || value.kind !== 'map-backup') return rows();
  const { verifyBackup } = await import('../solutions/verify-backup.js');
  return verifyBackup(value)
    .map(({ rows, coverage, detail }) => ({ rows: known(rows, { coverage, detail }) }))
    .mapErr((fault) => ({ path, ...fault }));
}

const isArchive = 'is a .zip file: `maps plan` and `maps verify` take a solution as their first argument';

/** JSON, or JSON Lines as a list. */
function contentOf(
  text: string,
  read: Read,
): Result<unknown, { readonly type: 'malformed'; readonly because: string }> {
  return read(text)
    .orElse((fault) => (fault.type === 'invalid-json' ? linesOf(text, read, fault) : err(fault)))
    .mapErr(({ because }) => ({ type: 'malformed', because }));
}

/** JSON Lines. What is not JSON in its first line is not such a file: then the fault is that of the whole text. */
function linesOf(text: string, read: Read, whole: RowFault): Result<readonly unknown[], RowFault> {
  const rows: unknown[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const row = read(line);
    if (row.isErr()) {
      const { type, because } = row.error;
      return err(
        rows.length === 0 && type === 'invalid-json' ? whole : { type, because: `line ${index + 1}: ${because}` },
      );
    }
    rows.push(row.value);
  }
  return ok(rows);
}

type RowFault = Fault<'invalid-json' | 'double-key'>;
type Read = (text: string) => Result<unknown, RowFault>;

const parse: Read = fromThrowable(
  (text: string): unknown => JSON.parse(text),
  (error) => ({ type: 'invalid-json', because: `is not JSON: ${errorText(error)}` }),
);
