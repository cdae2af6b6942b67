import { isBlank } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { alertSubject, enabledSettings, whyNoSettingCounts } from './alert-settings.js';

/** `DWFOEV9505`: an alert should notify somebody or do something. @public */
export const alertSettingWithoutEffect = defineCatalogueRule({
  code: 'DWFOEV9505',
  slug: 'alert-setting-without-effect',
  title: 'Alert setting notifies nobody and does nothing',
  origin: 'library',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'An alert setting is switched on, but has no recipient and no action.',
  impact: 'Its threshold may be reached at any time, and nobody notices.',
  needs: ['alertSettings'],
  mayBePartial: ['alertSettings'],
  notApplicable: ({ alertSettings }) => whyNoSettingCounts(alertSettings),
  evaluate: ({ alertSettings }) =>
    judgeEach(enabledSettings(alertSettings), (setting) => {
      if (setting.action !== 'none' || !setting.recipients.every(isBlank)) return undefined;
      if (setting.recipientsKnown === false) return missing('alertSettings', 'recipients');
      return finding(alertSubject(setting), {});
    }),
  message: (_, { id }) => `the alert setting ${id} has neither a recipient nor an action`,
  remediation: {
    summary: 'Add a recipient or an action, or delete the setting.',
    options: [
      {
        title: 'Say who is notified',
        steps: [
          'On the Dual-write page (Data management > Dual-write), open the alert settings and select the setting of the finding.',
          'Enter the email address of a person or, better, of a group; several are separated by commas.',
          'Choose Pause or Stop as its action where nobody can react in time.',
          'Save, and restart the maps: a setting counts only for maps that were started after it.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.alerts],
      },
    ],
  },
  sources: [sources.alerts],
});
