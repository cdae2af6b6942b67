import { type Fact, known, unknown } from '../facts/fact.js';
import { nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { factOf, type SnapshotFacts } from '../facts/snapshot.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { activityOfAny, type MapActivity } from '../maps/map-activity.js';
import { mapNameKey } from '../maps/map-name.js';
import { compareMapVersions } from '../maps/map-version.js';

/**
 * The target environment of a solution or a backup, as far as it is known. What is left out is not known: it is never treated
 * as empty.
 * @public
 */
export interface SolutionTarget {
  readonly name: string;
  /** Of a snapshot: `solutions`, `entityMaps`, `mapActivity` and `finopsEnvironment` are used. */
  readonly facts: SnapshotFacts;
  /** The saved maps, one row per version. Without them, `entityMaps` provides the versions, but their content is not known. */
  readonly maps?: Fact<readonly EntityMap[]> | undefined;
}

/** The saved versions that are known, with the one in use marked if a fact shows it; `partial` if there may be more. */
export function savedMaps({ facts, maps }: SolutionTarget): Fact<readonly EntityMap[]> {
  const active = factOf(facts, 'entityMaps');
  if (maps?.status === 'known') {
    const marked = active.status === 'known' ? markActive(maps.value, active.value) : maps.value;
    return { ...maps, value: marked };
  }
  if (active.status === 'unknown') return maps ?? unknown(active.reason, active.detail);
  const rows = active.value.map(({ name, version, publisher }) => {
    const given = { ...(version == null ? {} : { version }), ...(publisher == null ? {} : { publisher }) };
    return entityMapOf({ displayName: name, ...given, active: true });
  });
  return known(rows, { coverage: 'partial' });
}

/**
 * If a fact shows the version in use and exactly one row has that version, that row is marked. Marks in the rows themselves
 * take precedence.
 */
function markActive(rows: readonly EntityMap[], active: Facts['entityMaps']): readonly EntityMap[] {
  const markedNames = new Set(rows.filter(({ isActive }) => isActive === true).map(({ name }) => mapNameKey(name)));
  const marked = new Set<EntityMap>();
  for (const { name, version, publisher } of active) {
    const key = mapNameKey(name);
    const candidates = rows.filter(
      (row) => mapNameKey(row.name) === key && compareMapVersions(row.version, version ?? undefined) === 0,
    );
    const own = candidates.filter((row) => nameKey(row.publisher ?? '') === nameKey(publisher ?? ''));
    const [row, second] = own.length > 0 ? own : candidates;
    if (row !== undefined && second === undefined && !markedNames.has(key)) marked.add(row);
  }
  return rows.map((row) => (marked.has(row) ? { ...row, isActive: true } : row));
}

/** Whether a list of saved maps holds every version of every map. */
export function holdsAll(saved: Fact<readonly EntityMap[]>): boolean {
  return saved.status === 'known' && saved.coverage !== 'partial';
}

/** The versions of a map that are known to be saved. */
export function versionsOf(name: string, saved: Fact<readonly EntityMap[]>): readonly EntityMap[] {
  const key = mapNameKey(name);
  return saved.status === 'unknown' || key === '' ? [] : saved.value.filter((map) => mapNameKey(map.name) === key);
}

/** Whether a map runs; `absent` if all maps are known and it is not among them. */
export function activityIn({ facts }: SolutionTarget, name: string): MapActivity | 'absent' {
  const key = mapNameKey(name);
  const maps = factOf(facts, 'entityMaps');
  const activity = factOf(facts, 'mapActivity');
  const listed = maps.status === 'known' ? maps.value.filter((map) => mapNameKey(map.name) === key) : [];
  const reported =
    activity.status === 'known'
      ? activity.value.filter(({ map }) => mapNameKey(map) === key).map(({ state }) => state)
      : [];
  const states = listed.flatMap((map) => [map, ...reported.map((state) => ({ ...map, state }))]);
  const known = states.filter(({ state }) => state !== 'unknown');
  if (known.length > 0) return activityOfAny(known);
  if (reported.length > 0) {
    const isOff = reported.every((state) => state === 'not-running' || state === 'stopped');
    return reported.includes('unknown') ? 'unknown' : isOff ? 'off' : 'runs';
  }
  const isAbsent = maps.status === 'known' && maps.coverage !== 'partial' && listed.length === 0;
  return isAbsent ? 'absent' : 'unknown';
}
