import { bypassApiHub } from '../remediation/bypass-api-hub.js';
import { recreateInWizard, recreateWithSupport } from '../remediation/recreate-connection.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgePresence } from './judge-connection.js';
import { whyNotRepairable } from './link-connections.js';

/** `DWFOEV9101`: the link lost its finance and operations connection, but supports repairing it. @public */
export const finopsConnectionRepairable = defineCatalogueRule({
  code: 'DWFOEV9101',
  slug: 'finops-connection-repairable',
  title: 'Finance and operations connection missing, repairable',
  origin: 'documented-check',
  validation: 'APIHubConnection',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The API hub connection to finance and operations is gone, and the link supports creating it again (ConnectionFix).',
  impact: 'Until the connection exists again, maps can be neither started nor changed.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNotRepairable(link),
  evaluate: (facts) => judgePresence('finops', facts),
  message: () => 'the API hub connection of the link to finance and operations does not exist and can be created again',
  remediation: {
    summary:
      'Have the connection created again, by the health check of the product or by support; a reset is the last resort.',
    options: [recreateInWizard, recreateWithSupport, bypassApiHub, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.healthCheckDraft],
});
