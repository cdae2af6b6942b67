import type { Facts } from '../facts/schemas.js';

type EntityMap = Facts['entityMaps'][number];

/** Whether a map takes part in synchronization: it `runs`, is `off`, or nobody knows. */
export type MapActivity = 'runs' | 'off' | 'unknown';

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
export function activityOf({ state }: EntityMap): MapActivity {
  return activities[state];
}

/** Of two maps that count as one: that one runs is enough; one of which nobody knows leaves it open. */
export function moreActive(a: MapActivity, b: MapActivity): MapActivity {
  if (a === 'runs' || b === 'runs') return 'runs';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'off';
}

/** The activity of several maps together; of none, it is `off`. */
export function activityOfAny(maps: readonly EntityMap[]): MapActivity {
  return maps.map(activityOf).reduce(moreActive, 'off');
}

/** Maps that run or may run: what rules about running maps look at. */
export function mapsThatMayRun(maps: Facts['entityMaps']): readonly EntityMap[] {
  return maps.filter((map) => activityOf(map) !== 'off');
}

/** Why a rule about running maps has nothing to look at, as far as a complete list of maps tells. */
export function whyNoMapRuns(maps: Facts['entityMaps'] | undefined): string | undefined {
  return maps !== undefined && mapsThatMayRun(maps).length === 0 ? 'no map runs' : undefined;
}
