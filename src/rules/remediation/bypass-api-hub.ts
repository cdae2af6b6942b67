import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** Lets the link reach finance and operations without a connection, where none can be created. */
export const bypassApiHub: RemediationOption = {
  title: 'Ask Microsoft Support whether the link can work without the connection',
  steps: [
    'Use this option if the connection cannot be created again.',
    'Collect the addresses of both environments and the name of the connection set.',
    'Open a support request that asks whether this link may bypass the API hub for finance and operations; the withdrawn draft names the flight `BypassApiHubConnector`.',
    'When support has finished, run one map, capture the facts of the link again, and run this check.',
  ],
  performedBy: ['finops-system-administrator', 'microsoft-support'],
  destroys: null,
  links: [links.healthCheck],
};
