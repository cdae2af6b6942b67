import { type Fact, known, unknown } from '../facts/fact.js';
import type { Facts } from '../facts/schemas.js';
import { factOf, type SnapshotFacts } from '../facts/snapshot.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { mapNameKey } from '../maps/map-name.js';
import { versionKey } from '../maps/map-version.js';
import { withoutRedactedTexts } from '../maps/without-redacted-texts.js';
import { mapKeys } from './listed-maps.js';
import type { PublisherKey } from './publisher-key.js';
import type { SolutionTarget } from './solution-target.js';

/** The saved versions that are known, with the one in use marked if a fact shows it; `partial` if there may be more. */
export function savedRows(
  { facts, maps: given }: SolutionTarget,
  publisherKey: PublisherKey,
): Fact<readonly EntityMap[]> {
  const maps = given ?? definedMaps(facts);
  const listed = factOf(facts, 'entityMaps');
  if (maps?.status === 'known') {
    return listed.status === 'known' ? { ...maps, value: withMarks(maps.value, listed.value, publisherKey) } : maps;
  }
  if (listed.status === 'unknown') return maps ?? unknown(listed.reason, listed.detail);
  const rows = listed.value.map(({ name, version, publisher }) => {
    const given = { ...(version == null ? {} : { version }), ...(publisher == null ? {} : { publisher }) };
    return entityMapOf({ displayName: name, ...given, active: true });
  });
  return known(rows, { coverage: 'partial' });
}

/** The saved versions in a snapshot. One whose texts were redacted has a name and a version only. */
function definedMaps(facts: SnapshotFacts): Fact<readonly EntityMap[]> | undefined {
  const fact = factOf(facts, 'mapDefinitions');
  if (fact.status !== 'known') return undefined;
  return { ...fact, value: fact.value.map((row) => withoutRedactedTexts(entityMapOf(row))) };
}

/**
 * If a fact shows the version in use and exactly one row has that version, that row is marked. Marks in the rows themselves
 * take precedence.
 */
function withMarks(
  rows: readonly EntityMap[],
  listed: Facts['entityMaps'],
  publisherKey: PublisherKey,
): readonly EntityMap[] {
  const only = new Map<string, EntityMap | 'several'>();
  const markedNames = new Set<string>();
  for (const row of rows) {
    if (row.isActive === true) markedNames.add(mapNameKey(row.name));
    for (const key of mapKeys(row)) {
      const version = `${key}\n${versionKey(row.version ?? '')}`;
      for (const one of [version, `${version}\n${publisherKey(row.publisher) ?? ''}`]) {
        only.set(one, only.has(one) ? 'several' : row);
      }
    }
  }
  const marked = new Set<EntityMap | 'several' | undefined>();
  for (const map of listed) {
    if (map.version == null) continue;
    const versions = mapKeys(map).map((key) => `${key}\n${versionKey(map.version ?? '')}`);
    const publisher = publisherKey(map.publisher ?? undefined) ?? '';
    const version = versions.find((one) => only.has(one)) ?? '';
    marked.add(only.get(`${version}\n${publisher}`) ?? only.get(version));
  }
  return rows.map((row) =>
    marked.has(row) && !markedNames.has(mapNameKey(row.name)) ? { ...row, isActive: true } : row,
  );
}
