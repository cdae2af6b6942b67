import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const projectCurrencyMismatch = /* @__PURE__ */ defineTopic({
  id: 'project-currency-mismatch',
  title: 'Project Operations: company and contracting unit have different currencies',
  phase: 'live-sync',
  causes: [
    'The currency of the contracting unit differs from the accounting currency of the owning company.',
    'The company has no ledger in Dataverse: the map Ledger (msdyn_ledgers) never ran with initial synchronization.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  remediation: {
    summary: 'Compare both currencies; if the company has no ledger in Dataverse, synchronize the ledgers.',
    options: [
      {
        title: 'Compare the currencies',
        steps: [
          'In the Project Operations app, open the organizational unit of the record and read Currency on the tab General.',
          'Open the company, select Related > Ledgers, open its ledger, and read Accounting currency.',
          'If they differ, choose another owning company or contracting unit for the record, or correct the setup before it is used.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.projectCurrency],
      },
      {
        title: 'If the company has no ledger in Dataverse, or both agree: synchronize the ledgers',
        steps: [
          'On the Dual-write page (Data management > Dual-write), stop the map Ledger (msdyn_ledgers).',
          'Run it again with its prerequisites and with Initial sync; the master for all of them is finance and operations.',
          'When it is Running, check the ledger of the company in Dataverse, and save the record again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectMaps],
      },
    ],
  },
  rules: [],
  source: { title: 'Currency mismatch error', date: '2026-02-26' },
  signatures: [{ all: ['owning company currency does not match the contracting unit currency'] }],
});
