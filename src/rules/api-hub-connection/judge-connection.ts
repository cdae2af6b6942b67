import type { Facts } from '../../facts/schemas.js';
import { finding, inconclusive, judgeEach, missing, notApplicable } from '../verdict.js';
import { connectionSubject, linkConnections, mayDoWithout, type Side } from './link-connections.js';

type LinkFacts = Pick<Facts, 'link' | 'apiHubConnections'>;

/** The verdict on whether the link has a connection on one side. */
export function judgePresence(side: Side, { link, apiHubConnections }: LinkFacts) {
  return judgeEach([linkConnections(side, link, apiHubConnections)], (connections) => {
    if (connections.state === 'undecided') return connections.missing;
    return connections.state === 'missing' ? finding({ kind: 'connection', id: side }, {}) : undefined;
  });
}

/**
 * The verdict on whether a connection of the link works on one side: one that is connected is enough. Where it is not clear
 * which of several connections belong to the link, the verdict is given only if it is the same for all of them.
 */
export function judgeStatus(side: Side, { link, apiHubConnections }: LinkFacts) {
  const connections = linkConnections(side, link, apiHubConnections);
  if (connections.state === 'missing') return notApplicable('the connection is missing');
  const isTied = connections.state === 'present';
  const judged = isTied ? connections.own : connections.candidates;
  const works = isTied ? judged.some(isConnected) : judged.every(isConnected);
  const isBroken = !judged.some(isConnected) && judged.some(({ status }) => status === 'error');

  if (!isTied && (mayDoWithout(link) || !(works || isBroken))) return inconclusive(connections.missing);
  if (isBroken && mayDoWithout(link)) return inconclusive(missing('link', 'apiHub'));
  return judgeEach(judged, (connection) => {
    if (works) return undefined;
    if (!isBroken) return missing('apiHubConnections', 'status');
    if (connection.status !== 'error') return undefined;
    return finding(connectionSubject(connection), { connector: connection.connector.trim(), isTied });
  });
}

/** What a finding about a connection in error says. */
export type StatusArgs = { connector: string; isTied: boolean };

/** The words of a finding about a connection in error. */
export function statusInWords(product: string, { connector, isTied }: StatusArgs, id: string): string {
  const connection = `the ${product} connection ${id} (${connector})`;
  return isTied
    ? `${connection} is in error`
    : `${connection} is in error, and none of those that the link may use is connected`;
}

function isConnected({ status }: Facts['apiHubConnections'][number]): boolean {
  return status === 'connected';
}
