import { linkAgain } from '../../../rules/remediation/link-again.js';
import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const legalEntitiesNotFetched = /* @__PURE__ */ defineTopic({
  id: 'legal-entities-not-fetched',
  title: 'Linking fails: the legal entities cannot be read',
  phase: 'link',
  causes: ['Data management in finance and operations was never opened, so it is not initialized and returns 400.'],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Open Data management once so that it initializes itself, then link again.',
    options: [
      {
        title: 'Initialize Data management',
        steps: [
          'Sign in to finance and operations and open the Data management workspace.',
          'Wait until the list behind the Data entities tile is filled; if it stays empty, open Framework parameters > Entity settings and select Refresh entity list.',
          linkAgain,
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.setUpFromLifecycleServices, links.requirements],
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
