import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { factNames } from '../facts/fact-names.js';
import { malformed } from '../facts/issues.js';
import { overlayFacts } from '../facts/overlay-facts.js';
import type { FactName } from '../facts/schemas.js';
import type { PartialSnapshot, Snapshot, SnapshotFacts } from '../facts/snapshot.js';
import { withLegalEntities } from '../facts/with-legal-entities.js';
import type { SnapshotFault } from '../fault.js';
import { type FileFault, parseJson, readJson } from '../node/json-file.js';
import type { Complaint } from './command-result.js';
import { type FactsArguments, isLive } from './facts-arguments.js';
import { isReport } from './is-report.js';
import { isSnapshot } from './is-snapshot.js';
import { contentOf } from './read-text.js';

/**
 * One snapshot out of all that the command line names: a saved one or live services at the bottom, captures over it, a
 * person's facts over those, and the legal entities on top.
 *
 * @param needed - the facts to read from live services; all of them when left out
 * @returns the snapshot, or why there is none
 */
export async function loadFacts(
  given: FactsArguments,
  needed?: readonly FactName[],
): Promise<Result<Snapshot, Complaint>> {
  if (given.snapshot !== undefined && isLive(given)) {
    return err('expected a saved snapshot or live services (--dataverse, --finops, --environment-id), not both');
  }
  const over = given.with === undefined ? ok(undefined) : await readAs(given.with, parsePartial);
  if (over.isErr()) return err(over.error);
  const captured = await readAll(given.gateway ?? []);
  if (captured.isErr()) return err(captured.error);
  const capture = given.gateway === undefined ? undefined : captured.value;

  const base = await loadBase(given, over.value, capture, needed);
  if (base.isErr()) return err(base.error);
  const snapshot = putTogether(base.value, over.value);
  const { legalEntities } = given;
  return ok(
    legalEntities === undefined ? snapshot : { ...snapshot, facts: withLegalEntities(snapshot.facts, legalEntities) },
  );
}

/** What lies under the facts of a person. */
async function loadBase(
  given: FactsArguments,
  over: PartialSnapshot | undefined,
  capture: readonly unknown[] | undefined,
  needed: readonly FactName[] | undefined,
): Promise<Result<Snapshot | undefined, Complaint>> {
  if (isLive(given)) {
    const { readLive } = await import('./read-live.js');
    const facts = (needed ?? factNames).filter((name) => over?.facts[name]?.status !== 'known');
    return readLive(given, { capture, facts });
  }
  const base = given.snapshot === undefined ? ok(undefined) : await readAs(given.snapshot, parseWhole);
  if (base.isErr()) return err(base.error);
  if (capture === undefined) return ok(base.value);
  const facts = await factsOfCapture(capture, base.value?.facts ?? {});
  return ok(putTogether(base.value, { schemaVersion: 1, facts }));
}

async function factsOfCapture(capture: readonly unknown[], saved: SnapshotFacts): Promise<SnapshotFacts> {
  const [{ gatewayAdapter }, { gatherSnapshot }] = await Promise.all([
    import('../adapters/gateway/gateway-adapter.js'),
    import('../facts/gather-snapshot.js'),
  ]);
  return (await gatherSnapshot(gatewayAdapter(capture, saved))).match(
    ({ facts }) => facts,
    () => ({}), // only a signal could abort it, and there is none
  );
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

type Parse<T> = (input: unknown) => Promise<Result<T, SnapshotFault>>;

/** A sound snapshot is recognized without zod, whose start and copies would cost more than the rules; zod says what is wrong with others. */
const parseWhole: Parse<Snapshot> = async (input) =>
  isSnapshot(input) ? ok(input) : (await import('../facts/parse-snapshot.js')).parseSnapshot(input);

const parsePartial: Parse<PartialSnapshot> = async (input) =>
  (await import('../facts/parse-snapshot.js')).parsePartialSnapshot(input);

async function readAs<T>(path: string, parse: Parse<T>): Promise<Result<T, FileFault>> {
  const input = await readInput(path);
  if (input.isErr()) return err(input.error);
  if (isReport(input.value)) return err({ path, ...malformed([reportInstead]) });
  return (await parse(input.value)).mapErr((fault): FileFault => ({ path, ...fault }));
}

const reportInstead = { path: '', message: 'expected facts, found a report: `compare` and `baseline` take those' };

async function readAll(paths: readonly string[]): Promise<Result<readonly unknown[], FileFault>> {
  return ResultAsync.combine(paths.map(readInput));
}

function readInput(path: string): ResultAsync<unknown, FileFault> {
  return path === '-' ? contentOf(path).andThen((content) => parseJson(path, content)) : readJson(path);
}
