import type { EntityMap } from './entity-map.js';
import { selectVersion } from './select-version.js';

/** The effective version of a map, or why there is none. */
export type VersionInUse =
  | { readonly map: EntityMap; readonly chosen: 'active' | 'only' | 'newest' }
  | { readonly map: undefined; readonly because: string };

/** The version that is marked as active, otherwise the only one, otherwise the newest of the only publisher. */
export function versionInUse(versions: readonly EntityMap[]): VersionInUse {
  const [map, second] = versions.filter(({ isActive }) => isActive === true);
  if (second !== undefined) return { map: undefined, because: 'more than one version is marked as active' };
  if (map !== undefined) return { map, chosen: 'active' };
  return selectVersion(versions).match<VersionInUse>(
    ({ map: selected, reason }) => ({ map: selected, chosen: reason === 'only' ? 'only' : 'newest' }),
    (fault) => ({
      map: undefined,
      because:
        fault.type === 'several-publishers'
          ? `which version is active is not known, and several publishers have one: ${fault.publishers.join(', ')}`
          : 'which version is active is not known, and none can be chosen',
    }),
  );
}
