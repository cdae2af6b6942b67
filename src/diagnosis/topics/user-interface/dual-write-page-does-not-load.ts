import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const dualWritePageDoesNotLoad = /* @__PURE__ */ defineTopic({
  id: 'dual-write-page-does-not-load',
  title: 'Dual-write page does not load',
  phase: 'user-interface',
  causes: [
    'The data integration service behind the page is down.',
    'The browser blocks something that the page needs, usually third-party cookies.',
    'The page loads but is empty: no solution with maps has been applied yet.',
  ],
  performedBy: ['microsoft-support', 'finops-system-administrator'],
  remediation: {
    summary: 'Rule out the browser and missing maps; otherwise, contact Microsoft Support.',
    options: [
      {
        title: 'Rule out the browser',
        steps: [
          'Open the page in a private window with third-party cookies allowed, and as another administrator.',
          'Look at the console of the developer tools: errors about frames, cookies or session storage come from the browser.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Apply the solution with the maps',
        steps: [
          'Use this option when the page opens and shows no maps.',
          'In Dataverse, check under Solutions that the dual-write packages that you need are installed.',
          'On the Dual-write page, select Apply Solution and pick them.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.setUpFromLifecycleServices, links.solutions],
      },
      {
        title: 'Have Microsoft Support restart the service',
        steps: [
          'Look at the service health page of the Microsoft 365 admin center for a known outage.',
          'Record the network traffic with the developer tools of the browser while you select the Dual Write tile in Data management.',
          'Open a support request with the recording, the address of the environment and the time, and ask for a restart of its data integration service.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    { all: ['dual write page', 'does not load'], wraps: true },
    { all: ['dual write page', 'does not open'], wraps: true },
    { all: ['cannot open the dual write page'], wraps: true },
    { all: ['cannot load the dual write module'], wraps: true },
    { all: ['dual write tile', 'data management', 'nothing happens'], wraps: true },
    { all: ['dual write', 'data management', 'blank page'], wraps: true },
  ],
});
