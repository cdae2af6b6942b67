import { recreateWithSupport } from '../remediation/recreate-connection.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgePresence } from './judge-connection.js';
import { whyNotBeyondRepair } from './link-connections.js';

/** `DWDVEV1001`: the link needs its Dataverse connection, and this link does not support repairing it. @public */
export const dataverseConnectionMissing = defineCatalogueRule({
  code: 'DWDVEV1001',
  slug: 'dataverse-connection-missing',
  title: 'Dataverse connection missing',
  origin: 'documented',
  validation: 'APIHubConnection',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The API hub connection to Dataverse that the link was set up with no longer exists, and the link does not support repairing it. The usual cause is that somebody deleted it in the maker portal.',
  impact: 'Dual-write cannot reach Dataverse through the link: maps can be neither started nor changed.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNotBeyondRepair(link),
  evaluate: (facts) => judgePresence('dataverse', facts),
  message: () => 'the API hub connection of the link to Dataverse does not exist',
  remediation: {
    summary:
      'Make sure that the connection is really gone, ask support to create it again if possible, and otherwise reset the link.',
    options: [recreateWithSupport, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.healthCheckDraft],
});
