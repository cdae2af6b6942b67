import { linkAgain } from '../../../rules/remediation/link-again.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const duplicateCompanyName = /* @__PURE__ */ defineTopic({
  id: 'duplicate-company-name',
  title: 'Linking fails: companies share a name, or a company has no name',
  phase: 'link',
  causes: [
    'Two records of the Company table (cdm_company) in Dataverse have the same name or code.',
    'Records of that table have a blank name or code.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Give every company record a unique name and code, then link again.',
    options: [
      {
        title: 'Correct the records',
        steps: [
          'In the Power Apps maker portal, pick the environment, select Tables, and open Company (cdm_company).',
          'Show code and name, sort by each, and mark values that are blank or duplicated; `DAT` is a frequent one.',
          'Correct the marked records so that they match the legal entities of finance and operations.',
          linkAgain,
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.initialSetup, links.companyData],
      },
      {
        title: 'Delete a record that nothing uses',
        steps: [
          'Use this option only for a record that cannot be given a unique name and code.',
          'Make sure that it belongs to no legal entity of finance and operations, and that no other row refers to it: teams, business units and business data with this company.',
          'Export the record, then delete it in the Company table. If Dataverse refuses because rows refer to it, leave it and correct it instead.',
          linkAgain,
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: 'The deleted company records, and the company of the rows that referred to them.',
        links: [links.initialSetup],
      },
    ],
  },
  rules: ['DWDVEV9301'],
  source: sources.initialSetup,
  signatures: [
    { all: ['saving connection set failed', 'an item with the same key has already been added'] },
    { all: ['saving connection set failed', 'same key has already been added key {company:word}'] },
    {
      all: [
        'an item with the same key has already been added',
        { find: /DualWriteConnectionSet/i, anchor: 'dualwriteconnectionset' },
      ],
    },
  ],
});
