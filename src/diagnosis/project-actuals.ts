import * as links from '../rules/remediation/links.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';

/*
 * How actuals of Project Operations are repaired. Sources: *Use actuals synchronization and reconciliation* (2025-06-16) and
 * *Enable actuals validation to prevent invalid actuals* (2025-03-24).
 */

/** Sends actuals that did not arrive again. Nothing is sent twice: the page lists only those without a voucher. */
export const syncActuals: RemediationOption = {
  title: 'Send the missing actuals again',
  steps: [
    'Wait until the integration journals and invoices that wait in finance are posted: actuals without a voucher are listed, whether they are missing or only not posted yet.',
    'In the Project Operations app, open Settings > Troubleshooting > Out of sync Actuals. It lists the last month, one hour or more after the actual was created.',
    'Select Sync Actuals.',
    'In finance, run Import from staging table, and post the integration journal.',
    'If the page is not there, update Project Operations to 4.142 and finance to 10.0.43 or later, with the maps of msdyn_actuals in version 1.0.0.20 and of msdyn_transactionconnections in version 1.0.0.1 or later.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  destroys: null,
  links: [links.projectActualsReconciliation],
};

/** Keeps actuals that Dataverse has rolled back out of the journals. */
export const validateActuals: RemediationOption = {
  title: 'Have finance check actuals before it uses them',
  steps: [
    'In finance, open Feature management and enable Project actuals prevalidation (10.0.43 or later).',
    'Under System administration > Setup, select Initialize process automations, then open Process automations and check that the process for actuals is enabled; it runs every five minutes.',
    'Run Import from staging table five minutes later or more: actuals that Dataverse does not have are marked as invalid and left out.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys: null,
  links: [links.projectActualsValidation],
};

/** What is left where an actual exists on one side only and is posted there. */
export const askForActuals: RemediationOption = {
  title: 'Ask Microsoft Support',
  steps: [
    'Do not run the map of msdyn_actuals with initial sync: it does not bring back actuals that were rolled back.',
    'Open a support request with the ids of the actuals, the integration journal or invoice proposal, and the message.',
  ],
  performedBy: ['microsoft-support'],
  destroys: null,
  links: [],
};
