import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { compareVersions, parseFinopsVersion, parseVersion } from '../../facts/version-number.js';
import { activityOf, mapsThatMayRun, whyNoMapRuns } from '../../maps/map-activity.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { updateFinops } from '../remediation/update-finops.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, type MissingFact, missing, notProvided } from '../verdict.js';
import { mapSubject } from './map-subject.js';

type Outdated = { required: string; installed: string };

/** `DWFOEV9306`: finance and operations must be as new as its running maps require. @public */
export const mapApplicationOutdated = defineCatalogueRule({
  code: 'DWFOEV9306',
  slug: 'map-application-outdated',
  title: 'Finance and operations older than a map requires',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A running map requires a newer finance and operations application than is installed.',
  impact: 'The map stops with a version mismatch the next time it is started.',
  needs: ['entityMaps', 'finopsEnvironment'],
  mayBePartial: ['entityMaps'],
  ifProvided: true,
  notApplicable: ({ entityMaps }) => whyNoMapRuns(entityMaps),
  evaluate: ({ entityMaps, finopsEnvironment }) => {
    const compared = mapsThatMayRun(entityMaps).map((map) => ({ map, answer: compare(map, finopsEnvironment) }));
    const requiring = compared.filter(({ map, answer }) => answer !== 'no-requirement' && activityOf(map) === 'runs');
    if (requiring.length > 0 && requiring.every(({ answer }) => isMissing(answer))) return notProvided();
    return judgeEach(
      compared,
      ({ map, answer }) => {
        if (typeof answer === 'string') return undefined;
        if (activityOf(map) === 'unknown') return missing('entityMaps', 'state');
        return isMissing(answer) ? answer : finding(mapSubject(map), answer);
      },
      { merge: (a, b) => newer(a, b) },
    );
  },
  message: ({ required, installed }: Outdated, { id }) =>
    `the map ${id} requires finance and operations ${required} or later, and ${installed} is installed`,
  remediation: {
    summary: 'Update finance and operations, or use a compatible version of the map.',
    options: [
      updateFinops,
      {
        title: 'Use an older version of the map',
        steps: [
          'On the Dual-write page (Data management > Dual-write), stop the map at a time at which nobody edits its data, and select Table map version.',
          'Choose a version that was made for your release, and save.',
          'Run the map again, without Initial Sync if both sides have the same data.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: 'Columns that are mapped only in the newer version are no longer synchronized.',
        links: [links.lifecycle],
      },
    ],
  },
  sources: [sources.lifecycle, sources.systemRequirements],
});

/** Release against release, build against build. What cannot be compared says what is missing. */
function compare(
  { requiresApplication }: Facts['entityMaps'][number],
  { applicationRelease, applicationBuild }: Facts['finopsEnvironment'],
): 'no-requirement' | 'new-enough' | Outdated | MissingFact {
  if (isBlank(requiresApplication)) return 'no-requirement';
  const required = parseFinopsVersion(requiresApplication);
  if (required === undefined) return missing('entityMaps', 'requiresApplication');
  const isRelease = required.scheme === 'release';
  const installed = parseFinopsVersion(isRelease ? applicationRelease : applicationBuild);
  if (installed?.scheme !== required.scheme) {
    return missing('finopsEnvironment', isRelease ? 'applicationRelease' : 'applicationBuild');
  }
  if (compareVersions(installed.version, required.version) >= 0) return 'new-enough';
  return { required: required.version.join('.'), installed: installed.version.join('.') };
}

function isMissing(answer: ReturnType<typeof compare>): answer is MissingFact {
  return typeof answer === 'object' && 'kind' in answer;
}

/** Of two rows of one map, the one that requires the newer version. */
function newer(a: Outdated, b: Outdated): Outdated {
  return compareVersions(parseVersion(a.required) ?? [], parseVersion(b.required) ?? []) < 0 ? b : a;
}
