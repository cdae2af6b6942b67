import type { Link } from '../../../rules/remediation/remediation.js';
import { defineTopic } from '../../topic.js';

const limits: Link = {
  title: 'Service protection API limits',
  url: 'https://learn.microsoft.com/power-apps/developer/data-platform/api-limits',
};

export const throttledDataverse = /* @__PURE__ */ defineTopic({
  id: 'throttled-dataverse',
  title: 'Dataverse temporarily accepts no more requests from this user',
  phase: 'throttling',
  causes: [
    'One user, such as the application user of an integration, sent more than a web server of Dataverse accepts within five minutes: 6,000 requests, 20 minutes of work, or 52 requests at a time.',
    'Plug-ins and flows on the written tables run long, and their time counts toward the request that triggered them.',
  ],
  performedBy: ['developer', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Wait for as long as the response says, then send less at a time.',
    options: [
      {
        title: 'Wait and repeat',
        steps: [
          'Read the Retry-After header of the response: it is the number of seconds that this user must wait. Earlier requests make the wait longer.',
          'Repeat what failed: for live synchronization, save the record again; for a queue, select Retry under Catch-up errors; for an initial synchronization, select Re-run execution.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [limits],
      },
      {
        title: 'Send less at a time',
        steps: [
          'Find out which user reaches the limit: the integration names it in its own log, and the Dataverse analytics of the Power Platform admin center show API calls and the most active users.',
          'Run bulk jobs one after the other and not during initial synchronizations, each with its own application user.',
          'Start with few parallel requests and add more as long as no response is 429; honor Retry-After in your own code.',
          'Make plug-ins on the written tables asynchronous where the business allows it.',
        ],
        performedBy: ['developer', 'dataverse-system-administrator'],
        destroys: null,
        links: [limits],
      },
    ],
  },
  rules: [],
  source: { title: 'Service protection API limits (Microsoft Dataverse)', date: '2023-01-31' },
  signatures: [
    {
      all: [
        'number of requests exceeded the limit of {limit:number}',
        { find: /over (?:the )?time window of (?<seconds>300) seconds/i, anchor: 'window' },
      ],
    },
    { all: ['combined execution time of incoming requests exceeded'] },
    { all: ['number of concurrent requests exceeded the limit of 52'] },
    { all: ['number of concurrent requests exceeded the limit of {limit:number}'], alone: true },
    // Translated: the codes, as the Web API and as the SDK write them.
    { all: [{ find: /(?<![a-z0-9])0x8007232[126](?![a-z0-9])/i, anchor: '0x8007232' }] },
    {
      all: [
        { find: /(?<!\d)2147015(?:902|903|898)(?!\d)/, anchor: '2147015' },
        { find: /OrganizationServiceFault|requests/i, anchor: '' },
      ],
    },
  ],
});
