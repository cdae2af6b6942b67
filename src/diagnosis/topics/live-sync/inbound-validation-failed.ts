import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const inboundValidationFailed = /* @__PURE__ */ defineTopic({
  id: 'inbound-validation-failed',
  title: 'Finance and operations refused the record',
  phase: 'live-sync',
  causes: [
    'A field that finance and operations requires is empty in what Dataverse sent.',
    'The record refers to setup data that finance and operations does not have, such as a line property or a group.',
    'Customers and contacts refer to each other, and one was sent before the other existed.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Correct the problem that the text before "validateWrite failed" describes, and save the record in Dataverse again.',
    options: [
      {
        title: 'Correct the record or the setup data',
        steps: [
          'Read the text after "with unknown exception": it is the rule of finance and operations that the record breaks.',
          'If it names an empty field, fill in the mapped column in Dataverse; if no column is mapped to it, map one or set a default value on the map.',
          'If it names a value that does not exist, create it in finance and operations.',
          'Create the same record manually in finance and operations, in the same company: the page shows the same error with more details.',
          'Save the record in Dataverse again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Synchronize customers and contacts in turns',
        steps: [
          'Use this option if a contact lacks its party number or its customer.',
          'On the Dual-write page, synchronize the customers.',
          'Then synchronize the contacts.',
          'Finally, synchronize the customers again, which adds the primary contacts.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
    ],
  },
  rules: ['DWDVEV9303'],
  source: { title: "Can't create contacts for a customer account while dual-write is active", date: '2021-04-11' },
  signatures: [
    // The method keeps its name when the sentence is translated.
    {
      all: [{ find: /\bvalidate(?:Write|Field|Delete)\b/i, anchor: 'validate' }],
      failedWriteTo: 'finops',
      wraps: true,
    },
    { all: ['must be filled in'], failedWriteTo: 'finops', wraps: true },
    { all: ['must be specified'], failedWriteTo: 'finops', wraps: true },
    { all: ['is not found in the related table'], failedWriteTo: 'finops', wraps: true },
    { all: ['does not match format'], failedWriteTo: 'finops', wraps: true },
    { all: ['does not exist'], failedWriteTo: 'finops', wraps: true },
  ],
});
