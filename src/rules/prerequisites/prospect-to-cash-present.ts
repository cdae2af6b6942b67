import { nameKey } from '../../facts/keys.js';
import { isOlder, parseVersion } from '../../facts/version-number.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';

/** Solutions of the older integrations; the first one may stay in its dormant version. */
const conflicting: ReadonlyMap<string, { readonly dormantFrom: string | null }> = /* @__PURE__ */ new Map([
  ['msdynce_prospecttocashintegration', { dormantFrom: '15.0.0.1' }],
  ['msdynce_fieldserviceintegration', { dormantFrom: null }],
  ['psaopsintegration', { dormantFrom: null }],
]);

/** `DWDVEV9008`: the Prospect to Cash solutions must not run beside dual-write. @public */
export const prospectToCashPresent = defineCatalogueRule({
  code: 'DWDVEV9008',
  slug: 'prospect-to-cash-present',
  title: 'Prospect to Cash solution present',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'A solution of the older Data integrator scenarios is installed: Prospect to Cash before its dormant version 15.0.0.1, or one of the field service and project integrations.',
  impact: 'Two integrations write the same tables: keys collide and rows are doubled or overwritten.',
  needs: ['solutions'],
  mayBePartial: ['solutions'],
  evaluate: ({ solutions }) =>
    judgeEach(solutions, ({ uniqueName, version }) => {
      const conflict = conflicting.get(nameKey(uniqueName));
      if (conflict === undefined) return undefined;
      if (conflict.dormantFrom !== null) {
        const installed = parseVersion(version);
        if (installed === undefined) return missing('solutions', 'version');
        if (!isOlder(installed, conflict.dormantFrom)) return undefined;
      }
      return finding({ kind: 'solution', id: uniqueName.trim() }, { version });
    }),
  message: ({ version }: { version: string }, { id }) => `${id} ${version} must not run beside dual-write`,
  remediation: {
    summary: 'Move what you still need to dual-write, then take the older integration out of service.',
    options: [
      {
        title: 'Upgrade Prospect to Cash to its dormant version',
        steps: [
          'Stop the Data integrator projects that use these templates and let running ones end.',
          'Follow the migration article: it keeps the data and makes the solution harmless with package 15.0.0.2.',
          'In the Power Apps maker portal, under Solutions, see that msdynce_ProspectToCashIntegration shows 15.0.0.1 or later.',
          'Field service and project integration solutions have no dormant version; use the next option for them.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.migrateProspectToCash],
      },
      {
        title: 'Uninstall the solution',
        steps: [
          'Stop the Data integrator projects that use it.',
          'Export the data of its own columns and tables if you want to keep them.',
          'In the Power Apps maker portal, under Solutions, select the solution of the finding and then Delete.',
          'Wait until it is gone, and run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: 'The columns, tables and data that belong to the solution alone.',
        links: [links.requirements],
      },
    ],
  },
  sources: [sources.requirements, sources.systemRequirements],
});
