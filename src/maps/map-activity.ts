import type { Facts } from '../facts/schemas.js';

type EntityMap = Facts['entityMaps'][number];

/** Whether a map takes part in synchronization: it `runs`, is `off`, or that is not known. */
export type MapActivity = (typeof mapActivities)[number];

/** Every {@link MapActivity}, the least active first. */
export const mapActivities = ['off', 'unknown', 'runs'] as const;

const activities: Readonly<Record<EntityMap['state'], MapActivity>> = {
  initializing: 'runs',
  running: 'runs',
  paused: 'runs',
  resuming: 'runs',
  'not-running': 'off',
  stopped: 'off',
  unknown: 'unknown',
};

/** What a map's state means for synchronization. */
export function activityOf({ state }: Pick<EntityMap, 'state'>): MapActivity {
  return activities[state];
}

/** For two maps that count as one, one running map is enough; an unknown one leaves it open. */
export function moreActive(a: MapActivity, b: MapActivity): MapActivity {
  return mapActivities.indexOf(a) < mapActivities.indexOf(b) ? b : a;
}

/** The combined activity of several maps; `off` if there are none. */
export function activityOfAny(maps: readonly EntityMap[]): MapActivity {
  return maps.map(activityOf).reduce(moreActive, 'off');
}

/** Maps that run or may run: the maps that rules about running maps check. */
export function mapsThatMayRun(maps: Facts['entityMaps']): readonly EntityMap[] {
  return maps.filter((map) => activityOf(map) !== 'off');
}

/** Why a rule about running maps has nothing to check, as far as a complete list of maps tells. */
export function whyNoMapRuns(maps: Facts['entityMaps'] | undefined): string | undefined {
  return maps !== undefined && mapsThatMayRun(maps).length === 0 ? 'no map is running' : undefined;
}
