import type { Facts } from '../../facts/schemas.js';
import { isOlder, parseFinopsVersion, type VersionNumber } from '../../facts/version-number.js';
import * as sources from '../remediation/sources.js';
import { updateFinops } from '../remediation/update-finops.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';

const leastRelease = '10.0.9';
const leastBuild = '10.0.383.20013';
const leastPlatformUpdate = 33;

type Args = { property: string; version: string; minimum: string };

/** `DWFOEV9001`: dual-write needs finance and operations 10.0.9 (platform update 33) or later. @public */
export const finopsVersionTooOld = defineCatalogueRule({
  code: 'DWFOEV9001',
  slug: 'finops-version-too-old',
  title: 'Finance and operations version too old',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The finance and operations app is older than 10.0.9 with platform update 33, the first version that has dual-write.',
  impact: 'The environments cannot be linked.',
  needs: ['finopsEnvironment'],
  evaluate: ({ finopsEnvironment }) =>
    judgeEach([finopsEnvironment], (environment) => {
      const found = firstKnownVersion(environment);
      if (found === undefined) {
        return [
          missing('finopsEnvironment', 'applicationRelease'),
          missing('finopsEnvironment', 'applicationBuild'),
          missing('finopsEnvironment', 'platformUpdate'),
        ];
      }
      const { isTooOld, ...args } = found;
      return isTooOld ? finding({ kind: 'environment', id: 'finops' }, args) : undefined;
    }),
  message: ({ property, version, minimum }: Args) =>
    `finance and operations has ${property} ${version}, and dual-write needs ${minimum} or later`,
  remediation: {
    summary: 'Update the finance and operations app; dual-write starts with version 10.0.9 and platform update 33.',
    options: [updateFinops],
  },
  sources: [sources.requirements, sources.systemRequirements],
});

/** The first of release, build and platform update that is known decides; a build is not a release, or vice versa. */
function firstKnownVersion(environment: Facts['finopsEnvironment']): (Args & { isTooOld: boolean }) | undefined {
  const { applicationRelease, applicationBuild, platformUpdate } = environment;
  const release = parseFinopsVersion(applicationRelease);
  if (release?.scheme === 'release') return judged('applicationRelease', release.version, leastRelease);
  const build = parseFinopsVersion(applicationBuild);
  if (build?.scheme === 'build') return judged('applicationBuild', build.version, leastBuild);
  if (platformUpdate == null) return undefined;
  return {
    property: 'platformUpdate',
    version: String(platformUpdate),
    minimum: String(leastPlatformUpdate),
    isTooOld: platformUpdate < leastPlatformUpdate,
  };
}

function judged(property: string, version: VersionNumber, minimum: string): Args & { isTooOld: boolean } {
  return { property, version: version.join('.'), minimum, isTooOld: isOlder(version, minimum) };
}
