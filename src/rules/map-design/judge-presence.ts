import type { MapSide } from '../../maps/entity-map.js';
import { columnBehind } from './column-behind.js';
import type { JudgedLeg } from './judge-maps.js';
import type { ReadLeg } from './read-maps.js';
import type { Tables } from './tables.js';
import { fieldOn } from './written-side.js';

/** Which fields of one side its tables do not have. A blank one is a separate finding. */
export function judgePresence(leg: ReadLeg, tables: Tables, side: MapSide): JudgedLeg {
  const judged = leg.fields
    .filter((field) => fieldOn(field, side) !== '')
    .map((field) => ({ name: fieldOn(field, side), behind: columnBehind(field, side, leg, tables) }));
  return {
    fields: judged.flatMap(({ name, behind }) => (behind.type === 'absent' ? [name] : [])),
    open: judged.flatMap(({ behind }) => (behind.type === 'open' ? [behind.missing] : [])),
  };
}
