import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { SnapshotFault } from '../fault.js';
import { once } from './once.js';
import { parseVersioned } from './parse-versioned.js';
import { quickParser } from './quick-parser.js';
import { factEnvelopes } from './schemas.js';
import type { PartialSnapshot, Snapshot } from './snapshot.js';

function buildSnapshotSchemas(): {
  readonly snapshot: z.ZodMiniType<Snapshot>;
  readonly partial: z.ZodMiniType<PartialSnapshot>;
} {
  const envelope = { schemaVersion: z.literal(1), environment: z.object({ name: z.string() }) };
  const facts = z.partial(z.object(factEnvelopes()));
  const takenAt = z.iso.datetime({ offset: true });
  return {
    snapshot: z.object({ ...envelope, takenAt, facts }),
    partial: z.partial(z.object({ ...envelope, takenAt, facts }), { environment: true, takenAt: true }),
  };
}

/** The zod schemas of a whole snapshot file and of one that only adds facts to others. */
export const snapshotSchemas = /* @__PURE__ */ once(buildSnapshotSchemas);

const parsers = /* @__PURE__ */ once(() => ({
  snapshot: quickParser(snapshotSchemas().snapshot, 'dropped'),
  partial: quickParser(snapshotSchemas().partial, 'dropped'),
}));

/**
 * Checks untrusted input against the snapshot schema. Unknown extra properties are dropped; parts without them are not copied.
 *
 * @returns the snapshot, or a {@link SnapshotFault} that names every place and what was expected there
 * @public
 */
export function parseSnapshot(input: unknown): Result<Snapshot, SnapshotFault> {
  return parseVersioned({ safeParse: parsers().snapshot }, input);
}

/**
 * Checks untrusted input that only adds facts to a snapshot; `environment` and `takenAt` may be left out.
 *
 * @returns the facts, or a {@link SnapshotFault} that names every place and what was expected there
 * @public
 */
export function parsePartialSnapshot(input: unknown): Result<PartialSnapshot, SnapshotFault> {
  return parseVersioned({ safeParse: parsers().partial }, input);
}
