import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';
import { fromTypeToType } from '../../untranslated.js';

export const partyTypeConflict = /* @__PURE__ */ defineTopic({
  id: 'party-type-conflict',
  title: 'Party number is taken by a party of another type',
  phase: 'live-sync',
  causes: [
    'Dataverse was reset or replaced, so it counts party numbers from the beginning and assigns numbers that finance and operations has already assigned to other parties.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Change how Dataverse numbers its parties.',
    options: [
      {
        title: 'Change the automatic number of parties',
        steps: [
          'In finance and operations, look for the highest party number that came from Dataverse.',
          'In the Power Apps maker portal, open the table Party (`msdyn_party`) and then the column Party Number (`msdyn_partynumber`).',
          'Change its autonumber format to a different prefix or a seed above that number, and save.',
          'Make sure that the party that could not be synchronized exists only in Dataverse, and that nothing refers to it; then delete it there, and create the record again.',
        ],
        performedBy: ['dataverse-system-administrator', 'system-customizer'],
        destroys: 'The record in Dataverse that you create again.',
        links: [links.liveSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    { all: ['type from {from:word} to {to:word}', 'delete of the existing party followed by an insert'] },
    // The names of the two tables, quoted, with a word between.
    { all: [/* @__PURE__ */ fromTypeToType()] },
  ],
});
