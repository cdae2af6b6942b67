import { isOlder, parseVersion, type VersionNumber } from '../../facts/version-number.js';
import * as sources from '../remediation/sources.js';
import { updateFinops } from '../remediation/update-finops.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, notProvided } from '../verdict.js';

const leastOfUpdate63 = '7.0.7198.188';
const leastOfUpdate64 = '7.0.7279.121';
/** The first builds after platform update 63. */
const afterUpdate63 = '7.0.7199.0';

/** `DWFOEV9004`: pause and resume need platform build 7.0.7198.188 or 7.0.7279.121. @public */
export const finopsPlatformOutdated = defineCatalogueRule({
  code: 'DWFOEV9004',
  slug: 'finops-platform-outdated',
  title: 'Finance and operations platform outdated',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The platform build of finance and operations is older than 7.0.7198.188 (platform update 63) or 7.0.7279.121 (platform update 64), mandatory since the end of November 2024.',
  impact: 'Pausing and resuming maps fails, and so do the automatic actions of alerts.',
  needs: ['finopsEnvironment'],
  ifProvided: true,
  evaluate: ({ finopsEnvironment }) => {
    const build = parseVersion(finopsEnvironment.platformBuild);
    if (build === undefined) return notProvided();
    return judgeEach([build], (version) => {
      const minimum = leastPlatformBuild(version);
      return isOlder(version, minimum)
        ? finding({ kind: 'environment', id: 'finops' }, { platformBuild: version.join('.'), minimum })
        : undefined;
    });
  },
  message: ({ platformBuild, minimum }: { platformBuild: string; minimum: string }) =>
    `finance and operations has platform build ${platformBuild}, older than ${minimum}`,
  remediation: {
    summary: 'Update finance and operations; the dual-write core solution must also be 1.0.24073.3 or later.',
    options: [updateFinops],
  },
  sources: [sources.whatsNew],
});

/**
 * The lowest build with which pause, resume and automatic actions work, for a build of the same platform update or a later one.
 * Updates 63 and 64 got the correction in different builds, so a build of update 64 may be lower than the one it needs.
 */
export function leastPlatformBuild(build: VersionNumber): string {
  return isOlder(build, afterUpdate63) ? leastOfUpdate63 : leastOfUpdate64;
}
