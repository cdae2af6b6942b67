import { factNames } from '../facts/fact-names.js';
import { redactSnapshot } from '../facts/redact.js';
import { toJson } from '../reporters/json.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { type FactsArguments, isLive } from './facts-arguments.js';
import { loadFacts } from './load-facts.js';

/** Reads live services into a redacted snapshot. */
export async function capture(given: FactsArguments): Promise<CommandResult> {
  if (!isLive(given))
    return couldNotRun('expected services to read: --dataverse URL, --finops URL, --environment-id ID');
  const snapshot = await loadFacts(given);
  if (snapshot.isErr()) return couldNotRun(snapshot.error);
  const redacted = redactSnapshot(snapshot.value);
  const isUnanswered = factNames.some((name) => {
    const fact = redacted.facts[name];
    return fact?.status === 'unknown' && fact.reason !== 'not-provided';
  });
  return { type: 'done', output: toJson(redacted), exitCode: isUnanswered ? 2 : 0 };
}
