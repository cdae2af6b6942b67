import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';
import { failedExport } from '../../untranslated.js';

export const initialSyncExportForbidden = /* @__PURE__ */ defineTopic({
  id: 'initial-sync-export-forbidden',
  title: 'Initial synchronization: export from finance and operations ends with 403',
  phase: 'initial-sync',
  causes: [
    'The client row of dual-write on the Microsoft Entra ID applications page (DtAppID in older environments) is damaged or missing.',
    'The user that the row names is disabled, or is not allowed to use data management.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Look at the client row of dual-write in finance and operations; only if it is correct and the error remains, add it again.',
    options: [
      {
        title: 'Check the row and its user',
        steps: [
          'In finance and operations, go to System administration > Setup > Microsoft Entra ID applications (menu item SysAADClientTable) and find the rows of dual-write.',
          'Look up the User ID of each row under System administration > Users, and check that the user is enabled and allowed to manage data.',
          'Select Re-run execution on the Initial sync details tab of the map.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
      {
        title: 'If the row and the user are correct and the error remains: add the row again',
        steps: [
          'Choose a time when few records are saved: until the row is added again, calls of this application are refused.',
          'Note Client Id, Name and User ID of the row, which older environments call DtAppID.',
          'Delete the row and save; then select New, enter the same three values, and save again.',
          'Select Re-run execution on the Initial sync details tab of the map.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'The row, until you have added it again with the values that you noted.',
        links: [links.requirements],
      },
    ],
  },
  rules: ['DWFOEV9002', 'DWFOEV9003'],
  source: { title: 'Troubleshoot issues during initial synchronization', date: '2020-03-16' },
  signatures: [
    {
      all: ['the remote server returned an error 403 forbidden', 'ax export encountered an error'],
      none: ['token exchange', '400 bad request'],
    },
    { all: ['forbidden', 'ax export encountered an error'], none: ['token exchange', '400 bad request'] },
    // Translated: the status and the name of the side, or the method in the stack trace.
    { all: /* @__PURE__ */ failedExport(403) },
    {
      all: [{ find: /\(403\)(?:(?!\(400\)).){1,400}?ExportAxPackage/i, anchor: 'exportaxpackage' }],
      none: ['token exchange'],
    },
  ],
});
