import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const batchRecordsReferenceEachOther = /* @__PURE__ */ defineTopic({
  id: 'batch-records-reference-each-other',
  title: 'Records of one transaction refer to each other',
  phase: 'live-sync',
  causes: [
    'Two records that refer to each other are saved in one transaction, and no relation shows dual-write which comes first.',
    'The record refers to another record of its own table that Dataverse does not have yet.',
  ],
  performedBy: ['developer'],
  remediation: {
    summary:
      'Have a developer declare the relations between the data entities, so that dual-write can order the records.',
    options: [
      {
        title: 'Save the records one after the other',
        steps: [
          'Save the first record without the reference to the second, and check that it exists in Dataverse.',
          'Save the second record.',
          'Fill in the missing reference and save again. This helps for single records; for code, use the next option.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Declare the relations of the data entities',
        steps: [
          'In Visual Studio, open the data entities of the tables that the message names.',
          'Under Relations, add the relation of each to the other, using the fields of their keys.',
          'Build, synchronize the database, and deploy.',
          'On the Dual-write page, stop the maps of these entities, select Refresh tables, and run them again.',
          'Repeat the transaction.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    {
      all: [
        {
          // The table that is written is also among the tables that are looked up, before the next message begins.
          find: /unable to write data to (?:entity|table) (?<entity>[^\s.;:,{}][^{}]{0,99}?)(?=[.;:,]| unable to| writes to)(?:(?!unable to write)[\s\S]){0,2000}?unable to look ?up \k<entity>(?= with\b|[.;:,]|$)/i,
          anchor: 'unable',
        },
      ],
    },
    // Translated: the table that is written comes again beside the values of a lookup, and before the status.
    {
      all: [
        {
          find: /(?<!\w)(?<entity>[a-z]\w{0,60}_\w{1,60})\b(?!\W{0,3}\()[\s\S]{1,400}?(?:\b\k<entity>\b[^.\u3002{}]{1,40}\{[^{}]{1,200}\}|\{[^{}]{1,200}\}[^.\u3002{}]{1,30}\b\k<entity>\b)[^{}]{1,150}?\b\k<entity>\b[^{}()]{1,160}\(400\)/i,
          anchor: '400',
        },
        { find: /\w_\w/, anchor: '_' },
      ],
      none: ['unable to write data', 'unable to lookup'],
    },
  ],
});
