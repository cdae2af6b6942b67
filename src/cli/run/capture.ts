import { healthFactNames } from '../../facts/fact-names.js';
import { redactSnapshot } from '../../facts/redact.js';
import type { Snapshot } from '../../facts/snapshot.js';
import { visible } from '../../reporters/escape.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { type FactsArguments, isLive } from '../facts-arguments.js';
import { isWhole } from '../is-whole.js';
import { lacksInWords } from '../lacks-in-words.js';
import { loadFacts } from '../load-facts.js';

/**
 * Reads live services, or files, into a redacted snapshot: the facts of the health check, and all that files hold. What a
 * snapshot of files lacks is said on stderr. `maps export` writes the facts about saved maps of live services.
 */
export async function run(given: FactsArguments): Promise<CommandResult<Snapshot>> {
  const { files = [], gateway, with: facts } = given;
  const isOfFiles = files.length > 0 || gateway !== undefined || facts !== undefined;
  if (!isLive(given) && !isOfFiles) {
    return couldNotRun(
      'expected files to take (a HAR file, saved answers), or services to read: --dataverse URL, --finops URL, --environment-id ID',
    );
  }
  const loaded = await loadFacts(given, healthFactNames);
  if (loaded.isErr()) return couldNotRun(loaded.error);
  const redacted = redactSnapshot(loaded.value.snapshot);
  for (const line of lacksInWords(loaded.value.lacks)) process.stderr.write(`${visible(line)}\n`);
  return { type: 'done', result: redacted, exitCode: isWhole(redacted.facts) ? 0 : 2 };
}
