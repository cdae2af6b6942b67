import { byCodeUnits } from '../../facts/by-code-units.js';
import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { activityOf, type MapActivity, mapsThatMayRun, moreActive, whyNoMapRuns } from '../../maps/map-activity.js';
import { mapNameKey } from '../../maps/map-name.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { mapSubject } from './map-subject.js';

type EntityMap = Facts['entityMaps'][number];
type Dependency = { name: string; state: 'off' | 'absent' };

/** `DWDVEV9303`: the maps that a running map depends on should run too. @public */
export const mapDependencyOff = defineCatalogueRule({
  code: 'DWDVEV9303',
  slug: 'map-dependency-off',
  title: 'Map runs without a map it depends on',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'A running map depends on a map that is not running or does not exist.',
  impact: 'Reference data is missing on the other side, so rows fail because lookups are not found.',
  needs: ['entityMaps'],
  notApplicable: ({ entityMaps }) => whyNoMapRuns(entityMaps),
  evaluate: ({ entityMaps }, { derive }) => {
    const byName = derive(activityByName, entityMaps);
    const byPair = derive(activityByPair, entityMaps);
    const stateOf = (name: string) => byName.get(mapNameKey(name)) ?? byPair.get(mapNameKey(name)) ?? 'absent';
    return judgeEach(
      mapsThatMayRun(entityMaps),
      (map) => {
        const names = (map.dependsOn ?? []).filter((name) => !isBlank(name));
        const off = names.flatMap((name): Dependency[] => {
          const state = stateOf(name);
          return state === 'off' || state === 'absent' ? [{ name: name.trim(), state }] : [];
        });
        if (off.length > 0 && activityOf(map) === 'runs')
          return finding(mapSubject(map), { dependencies: distinct(off) });
        const isOpen = off.length > 0 || names.some((name) => stateOf(name) === 'unknown');
        return isOpen ? missing('entityMaps', 'state') : undefined;
      },
      {
        merge: (a, b) => ({ dependencies: distinct([...a.dependencies, ...b.dependencies]) }),
      },
    );
  },
  message: ({ dependencies }: { dependencies: readonly Dependency[] }, { id }) =>
    `the map ${id} depends on ${dependencies
      .map(({ name, state }) => `${name} (${state === 'off' ? 'not running' : 'missing'})`)
      .join(', ')}`,
  remediation: {
    summary: 'Run the maps that others depend on.',
    options: [
      {
        title: 'Run the maps it depends on',
        steps: [
          'On the Dual-write page (Data management > Dual-write), select the map that the finding names, then Run, and turn on Show related table map(s).',
          'Keep the suggested order, clear maps that you do not want, and select Run.',
          'If a map is not listed on the page, select Apply Solution for the package that contains it.',
          'Create one test record that refers to the reference data.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.enableMaps],
      },
    ],
  },
  sources: [sources.enableMaps],
});

/** Each dependency once, in the order of the names, whichever form of its name is used. */
function distinct(dependencies: readonly Dependency[]): Dependency[] {
  const byKey = new Map<string, Dependency>();
  for (const dependency of [...dependencies].sort(inOrderOfNames)) {
    const key = mapNameKey(dependency.name);
    if (!byKey.has(key)) byKey.set(key, dependency);
  }
  return [...byKey.values()];
}

/** How active the maps of each name are, together. */
function activityByName(maps: Facts['entityMaps']): ReadonlyMap<string, MapActivity> {
  return activityBy(maps, ({ name }) => mapNameKey(name));
}

/** The same by entity and table: the name of a map may be another one. */
function activityByPair(maps: Facts['entityMaps']): ReadonlyMap<string, MapActivity> {
  return activityBy(maps, mapNameKey);
}

function activityBy(maps: Facts['entityMaps'], keyOf: (map: EntityMap) => string): ReadonlyMap<string, MapActivity> {
  const activities = new Map<string, MapActivity>();
  for (const map of maps) {
    const key = keyOf(map);
    activities.set(key, moreActive(activities.get(key) ?? 'off', activityOf(map)));
  }
  return activities;
}

function inOrderOfNames(a: Dependency, b: Dependency): number {
  return byCodeUnits(a.name, b.name);
}
