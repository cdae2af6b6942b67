import type { Facts } from '../../facts/schemas.js';
import { finding, inconclusive, judgeEach, missing, notApplicable } from '../verdict.js';
import { connectionSubject, linkConnections, type Side } from './link-connections.js';

type LinkFacts = Pick<Facts, 'link' | 'apiHubConnections'>;

/** The verdict on whether the link has a connection on one side. */
export function judgePresence(side: Side, { link, apiHubConnections }: LinkFacts) {
  return judgeEach([linkConnections(side, link, apiHubConnections)], (connections) => {
    if (connections.state === 'undecided') return connections.missing;
    return connections.state === 'missing' ? finding({ kind: 'connection', id: side }, {}) : undefined;
  });
}

/** The verdict on whether a connection of the link works on one side: one that is connected is enough. */
export function judgeStatus(side: Side, { link, apiHubConnections }: LinkFacts) {
  const connections = linkConnections(side, link, apiHubConnections);
  if (connections.state === 'missing') return notApplicable('the connection is missing');
  if (connections.state === 'undecided') return inconclusive(connections.missing);
  const { own } = connections;
  const works = own.some(({ status }) => status === 'connected');
  const isBroken = !works && own.some(({ status }) => status === 'error');
  return judgeEach(own, (connection) => {
    if (works) return undefined;
    if (!isBroken) return missing('apiHubConnections', 'status');
    return connection.status === 'error'
      ? finding(connectionSubject(connection), { connector: connection.connector.trim() })
      : undefined;
  });
}
