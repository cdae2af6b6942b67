import { linkAgain } from '../../../rules/remediation/link-again.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';
import { environmentNotFound } from '../../untranslated.js';

export const environmentNotDiscoverable = /* @__PURE__ */ defineTopic({
  id: 'environment-not-discoverable',
  title: 'Finance and operations environment is not discoverable',
  phase: 'link',
  causes: [
    'The signed-in user belongs to a different tenant than the finance and operations environment.',
    'The environment is an old one that Microsoft hosts and that has not been updated since.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Sign in with an account of the correct tenant; if it is already correct, apply an update to the environment.',
    options: [
      {
        title: 'Sign in with an account of the same tenant',
        steps: [
          'Compare the tenant of the account with the one that the environment was deployed for; guest accounts do not count.',
          'Sign out everywhere, open a private window and sign in with an account of that tenant.',
          linkAgain,
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.systemRequirements],
      },
      {
        title: 'Update the environment',
        steps: [
          'Plan a maintenance window.',
          'In Lifecycle Services, open the environment details page, select Maintain > Apply updates, and apply any update from the asset library; it does not matter which one.',
          linkAgain,
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSetup],
      },
    ],
  },
  rules: [],
  source: sources.initialSetup,
  signatures: [
    { all: ['finance and operations', 'environment {environment} is not discoverable'] },
    {
      all: [{ find: /(?<environment>[\w*.-]{1,100}\.dynamics\.com)/i, anchor: 'dynamics' }, 'is not discoverable'],
    },
    // Translated: the address of finance and operations, between the words that say what it is and that it is not found.
    { all: [/* @__PURE__ */ environmentNotFound()], alone: true },
  ],
});
