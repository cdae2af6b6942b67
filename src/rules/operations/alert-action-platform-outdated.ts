import type { Facts } from '../../facts/schemas.js';
import { isOlder, parseVersion } from '../../facts/version-number.js';
import { leastPlatformBuild } from '../prerequisites/finops-platform-outdated.js';
import * as sources from '../remediation/sources.js';
import { updateFinops } from '../remediation/update-finops.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { actingSettings, alertSubject, whyNoSettingActs } from './alert-settings.js';

type Args = { platform: string };

/** `DWFOEV9507`: automatic actions of alerts need platform build 7.0.7198.188, 7.0.7279.121 or later. @public */
export const alertActionPlatformOutdated = defineCatalogueRule({
  code: 'DWFOEV9507',
  slug: 'alert-action-platform-outdated',
  title: 'Automatic action needs a newer finance and operations platform',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'An alert is set to pause or stop maps automatically, and the platform of finance and operations is older than 7.0.7198.188 (update 63) or 7.0.7279.121 (update 64).',
  impact: 'The action does not happen: errors continue while everyone believes that the maps were paused.',
  needs: ['alertSettings', 'finopsEnvironment'],
  mayBePartial: ['alertSettings'],
  notApplicable: ({ alertSettings }) => whyNoSettingActs(alertSettings),
  evaluate: ({ alertSettings, finopsEnvironment }) => {
    const isTooOld = isPlatformTooOld(finopsEnvironment);
    return judgeEach(actingSettings(alertSettings), (setting) => {
      if (isTooOld === undefined) return missing('finopsEnvironment', 'platformBuild');
      return isTooOld ? finding(alertSubject(setting), { platform: platformInWords(finopsEnvironment) }) : undefined;
    });
  },
  message: ({ platform }: Args, { id }) =>
    `the alert setting ${id} acts automatically, which needs platform build 7.0.7198.188 or 7.0.7279.121; it is ${platform}`,
  remediation: {
    summary:
      'Update finance and operations to platform update 63 or 64 with its later builds, or a newer one, and the dual-write core solution with it.',
    options: [updateFinops],
  },
  sources: [sources.whatsNew],
});

/** `undefined` where neither the build nor the number of the update is known. */
function isPlatformTooOld({ platformBuild, platformUpdate }: Facts['finopsEnvironment']): boolean | undefined {
  const build = parseVersion(platformBuild);
  if (build !== undefined) return isOlder(build, leastPlatformBuild(build));
  if (platformUpdate == null) return undefined;
  if (platformUpdate < 63) return true;
  return platformUpdate > 64 ? false : undefined;
}

function platformInWords({ platformBuild, platformUpdate }: Facts['finopsEnvironment']): string {
  return parseVersion(platformBuild)?.join('.') ?? `update ${platformUpdate}`;
}
