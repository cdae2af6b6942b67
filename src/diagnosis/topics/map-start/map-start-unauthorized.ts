import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';
import { mapUnauthorized } from '../../untranslated.js';

export const mapStartUnauthorized = /* @__PURE__ */ defineTopic({
  id: 'map-start-unauthorized',
  title: 'Map cannot be started: the connection of the link is not authorized',
  phase: 'map-start',
  causes: [
    'The signed-in user did not set up the link, and its connections act as the person who did.',
    'The account that set up the link has lost its roles, its license or its password since then.',
  ],
  performedBy: ['setup-user'],
  remediation: {
    summary: 'Have the person who set up the link start the map, with an account that may still use its connections.',
    options: [
      {
        title: 'Start the map as the setup user',
        steps: [
          'Find out who set up dual-write: in the Power Apps maker portal, the owner of the two connections under Connections.',
          'Check that this account is enabled, has a Power Apps license, and is a system administrator on both sides.',
          'If a connection is listed with an error, have that person select Fix connection and sign in.',
          'Have that person open the Dual-write page and run the map.',
        ],
        performedBy: ['setup-user'],
        destroys: null,
        links: [links.enableMaps, links.connections],
      },
      {
        title: 'If that person has left: ask Microsoft Support to change the account',
        steps: [
          'Choose a permanent account, with a Power Apps license and the system administrator role on both sides.',
          'Open a support request with both addresses, and ask to have the connections of the link created again for that account.',
          'Run the map with that account.',
        ],
        performedBy: ['finops-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.initialSetup],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    {
      all: [
        'unable to get partition map for project {project:word}',
        { find: /\(401\)|\b401 \(?unauthorized|\bunauthorized\b/i, anchor: '' },
      ],
      none: ['maximum partitions'],
    },
    // Translated: the id of the map, once, and the status.
    { all: [/* @__PURE__ */ mapUnauthorized()] },
  ],
});
