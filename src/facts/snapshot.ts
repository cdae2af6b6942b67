import type { Fact } from './fact.js';
import { unknown } from './fact.js';
import type { FactName, Facts } from './schemas.js';

/**
 * The facts of a snapshot. One left out is the same as `unknown('not-provided')`.
 * @public
 */
export type SnapshotFacts = { readonly [Name in FactName]?: Fact<Facts[Name]> | undefined };

/**
 * Everything that is known about one pair of environments at one point in time: plain JSON that can be saved, redacted,
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
 * The answer for `name`: what the snapshot holds, or `unknown('not-provided')` if it has none.
 * @public
 */
export function factOf<Name extends FactName>(facts: SnapshotFacts, name: Name): Fact<Facts[Name]> {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return fact ?? unknown('not-provided');
}

/**
 * A snapshot from given values; every fact that is left out counts as not provided.
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

/**
 * A snapshot that only adds facts to another one: its name and time may be left out.
 * @public
 */
export type PartialSnapshot = Pick<Snapshot, 'schemaVersion' | 'facts'> & {
  readonly environment?: Snapshot['environment'] | undefined;
  readonly takenAt?: string | undefined;
};
