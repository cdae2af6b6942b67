import * as links from '../../../rules/remediation/links.js';
import { repairConnection } from '../../../rules/remediation/recreate-connection.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import { defineTopic } from '../../topic.js';

export const stopMapConnectionForbidden = /* @__PURE__ */ defineTopic({
  id: 'stop-map-connection-forbidden',
  title: 'Map cannot be stopped or linked: no access to the connection',
  phase: 'map-start',
  causes: [
    'The linked Dataverse environment no longer exists or cannot be reached: it was deleted, reset, disabled or overwritten by a copy.',
    'The signed-in user is not allowed to use the connection, which belongs to the person who set up dual-write.',
  ],
  performedBy: ['microsoft-support', 'finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Restore the Dataverse environment if possible; otherwise, have the maps set to not running or reset the link.',
    options: [
      {
        title: 'Check whether the environment and the connection exist',
        steps: [
          'In the Power Platform admin center, select Manage > Environments and look for the one that the link names: does it exist, and is it enabled?',
          'If it was deleted within the last seven days, select Recover deleted environments on that page, choose it and select Continue. Environments in which finance and operations itself is installed may not be recoverable: ask Microsoft Support at once.',
          'Try again as the user who set up dual-write, with system administrator rights on both sides.',
        ],
        performedBy: ['dataverse-system-administrator', 'setup-user'],
        destroys: null,
        links: [links.healthCheck],
      },
      repairConnection,
      {
        title: 'Have Microsoft Support set the maps to not running',
        steps: [
          'Open the developer tools of the browser, record the network traffic, try again to stop the map, and save the recording.',
          'Remove passwords and tokens from the file, or agree with support on how to send it.',
          'Open a support request for the data integration team with the recording, the session id and the names of the maps.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [],
      },
      {
        ...resetDualWrite,
        title:
          'If the environment is permanently gone: reset the link, with Force Reset for the maps that cannot be stopped',
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    {
      // Flows and other products print the sentence too: the bracket is specific to the data integration service.
      all: [
        'error from token exchange',
        'is not allowed to access connection',
        { find: /\[\s?forbidden\s?\]/i, anchor: 'forbidden' },
      ],
    },
    {
      all: [
        'error from token exchange',
        {
          find: /to\s?access\s?connection\W{1,4}(?<connection>dynamics(?:crmonline|ax)\/[\w-]{4,100})/i,
          anchor: 'dynamics',
        },
      ],
    },
    {
      // The name of the connection is the same in every language; in API hub addresses it has no significance.
      all: [
        { find: /(?<![\w/])(?<connection>dynamicscrmonline\/[\w-]{4,100})/i, anchor: 'dynamicscrmonline' },
        { find: /(?<![\w-])403(?![\w-])/, anchor: '403' },
      ],
    },
  ],
});
