import * as links from '../../../rules/remediation/links.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { defineTopic } from '../../topic.js';

export const initialSyncExportFailure = /* @__PURE__ */ defineTopic({
  id: 'initial-sync-export-failure',
  title: 'Initial synchronization failed',
  phase: 'initial-sync',
  causes: [
    'One direction of the initial synchronization ended with an error; these words alone do not say why.',
    'Rows could not be exported from the source, for example because the map and the tables no longer match.',
    'Rows were exported, but the other side refused some of them.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'microsoft-support'],
  remediation: {
    summary: 'Find the first error of a single row in the details of the run; it names the cause.',
    options: [
      {
        title: 'Read the errors of the run',
        steps: [
          'On the Dual-write page, open the map and its Initial sync details tab, and select the direction that has errors.',
          'Compare the counts: no exported rows means that the source failed, exported rows with import errors mean that the target refused them.',
          'Only the first five errors are shown. For more, note the name of the job and look under Data management > Job history, or download the error file.',
          'Diagnose the text of these errors, fix the cause, and select Re-run execution.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Refresh the map if nothing could be exported',
        steps: [
          stopInitializingMap,
          'Open the map and select Refresh tables; map what was lost and save.',
          'Make sure that the connections of the link work, and that the map has at most ten lookups.',
          'Run the map again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.healthCheck],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'Write down the map, the direction, the time, and all ids in the message.',
          'Open a support request with them and the stack trace.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: ['DWDVEV9102', 'DWFOEV9102'],
  source: { title: 'Troubleshoot issues during initial synchronization', date: '2020-03-16' },
  signatures: [
    { all: ['crm export failure object reference not set to an instance of an object'] },
    { all: ['crm export failure'], alone: true },
    { all: ['dual write initial sync completed with status error'], wraps: true },
    { all: ['dual write initial sync failed'], wraps: true },
    // A run without errors reports the same counts.
    {
      all: [
        'executed leg from ax {entity} to crm {table:word} with exported records count {exported:number}',
        'errorsdetails',
      ],
      wraps: true,
    },
    {
      all: [
        'executed leg from crm {table:word} to ax {entity} with exported records count {exported:number}',
        'errorsdetails',
      ],
      wraps: true,
    },
    // Translated: the names of the counts.
    {
      all: [
        { find: /importrecordserrorcount\W{1,5}(?<errors>[1-9]\d{0,9})/i, anchor: 'importrecordserrorcount' },
        'importrecordsinsertedcount {inserted:number}',
      ],
      wraps: true,
    },
    { all: ['ax export encountered an error'], wraps: true },
  ],
});
