import { completeValue, type Fact } from '../facts/fact.js';
import { groupsBy } from '../facts/groups-by.js';
import { installedCore } from '../facts/installed-core.js';
import { nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { factOf, type SnapshotFacts } from '../facts/snapshot.js';
import { compareVersions, parseFinopsVersion, parseVersion, type VersionNumber } from '../facts/version-number.js';
import type { DualWriteSolution, SolutionRequirement } from './dual-write-solution.js';
import type { PlanObstacle, PlanUnknown } from './solution-plan.js';

/** The obstacles of an import, and what is not known. */
interface JudgedRequirements {
  readonly obstacles: readonly PlanObstacle[];
  readonly unknowns: readonly PlanUnknown[];
}

const core = 'msdyn_DualWriteCore';

/** Whether the requirements of a solution and its maps are met: first the core, then other solutions, and the application. */
export function judgeRequirements(solution: DualWriteSolution, facts: SnapshotFacts): JudgedRequirements {
  const installed = factOf(facts, 'solutions');
  const byName = groupsBy(installed.status === 'known' ? installed.value : [], ({ uniqueName }) => nameKey(uniqueName));
  const answers = [
    ...neededSolutions(solution).map((needed) => judgeSolution(needed, installed, byName.get(nameKey(needed.name)))),
    ...(solution.requires ?? []).flatMap(judgeLooseComponents),
    ...neededApplications(solution).map((needed) => judgeApplication(needed, facts)),
  ];
  return {
    obstacles: answers.flatMap((answer) => (answer !== undefined && 'type' in answer ? [answer] : [])),
    unknowns: answers.flatMap((answer) => (answer !== undefined && !('type' in answer) ? [answer] : [])),
  };
}

type Answer = PlanObstacle | PlanUnknown | undefined;

interface NeededSolution {
  readonly name: string;
  readonly version: string | null;
}

/** The core always; each other one once, with the highest required version. */
function neededSolutions(solution: DualWriteSolution): readonly NeededSolution[] {
  const needed = new Map<string, NeededSolution>([[nameKey(core), { name: core, version: null }]]);
  const stated = [
    ...(solution.requires ?? []).map(({ solution: name, version }) => ({ name, version })),
    ...solution.maps.flatMap(({ properties }) =>
      (properties?.requirements?.solutions ?? []).map((one) => ({ name: one.solution, version: one.version })),
    ),
  ];
  for (const { name, version } of stated) {
    if (name === null || nameKey(name) === nameKey(solution.uniqueName ?? '')) continue;
    const own = isCore(name) ? core : name;
    const before = needed.get(nameKey(own))?.version ?? null;
    needed.set(nameKey(own), { name: own, version: higher(before, version) });
  }
  return [...needed.values()];
}

function isCore(name: string): boolean {
  return installedCore([{ uniqueName: name, version: '' }]).rows.length > 0;
}

/** A text that is not a version takes precedence, because a person must look at it. */
function higher(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  const [a, b] = [parseVersion(one), parseVersion(other)];
  if (a === undefined || b === undefined) return a === undefined ? one : other;
  return compareVersions(a, b) < 0 ? other : one;
}

/** @param rows - those of its name */
function judgeSolution(
  { name, version }: NeededSolution,
  solutions: Fact<Facts['solutions']>,
  rows: Facts['solutions'] = [],
): Answer {
  const whatToDo = `Look up ${name} in the list of solutions, and provide the fact solutions.`;
  if (solutions.status === 'unknown') {
    return { subject: name, because: `which solutions are installed is not known (${solutions.reason})`, whatToDo };
  }
  const { rows: installed } = name === core ? installedCore(solutions.value) : { rows };
  if (installed.length === 0 && completeValue(solutions) === undefined) {
    return { subject: name, because: 'only a part of the installed solutions is known', whatToDo };
  }
  if (installed.length === 0) return missingSolution(name, version);
  if (version === null) return undefined;
  const required = parseVersion(version);
  const present = highestOf(installed);
  if (required === undefined) {
    const because = `the required version is not a valid version: ${version}`;
    return { subject: name, because, whatToDo: 'Ask the publisher which version is meant.' };
  }
  if (present.highest !== undefined && compareVersions(present.highest, required) >= 0) return undefined;
  if (present.highest === undefined || !present.isCertain) {
    return { subject: name, because: 'the installed version is not a valid version', whatToDo };
  }
  const because = `${version} is required, ${present.highest.join('.')} is installed`;
  return {
    type: 'solution-outdated',
    subject: name,
    because,
    whatToDo: `Update ${name} to ${version} or later first.`,
  };
}

function missingSolution(name: string, version: string | null): PlanObstacle {
  if (name === core) {
    const because = 'the core solution, which contains the table of maps, is not installed';
    return { type: 'core-missing', subject: name, because, whatToDo: 'Install the dual-write core solution first.' };
  }
  const orLater = version === null ? '' : ` ${version} or later`;
  const because = `it is required${orLater === '' ? '' : `,${orLater}`}, and is not installed`;
  return { type: 'solution-missing', subject: name, because, whatToDo: `Install ${name}${orLater} first.` };
}

function highestOf(rows: Facts['solutions']): {
  readonly highest: VersionNumber | undefined;
  readonly isCertain: boolean;
} {
  const versions = rows.map(({ version }) => parseVersion(version));
  const known = versions.filter((version) => version !== undefined).sort((a, b) => compareVersions(b, a));
  return { highest: known[0], isCertain: known.length === versions.length };
}

/** Components that were created in the environment that exported: an import stops if they are missing. */
function judgeLooseComponents({ solution, components }: SolutionRequirement): readonly PlanUnknown[] {
  if (solution !== null) return [];
  const because = 'it was created in the environment that exported, and is not in a named solution';
  const whatToDo = 'Make sure that the component exists, or import the solution that contains it.';
  return (components.length === 0 ? ['a component'] : components).map((subject) => ({ subject, because, whatToDo }));
}

/** The highest release and the highest build that any map requires: the two are never compared with each other. */
function neededApplications({ maps }: DualWriteSolution): readonly string[] {
  const highest = new Map<string, string>();
  for (const { properties } of maps) {
    const application = properties?.requirements?.application;
    if (application === undefined) continue;
    const scheme = parseFinopsVersion(application)?.scheme ?? `not a valid version: ${application}`;
    highest.set(scheme, higher(highest.get(scheme) ?? null, application) ?? application);
  }
  return [...highest.values()];
}

const application = 'finance and operations';

function judgeApplication(version: string, facts: SnapshotFacts): Answer {
  const required = parseFinopsVersion(version);
  const environment = factOf(facts, 'finopsEnvironment');
  const whatToDo = 'Look up the version under Help & support > About, and provide the fact finopsEnvironment.';
  if (required === undefined) {
    const because = `the required version is not a valid version: ${version}`;
    return { subject: application, because, whatToDo: 'Ask the publisher which version is meant.' };
  }
  const isRelease = required.scheme === 'release';
  const value = environment.status === 'known' ? environment.value : undefined;
  const installed = parseFinopsVersion(isRelease ? value?.applicationRelease : value?.applicationBuild);
  if (installed?.scheme !== required.scheme) {
    const because = `${version} is required, and the ${isRelease ? 'release' : 'build'} that is installed is not known`;
    return { subject: application, because, whatToDo };
  }
  if (compareVersions(installed.version, required.version) >= 0) return undefined;
  const because = `${version} is required, ${installed.version.join('.')} is installed`;
  const update = `Update finance and operations to ${version} or later first.`;
  return { type: 'application-outdated', subject: application, because, whatToDo: update };
}
