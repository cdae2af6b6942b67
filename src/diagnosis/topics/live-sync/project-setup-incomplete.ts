import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const projectSetupIncomplete = /* @__PURE__ */ defineTopic({
  id: 'project-setup-incomplete',
  title: 'Project Operations: something in finance is not set up or not posted yet',
  phase: 'live-sync',
  causes: [
    'The integration journals with the cost and the unbilled sales of a transaction are not posted yet, so it cannot be invoiced.',
    'The employee belongs to another legal entity than the project, and no intercompany relationship is set up between the two.',
    'The fiscal period of the accounting date is closed, so the integration journal cannot be posted.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Post what waits or complete the setup that the message names, and import from staging again.',
    options: [
      {
        title: 'If a transaction is not posted: post the integration journals',
        steps: [
          'In finance, open the project invoice proposal with the amount 0.00, select Troubleshoot, and read the dates and amounts that are missing.',
          'Open the Project Operations integration journal and post the journals that contain them.',
          'Under Project management and accounting > Periodic, run Import from staging table again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectIntegrationWorkspace],
      },
      {
        title: 'If an intercompany relationship is missing: set it up',
        steps: [
          'In the legal entity that lends the employee, open Project management and accounting > Setup > Project management and accounting parameters, and select Intercompany.',
          'Add the borrowing legal entity that the message names, with its accounts.',
          'Run Import from staging table again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectIntegrationWorkspace],
      },
      {
        title: 'If no fiscal period is open: open one',
        steps: [
          'In finance, open General ledger > Ledger setup > Ledger calendars, and open the period that the message names, or a later one.',
          'If postings may move to the next open period, select Automatically set accounting date to open ledger on the tab Financial of Project management and accounting parameters.',
          'Post the integration journal again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectIntegrationWorkspace],
      },
    ],
  },
  rules: [],
  source: { title: 'Project Operations integration workspace', date: '2025-12-12' },
  signatures: [
    {
      // Every journal of finance can say so.
      all: [
        'no open fiscal period was found',
        {
          find: /\bproject operations\b|\bintegration journal\b|\bimport from staging\b|dual[\s_-]?write/i,
          anchor: '',
        },
      ],
    },
    { all: ['project transaction has not been posted yet'] },
    {
      all: [
        {
          find: /\bintercompany relationship (?:has to|must|needs to) be set up between legal (?:entity|entities|table|tables) (?<lending>\w{1,10}) and (?<borrowing>\w{1,10})\b/i,
          anchor: 'intercompany',
        },
      ],
    },
  ],
});
