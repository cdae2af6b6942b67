import type { Link } from '../../../rules/remediation/remediation.js';
import { defineTopic } from '../../topic.js';

const limits: Link = {
  title: 'Service protection API limits',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/service-protection-api-limits',
};

export const throttledFinops = /* @__PURE__ */ defineTopic({
  id: 'throttled-finops',
  title: 'Finance and operations is too busy for requests of integrations',
  phase: 'throttling',
  causes: [
    'All integrations together use so much of the servers of finance and operations that requests of low priority are turned away.',
    'The one that was turned away need not be the one that causes the load. Dual-write itself is exempt: look at the other integrations, and at whoever reads the data with OData.',
  ],
  performedBy: ['developer', 'finops-system-administrator'],
  remediation: {
    summary: 'Wait for as long as the answer says; then put the integrations in order by their weight.',
    options: [
      {
        title: 'Wait and repeat',
        steps: [
          'Read the Retry-After header of the answer: so many seconds the caller has to wait.',
          'Repeat the request, and let your own code honor that header.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [limits],
      },
      {
        title: 'Put the integrations in order',
        steps: [
          'See which callers were throttled, and when: in Lifecycle Services under Environment monitoring of the environment; for an environment made in the Power Platform admin center, in the logs of the callers, by the answers 429.',
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
