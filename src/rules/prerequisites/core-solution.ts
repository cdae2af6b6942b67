import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { compareVersions, isOlder, parseVersion, type VersionNumber } from '../../facts/version-number.js';

type Solution = Facts['solutions'][number];

/** The names under which the dual-write core solution is found. */
const coreAliases: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'msdyn_dualwritecore',
  'dualwritecore',
  'dualwritecore_managed',
  'dualwritecoreanchor',
]);

/** The installed core solution: its rows, and the one with the highest version that can be read. */
export interface InstalledCore {
  readonly rows: readonly Solution[];
  readonly highest: { readonly uniqueName: string; readonly version: VersionNumber } | undefined;
  /** Whether the version of some row cannot be read, so that the real highest one may be higher. */
  readonly hasUnreadableVersion: boolean;
}

/** What is installed of the dual-write core solution. */
export function installedCore(solutions: Facts['solutions']): InstalledCore {
  const rows = solutions.filter(({ uniqueName }) => coreAliases.has(nameKey(uniqueName)));
  const readable = rows.flatMap(({ uniqueName, version }) => {
    const parsed = parseVersion(version);
    return parsed === undefined ? [] : [{ uniqueName: uniqueName.trim(), version: parsed }];
  });
  readable.sort((a, b) => compareVersions(b.version, a.version));
  return { rows, highest: readable[0], hasUnreadableVersion: readable.length < rows.length };
}

/**
 * Whether the core is older than `minimum`.
 *
 * @returns `undefined` when that cannot be told from the versions that can be read
 */
export function isCoreOlder(core: InstalledCore, minimum: string): boolean | undefined {
  if (core.highest !== undefined && !isOlder(core.highest.version, minimum)) return false;
  return core.highest === undefined || core.hasUnreadableVersion ? undefined : true;
}
