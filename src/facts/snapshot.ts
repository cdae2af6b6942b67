import type { Result } from 'neverthrow';
import * as z from 'zod';
import type { SnapshotFault } from '../faults.js';
import type { Fact } from './fact.js';
import { unknown } from './fact.js';
import { once } from './once.js';
import { parseVersioned } from './parse-versioned.js';
import { type FactName, type Facts, factEnvelopes } from './schemas.js';

/**
 * The facts of a snapshot. One left out is the same as `unknown('not-provided')`.
 * @public
 */
export type SnapshotFacts = { readonly [Name in FactName]?: Fact<Facts[Name]> | undefined };

/**
 * Everything that is known about one pair of environments at one moment: plain JSON that can be saved, redacted,
 * sent to a colleague, replayed in a build and compared.
 * @public
 */
export interface Snapshot {
  readonly schemaVersion: 1;
  readonly environment: { readonly name: string };
  /** ISO 8601 with a time zone, for example `2026-11-20T10:00:00Z`. */
  readonly takenAt: string;
  readonly facts: SnapshotFacts;
}

/**
 * The answer for `name`: what the snapshot holds, or `unknown('not-provided')` where it holds nothing.
 * @public
 */
export function factOf<Name extends FactName>(facts: SnapshotFacts, name: Name): Fact<Facts[Name]> {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return fact ?? unknown('not-provided');
}

/**
 * A snapshot from values that are at hand; every fact that is left out counts as not provided.
 *
 * @param environmentName - the name that reports show
 * @param facts - plain values (taken as known and complete) or whole facts
 * @param options - `takenAt`: when the facts were read, a `Date` or ISO 8601 text with a time zone
 *
 * @example
 * ```ts
 * snapshotOf('contoso-uat', { legalEntities: known([{ code: 'USMF' }]) }, { takenAt: '2026-11-20T10:00:00Z' });
 * ```
 * @public
 */
export function snapshotOf(
  environmentName: string,
  facts: SnapshotFacts,
  options: { readonly takenAt: string | Date },
): Snapshot {
  const { takenAt } = options;
  return {
    schemaVersion: 1,
    environment: { name: environmentName },
    takenAt: typeof takenAt === 'string' ? takenAt : takenAt.toISOString(),
    facts,
  };
}

function buildSnapshotSchemas(): {
  readonly snapshot: z.ZodType<Snapshot>;
  readonly partial: z.ZodType<PartialSnapshot>;
} {
  const envelope = { schemaVersion: z.literal(1), environment: z.object({ name: z.string() }) };
  const facts = z.object(factEnvelopes()).partial();
  const takenAt = z.iso.datetime({ offset: true });
  return {
    snapshot: z.object({ ...envelope, takenAt, facts }),
    partial: z.object({ ...envelope, takenAt, facts }).partial({ environment: true, takenAt: true }),
  };
}

/** The zod schemas of a whole snapshot file and of one that only adds facts to others. @internal */
export const snapshotSchemas = /* @__PURE__ */ once(buildSnapshotSchemas);

/**
 * A snapshot that only adds facts to another one: its name and time may be left out.
 * @public
 */
export type PartialSnapshot = Pick<Snapshot, 'schemaVersion' | 'facts'> & {
  readonly environment?: Snapshot['environment'] | undefined;
  readonly takenAt?: string | undefined;
};

/**
 * Checks untrusted input against the snapshot schema. Unknown extra properties are dropped.
 *
 * @returns the snapshot, or a {@link SnapshotFault} that names every place and what was expected there
 * @public
 */
export function parseSnapshot(input: unknown): Result<Snapshot, SnapshotFault> {
  return parseVersioned(snapshotSchemas().snapshot, input);
}

/**
 * Checks untrusted input that only adds facts to a snapshot; `environment` and `takenAt` may be left out.
 *
 * @returns the facts, or a {@link SnapshotFault} that names every place and what was expected there
 * @public
 */
export function parsePartialSnapshot(input: unknown): Result<PartialSnapshot, SnapshotFault> {
  return parseVersioned(snapshotSchemas().partial, input);
}
