import type { EntityMap } from '../maps/entity-map.js';
import { mapDependencies } from '../maps/map-dependencies.js';
import { mapNameKey } from '../maps/map-name.js';

/** The maps in the order in which to run them, versions of a map in the given order; and those that need each other. */
interface MapOrder {
  readonly maps: readonly EntityMap[];
  readonly circles: readonly (readonly string[])[];
}

/**
 * Orders maps: those that others need come first.
 *
 * @param context - other maps of the environment: dependencies may pass through them
 */
export function inOrder(maps: readonly EntityMap[], context: readonly EntityMap[]): MapOrder {
  const { order, circles } = mapDependencies([...maps, ...context]);
  const places = new Map(order.map(({ name }, index) => [mapNameKey(name), index]));
  const placed = maps.map((map) => ({ map, place: places.get(mapNameKey(map.name)) ?? places.size }));
  const own = new Set(maps.map(({ name }) => mapNameKey(name)));
  return {
    maps: placed.sort((a, b) => a.place - b.place).map(({ map }) => map),
    circles: circles.filter((circle) => circle.some((name) => own.has(mapNameKey(name)))),
  };
}
