import { healthFactNames } from '../../facts/fact-names.js';
import { redactSnapshot } from '../../facts/redact.js';
import type { Snapshot } from '../../facts/snapshot.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { type FactsArguments, isLive } from '../facts-arguments.js';
import { isWhole } from '../is-whole.js';
import { loadFacts } from '../load-facts.js';

/** Reads live services into a redacted snapshot: the facts of the health check. `maps export` writes those about saved maps. */
export async function run(given: FactsArguments): Promise<CommandResult<Snapshot>> {
  if (!isLive(given))
    return couldNotRun('expected services to read: --dataverse URL, --finops URL, --environment-id ID');
  const snapshot = await loadFacts(given, healthFactNames);
  if (snapshot.isErr()) return couldNotRun(snapshot.error);
  const redacted = redactSnapshot(snapshot.value);
  return { type: 'done', result: redacted, exitCode: isWhole(redacted.facts) ? 0 : 2 };
}
