import { guidKey, hostKey, isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { type MissingFact, missing, type Subject } from '../verdict.js';

type Connection = Facts['apiHubConnections'][number];

/** The side of the link that a connection leads to. */
export type Side = 'dataverse' | 'finops';

const connectors: Readonly<Record<Side, ReadonlySet<string>>> = {
  dataverse: /* @__PURE__ */ new Set([
    'shared_commondataserviceforapps',
    'shared_commondataservice',
    'shared_dynamicscrmonline',
  ]),
  finops: /* @__PURE__ */ new Set(['shared_dynamicsax']),
};

/** What is known of the connections that the link uses on one side. */
type LinkConnections =
  | { readonly state: 'missing' }
  | { readonly state: 'undecided'; readonly missing: MissingFact; readonly candidates: readonly Connection[] }
  | { readonly state: 'present'; readonly own: readonly Connection[] };

/**
 * The link's own connections on one side. If the link names ids, only those count; without them, a connection belongs
 * to the link when it leads to the linked host. A connection that may or may not lead there leaves the question open.
 */
export function linkConnections(
  side: Side,
  link: Facts['link'],
  connections: Facts['apiHubConnections'],
): LinkConnections {
  const linkedHost = hostKey(side === 'dataverse' ? link.dataverseUrl : link.finopsUrl);
  const candidates = connections
    .filter(({ connector }) => connectors[side].has(nameKey(connector)))
    .map((connection) => ({ connection, host: hostKey(connection.targetUrl) }))
    .filter(({ host }) => host === undefined || linkedHost === undefined || host === linkedHost);

  const ids = idsOf(link);
  const own = candidates.filter(({ connection, host }) =>
    ids.size > 0 ? ids.has(guidKey(connection.id)) : linkedHost !== undefined && host === linkedHost,
  );
  if (own.length > 0) return { state: 'present', own: own.map(({ connection }) => connection) };
  if (ids.size > 0) return { state: 'missing' };
  if (candidates.length > 0) {
    const untied = candidates.map(({ connection }) => connection);
    return { state: 'undecided', missing: missing('link', 'connectionIds'), candidates: untied };
  }
  if (link.apiHub !== 'unknown') return { state: 'missing' };
  return { state: 'undecided', missing: missing('link', 'apiHub'), candidates: [] };
}

/** Whether the link may work without connections: then no connection is certain to be wrong, unless the link names its own. */
export function mayDoWithout(link: Facts['link']): boolean {
  return link.apiHub === 'unknown' && idsOf(link).size === 0;
}

/** The ids of connections that the link names; a blank one names nothing. */
function idsOf({ connectionIds }: Facts['link']): ReadonlySet<string> {
  return new Set((connectionIds ?? []).filter((id) => !isBlank(id)).map(guidKey));
}

/** Whether a connection uses one of the older Dataverse connectors. */
export function isOnOlderConnector({ connector }: Connection): boolean {
  return nameKey(connector) !== 'shared_commondataserviceforapps';
}

/** Why there is no connection to look for, as far as the link shows. */
export function whyNoConnection(link: Facts['link'] | undefined): string | undefined {
  if (link?.linked === false) return 'the environments are not linked';
  return link?.apiHub === 'bypassed' ? 'the link works without API hub connections' : undefined;
}

/** Why there is no repairable connection to look for. */
export function whyNotRepairable(link: Facts['link'] | undefined): string | undefined {
  const isBeyondRepair = link !== undefined && link.connectionFix !== true;
  return whyNoConnection(link) ?? (isBeyondRepair ? 'the link does not support repairing the connection' : undefined);
}

/** Why there is no unrepairable connection to look for. */
export function whyNotBeyondRepair(link: Facts['link'] | undefined): string | undefined {
  const isRepairable = link?.connectionFix === true;
  return whyNoConnection(link) ?? (isRepairable ? 'the link supports repairing the connection' : undefined);
}

/** A connection as the subject of a finding. */
export function connectionSubject({ id, connector }: Connection): Subject {
  return { kind: 'connection', id: guidKey(id), name: connector.trim() };
}
