import { compareEnvironments, type EnvironmentComparison } from '../../maps/compare-environments.js';
import { withoutRedactedTexts } from '../../maps/without-redacted-texts.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { inWords, readMaps } from '../read-maps.js';

/** Compares the maps in two files. Exit code: 0 no difference, 1 differences, 2 not everything could be compared. */
export async function run({
  before: beforePath,
  after: afterPath,
}: {
  readonly before: string;
  readonly after: string;
}): Promise<CommandResult<EnvironmentComparison>> {
  const [before, after] = await Promise.all([readMaps([beforePath]), readMaps([afterPath])]);
  if (before.isErr()) return couldNotRun(before.error);
  if (after.isErr()) return couldNotRun(after.error);
  const comparison = compareEnvironments(
    { ...before.value, name: inWords([beforePath]), maps: before.value.value.map(withoutRedactedTexts) },
    { ...after.value, name: inWords([afterPath]), maps: after.value.value.map(withoutRedactedTexts) },
  );
  return { type: 'done', result: comparison, exitCode: exitCodeOf(comparison) };
}

/** A difference that is proven weighs more than one that may be there. */
export function exitCodeOf({ before, after, maps, totals }: EnvironmentComparison): 0 | 1 | 2 {
  if (totals.different + totals['only-before'] + totals['only-after'] > 0) return 1;
  const isWhole = before.coverage === undefined && after.coverage === undefined;
  return isWhole && maps.length > 0 && totals.unknown === 0 ? 0 : 2;
}
