import type { Link } from '../../../rules/remediation/remediation.js';
import { defineTopic } from '../../topic.js';

const limits: Link = {
  title: 'Service protection API limits',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/service-protection-api-limits',
};

export const throttledFinops = /* @__PURE__ */ defineTopic({
  id: 'throttled-finops',
  title: 'Finance and operations is too busy for integration requests',
  phase: 'throttling',
  causes: [
    'All integrations together use so much of the capacity of finance and operations that low-priority requests are rejected.',
    'The rejected integration is not necessarily the one that causes the load. Dual-write itself is exempt: look at the other integrations, and at everyone who reads the data with OData.',
  ],
  performedBy: ['developer', 'finops-system-administrator'],
  remediation: {
    summary: 'Wait for as long as the response says; then prioritize the integrations.',
    options: [
      {
        title: 'Wait and repeat',
        steps: [
          'Read the Retry-After header of the response: it is the number of seconds that the caller must wait.',
          'Repeat the request, and let your own code honor that header.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [limits],
      },
      {
        title: 'Prioritize the integrations',
        steps: [
          'See which callers were throttled, and when: in Lifecycle Services under Environment monitoring of the environment; for an environment created in the Power Platform admin center, in the logs of the callers, by the answers 429.',
          'In finance and operations, open System administration > Setup > Throttling priority mapping, and give each application id High, Medium or Low.',
          'Move bulk jobs to quiet hours, and from OData to data packages.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [limits],
      },
    ],
  },
  rules: [],
  source: { title: 'Service protection API limits', date: '2022-05-26' },
  signatures: [
    { all: ['could not be processed at this time due to system experiencing high resource utilization'] },
    { all: ['experiencing high resource utilization please retry the request after {seconds:number} seconds'] },
  ],
});
