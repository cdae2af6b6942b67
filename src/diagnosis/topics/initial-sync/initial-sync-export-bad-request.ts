import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const initialSyncExportBadRequest = /* @__PURE__ */ defineTopic({
  id: 'initial-sync-export-bad-request',
  title: 'Initial synchronisation: export from finance and operations ends with 400',
  phase: 'initial-sync',
  causes: [
    'The data import/export framework service of finance and operations does not run; the export of the initial synchronisation goes through it.',
    'The export job of this entity fails in Data management itself.',
  ],
  performedBy: ['finops-system-administrator', 'microsoft-support'],
  remediation: {
    summary: 'Start the data import/export framework service, and run the initial synchronisation again.',
    options: [
      {
        title: 'Start the service on the machine',
        steps: [
          'Sign in to the virtual machine of finance and operations as an administrator.',
          'Open Services and find Microsoft Dynamics 365 Data import export framework.',
          'Start it, or restart it, and see that it keeps running.',
          'On the Dual-write page, run the map again; on the Initial sync details tab see that rows are exported.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Try the export by itself',
        steps: [
          'In finance and operations, open Data management and export the same entity as a small job of your own.',
          'If it fails too, read Execution details and mend what it says: the entity, its staging table, or its change tracking.',
          'If it fails everywhere and you cannot reach the machine, open a support ticket with the time, the name of the job and the stack trace.',
        ],
        performedBy: ['finops-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.initialSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues during initial synchronization', date: '2020-03-16' },
  signatures: [
    {
      all: ['the remote server returned an error 400 bad request', 'ax export encountered an error'],
      none: ['403 forbidden'],
    },
    { all: ['bad request', 'ax export encountered an error'], none: ['403 forbidden'] },
    // Translated: the status, and the method in the stack trace.
    { all: [{ find: /\(400\)(?:(?!\(403\)).){1,400}?ExportAxPackage/i, anchor: 'exportaxpackage' }] },
  ],
});
