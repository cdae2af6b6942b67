import type { EntityMap } from './entity-map.js';
import type { JsonObject } from './json.js';

/** A column of a row under further names, with content that was not read; `undefined` if there is none. */
export function unreadSpellings(map: EntityMap, part: 'mapping' | 'properties'): JsonObject | undefined {
  const column = map.columns[part];
  const unread = Object.entries(map.otherColumns).filter(([key, value]) => {
    const isColumn = [part, `msdyn_${part}`].includes(key.toLowerCase());
    return isColumn && value !== null && !(column.status !== 'absent' && column.text === value);
  });
  return unread.length === 0 ? undefined : Object.fromEntries(unread);
}
