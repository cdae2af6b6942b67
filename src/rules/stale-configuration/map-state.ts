import type { Facts } from '../../facts/schemas.js';

type EntityMap = Facts['entityMaps'][number];

/** Whether a map takes part in synchronisation: it `runs`, is `off`, or nobody knows. */
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

/** What a map's state means for synchronisation. */
export function activityOf({ state }: EntityMap): MapActivity {
  return activities[state];
}

/** The activity of several maps together: one that runs is enough; one of which nobody knows leaves it open. */
export function activityOfAny(maps: readonly EntityMap[]): MapActivity {
  const all = maps.map(activityOf);
  if (all.includes('runs')) return 'runs';
  return all.includes('unknown') ? 'unknown' : 'off';
}

/** Maps that run or may run: what rules about running maps look at. */
export function mapsThatMayRun(maps: Facts['entityMaps']): readonly EntityMap[] {
  return maps.filter((map) => activityOf(map) !== 'off');
}

/** Why a rule about running maps has nothing to look at, as far as a complete list of maps tells. */
export function whyNoMapRuns(maps: Facts['entityMaps'] | undefined): string | undefined {
  return maps !== undefined && mapsThatMayRun(maps).length === 0 ? 'no map runs' : undefined;
}
