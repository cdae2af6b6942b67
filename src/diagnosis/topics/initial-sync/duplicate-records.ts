import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: nothing fails. */
export const duplicateRecords = /* @__PURE__ */ defineTopic({
  id: 'duplicate-records',
  title: 'Records are there twice after an initial sync',
  phase: 'initial-sync',
  causes: [
    'Both sides had the records before, and the integration key does not find them: key columns are blank, spelled differently, or hold another number on one side.',
    'Rows in Dataverse have no company, so they do not match the rows of a legal entity, and a duplicate is created beside them.',
    'Two maps write the same table.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Make the keys of both sides agree, merge the duplicates, and only then synchronize again.',
    options: [
      {
        title: 'Compare the keys of both sides',
        steps: [
          'Wait until the map is Running, and keep people from changing the records until this is done.',
          'On the Dual-write page, select Integration key and note the columns of the table.',
          'Export these columns from both sides, and compare them: blanks, leading zeros, letter case, spaces, and the company (cdm_company) of each row.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.integrationKeys, links.companyData],
      },
      {
        title: 'Merge the duplicates and synchronize again',
        steps: [
          'Of each pair in Dataverse, keep the row that other rows refer to, move to it what only its duplicate contains, and delete the duplicate.',
          'Give the row that you keep the key that finance and operations has: a key can be there only once.',
          'Change one record on each side as a test, then run the map with initial synchronization again for the rest.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: 'The duplicates that you delete, with what was not moved to the row that you keep.',
        links: [links.initialSync],
      },
    ],
  },
  rules: ['DWDVEV9301', 'table-map-health-5100', 'table-map-health-5200'],
  source: sources.initialSyncGuidance,
  signatures: [],
});
