import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { fromThrowable } from 'neverthrow';
import type { CheckArguments } from '../check-facts.js';
import type { CommandResult } from '../command-result.js';
import { isLive } from '../facts-arguments.js';
import { largestWhole } from '../largest-whole.js';
import type { Checked } from '../report-renderers.js';

/**
 * Checks saved snapshots or live services. One file is read before what checks it is loaded: code leaves much to collect, from which
 * V8 concludes that the rows of a large file do too, and goes through all of them again.
 */
export async function run(
  given: CheckArguments,
  { typed }: { readonly typed: readonly string[] },
): Promise<CommandResult<Checked>> {
  const [only, ...more] = given.files;
  const isAlone = more.length === 0 && given.gateway === undefined && !isLive(given);
  // `-` is standard input, also where a file has that name.
  const json = isAlone && only !== undefined && only !== '-' ? jsonIn(only).unwrapOr(undefined) : undefined;
  const [{ checkFacts }, { soundSnapshot }] = await Promise.all([
    import('../check-facts.js'),
    import('../load-facts.js'),
  ]);
  const read = json === undefined ? undefined : (soundSnapshot(json) ?? 'not-sound');
  return checkFacts({ ...given, read }, typed);
}

/** `undefined` for what may be read only once, or in pieces, and for other encodings. */
const jsonIn = fromThrowable((path: string): unknown => {
  const found = statSync(path);
  if (!found.isFile() || found.size > largestWhole) return undefined;
  const bytes = readFileSync(path);
  return isUtf8(bytes) ? JSON.parse(bytes.toString('utf8')) : undefined;
});
