import { isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { activityOf, activityOfAny, type MapActivity, mapsThatMayRun, whyNoMapRuns } from './map-state.js';
import { mapSubject } from './map-subject.js';

type Dependency = { name: string; state: 'off' | 'absent' };

/** `DWDVEV9303`: the maps that a running map depends on should run too. @public */
export const mapDependencyOff = defineCatalogueRule({
  code: 'DWDVEV9303',
  slug: 'map-dependency-off',
  title: 'Map runs without one it depends on',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'A running map depends on a map that does not run or is not there.',
  impact: 'Reference data is missing on the other side, so rows fail with lookups that are not found.',
  needs: ['entityMaps'],
  notApplicable: ({ entityMaps }) => whyNoMapRuns(entityMaps),
  evaluate: ({ entityMaps }, { derive }) => {
    const byName = derive(mapsByName, entityMaps);
    return judgeEach(
      mapsThatMayRun(entityMaps),
      (map) => {
        const names = distinctNames(map.dependsOn ?? []);
        const off = names.flatMap((name): Dependency[] => {
          const state = stateOf(name, byName);
          return state === 'off' || state === 'absent' ? [{ name: name.trim(), state }] : [];
        });
        if (off.length > 0 && activityOf(map) === 'runs')
          return finding(mapSubject(map), { dependencies: off.sort(byDependency) });
        const isOpen = off.length > 0 || names.some((name) => stateOf(name, byName) === 'unknown');
        return isOpen ? missing('entityMaps', 'state') : undefined;
      },
      {
        whenNone: 'no map runs',
        merge: (a, b) => ({ dependencies: [...a.dependencies, ...b.dependencies].sort(byDependency) }),
      },
    );
  },
  message: ({ dependencies }: { dependencies: readonly Dependency[] }, { id }) =>
    `the map ${id} depends on ${dependencies
      .map(({ name, state }) => `${name} (${state === 'off' ? 'does not run' : 'not there'})`)
      .join(', ')}`,
  remediation: {
    summary: 'Run the maps that others depend on.',
    options: [
      {
        title: 'Run the maps it depends on',
        steps: [
          'On the Dual-write page, select the map of the finding and choose to show its related maps.',
          'Tick those that do not run, keep the order that is offered, and select Run.',
          'If one is not in the list, select Apply Solution for the package that holds it.',
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

/** Each name once, without regard to case; a blank one names nothing. */
function distinctNames(names: readonly string[]): readonly string[] {
  const byKey = new Map(names.filter((name) => !isBlank(name)).map((name) => [nameKey(name), name]));
  return [...byKey.values()];
}

function mapsByName(maps: Facts['entityMaps']): ReadonlyMap<string, Facts['entityMaps']> {
  const byName = new Map<string, Facts['entityMaps'][number][]>();
  for (const map of maps) {
    const key = nameKey(map.name);
    const others = byName.get(key);
    if (others === undefined) byName.set(key, [map]);
    else others.push(map);
  }
  return byName;
}

function stateOf(name: string, byName: ReadonlyMap<string, Facts['entityMaps']>): MapActivity | 'absent' {
  const maps = byName.get(nameKey(name));
  return maps === undefined ? 'absent' : activityOfAny(maps);
}

function byDependency(a: Dependency, b: Dependency): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
