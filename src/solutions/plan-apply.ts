import { nameKey } from '../facts/keys.js';
import { factOf } from '../facts/snapshot.js';
import type { EntityMap } from '../maps/entity-map.js';
import { compareMapVersions } from '../maps/map-version.js';
import { selectVersion } from '../maps/select-version.js';
import { versionsByName } from '../maps/versions-by-name.js';
import * as links from '../rules/remediation/links.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { judgeApply } from './judge-map.js';
import { inOrder } from './map-order.js';
import { obstacleOf, unsaid } from './plan-import.js';
import { lossOf, runMaps, stopMaps, verifyMaps } from './plan-steps.js';
import { publisherKeyOf } from './publisher-key.js';
import { unknownContent } from './repairs-of.js';
import { savedMaps } from './saved-maps.js';
import {
  type PlannedMap,
  type PlanObstacle,
  type PlanStep,
  type PlanUnknown,
  type SolutionPlan,
  verdictOf,
} from './solution-plan.js';
import type { SolutionTarget } from './solution-target.js';

/**
 * How a plan for applying treats the environment.
 * @public
 */
export interface PlanApplyOptions {
  /** Assume that the solution is imported: for a plan of both steps, made before either. */
  readonly isImported?: boolean | undefined;
}

/**
 * What applying an imported solution does to the maps that are in use: which version replaces which, what is no
 * longer synchronized, which maps must be stopped first, and the steps in order. Nothing is done.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @example
 * ```ts
 * const { maps, steps } = planApply(solution, { name: 'production', facts: snapshot.facts, maps: known(maps) });
 * ```
 * @public
 */
export function planApply(
  solution: DualWriteSolution,
  target: SolutionTarget,
  { isImported = false }: PlanApplyOptions = {},
): SolutionPlan {
  const saved = savedMaps(target, solution.publisher);
  const publisherKey = publisherKeyOf(solution.publisher);
  const order = inOrder(newestOfEach(solution.maps), saved.rows);
  const maps = order.maps.map(
    (map): PlannedMap => ({ ...judgeApply(map, saved, publisherKey), activity: saved.activityOf(map) }),
  );
  const imported = isImported ? { obstacles: [], unknowns: [] } : judgeImported(solution, target);
  const obstacles = [...imported.obstacles, ...maps.flatMap(obstacleOf)];
  const written = order.maps.filter((_, index) => maps[index]?.change !== 'same');
  const unknowns = [
    ...unsaid(solution),
    ...imported.unknowns,
    ...maps.flatMap(unknownActivity),
    ...written.flatMap(unknownContent),
  ];
  const { uniqueName, version, publisher, isManaged } = solution;
  return {
    schemaVersion: 1,
    kind: 'apply',
    solution: { uniqueName, version, publisher, isManaged },
    environment: target.name,
    maps,
    circles: order.circles,
    obstacles,
    unknowns,
    steps: stepsOf(maps),
    verdict: verdictOf({ maps, obstacles, unknowns }),
  };
}

/** Of several versions of a map, the newest is applied; if none can be chosen, all are judged. */
function newestOfEach(maps: readonly EntityMap[]): readonly EntityMap[] {
  return [...versionsByName(maps).values()].flatMap((versions) =>
    selectVersion(versions).match(
      ({ map }) => [map],
      () => versions,
    ),
  );
}

function judgeImported({ uniqueName, version }: DualWriteSolution, { facts }: SolutionTarget) {
  if (uniqueName === null) return { obstacles: [], unknowns: [] };
  const solutions = factOf(facts, 'solutions');
  const rows = solutions.status === 'known' ? solutions.value : [];
  const found = rows.filter((row) => nameKey(row.uniqueName) === nameKey(uniqueName));
  const order = found.map((row) => compareMapVersions(row.version, version ?? undefined));
  const obstacles: PlanObstacle[] = [];
  const unknowns: PlanUnknown[] = [];
  if (order.some((difference) => difference !== undefined && difference >= 0)) return { obstacles, unknowns };
  const isAllKnown = solutions.status === 'known' && solutions.coverage !== 'partial';
  if (isAllKnown && order.every((difference) => difference !== undefined)) {
    const because = found.length === 0 ? 'it is not installed' : `an older version is installed than ${version}`;
    obstacles.push({ type: 'not-imported', subject: uniqueName, because, whatToDo: 'Import the solution first.' });
  } else {
    const because = 'whether this version is imported is not known';
    unknowns.push({ subject: uniqueName, because, whatToDo: 'Look for the solution and its version under Solutions.' });
  }
  return { obstacles, unknowns };
}

function unknownActivity({ name, change, activity }: PlannedMap): readonly PlanUnknown[] {
  if (activity !== 'unknown' || change === 'same' || change === 'added') return [];
  const whatToDo = 'Check it on the Dual-write page: a running map must be stopped first.';
  return [{ subject: name, because: 'whether the map runs is not known', whatToDo }];
}

function stepsOf(maps: readonly PlannedMap[]): readonly PlanStep[] {
  const toStop = maps.filter(
    ({ change, activity }) =>
      change !== 'same' && (activity === 'runs' || (activity === 'unknown' && change !== 'added')),
  );
  const toChoose = maps.filter(
    ({ change }) => change === 'other-publisher' || change === 'version-conflict' || change === 'unknown',
  );
  const toRun = maps.filter(({ change, activity }) => change !== 'same' || activity !== 'runs');
  return [
    ...(toStop.length === 0 ? [] : [stopMaps(toStop)]),
    {
      kind: 'apply',
      maps: maps.map(({ name }) => name),
      title: 'Apply the solution',
      steps: [
        'On the Dual-write page of finance and operations, select Apply Solution in the menu at the top.',
        'Choose the solution and apply it; its maps are then listed.',
      ],
      performedBy: ['finops-system-administrator'],
      destroys: lossOf(maps),
      links: [links.lifecycle],
    },
    ...(toChoose.length === 0 ? [] : [chooseVersions(toChoose)]),
    ...(toRun.length === 0 ? [] : [runMaps(toRun.map(({ name }) => name))]),
    verifyMaps,
  ];
}

function chooseVersions(maps: readonly PlannedMap[]): PlanStep {
  return {
    kind: 'choose-version',
    maps: maps.map(({ name }) => name),
    title: 'Choose the version that is used',
    steps: [
      'On the Dual-write page, select the map and then Table map version.',
      'Compare publisher and version of the entries, and choose the intended one; the others remain saved.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys: 'Columns that only the other version maps are no longer synchronized.',
    links: [links.lifecycle],
  };
}
