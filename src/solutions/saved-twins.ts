import { once } from '../facts/once.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { MapColumn } from '../maps/map-column.js';
import { mapNameKey } from '../maps/map-name.js';
import { versionKey } from '../maps/map-version.js';
import { compareSaved } from './compare-saved.js';

/** The rows that one key finds: usually one. */
export interface SavedTwins {
  readonly rows: readonly [EntityMap, ...EntityMap[]];
  /** The one with the content of a map, otherwise the first; `undefined` if there are too many to compare all of them. */
  readonly closestTo: (map: EntityMap) => EntityMap | undefined;
}

/** So many rows are compared in full; with more of them, only equal texts are found. */
const mostCompared = 10;

export function savedTwins(rows: readonly [EntityMap, ...EntityMap[]]): SavedTwins {
  const [first, second] = rows;
  const byText = once(() => {
    const index = new Map<string, EntityMap>();
    for (const row of rows) for (const key of textKeys(row)) if (!index.has(key)) index.set(key, row);
    return index;
  });
  return {
    rows,
    closestTo: (map) => {
      if (second === undefined) return first;
      const sameText = textKeys(map).find((key) => byText().has(key));
      if (sameText !== undefined) return byText().get(sameText);
      if (rows.length > mostCompared) return undefined;
      return rows.find((row) => compareSaved(row, map).isSame) ?? first;
    },
  };
}

/** Equal for rows with the same content; the first key also for the same identity. */
function textKeys(map: EntityMap): readonly [string, string] {
  const { name, technicalName, version = '', publisher, id, integrationKeys, columns } = map;
  const content = JSON.stringify([textOf(columns.mapping), textOf(columns.properties), integrationKeys]);
  return [JSON.stringify([mapNameKey(name), technicalName, versionKey(version), publisher, id, content]), content];
}

function textOf(column: MapColumn): string | null {
  return column.status === 'absent' ? null : column.text;
}
