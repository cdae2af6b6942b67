import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const legalEntitiesNotFetched = /* @__PURE__ */ defineTopic({
  id: 'legal-entities-not-fetched',
  title: 'Link wizard cannot read the legal entities',
  phase: 'link',
  causes: ['Data management in finance and operations was never opened, so it is not initialised and answers 400.'],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Open Data management once so that it initialises itself, then run the wizard again.',
    options: [
      {
        title: 'Initialise Data management',
        steps: [
          'Sign in to finance and operations and open the Data management workspace.',
          'Wait until the list behind the Data entities tile is filled; if it stays empty, open Framework parameters > Entity settings and select Refresh entity list.',
          'Start the link wizard on the Dual-write page again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.linkEnvironments, links.requirements],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues during initial setup (draft)', date: '2020-03-16' },
  signatures: [
    { all: ['error fetching legal entities', 'remote server returned an error 400'] },
    { all: ['error fetching legal entities', 'dual write'] },
    { all: ['error fetching legal entities', 'setup link to'] },
  ],
});
