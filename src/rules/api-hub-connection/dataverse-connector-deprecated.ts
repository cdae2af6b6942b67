import * as links from '../remediation/links.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, inconclusive, judgeEach, missing, notApplicable } from '../verdict.js';
import {
  connectionSubject,
  isOnOlderConnector,
  linkConnections,
  mayDoWithout,
  whyNoConnection,
} from './link-connections.js';

/** `DWDVEV1002`: the link should not rely only on an older Dataverse connector. @public */
export const dataverseConnectorDeprecated = defineCatalogueRule({
  code: 'DWDVEV1002',
  slug: 'dataverse-connector-deprecated',
  title: 'Older Dataverse connector in use',
  origin: 'draft',
  validation: 'APIHubConnection',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'Every Dataverse connection of the link uses a connector that has been superseded.',
  impact: 'Newer regions do not offer the older connectors, and they may be withdrawn elsewhere too.',
  needs: ['link', 'apiHubConnections'],
  notApplicable: ({ link }) => whyNoConnection(link),
  evaluate: ({ link, apiHubConnections }) => {
    const connections = linkConnections('dataverse', link, apiHubConnections);
    if (connections.state === 'missing') return notApplicable('the connection is missing');
    if (connections.state === 'undecided') return inconclusive(connections.missing);
    const areAllOlder = connections.own.every(isOnOlderConnector);
    if (areAllOlder && mayDoWithout(link)) return inconclusive(missing('link', 'apiHub'));
    return judgeEach(connections.own, (connection) =>
      areAllOlder ? finding(connectionSubject(connection), { connector: connection.connector.trim() }) : undefined,
    );
  },
  message: ({ connector }: { connector: string }, { id }) =>
    `the Dataverse connection ${id} uses the older connector ${connector}`,
  remediation: {
    summary: 'Have the link moved to the current Dataverse connector.',
    options: [
      {
        title: 'Ask Microsoft Support to switch the connector',
        steps: [
          'Collect the finance and operations address, the Dataverse address and the connection id of the finding.',
          'Open a support request that asks to use the current Dataverse connector for this link; a withdrawn draft of the health check article names the flight `UseCDS2Connector`.',
          'After the change, run one map and this check.',
        ],
        performedBy: ['microsoft-support', 'finops-system-administrator'],
        destroys: null,
        links: [links.healthCheck],
      },
      resetDualWrite,
    ],
  },
  sources: [sources.healthCheckDraft],
});
