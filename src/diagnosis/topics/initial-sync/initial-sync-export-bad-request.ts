import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';
import { failedExport } from '../../untranslated.js';

export const initialSyncExportBadRequest = /* @__PURE__ */ defineTopic({
  id: 'initial-sync-export-bad-request',
  title: 'Initial synchronization: export from finance and operations ends with 400',
  phase: 'initial-sync',
  causes: [
    'The data import/export framework service of finance and operations, which runs the export of the initial synchronization, is not running.',
    'The export job of this entity fails in Data management itself.',
  ],
  performedBy: ['finops-system-administrator', 'microsoft-support'],
  remediation: {
    summary:
      'Find out whether the export also fails outside dual-write; on your own machine, start the data import/export framework service.',
    options: [
      {
        title: 'Try the export on its own',
        steps: [
          'In finance and operations, open Data management and export the same entity in a small separate job.',
          'If it fails too, read Execution details and fix the problems it names: the entity, its staging table, or its change tracking.',
          'If it fails for every entity in an environment that Microsoft hosts, open a support request with the time, the name of the job and the stack trace: nobody else has access to the service there.',
          'When the export works, select Re-run execution on the Initial sync details tab of the map.',
        ],
        performedBy: ['finops-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Start the service on a cloud-hosted development machine',
        steps: [
          'Use this option only if you can sign in to the virtual machine as an administrator, which is not possible in environments that Microsoft hosts.',
          'Open Services and find Microsoft Dynamics 365 Data import export framework.',
          'Start or restart it, and check that it keeps running.',
          'Select Re-run execution on the Initial sync details tab of the map, and check that rows are exported.',
        ],
        performedBy: ['finops-system-administrator', 'developer'],
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
    // Translated: the status and the name of the side, or the method in the stack trace.
    { all: /* @__PURE__ */ failedExport(400) },
    { all: [{ find: /\(400\)(?:(?!\(403\)).){1,400}?ExportAxPackage/i, anchor: 'exportaxpackage' }] },
  ],
});
