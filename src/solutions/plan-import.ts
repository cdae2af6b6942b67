import { nameKey } from '../facts/keys.js';
import { factOf } from '../facts/snapshot.js';
import { compareMapVersions } from '../maps/map-version.js';
import * as links from '../rules/remediation/links.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { judgeImport } from './judge-map.js';
import { judgeRequirements } from './judge-requirements.js';
import { inOrder } from './map-order.js';
import { backUp, installCore, installRequired, lossOf } from './plan-steps.js';
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
 * What importing a solution does to an environment, before anybody does it: the requirements, what happens to each map, what is
 * lost, and the steps in order. What is not known about the environment is listed as such. Nothing is done.
 *
 * An unmanaged import overwrites components that were changed in the environment. The core solution comes before all others.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @example
 * ```ts
 * const plan = planImport(solution, { name: 'production', facts: snapshot.facts, maps: known(maps) });
 * if (plan.verdict !== 'clear') console.log(plan.obstacles, plan.unknowns);
 * ```
 * @public
 */
export function planImport(solution: DualWriteSolution, target: SolutionTarget): SolutionPlan {
  const saved = savedMaps(target, solution.publisher);
  const order = inOrder(solution.maps, saved.rows);
  const maps = order.maps.map(
    (map): PlannedMap => ({ ...judgeImport(map, saved, solution.isManaged), activity: saved.activityOf(map) }),
  );
  const required = judgeRequirements(solution, target.facts);
  const installed = judgeInstalled(solution, target);
  const obstacles = [...required.obstacles, ...installed.obstacles, ...maps.flatMap(obstacleOf)];
  const written = order.maps.filter((_, index) => maps[index]?.change !== 'same');
  const unknowns = [
    ...unsaid(solution),
    ...required.unknowns,
    ...installed.unknowns,
    ...written.flatMap(unknownContent),
  ];
  const { uniqueName, version, publisher, isManaged } = solution;
  return {
    schemaVersion: 1,
    kind: 'import',
    solution: { uniqueName, version, publisher, isManaged },
    environment: target.name,
    maps,
    circles: order.circles,
    obstacles,
    unknowns,
    steps: stepsOf(solution, maps, required.obstacles),
    verdict: verdictOf({ maps, obstacles, unknowns }),
  };
}

/** The obstacles for one map. */
export function obstacleOf({ name, change, because }: PlannedMap): readonly PlanObstacle[] {
  if (change === 'version-conflict') {
    const whatToDo = 'Save the map under a higher version and export again, or remove it from the solution.';
    return [{ type: 'version-conflict', subject: name, because, whatToDo }];
  }
  if (change === 'unreadable') {
    return [{ type: 'broken-map', subject: name, because, whatToDo: 'Export the solution again, or remove the map.' }];
  }
  return [];
}

/** What the files of a solution do not say, because some of them were not given. */
export function unsaid({
  uniqueName,
  coverage,
  detail = 'it may hold more maps',
}: DualWriteSolution): readonly PlanUnknown[] {
  const whatToDo = 'Give it too, or the .zip file of the solution.';
  const because =
    'it was not given: the name and version of the solution, whether it is managed and what it requires are not known';
  return [
    ...(uniqueName === null ? [{ subject: 'solution.xml', because, whatToDo }] : []),
    ...(coverage === 'partial' ? [{ subject: 'customizations.xml', because: detail, whatToDo }] : []),
  ];
}

/** A solution is installed either as managed or as unmanaged, and its version only goes up. */
function judgeInstalled({ uniqueName, version, isManaged }: DualWriteSolution, { facts }: SolutionTarget) {
  const obstacles: PlanObstacle[] = [];
  const unknowns: PlanUnknown[] = [];
  if (uniqueName === null) return { obstacles, unknowns };
  const solutions = factOf(facts, 'solutions');
  if (isManaged === null) {
    const because = 'the file does not say whether it is managed';
    unknowns.push({ subject: uniqueName, because, whatToDo: 'Export the solution again and choose the kind.' });
  }
  // The core already reports that the list is not known.
  const rows = solutions.status === 'known' ? solutions.value : [];
  for (const row of rows.filter((one) => nameKey(one.uniqueName) === nameKey(uniqueName))) {
    if (isManaged !== null && row.managed != null && row.managed !== isManaged) {
      const because = `it is installed ${row.managed ? 'as a managed' : 'as an unmanaged'} solution`;
      const whatToDo = `Export it ${row.managed ? 'as managed' : 'as unmanaged'}, or first remove the installed one.`;
      obstacles.push({ type: 'other-kind-installed', subject: uniqueName, because, whatToDo });
    }
    const difference = compareMapVersions(row.version, version ?? undefined);
    if (difference === undefined) {
      const because = `the versions ${row.version} (installed) and ${version ?? '(none)'} cannot be compared`;
      unknowns.push({ subject: uniqueName, because, whatToDo: 'Compare the versions manually.' });
    } else if (difference > 0) {
      const because = `${row.version} is installed, which is newer than ${version}`;
      const whatToDo = 'Import the newer solution, or export this one again under a higher version.';
      obstacles.push({ type: 'newer-installed', subject: uniqueName, because, whatToDo });
    }
  }
  return { obstacles, unknowns };
}

function stepsOf(
  solution: DualWriteSolution,
  maps: readonly PlannedMap[],
  obstacles: readonly PlanObstacle[],
): readonly PlanStep[] {
  const isCoreMissing = obstacles.some(({ type }) => type === 'core-missing');
  const others = obstacles.filter(({ type }) => type !== 'core-missing');
  const isSafe = maps.every(({ change }) => change === 'added' || change === 'same');
  return [
    ...(isCoreMissing ? [installCore] : []),
    ...(others.length > 0 ? [installRequired(others)] : []),
    ...(isSafe ? [] : [backUp]),
    importStep(solution, maps),
    {
      kind: 'check-import',
      maps: [],
      title: 'Make sure that it arrived',
      steps: [
        'In the Power Apps maker portal, check under Solutions that the solution has its new version.',
        'If it is not listed, open the solution history and read why the import failed.',
      ],
      performedBy: ['dataverse-system-administrator'],
      destroys: null,
      links: [links.lifecycle],
    },
  ];
}

function importStep(solution: DualWriteSolution, maps: readonly PlannedMap[]): PlanStep {
  const { uniqueName, version, isManaged } = solution;
  const kind = isManaged === null ? '' : isManaged ? 'managed ' : 'unmanaged ';
  const loss = lossOf(maps);
  const general = isManaged === false ? 'Components that were changed in the environment are overwritten. ' : '';
  return {
    kind: 'import',
    maps: maps.map(({ name }) => name),
    title: ['Import the', `${kind}solution`, uniqueName, version].filter((word) => word !== null).join(' '),
    steps: [
      'Go to the Power Apps maker portal and pick the Dataverse environment.',
      'Select Solutions, then Import solution, and choose the .zip file. Packages from Microsoft Marketplace are installed in the Power Platform admin center: Manage > Environments, the environment, Resources > Dynamics 365 apps, Install app.',
      'Read what the import reports about missing dependencies before you continue.',
      'Wait until the import has finished.',
    ],
    performedBy: ['dataverse-system-administrator'],
    destroys: loss === null ? null : `${general}${loss}`,
    links: [links.lifecycle],
  };
}
