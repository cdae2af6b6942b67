import { byCodeUnits } from '../facts/by-code-units.js';
import type { EntityMap } from './entity-map.js';
import { compareMapVersions, isParkedVersion } from './map-version.js';

/** The newest version first; after them parked versions, and at the end those whose version is not a number. */
export function newestFirst(versions: readonly EntityMap[]): readonly EntityMap[] {
  const rank = ({ version }: EntityMap) =>
    compareMapVersions(version, version) === undefined ? 2 : isParkedVersion(version ?? '') ? 1 : 0;
  return [...versions].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (compareMapVersions(b.version, a.version) ?? 0) ||
      byCodeUnits(a.publisher ?? '', b.publisher ?? '') ||
      byCodeUnits(a.id ?? '', b.id ?? ''),
  );
}
