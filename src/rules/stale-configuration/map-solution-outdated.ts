import { byCodeUnits } from '../../facts/by-code-units.js';
import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { compareVersions, parseVersion, type VersionNumber } from '../../facts/version-number.js';
import { activityOf, mapsThatMayRun, whyNoMapRuns } from '../../maps/map-activity.js';
import { openDynamics365Apps, waitForApp } from '../remediation/dynamics-365-apps.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, type MissingFact, missing } from '../verdict.js';
import { mapSubject } from './map-subject.js';

type Unmet = { solution: string; required: string; installed: string | null };

/** `DWDVEV9302`: the solutions that a running map requires must be installed and recent enough. @public */
export const mapSolutionOutdated = defineCatalogueRule({
  code: 'DWDVEV9302',
  slug: 'map-solution-outdated',
  title: 'Solution required by a map missing or outdated',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A running map requires a Dataverse solution that is not installed, or a newer version of an installed one.',
  impact: 'The map stops with a version mismatch the next time it is started, and may write columns that do not exist.',
  needs: ['entityMaps', 'solutions'],
  mayBePartial: ['entityMaps'],
  notApplicable: ({ entityMaps }) => whyNoMapRuns(entityMaps),
  evaluate: ({ entityMaps, solutions }, { derive }) => {
    const installed = derive(installedVersions, solutions);
    return judgeEach(
      mapsThatMayRun(entityMaps),
      (map) => {
        const judged = (map.requires ?? []).map((requirement) => judgeRequirement(requirement, installed));
        const unmet = judged.filter((answer): answer is Unmet => answer !== undefined && !('kind' in answer));
        if (unmet.length > 0 && activityOf(map) === 'runs') return finding(mapSubject(map), { unmet: distinct(unmet) });
        const open = judged.filter((answer): answer is MissingFact => answer !== undefined && 'kind' in answer);
        if (unmet.length > 0) return missing('entityMaps', 'state');
        return open.length > 0 ? open : undefined;
      },
      {
        merge: (a, b) => ({ unmet: distinct([...a.unmet, ...b.unmet]) }),
      },
    );
  },
  message: ({ unmet }: { unmet: readonly Unmet[] }, { id }) =>
    `the map ${id} requires ${unmet
      .map(({ solution, required, installed }) => `${solution} ${required} (${installed ?? 'not'} installed)`)
      .join(', ')}`,
  remediation: {
    summary: 'Install or update the solutions that the map requires.',
    options: [
      {
        title: 'Update the solutions',
        steps: [
          'On the Dual-write page (Data management > Dual-write), pause the affected maps, for less than a day, if people are working in the system.',
          openDynamics365Apps,
          'Find the dual-write package that contains the solution (the article lists the solutions of each package), and select Update available next to it; if it is not listed, select Install app and pick it.',
          waitForApp,
          'In the Power Apps maker portal (https://make.powerapps.com), check under Solutions that its version is at least the required one; compare number by number: 2.0.2.10 is older than 2.0.133.',
          'Resume or run the maps.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.solutions, links.dynamics365Apps, links.lifecycle],
      },
      {
        title: 'Use an older version of the map',
        steps: [
          'On the Dual-write page, stop the map at a time at which nobody edits its data, and select Table map version.',
          'Choose a version that requires only what is installed, and save.',
          'Run the map again, without Initial Sync if both sides have the same data.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: 'Columns that are mapped only in the newer version are no longer synchronized.',
        links: [links.lifecycle],
      },
    ],
  },
  sources: [sources.solutions, sources.lifecycle],
});

type InstalledVersion = { readonly highest: VersionNumber | undefined; readonly isCertain: boolean };

/** The highest installed version of each solution; not certain where a version cannot be read. */
function installedVersions(solutions: Facts['solutions']): ReadonlyMap<string, InstalledVersion> {
  const versions = new Map<string, InstalledVersion>();
  for (const { uniqueName, version } of solutions) {
    const before = versions.get(nameKey(uniqueName)) ?? { highest: undefined, isCertain: true };
    const parsed = parseVersion(version);
    versions.set(nameKey(uniqueName), {
      highest: higher(before.highest, parsed),
      isCertain: before.isCertain && parsed !== undefined,
    });
  }
  return versions;
}

/** The higher one of those that can be read; of two spellings of one version, the shorter. */
function higher(a: VersionNumber | undefined, b: VersionNumber | undefined): VersionNumber | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = compareVersions(a, b) || b.length - a.length;
  return difference < 0 ? b : a;
}

function judgeRequirement(
  { solution, version }: { readonly solution: string; readonly version: string },
  installed: ReadonlyMap<string, InstalledVersion>,
): Unmet | MissingFact | undefined {
  const found = installed.get(nameKey(solution));
  const unmet = { solution: solution.trim(), required: version.trim() };
  if (found === undefined) return { ...unmet, installed: null };
  const required = parseVersion(version);
  if (required === undefined) return missing('entityMaps', 'requires');
  if (found.highest !== undefined && compareVersions(found.highest, required) >= 0) return undefined;
  if (found.highest === undefined || !found.isCertain) return missing('solutions', 'version');
  return { ...unmet, installed: found.highest.join('.') };
}

/** Each requirement once, in the order of its text; letter case makes no difference. */
function distinct(unmet: readonly Unmet[]): Unmet[] {
  const byText = new Map<string, Unmet>();
  for (const entry of [...unmet].sort(bySolution)) {
    const text = `${nameKey(entry.solution)} ${entry.required}`;
    if (!byText.has(text)) byText.set(text, entry);
  }
  return [...byText.values()];
}

function bySolution(a: Unmet, b: Unmet): number {
  return byCodeUnits(`${a.solution} ${a.required}`, `${b.solution} ${b.required}`);
}
