import { recreateInWizard, recreateWithSupport } from '../remediation/recreate-connection.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgePresence } from './judge-connection.js';
import { whyNotRepairable } from './link-connections.js';

/** `DWDVEV9101`: the link lost its Dataverse connection, but supports repairing it. @public */
export const dataverseConnectionRepairable = defineCatalogueRule({
  code: 'DWDVEV9101',
  slug: 'dataverse-connection-repairable',
  title: 'Dataverse connection missing, repairable',
  origin: 'documented-check',
  validation: 'APIHubConnection',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The API hub connection to Dataverse is gone, and the link supports creating it again (ConnectionFix).',
  impact: 'Until the connection exists again, maps can be neither started nor changed.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNotRepairable(link),
  evaluate: (facts) => judgePresence('dataverse', facts),
  message: () => 'the API hub connection of the link to Dataverse does not exist and can be created again',
  remediation: {
    summary:
      'Have the connection created again, by the health check of the product or by support; a reset is the last resort.',
    options: [recreateInWizard, recreateWithSupport, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.healthCheckDraft],
});
