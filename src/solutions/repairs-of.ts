import type { EntityMap } from '../maps/entity-map.js';
import { columnFaults } from '../maps/map-faults.js';
import type { PlanUnknown } from './solution-plan.js';

/** Damage that was repaired to read a map, and of the row that it is compared with what is not damaged in the same way. */
export function repairsOf(map: EntityMap, present?: EntityMap): readonly string[] {
  const own = repairs(map);
  const ofPresent = present === undefined ? [] : repairs(present).filter((one) => !own.includes(one));
  return [...own, ...ofPresent.map((one) => `existing row: ${one}`)];
}

function repairs({ columns }: EntityMap): readonly string[] {
  return (['mapping', 'properties'] as const).flatMap((part) =>
    columns[part].status === 'repaired' ? columnFaults(part, columns[part]) : [],
  );
}

/** A map whose mapping was repaired may lack what the damage removed. */
export function unknownContent({ name, columns, mapping }: EntityMap): readonly PlanUnknown[] {
  if (columns.mapping.status !== 'repaired' || mapping === undefined) return [];
  const whatToDo = 'Compare the map with its source, or save it again and export again.';
  const because = `what else its mapping contained is not known: ${columnFaults('mapping', columns.mapping).join()}`;
  return [{ subject: name, because, whatToDo }];
}
