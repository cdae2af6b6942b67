import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';
import { err, ok, type Result } from 'neverthrow';
import { factNames } from '../facts/fact-names.js';
import { isSnapshot } from '../facts/is-snapshot.js';
import { overlayFacts } from '../facts/overlay-facts.js';
import type { FactName } from '../facts/schemas.js';
import type { PartialSnapshot, Snapshot } from '../facts/snapshot.js';
import { withLegalEntities } from '../facts/with-legal-entities.js';
import type { FactLack } from '../inputs/facts-of.js';
import type { Input } from '../inputs/input.js';
import { readJson } from '../node/json-file.js';
import { isReport } from '../report/is-report.js';
import { visible } from '../reporters/escape.js';
import type { Complaint } from './command-result.js';
import { type FactsArguments, isLive } from './facts-arguments.js';
import { isReadOnce } from './is-read-once.js';
import { largestWhole } from './largest-whole.js';

/** A snapshot, and what would make its facts whole, where they come from answers that were saved. */
export interface LoadedFacts {
  readonly snapshot: Snapshot;
  readonly lacks: readonly FactLack[];
}

/**
 * One snapshot out of all that the command line names: what files hold or live services at the bottom, captures over it, a
 * person's facts over those, and the legal entities on top.
 *
 * @param needed - the facts to read from live services; all of them when left out
 * @returns the snapshot, or why there is none
 */
export async function loadFacts(
  given: FactsArguments,
  needed?: readonly FactName[],
): Promise<Result<LoadedFacts, Complaint>> {
  const over = given.with === undefined ? ok(undefined) : await readFacts(given.with);
  if (over.isErr()) return err(over.error);
  const captured = given.gateway === undefined ? ok(undefined) : await readCaptures(given.gateway);
  if (captured.isErr()) return err(captured.error);
  const base = await loadBase(given, over.value, captured.value, needed);
  if (base.isErr()) return err(base.error);
  const snapshot = putTogether(base.value?.snapshot, over.value);
  const { legalEntities } = given;
  return ok({
    lacks: base.value?.lacks ?? [],
    snapshot:
      legalEntities === undefined ? snapshot : { ...snapshot, facts: withLegalEntities(snapshot.facts, legalEntities) },
  });
}

/** What lies under the facts of a person. */
async function loadBase(
  given: FactsArguments,
  over: PartialSnapshot | undefined,
  captured: readonly Input[] | undefined,
  needed: readonly FactName[] | undefined,
): Promise<Result<LoadedFacts | undefined, Complaint>> {
  const { files = [] } = given;
  if (isLive(given) && files.length === 0) {
    const { readLive } = await import('./read-live.js');
    const facts = (needed ?? factNames).filter((name) => over?.facts[name]?.status !== 'known');
    const capture = captured?.flatMap((input) => ('answers' in input ? input.answers.map(({ body }) => body) : []));
    return (await readLive(given, { capture, facts })).map((snapshot) => ({ snapshot, lacks: [] }));
  }
  const [only, ...more] = files;
  if (only !== undefined && more.length === 0 && captured === undefined && !isLive(given)) {
    const sound = given.read ?? (await readSoundSnapshot(only));
    if (sound !== undefined && sound !== 'not-sound') return ok({ snapshot: sound, lacks: [] });
  }
  if (only === undefined && captured === undefined) return ok(undefined);
  const inputs = await readFactInputs(files);
  return inputs.isErr() ? err(inputs.error) : snapshotOf([...inputs.value, ...(captured ?? [])], given);
}

/** The inputs in files, all of which hold facts. What else a folder has is named on stderr. */
export async function readFactInputs(paths: readonly string[]): Promise<Result<readonly Input[], Complaint>> {
  const { readInputs } = await import('./read-inputs.js');
  const all: Input[] = [];
  for (const path of paths) {
    const read = await readInputs([path]);
    if (read.isErr()) return err(read.error);
    const isFolder = path !== '-' && read.value.every(({ name }) => name !== path);
    const facts = isFolder ? await namingStrangers(read.value) : await withoutStrangers(read.value);
    if (facts.isErr()) return err(facts.error);
    for (const input of facts.value) all.push(input);
  }
  return ok(all);
}

/** What a folder has of facts; where that is nothing, it is not the folder that was meant. */
async function namingStrangers(inputs: readonly Input[]): Promise<Result<readonly Input[], Complaint>> {
  const { kindInWords } = await import('./input-in-words.js');
  const each = await Promise.all(inputs.map((input) => withoutStrangers([input])));
  const facts = each.flatMap((one) => one.unwrapOr([]));
  if (facts.length === 0) return withoutStrangers(inputs);
  for (const [index, input] of inputs.entries())
    if (each[index]?.isErr())
      process.stderr.write(`${visible(`${input.name} is not used: it ${kindInWords(input)}`)}\n`);
  return ok(facts);
}

/** The facts of the only environment of inputs. */
export async function factsIn(inputs: readonly Input[]): Promise<Result<LoadedFacts, Complaint>> {
  const facts = await withoutStrangers(inputs);
  if (facts.isErr()) return err(facts.error);
  const [{ isFactual }, { inputInWords }] = await Promise.all([
    import('../inputs/snapshots-of.js'),
    import('./input-in-words.js'),
  ]);
  const [first] = inputs;
  // Maps, logs and the like only add to the facts of an environment.
  if (first !== undefined && !inputs.some(isFactual))
    return err({ path: first.name, type: 'not-facts', because: inputInWords(first) });
  return snapshotOf(facts.value, { auth: 'default' });
}

