import * as z from 'zod/mini';
import type { ReadersOf } from '../../facts/adapter.js';
import { type Fact, known, type Unknown, unknown } from '../../facts/fact.js';
import { hostKey, isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { FactName, Facts } from '../../facts/schemas.js';
import { isRecord } from '../lenient-json.js';
import { factOfRows, readPages } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import { oncePerRun } from '../odata/shared.js';

type Environment = Facts['dataverseEnvironment'];
type ApiHubConnection = Facts['apiHubConnections'][number];

/** Where the facts of an environment of the Power Platform are read. */
interface PowerPlatformSource {
  readonly environmentId: string;
  /** Lists connections. */
  readonly apps: Service;
  /** Describes environments. */
  readonly environments: Service;
  readonly dataverseUrl?: string | undefined;
}

/** The readers of every fact that the Power Platform holds. */
export function powerPlatformReaders({
  environmentId,
  apps,
  environments,
  dataverseUrl,
}: PowerPlatformSource): ReadersOf<'dataverseEnvironment' | 'apiHubConnections'> {
  const id = encodeURIComponent(environmentId.trim());
  const record = oncePerRun<FactName, Fact<Environment>>((signal) => readEnvironment(environments, id, signal));
  return {
    dataverseEnvironment: async ({ signal }) => {
      const environment = await record('dataverseEnvironment', signal);
      return whyOfAnother(environment) ?? environment;
    },
    apiHubConnections: async ({ signal }) => {
      const environment = dataverseUrl === undefined ? undefined : record('apiHubConnections', signal);
      const connections = factOfRows(await readConnections(apps, id, signal));
      return (environment && whyOfAnother(await environment)) ?? connections;
    },
  };

  /** A record that cannot be read does not prove that the id is wrong. */
  function whyOfAnother(environment: Fact<Environment>): Unknown | undefined {
    const ours = hostKey(dataverseUrl);
    if (environment.status === 'unknown' || ours === undefined) return undefined;
    const theirs = hostKey(environment.value.url);
    if (theirs === ours) return undefined;
    return unknown(
      'not-found',
      `the environment with this id is ${theirs}, not ${ours}: check the environment id (--environment-id)`,
    );
  }
}

const rows = /* @__PURE__ */ once(() => {
  const text = z.nullish(z.string());
  return {
    environment: z.object({
      location: text,
      properties: z.object({
        tenantId: text,
        linkedEnvironmentMetadata: z.nullish(z.object({ instanceUrl: text, version: text })),
      }),
    }),
    connection: z.object({
      name: z.string(),
      id: text,
      properties: z.object({
        apiId: text,
        statuses: z.nullish(z.array(z.object({ status: text }))),
        connectionParameters: z.optional(z.unknown()),
        connectionParametersSet: z.optional(z.unknown()),
      }),
    }),
  };
});

type ConnectionRow = z.infer<ReturnType<typeof rows>['connection']>;

async function readEnvironment(service: Service, id: string, signal: AbortSignal): Promise<Fact<Environment>> {
  const path = `providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${id}?api-version=2023-06-01`;
  const answer = await service.get(path, 'the environment', signal);
  if (answer.isErr()) return answer.error;
  const parsed = rows().environment.safeParse(answer.value.json);
  if (!parsed.success) return unknown('malformed', 'the environment record does not have the expected shape');
  const { location, properties } = parsed.data;
  const { instanceUrl, version } = properties.linkedEnvironmentMetadata ?? {};
  if (isBlank(instanceUrl)) return unknown('not-found', 'the environment has no Dataverse database');
  if (hostKey(instanceUrl) === undefined)
    return unknown('malformed', 'the environment record gives Dataverse an address that is not a URL');
  return known({ url: instanceUrl, version, tenantId: properties.tenantId, geography: location });
}

function readConnections(service: Service, id: string, signal: AbortSignal) {
  const path = `providers/Microsoft.PowerApps/scopes/admin/environments/${id}/connections?api-version=2016-11-01`;
  const kind = {
    row: rows().connection,
    idOf: ({ id, name }: ConnectionRow) => nameKey(id ?? name),
    make: connectionOf,
  };
  return readPages(service, path, 'the connections', kind, signal);
}

function connectionOf({ name, id, properties }: ConnectionRow): ApiHubConnection {
  return {
    id: name,
    connector: connectorIn(properties.apiId) ?? connectorIn(id) ?? '',
    status: statusOf((properties.statuses ?? []).map(({ status }) => status)),
    targetUrl: addressIn(properties.connectionParameters) ?? addressIn(properties.connectionParametersSet),
  };
}

/** `shared_dynamicsax` of `/providers/Microsoft.PowerApps/apis/shared_dynamicsax/…`. */
function connectorIn(path: string | null | undefined): string | undefined {
  return path?.match(/\/apis\/([^/]+)/i)?.[1];
}

/** A connection can have several statuses; it works only if all of them are connected. */
function statusOf(statuses: readonly (string | null | undefined)[]): ApiHubConnection['status'] {
  const words = statuses.map((status) => nameKey(status ?? ''));
  if (words.includes('error')) return 'error';
  return words.length > 0 && words.every((word) => word === 'connected') ? 'connected' : 'unknown';
}

/**
 * The environment that a connection leads to: the first address of a Dynamics host among its parameters, whatever their
 * names. Sign-in addresses occur there too. Nothing else of the parameters is kept.
 */
function addressIn(parameters: unknown): string | undefined {
  if (typeof parameters === 'string') {
    const host = /[\s@]/.test(parameters.trim()) ? undefined : hostKey(parameters);
    return host !== undefined && /\bdynamics\b|\bmicrosoftdynamics\b|\bcloudax\b/.test(host)
      ? `https://${host}`
      : undefined;
  }
  if (!isRecord(parameters)) return undefined;
  for (const value of Object.values(parameters)) {
    const found = addressIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
