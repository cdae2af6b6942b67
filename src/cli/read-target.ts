import { err, ok, type Result } from 'neverthrow';
import type { Known } from '../facts/fact.js';
import type { SnapshotFacts } from '../facts/snapshot.js';
import type { Input } from '../inputs/input.js';
import { recognizeMaps } from '../inputs/recognize-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { SolutionTarget } from '../solutions/solution-target.js';
import type { Complaint } from './command-result.js';
import { readInputs } from './read-inputs.js';
import { type MapFiles, mapFilesOf, mapsOfRows, rowsOfEnvironment } from './read-maps.js';

/** An environment out of files. */
interface Target extends SolutionTarget {
  readonly maps?: Known<readonly EntityMap[]> | undefined;
}

/** An environment out of files: at most one snapshot, its saved maps in any form, and recordings of its services. */
export async function readTarget(paths: readonly string[]): Promise<Result<Target, Complaint>> {
  const inputs = await readInputs(paths, recognizeMaps);
  if (inputs.isErr()) return err(inputs.error);
  const recorded = await recordedFacts(inputs.value);
  if (recorded.isErr()) return err(recorded.error);
  const files = await mapFilesOf(inputs.value, paths);
  const { name, facts } = recorded.value;
  // Of a recording without saved maps, the other facts are known.
  if (files.isErr())
    return Object.keys(facts).length > 0 && isWithoutMaps(files.error) ? ok({ name, facts }) : err(files.error);
  return ok(targetOf(files.value, recorded.value));
}

function targetOf(files: MapFiles, recorded: Recorded): Target {
  const rows = rowsOfEnvironment(files);
  const facts = { ...files.facts, ...recorded.facts };
  return { name: recorded.name || files.name, facts, ...(rows === undefined ? {} : { maps: mapsOfRows(rows) }) };
}

function isWithoutMaps(complaint: Complaint): boolean {
  return typeof complaint !== 'string' && complaint.type === 'not-maps';
}

interface Recorded {
  /** Of the environment; empty if there is no recording. */
  readonly name: string;
  readonly facts: SnapshotFacts;
}

/** The facts in recordings, put together with those of the snapshot beside them; none without a recording. */
async function recordedFacts(inputs: readonly Input[]): Promise<Result<Recorded, Complaint>> {
  const isRecording = ({ kind }: Input) => kind === 'har' || kind === 'gateway-capture' || kind === 'service-answer';
  if (!inputs.some(isRecording)) return ok({ name: '', facts: {} });
  const { isFactual, snapshotsOf } = await import('../inputs/snapshots-of.js');
  const [found, ...others] = await snapshotsOf(inputs.filter(isFactual), { now: new Date() });
  if (others.length > 0) return err('the files are of several environments: give those of one');
  return ok({ name: found?.snapshot.environment.name ?? '', facts: found?.snapshot.facts ?? {} });
}
