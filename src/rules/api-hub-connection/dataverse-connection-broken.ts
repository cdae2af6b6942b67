import { repairConnection } from '../remediation/recreate-connection.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeStatus, type StatusArgs, statusInWords } from './judge-connection.js';
import { whyNoConnection } from './link-connections.js';

/** `DWDVEV9102`: a Dataverse connection of the link must work. @public */
export const dataverseConnectionBroken = defineCatalogueRule({
  code: 'DWDVEV9102',
  slug: 'dataverse-connection-broken',
  title: 'Dataverse connection in error',
  origin: 'documented-check',
  validation: 'APIHubConnection',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The connection of the link to Dataverse is in error, and no other connection of the link is connected.',
  impact: 'Calls through the connection are refused: initial synchronization and changes to maps fail.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNoConnection(link),
  evaluate: (facts) => judgeStatus('dataverse', facts),
  message: (args: StatusArgs, { id }) => statusInWords('Dataverse', args, id),
  remediation: {
    summary: 'Sign in to the connection again; the usual cause is a changed password, license or account.',
    options: [repairConnection, resetDualWrite],
  },
  sources: [sources.healthCheck],
});
