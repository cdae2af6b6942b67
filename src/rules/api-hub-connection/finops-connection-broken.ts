import { repairConnection } from '../remediation/recreate-connection.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeStatus, type StatusArgs, statusInWords } from './judge-connection.js';
import { whyNoConnection } from './link-connections.js';

/** `DWFOEV9102`: a finance and operations connection of the link must work. @public */
export const finopsConnectionBroken = defineCatalogueRule({
  code: 'DWFOEV9102',
  slug: 'finops-connection-broken',
  title: 'Finance and operations connection in error',
  origin: 'documented-check',
  validation: 'APIHubConnection',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The connection of the link to finance and operations is in error, and no other connection of the link is connected.',
  impact: 'Calls through the connection are refused: initial synchronization and changes to maps fail.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNoConnection(link),
  evaluate: (facts) => judgeStatus('finops', facts),
  message: (args: StatusArgs, { id }) => statusInWords('finance and operations', args, id),
  remediation: {
    summary: 'Sign in to the connection again; the usual cause is a changed password, license or account.',
    options: [repairConnection, resetDualWrite],
  },
  sources: [sources.healthCheck],
});
