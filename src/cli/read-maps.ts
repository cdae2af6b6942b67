import { err, ok, type Result } from 'neverthrow';
import { type Known, known } from '../facts/fact.js';
import type { SnapshotFacts } from '../facts/snapshot.js';
import type { Input } from '../inputs/input.js';
import { howToGiveMaps, type MapsFault, mapsOf } from '../inputs/maps-of.js';
import { recognizeMaps } from '../inputs/recognize-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import type { Complaint } from './command-result.js';
import { kindInWords } from './input-in-words.js';
import { isNotRead, readInputs } from './read-inputs.js';

/** What files of one environment hold about maps. */
export interface MapFiles {
  /** Of the snapshot, otherwise the files. */
  readonly name: string;
  /** When the facts of the snapshot were read, if there is one. */
  readonly takenAt?: string | undefined;
  /** Those of the snapshot; none without one. */
  readonly facts: SnapshotFacts;
  /** Rows of maps that the files hold beside a snapshot. */
  readonly rows?: Known<readonly unknown[]> | undefined;
  /** Whether the rows are the maps of a solution, which are not those of an environment. */
  readonly isSolution: boolean;
}

/** The maps in files: saved rows, answers of Dataverse, backups, recordings, a solution; and at most one snapshot. */
export async function readMapFiles(paths: readonly string[]): Promise<Result<MapFiles, Complaint>> {
  const inputs = await readInputs(paths, recognizeMaps);
  return inputs.isErr() ? err(inputs.error) : mapFilesOf(inputs.value, paths);
}

/** The same for files that were read. */
export async function mapFilesOf(
  inputs: readonly Input[],
  paths: readonly string[],
): Promise<Result<MapFiles, Complaint>> {
  const isNamed = ({ name = '' }: Input) => paths.includes(name) || name === 'standard input';
  const stranger = inputs.find((input) => !mayHoldMaps.has(input.kind) && isNamed(input));
  if (stranger !== undefined) return err(notMaps(stranger));
  const [snapshot, second] = inputs.filter((input) => input.kind === 'snapshot' || input.kind === 'facts');
  if (second !== undefined) return err(`${second.name}: is a second snapshot: expected one environment`);
  const others = inputs.filter((input) => mayHoldMaps.has(input.kind) && input !== snapshot);
  const [first] = inputs;
  if (first === undefined) return err(`${inWords(paths)}: the folder holds no file`);
  if (others.length === 0 && snapshot === undefined) return err(notMaps(first));
  const rows = others.length === 0 ? ok(undefined) : await mapsOf(others);
  if (rows.isErr()) return err(complaintOf(rows.error, others, paths));
  return ok({
    name: snapshot?.kind === 'snapshot' ? snapshot.snapshot.environment.name : inWords(paths),
    takenAt: snapshot?.kind === 'snapshot' ? snapshot.snapshot.takenAt : undefined,
    facts: snapshot?.kind === 'snapshot' ? snapshot.snapshot.facts : (snapshot?.facts.facts ?? {}),
    rows: rows.value && asFarAsRead(rows.value, inputs),
    isSolution: others.some(({ kind }) => kind === 'solution' || kind === 'solution-part'),
  });
}

/** Of a folder of which something was not read, the maps may not be all. */
function asFarAsRead(rows: Known<readonly unknown[]>, inputs: readonly Input[]): Known<readonly unknown[]> {
  const lost = inputs.find(isNotRead);
  if (lost?.kind !== 'unknown') return rows;
  const because = `not all of the folder was read (${lost.name}: ${lost.looksLike})`;
  return known(rows.value, {
    coverage: 'partial',
    detail: rows.detail === undefined ? because : `${rows.detail}; ${because}`,
  });
}

const mayHoldMaps: ReadonlySet<Input['kind']> = new Set([
  'facts',
  'gateway-capture',
  'har',
  'map-backup',
  'map-rows',
  'service-answer',
  'snapshot',
  'solution',
  'solution-part',
]);

function notMaps(input: Input): Complaint {
  const because = `is not a table map: it ${kindInWords(input)}`;
  return { path: input.name, type: 'not-maps', because, whatToDo: howToGiveMaps };
}

function complaintOf(fault: MapsFault, inputs: readonly Input[], paths: readonly string[]): Complaint {
  const [only, second] = inputs;
  if (fault.type === 'no-maps-given' && only !== undefined && second === undefined) return notMaps(only);
  return { ...fault, path: fault.input ?? inWords(paths) };
}

/** The saved maps in files, those of a snapshot included, and whether they are all. */
export async function readMaps(paths: readonly string[]): Promise<Result<Known<readonly EntityMap[]>, Complaint>> {
  return (await readMapFiles(paths)).andThen((files) => rowsIn(files, paths)).map(mapsOfRows);
}

/** The rows that files hold, those of a snapshot included. */
export function rowsIn(
  { rows, facts }: MapFiles,
  paths: readonly string[],
): Result<Known<readonly unknown[]>, Complaint> {
  const { mapDefinitions } = facts;
  if (rows !== undefined && mapDefinitions !== undefined)
    return err(`${inWords(paths)}: expected a snapshot or rows, not both`);
  const found = rows ?? mapDefinitions;
  if (found === undefined) return err(`${inWords(paths)}: is not a table map, but a snapshot without mapDefinitions`);
  if (found.status === 'known') return ok(found);
  return err(`${inWords(paths)}: the saved maps are not known (${found.reason})`);
}

/** The maps of rows, as complete as those. */
export function mapsOfRows(rows: Known<readonly unknown[]>): Known<readonly EntityMap[]> {
  return { ...rows, value: rows.value.map((row) => entityMapOf(row)) };
}

/** The rows as those of an environment, which may have more maps than a solution. */
export function rowsOfEnvironment({ rows, isSolution }: MapFiles): Known<readonly unknown[]> | undefined {
  return rows !== undefined && isSolution
    ? known(rows.value, { coverage: 'partial', detail: 'a solution has only the maps that were added to it' })
    : rows;
}

/** `-` is standard input. */
export function inWords(paths: readonly string[]): string {
  return paths.map((path) => (path === '-' ? 'standard input' : path)).join(', ');
}
