import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: what a transaction beyond the limit fails with is not published. */
export const transactionTooLarge = /* @__PURE__ */ defineTopic({
  id: 'transaction-too-large',
  title: 'More than 1,000 rows in one transaction',
  phase: 'live-sync',
  causes: [
    'Live synchronization takes at most 1,000 rows from one transaction of finance and operations; a customer invoice or journal with more lines fails as a whole.',
    'A job writes many records of mapped tables in one transaction.',
  ],
  performedBy: ['finops-system-administrator', 'developer'],
  remediation: {
    summary: 'Write less in one transaction, or move the maps of large documents to dual-write async.',
    options: [
      {
        title: 'Split the document or the job',
        steps: [
          'Split the document into several with fewer than 1,000 lines, counting the rows of all mapped tables that it writes.',
          'Have jobs that you control write in several transactions.',
          'Post or save again: no part of the failed transaction was stored.',
        ],
        performedBy: ['finops-system-administrator', 'developer'],
        destroys: null,
        links: [links.syncLimits],
      },
      {
        title: 'Use dual-write async for the maps of the document',
        steps: [
          'Check the versions that async needs: 10.0.40 or later, and the dual-write core solution 1.0.24093.1 or later. It is a preview.',
          'For invoices of Project Operations, also set Project task time tracking and Project actual values tracking to Delayed update in the parameters of the Project Operations app.',
          'On the Dual-write page, select Integration jobs > New, add all maps that the document writes, in order (invoices: Project invoice proposal V2, Project Operations integration actuals, Integration entity for project transaction relationships), and save. Maps in async and live maps in one transaction make it fail.',
          'Run the job, and try with one large document.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectInvoiceAsync, links.async],
      },
    ],
  },
  rules: [],
  source: sources.liveSyncLimits,
  signatures: [],
});
