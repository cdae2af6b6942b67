import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const parallelImportSlow = /* @__PURE__ */ defineTopic({
  id: 'parallel-import-slow',
  title: 'Initial synchronization is slow',
  phase: 'initial-sync',
  causes: [
    'Finance and operations imports the rows of the entity in a single task, because parallel import is not set up for it.',
    'The entity cannot be imported in parallel: Customers V3, Vendors V2, Warehouses and some others are single-threaded.',
    'The run has more rows or companies than initial synchronization supports: 500,000 rows for each company, 40 companies, and 24 hours for the direction from Dataverse.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Let the import run in several tasks; load large or single-threaded tables without initial synchronization.',
    options: [
      {
        title: 'Set up parallel import',
        steps: [
          'In finance and operations, open Data management > Framework parameters > Entity settings and select Configure entity execution parameters.',
          'Add the entity, set Import threshold record count to 1,000 and Import task count to 8 to start with, and save. Some entities refuse these settings, because they are single-threaded.',
          'See under System administration > Setup > Server configuration that the batch servers have that many free threads.',
          'Run the map again and compare the rows per minute.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Load the rows another way',
        steps: [
          'Use this option for more than 500,000 rows per company, or more than 70,000 of a single-threaded entity.',
          'Keep the map stopped, and load each side with its own data tools.',
          'On the Dual-write page, select the map and then Run, and clear Initial sync before you confirm.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.enableMaps],
      },
      {
        title: 'Before going live, with many companies: synchronize four or five at a time',
        steps: [
          'On the Dual-write page, open Environment details > Legal entities. While no map is initializing or paused, keep only four or five legal entities in the list for the first run, and save.',
          'Run the map with Initial sync, and wait until it is Running.',
          'Add the next four or five legal entities, without selecting the option that skips their initial writes: their rows are synchronized now. This works up to 40 legal entities in total.',
          'Repeat this until all are in the list, and compare the number of rows of each company on both sides.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys:
          'Until a legal entity is in the list, its changes are not synchronized; its initial writes bring them later, but not deletions.',
        links: [links.legalEntities, links.initialSync],
      },
    ],
  },
  rules: ['DWFOEV9302'],
  source: { title: 'Troubleshoot dual-write issues in finance and operations apps', date: '2022-04-18' },
  // Not a message: words that people use, who say elsewhere in the text that they mean dual-write.
  signatures: [
    {
      all: [
        { find: /\binitial (?:data )?(?:sync|synchroni[sz]ation|writes?)\b/i, anchor: 'initial' },
        { find: /\bslow(?:er|ly|ness)?\b/i, anchor: 'slow' },
      ],
      alone: true,
    },
    {
      all: [
        { find: /\binitial (?:data )?(?:sync|synchroni[sz]ation|writes?)\b/i, anchor: 'initial' },
        { find: /\bta(?:kes?|king|ken)\b.{1,30}?\b(?:hours|days|ages|forever|long)\b/i, anchor: 'tak' },
      ],
      alone: true,
    },
    { all: ['parallel import', { find: /\bslow(?:er|ly|ness)?\b/i, anchor: 'slow' }], alone: true },
    { all: ['import threshold record count'], alone: true },
  ],
});
