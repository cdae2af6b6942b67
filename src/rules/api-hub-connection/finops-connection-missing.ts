import { bypassApiHub } from '../remediation/bypass-api-hub.js';
import { recreateWithSupport } from '../remediation/recreate-connection.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgePresence } from './judge-connection.js';
import { whyNotBeyondRepair } from './link-connections.js';

/** `DWFOEV1001`: the link needs its finance and operations connection, and this link does not support repairing it. @public */
export const finopsConnectionMissing = defineCatalogueRule({
  code: 'DWFOEV1001',
  slug: 'finops-connection-missing',
  title: 'Finance and operations connection missing',
  origin: 'documented',
  validation: 'APIHubConnection',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The API hub connection to finance and operations that the link was set up with no longer exists, and the link does not support repairing it. The usual cause is that somebody deleted it in the maker portal.',
  impact: 'Dual-write cannot reach finance and operations through the link: maps can be neither started nor changed.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNotBeyondRepair(link),
  evaluate: (facts) => judgePresence('finops', facts),
  message: () => 'the API hub connection of the link to finance and operations does not exist',
  remediation: {
    summary:
      'Make sure that the connection is really gone, ask support to create it again if possible, and otherwise reset the link.',
    options: [recreateWithSupport, bypassApiHub, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.healthCheckDraft],
});
