import { type Fact, unknown } from './fact.js';
import { factNames } from './fact-names.js';
import { hostKey, isBlank } from './keys.js';
import { type FactName, type Facts, factEnvelopes } from './schemas.js';
import { type ConsistentScrub, consistentScrub, scrub } from './scrub.js';
import type { Snapshot } from './snapshot.js';

/**
 * The same snapshot without what nobody else should see. It evaluates to the same statuses and codes as before.
 *
 * Removed are: the names of application users and of finance and operations clients; user ids and recipients of alerts (one
 * that is there becomes `redacted`, a blank one stays blank); messages and unique keys of sync errors; everything of a URL but its host; mail addresses, tokens, keys and
 * passwords inside details and names (numbered, so that what was the same stays the same); and every property that no
 * fact has. The columns of maps lose mail addresses and tokens only: rules read their filters and default values.
 *
 * @public
 */
export function redactSnapshot(snapshot: Snapshot): Snapshot {
  const scrubName = consistentScrub();
  const present = factNames.filter((name) => snapshot.facts[name] !== undefined);
  return {
    schemaVersion: 1,
    environment: { name: scrubName.text(snapshot.environment.name) },
    takenAt: snapshot.takenAt,
    facts: Object.fromEntries(present.map((name) => [name, redactFact(name, snapshot.facts[name], scrubName)])),
  };
}

function redactFact(name: FactName, fact: Fact<unknown> | undefined, scrubName: ConsistentScrub): Fact<unknown> {
  const parsed = factEnvelopes()[name].safeParse(fact); // drops the properties that no fact has
  if (!parsed.success) return unknown('malformed');
  const { detail } = parsed.data;
  const told = detail === undefined ? {} : { detail: scrub(detail) };
  if (parsed.data.status === 'unknown') return { ...parsed.data, ...told };
  // Safe: what stands under a name in `redactors` takes the value of that very fact.
  const redact = redactors[name] as ((value: unknown) => unknown) | undefined;
  const value = redact === undefined ? parsed.data.value : redact(parsed.data.value);
  // Plug-ins are recognized by how their names end, which scrubbing could change; they are named by developers, in code.
  if (name === 'pluginAssemblies') return { ...parsed.data, ...told, value };
  const isSyntax = (key: string) => name === 'mapDefinitions' && (key === 'mapping' || key === 'properties');
  const scrubbed = (text: string, key: string) => {
    if (isSyntax(key)) return scrubName.syntax(text);
    return key === 'geography' ? numberedByLetters(text, scrubName.text(text)) : scrubName.text(text);
  };
  return { ...parsed.data, ...told, value: mapStrings(value, scrubbed) };
}

/** Geographies are compared without digits, so `[email 1]` and `[email 2]` would become one. */
function numberedByLetters(text: string, scrubbed: string): string {
  return scrubbed === text ? text : scrubbed.replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
}

const redactors: { readonly [Name in FactName]?: (value: Facts[Name]) => Facts[Name] } = {
  link: (link) => ({
    ...link,
    dataverseUrl: redactUrl(link.dataverseUrl),
    finopsUrl: redactUrl(link.finopsUrl),
  }),
  dataverseEnvironment: (environment) => ({ ...environment, url: redactUrl(environment.url) ?? '' }),
  finopsEnvironment: (environment) => ({ ...environment, url: redactUrl(environment.url) ?? '' }),
  applicationUsers: (users) => users.map(({ name: _, ...user }) => user),
  finopsClients: (clients) =>
    clients.map(({ name: _, ...client }) => ({
      ...client,
      userId: client.userId == null ? client.userId : isBlank(client.userId) ? '' : 'redacted',
    })),
  apiHubConnections: (connections) =>
    connections.map((connection) => ({ ...connection, targetUrl: redactUrl(connection.targetUrl) })),
  projectConfigurations: (configurations) =>
    configurations.map((configuration) => ({
      ...configuration,
      externalUrl: isBlank(configuration.externalUrl) ? '' : (redactUrl(configuration.externalUrl) ?? '(no URL)'),
    })),
  syncErrors: (errors) => errors.map(({ uniqueKey: _, message: __, ...error }) => error),
  alertSettings: (settings) =>
    settings.map((setting) => ({
      ...setting,
      recipients: setting.recipients.map((recipient) => (isBlank(recipient) ? '' : 'redacted')),
    })),
};

/** Only the host: paths and queries may hold keys. Text that is no URL is not known, before and after. */
function redactUrl(url: string | null | undefined): string | null | undefined {
  if (url == null) return url;
  const host = hostKey(url);
  return host === undefined ? null : `https://${host}`;
}

/** The same plain data with every text in it replaced; `key` names the property that it stands under. */
function mapStrings(value: unknown, replace: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return replace(value, key);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, replace, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapStrings(item, replace, name)]));
}
