import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const projectJournalSyncFailed = /* @__PURE__ */ defineTopic({
  id: 'project-journal-sync-failed',
  title: 'Project Operations: a journal could not be synchronized',
  phase: 'live-sync',
  causes: [
    'Dataverse did not answer in time or was not ready. The synchronization is tried five times by itself, so a lower count needs no action yet.',
    'The link, or the connection of finance to Dataverse, does not work.',
    'The currency, the project or the contract line of a journal line does not exist in Dataverse.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Wait for five attempts; then check the link and the data, and synchronize by hand.',
    options: [
      {
        title: 'Wait for the next attempts',
        steps: [
          'Read the count in the message: below five, the process automation tries again.',
          'If confirming failed, check in Dataverse whether the journal is already posted: then nothing has to be done. Large journals take several attempts.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectIntegrationWorkspace],
      },
      {
        title: 'After five attempts: check both sides and select Sync',
        steps: [
          'Run `dual-write-health check`, and fix what it finds on the link and its applications.',
          'Check that the currency, the project and the contract line of the journal exist in Dataverse, and that their maps run.',
          'In finance, open the Project Operations integration workspace, tab Troubleshoot, General journal Dataverse sync, and select Sync.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.projectIntegrationWorkspace],
      },
    ],
  },
  rules: [],
  source: { title: 'Project Operations integration workspace', date: '2025-12-12' },
  signatures: [
    {
      all: [
        {
          find: /\bfailed to sync journal (?:header|line)(?: (?<journal>(?!to\b)[\w-]{1,60}))? to dataverse\b/i,
          anchor: 'journal',
        },
      ],
    },
    { all: ['failed to confirm journal {journal:word} in dataverse'] },
    {
      all: [
        'error encountered while creating journal line entity for journal line record {line:word}',
        'failed to retrieve data from dataverse',
      ],
    },
  ],
});
