import { nameKey } from '../../facts/keys.js';
import { isOlder, parseVersion } from '../../facts/version-number.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';

const prospectToCash = 'msdynce_ProspectToCashIntegration';

/** From this version on the solution is dormant: it no longer contains what interferes with dual-write. */
const dormantFrom = '15.0.0.1';

/** `DWDVEV9008`: the Prospect to Cash solution must not run beside dual-write. @public */
export const prospectToCashPresent = defineCatalogueRule({
  code: 'DWDVEV9008',
  slug: 'prospect-to-cash-present',
  title: 'Prospect to Cash solution present',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The Prospect to Cash solution of the older Data integrator scenario is installed in a version before the dormant version, 15.0.0.1.',
  impact: 'Two integrations write the same tables: keys collide, and rows are duplicated or overwritten.',
  needs: ['solutions'],
  mayBePartial: ['solutions'],
  evaluate: ({ solutions }) =>
    judgeEach(solutions, ({ uniqueName, version }) => {
      if (nameKey(uniqueName) !== nameKey(prospectToCash)) return undefined;
      const installed = parseVersion(version);
      if (installed === undefined) return missing('solutions', 'version');
      return isOlder(installed, dormantFrom)
        ? finding({ kind: 'solution', id: uniqueName.trim() }, { version: installed.join('.') })
        : undefined;
    }),
  message: ({ version }: { version: string }, { id }) => `${id} ${version} must not run beside dual-write`,
  remediation: {
    summary: 'Move what you still need to dual-write, then retire the older integration.',
    options: [
      {
        title: 'Upgrade Prospect to Cash to its dormant version',
        steps: [
          'Stop the Data integrator projects that use its templates and let running projects end.',
          'Follow the migration article: it keeps the data and makes the solution dormant with package 15.0.0.2, which you download from the FastTrack repository and install manually.',
          'In the Power Apps maker portal (https://make.powerapps.com), check under Solutions that msdynce_ProspectToCashIntegration shows 15.0.0.1 or later.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.migrateProspectToCash],
      },
      {
        title: 'Uninstall the solution',
        steps: [
          'Run its Data integrator projects one last time, so that both sides have all data, and stop them.',
          'Export the data of its own columns and tables if you want to keep them.',
          'In the Power Apps maker portal (https://make.powerapps.com), under Solutions, select the solution of the finding and then Delete.',
          'Wait until it is removed, and run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: 'The columns, tables and data that belong to the solution alone.',
        links: [links.migrateProspectToCash, links.requirements],
      },
    ],
  },
  sources: [sources.requirements, sources.systemRequirements],
});
