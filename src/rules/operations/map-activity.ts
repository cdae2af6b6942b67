import { instantOf } from '../../facts/instant.js';
import type { Facts } from '../../facts/schemas.js';
import { hour } from '../../maps/pause-limits.js';
import type { Subject } from '../verdict.js';

type MapActivity = Facts['mapActivity'][number];

/** A map with known activity as the subject of a finding. */
export function activitySubject({ map }: MapActivity): Subject {
  return { kind: 'entity-map', id: map.trim() };
}

/** How many hours lie between a moment and another; `NaN` where one of them is not a time. */
export function hoursBetween(moment: string | null | undefined, later: string): number {
  return (instantOf(later.trim()) - instantOf(moment?.trim() ?? '')) / hour;
}

/** Maps in a state, and those that might be in it. */
export function mapsThatMayBe(activities: Facts['mapActivity'], state: MapActivity['state']): readonly MapActivity[] {
  return activities.filter((activity) => activity.state === state || activity.state === 'unknown');
}

/** What two rows of one map say together: the longer time in its state. */
export function longer(a: { hours: number }, b: { hours: number }): { hours: number } {
  return { hours: Math.max(a.hours, b.hours) };
}

/** `20 hours`: whole hours, as far as they have passed. */
export function inHours(hours: number): string {
  return Math.floor(hours) === 1 ? '1 hour' : `${Math.floor(hours)} hours`;
}
