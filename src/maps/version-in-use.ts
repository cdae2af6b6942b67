import { isBlank } from '../facts/keys.js';
import type { EntityMap } from './entity-map.js';
import { compareMapVersions } from './map-version.js';
import { type SelectVersionFault, selectVersion } from './select-version.js';

/** The effective version of a map, or why there is none. */
export type VersionInUse =
  | { readonly map: EntityMap; readonly chosen: 'active' | 'only' | 'newest' }
  | { readonly map: undefined; readonly because: string };

/**
 * The version that is marked as active, otherwise the only one, which may be without a number if it can be read, otherwise the
 * newest of the only publisher.
 */
export function versionInUse(versions: readonly EntityMap[]): VersionInUse {
  const [map, second] = versions.filter(({ isActive }) => isActive === true);
  if (second !== undefined) return { map: undefined, because: 'more than one version is marked as active' };
  if (map !== undefined) return { map, chosen: 'active' };
  const [only, another] = versions;
  if (only !== undefined && another === undefined && isReadWithoutNumber(only)) return { map: only, chosen: 'only' };
  return selectVersion(versions).match<VersionInUse>(
    ({ map: selected, reason }) => ({ map: selected, chosen: reason === 'only' ? 'only' : 'newest' }),
    (fault) => ({
      map: undefined,
      because: `which version is active is not known, and ${whyNone(fault)}`,
    }),
  );
}

function isReadWithoutNumber({ version, mapping }: EntityMap): boolean {
  return mapping !== undefined && compareMapVersions(version, version) === undefined;
}

function whyNone(fault: SelectVersionFault): string {
  if (fault.type === 'several-publishers') return `several publishers have one: ${fault.publishers.join(', ')}`;
  const areUnnumbered = fault.type === 'none-eligible' && fault.versions.length > 1 && fault.versions.every(isBlank);
  return areUnnumbered ? `${fault.versions.length} rows have no version` : 'none can be chosen';
}