async function withoutStrangers(inputs: readonly Input[]): Promise<Result<readonly Input[], Complaint>> {
  const [{ isFactual }, { inputInWords }] = await Promise.all([
    import('../inputs/snapshots-of.js'),
    import('./input-in-words.js'),
  ]);
  const strangers = inputs.filter((input) => !isFactual(input) && !addsToFacts.has(input.kind));
  // Of an unpacked solution, not every file shows what it is.
  const stranger = strangers.find(({ kind }) => kind !== 'unknown') ?? strangers[0];
  return stranger === undefined
    ? ok(inputs)
    : err({ path: stranger.name, type: 'not-facts', because: inputInWords(stranger) });
}

/** The sound snapshot that a file holds; everything else is for `recognize` to say. */
export async function readSoundSnapshot(path: string): Promise<Snapshot | undefined> {
  if (isReadOnce(path)) return undefined;
  if (await isLargeRecording(path)) return undefined;
  return soundSnapshot((await readJson(path)).unwrapOr(undefined));
}

/** A sound snapshot is recognized without zod, whose start and copies would cost more than the rules. */
export function soundSnapshot(json: unknown): Snapshot | undefined {
  // A report without known facts has the form of a snapshot.
  return isSnapshot(json) && !isReport(json) ? json : undefined;
}

/** Recordings may be larger than memory. */
async function isLargeRecording(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    if ((await file.stat()).size <= largestWhole) return false;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1_024), 0, 1_024, 0);
    return !buffer.subarray(0, bytesRead).includes('"schemaVersion"');
  } catch {
    return false; // a folder: who reads it says so
  } finally {
    await file.close();
  }
}

async function snapshotOf(inputs: readonly Input[], given: FactsArguments): Promise<Result<LoadedFacts, Complaint>> {
  const { snapshotsOf } = await import('../inputs/snapshots-of.js');
  // With files, an address says which of their environments is meant; a snapshot is of one.
  const { dataverse: dataverseUrl, finops: finopsUrl } = given;
  if (isLive(given) && (given.environmentId !== undefined || inputs.every(({ kind }) => kind === 'snapshot')))
    return err('expected saved files or live services (--dataverse, --finops, --environment-id), not both');
  const [found, ...others] = await snapshotsOf(inputs, { now: new Date(), dataverseUrl, finopsUrl });
  if (found === undefined) {
    const [first] = inputs;
    const because =
      first?.kind === 'facts' ? 'holds no fact that is known yet: fill it in' : 'has no facts of an environment';
    return err({ path: first?.name ?? given.files?.join(', '), type: 'not-facts', because });
  }
  if (others.length > 0) {
    const names = [found, ...others].map(({ snapshot }) => snapshot.environment.name);
    return err(`the files are of several environments (${names.join(', ')}): choose one with --dataverse URL`);
  }
  const { snapshot, lacks } = found;
  return ok({ snapshot, lacks: inputs.some((input) => 'answers' in input) ? lacks : [] });
}

/** Kinds that hold facts beside those of the health check. */
const addsToFacts: ReadonlySet<Input['kind']> = new Set([
  'activity-log',
  'alert-settings',
  'map-backup',
  'map-rows',
  'sync-errors',
  'table-metadata',
]);

/** The facts of a person, or those in whatever else holds some: sync errors, an activity log, alert settings, a capture. */
async function readFacts(path: string): Promise<Result<PartialSnapshot, Complaint>> {
  const inputs = await readFactInputs([path]);
  if (inputs.isErr()) return err(inputs.error);
  const [input, ...others] = inputs.value;
  if (others.length === 0 && input?.kind === 'facts') return ok(input.facts);
  if (others.length === 0 && input?.kind === 'snapshot') return ok(input.snapshot);
  const gathered = await snapshotOf(inputs.value, { auth: 'default' });
  return gathered.map(({ snapshot: { facts, takenAt } }) => ({ schemaVersion: 1, takenAt, facts }));
}

async function readCaptures(paths: readonly string[]): Promise<Result<readonly Input[], Complaint>> {
  const [{ readInputs }, { inputInWords }] = await Promise.all([
    import('./read-inputs.js'),
    import('./input-in-words.js'),
  ]);
  return (await readInputs(paths)).andThen((inputs) => {
    const stranger = inputs.find((input) => !('answers' in input));
    return stranger === undefined
      ? ok(inputs)
      : err({ path: stranger.name, type: 'not-a-capture', because: inputInWords(stranger) });
  });
}

function putTogether(base: Snapshot | undefined, over: PartialSnapshot | undefined): Snapshot {
  if (base !== undefined) return over === undefined ? base : { ...base, facts: overlayFacts(base.facts, over.facts) };
  return {
    schemaVersion: 1,
    environment: over?.environment ?? { name: 'unnamed environment' },
    takenAt: over?.takenAt ?? new Date().toISOString(),
    facts: over?.facts ?? {},
  };
}
