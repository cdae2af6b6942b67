import { installedCore, isCoreOlder } from '../../facts/installed-core.js';
import { installDualWriteCore } from '../remediation/install-dual-write-core.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { actingSettings, alertSubject, whyNoSettingActs } from './alert-settings.js';

const leastCore = '1.0.24073.3';

type Args = { core: string | null };

/** `DWDVEV9501`: automatic actions of alerts need the core solution 1.0.24073.3 or later. @public */
export const alertActionCoreOutdated = defineCatalogueRule({
  code: 'DWDVEV9501',
  slug: 'alert-action-core-outdated',
  title: 'Automatic action needs a newer core solution',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'An alert is set to pause or stop maps automatically, and the core solution is missing or older than 1.0.24073.3.',
  impact: 'The action does not happen: errors continue while everyone believes that the maps were paused.',
  needs: ['alertSettings', 'solutions'],
  mayBePartial: ['alertSettings'],
  notApplicable: ({ alertSettings }) => whyNoSettingActs(alertSettings),
  evaluate: ({ alertSettings, solutions }) => {
    const core = installedCore(solutions);
    const isTooOld = core.rows.length === 0 ? true : isCoreOlder(core, leastCore);
    return judgeEach(actingSettings(alertSettings), (setting) => {
      if (isTooOld === undefined) return missing('solutions', 'version');
      return isTooOld ? finding(alertSubject(setting), { core: core.highest?.version.join('.') ?? null }) : undefined;
    });
  },
  message: ({ core }: Args, { id }) =>
    `the alert setting ${id} acts automatically, which needs core ${leastCore}; ${core === null ? 'it is not installed' : `${core} is installed`}`,
  remediation: {
    summary: 'Update the dual-write core solution, and finance and operations to a platform that fits.',
    options: [installDualWriteCore],
  },
  sources: [sources.whatsNew],
});
