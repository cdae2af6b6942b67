import { installDualWriteCore } from '../rules/remediation/install-dual-write-core.js';
import * as links from '../rules/remediation/links.js';
import type { PlannedMap, PlanObstacle, PlanStep } from './solution-plan.js';

/*
 * The steps that plans have in common. Source: *Application lifecycle management*, 2020-03.
 */

export const installCore: PlanStep = { kind: 'install-core', maps: [], ...installDualWriteCore };

export function installRequired(obstacles: readonly PlanObstacle[]): PlanStep {
  const [first = 'Install what is required.', ...more] = obstacles.map(({ whatToDo }) => whatToDo);
  return {
    kind: 'install-required',
    maps: [],
    title: 'Install what the solution requires',
    steps: [first, ...more, 'Make this plan again, so that it includes the new versions.'],
    performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
    destroys: null,
    links: [links.solutions, links.lifecycle],
  };
}

export const backUp: PlanStep = {
  kind: 'backup',
  maps: [],
  title: 'Back up the maps of the environment',
  steps: [
    'Save all rows of msdyn_dualwriteentitymaps to a file, and create a bundle from them: maps backup FILE -o bundle.json.',
    'Or add all maps to an unmanaged solution and export it.',
    'Keep the backup in a place that the next steps do not affect.',
  ],
  performedBy: ['system-customizer'],
  destroys: null,
  links: [links.lifecycle],
};

/** @param maps - in the order in which they run: they are stopped in reverse order */
export function stopMaps(maps: readonly Pick<PlannedMap, 'name' | 'activity'>[]): PlanStep {
  const isDoubtful = maps.some(({ activity }) => activity === 'unknown');
  return {
    kind: 'stop',
    maps: [...new Set(maps.map(({ name }) => name))].reverse(),
    title: isDoubtful ? 'Stop the running maps' : 'Stop the maps',
    steps: [
      'Choose a time when nobody works with the data.',
      'On the Dual-write page, stop each map, starting with those that need others.',
      'Wait until all of them are shown as Not running: changes that are saved while a map runs are not kept.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys:
      'Changes that are written while a map is stopped are not queued: they arrive only with the next initial synchronization.',
    links: [links.enableMaps, links.lifecycle],
  };
}

/** @param maps - in the order in which to run them */
export function runMaps(maps: readonly string[]): PlanStep {
  return {
    kind: 'run',
    maps,
    title: 'Run the maps',
    steps: [
      'On the Dual-write page, run the maps in this order, so that the records that a map looks up exist first.',
      'Decide for each map whether an initial synchronization is needed, and which side is the source.',
      'Create one test record for each map and check that it arrives.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys: null,
    links: [links.enableMaps, links.initialSync],
  };
}

export const verifyMaps: PlanStep = {
  kind: 'verify',
  maps: [],
  title: 'Check the result',
  steps: [
    'On the Dual-write page, check that every map is listed.',
    'Save the rows of msdyn_dualwriteentitymaps again, and compare: maps verify FILE --against ROWS. It names each map that is missing or differs.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  destroys: null,
  links: [links.lifecycle],
};

/** What a step loses, as one text. An unknown loss is stated, and never left out. */
export function lossOf(maps: readonly Pick<PlannedMap, 'name' | 'loss'>[]): string | null {
  const said = maps.flatMap(({ name, loss }) => {
    if (loss.status === 'nothing') return [];
    return [loss.status === 'lost' ? `${name}: ${loss.what}` : `Possibly lost: ${name} (not known: ${loss.because})`];
  });
  return said.length === 0 ? null : `${said.join('. ')}.`;
}
