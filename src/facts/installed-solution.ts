import { byCodeUnits } from './by-code-units.js';
import { nameKey } from './keys.js';
import type { Facts } from './schemas.js';
import { compareVersions, isOlder, parseVersion, type VersionNumber } from './version-number.js';

/** The installed rows of a solution that has several names, and the row with the highest readable version. */
export interface InstalledSolution {
  readonly rows: Facts['solutions'];
  readonly highest: { readonly uniqueName: string; readonly version: VersionNumber } | undefined;
  /** Whether the version of some row cannot be read, so that the real highest one may be higher. */
  readonly hasUnreadableVersion: boolean;
}

/**
 * The rows installed under any of `names`. Of two rows with the same version, the one whose name comes first in `names` counts.
 */
export function installedSolution(solutions: Facts['solutions'], names: readonly string[]): InstalledSolution {
  const keys = names.map(nameKey);
  const rows = solutions.filter(({ uniqueName }) => keys.includes(nameKey(uniqueName)));
  const readable = rows.flatMap(({ uniqueName, version }) => {
    const parsed = parseVersion(version);
    return parsed === undefined ? [] : [{ uniqueName: uniqueName.trim(), version: parsed }];
  });
  const placeOf = (uniqueName: string) => keys.indexOf(nameKey(uniqueName));
  readable.sort(
    (a, b) =>
      compareVersions(b.version, a.version) ||
      placeOf(a.uniqueName) - placeOf(b.uniqueName) ||
      byCodeUnits(a.uniqueName, b.uniqueName),
  );
  return { rows, highest: readable[0], hasUnreadableVersion: readable.length < rows.length };
}

/**
 * Whether the solution is older than `minimum`.
 *
 * @returns `undefined` if the readable versions do not show it
 */
export function isSolutionOlder(installed: InstalledSolution, minimum: string): boolean | undefined {
  const { highest, hasUnreadableVersion } = installed;
  if (highest !== undefined && !isOlder(highest.version, minimum)) return false;
  return highest === undefined || hasUnreadableVersion ? undefined : true;
}
