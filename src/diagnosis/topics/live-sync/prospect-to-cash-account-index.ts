import * as links from '../../../rules/remediation/links.js';
import { ruleTexts } from '../../../rules/rule-texts.js';
import { defineTopic } from '../../topic.js';

export const prospectToCashAccountIndex = /* @__PURE__ */ defineTopic({
  id: 'prospect-to-cash-account-index',
  title: 'Prospect to Cash allows an account number only once',
  phase: 'live-sync',
  causes: [
    'The Prospect to Cash solution of the Data integrator has an index on the account number (msdynce_AccountNumber): the same customer number cannot exist in two legal entities.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: ruleTexts.DWDVEV9008.remediation,
  rules: ['DWDVEV9008'],
  source: { title: links.migrateProspectToCash.title, date: '2026-01-15' },
  signatures: [
    {
      all: [
        { find: /(?<!\w)msdynce_accountnumber\b/i, anchor: 'msdynce_accountnumber' },
        {
          find: /\bunique\b|\bduplicate\b|\balready exists\b|\b(?:violates?|violated)\b|\bmatching key values\b/i,
          anchor: '',
        },
      ],
    },
  ],
});
