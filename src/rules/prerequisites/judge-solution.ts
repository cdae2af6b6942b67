import { type InstalledSolution, isSolutionOlder } from '../../facts/installed-solution.js';
import { type Finding, finding, type MissingFact, missing } from '../verdict.js';

/** A finding when the solution is older than `minimum`, about the name with the highest version. */
export function judgeSolution(
  installed: InstalledSolution,
  minimum: string,
): Finding<{ version: string; minimum: string }> | MissingFact | undefined {
  const isTooOld = isSolutionOlder(installed, minimum);
  if (installed.highest === undefined || isTooOld === undefined) return missing('solutions', 'version');
  const { uniqueName, version } = installed.highest;
  return isTooOld ? finding({ kind: 'solution', id: uniqueName }, { version: version.join('.'), minimum }) : undefined;
}
