import { redactSnapshot } from '../../facts/redact.js';
import type { Snapshot, SnapshotFacts } from '../../facts/snapshot.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import type { FactsArguments } from '../facts-arguments.js';
import { isWhole } from '../is-whole.js';
import { loadFacts } from '../load-facts.js';

/** The arguments of `maps export`. */
type ExportArguments = Pick<FactsArguments, 'finops' | 'auth'> & { readonly dataverse: string };

/** The metadata service of finance and operations takes its time when nobody has asked it for a while. */
const timeoutMs = 5 * 60_000;

/** Reads saved maps, and the tables and entities that they name, into a redacted snapshot. */
export async function run(given: ExportArguments): Promise<CommandResult<Snapshot>> {
  const snapshot = await loadFacts({ ...given, timeoutMs }, ['mapDefinitions', 'tableMetadata']);
  if (snapshot.isErr()) return couldNotRun(snapshot.error);
  const redacted = redactSnapshot(snapshot.value.snapshot);
  const isAll = isWhole(redacted.facts) && hasBothSides(redacted.facts);
  return { type: 'done', result: redacted, exitCode: isAll ? 0 : 2 };
}

/** Where maps name entities, one side alone is a part. */
function hasBothSides({ mapDefinitions, tableMetadata }: SnapshotFacts): boolean {
  if (mapDefinitions?.status !== 'known' || tableMetadata?.status !== 'known') return false;
  return mapDefinitions.value.length === 0 || tableMetadata.value.some(({ side }) => side === 'finops');
}
