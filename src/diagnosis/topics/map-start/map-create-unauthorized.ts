import * as links from '../../../rules/remediation/links.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import { defineTopic } from '../../topic.js';

/** If these are present, the status belongs to a step other than the creation of a map. */
const elsewhere = [
  'unable to write data to entity',
  'initial sync',
  'export encountered an error',
  'failed to setup dual write environment',
];

export const mapCreateUnauthorized = /* @__PURE__ */ defineTopic({
  id: 'map-create-unauthorized',
  title: 'Map cannot be created: somebody else set up dual-write',
  phase: 'map-start',
  causes: [
    'The signed-in user did not set up the link, and new maps are created with the connections of the person who did.',
  ],
  performedBy: ['setup-user'],
  remediation: {
    summary: 'Have the map created by the person who set up the link.',
    options: [
      {
        title: 'Create the map as the setup user',
        steps: [
          'Find out who set up dual-write: in the Power Apps maker portal, the owner of the two connections under Connections.',
          'Have that person sign in to finance and operations, open the Dual-write page and add the map.',
          'Afterward, any account that is a system administrator on both sides can monitor and edit the map.',
        ],
        performedBy: ['setup-user'],
        destroys: null,
        links: [links.enableMaps],
      },
      {
        title: 'If that person has left: ask Microsoft Support to change the account',
        steps: [
          'Choose a permanent account, with a Power Apps license and the system administrator role on both sides.',
          'Open a support request with both addresses, and ask to have the connections of the link created again for that account.',
          'Add the map with that account.',
        ],
        performedBy: ['finops-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.initialSetup],
      },
      { ...resetDualWrite, title: 'If Microsoft Support cannot do that: reset the link with a permanent account' },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    {
      all: ['response status code does not indicate success 401 unauthorized'],
      none: elsewhere,
      alone: true,
      wraps: true,
    },
    { all: ['response status code does not indicate success 401'], none: elsewhere, alone: true, wraps: true },
    {
      all: ['der antwortstatuscode gibt keinen erfolg an 401 unauthorized'],
      none: elsewhere,
      alone: true,
      wraps: true,
    },
  ],
});
