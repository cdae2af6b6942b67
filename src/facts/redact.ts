import { type Fact, unknown } from './fact.js';
import { hostKey, isBlank } from './keys.js';
import { type FactName, type Facts, factEnvelopes, factNames } from './schemas.js';
import { consistentScrub, scrub } from './scrub.js';
import type { Snapshot } from './snapshot.js';

/**
 * The same snapshot without what nobody else should see. It evaluates to the same statuses and codes as before.
 *
 * Removed are: the names of application users and of finance and operations clients; user ids (one that is there
 * becomes `redacted`, a blank one stays blank); everything of a URL but its host; mail addresses, tokens, keys and
 * passwords inside details and inside names that people choose; and every property that no fact has.
 *
 * @public
 */
export function redactSnapshot(snapshot: Snapshot): Snapshot {
  const scrubName = consistentScrub();
  const redactors = redactorsWith(scrubName);
  const facts = Object.fromEntries(
    factNames
      .filter((name) => Object.hasOwn(snapshot.facts, name))
      .map((name) => [name, redactFact(name, snapshot.facts[name], redactors[name] as Redactor)]),
  );
  return {
    schemaVersion: 1,
    environment: { name: scrubName(snapshot.environment.name) },
    takenAt: snapshot.takenAt,
    facts,
  };
}

type Redactor = ((value: unknown) => unknown) | undefined;

function redactFact(name: FactName, fact: Fact<unknown> | undefined, redactor: Redactor): Fact<unknown> | undefined {
  if (fact === undefined) return undefined;
  if (fact.status === 'unknown') return fact.detail === undefined ? fact : { ...fact, detail: scrub(fact.detail) };
  const parsed = factEnvelopes[name].safeParse(fact); // drops the properties that no fact has
  if (!parsed.success) return unknown('malformed');
  if (parsed.data.status === 'unknown' || redactor === undefined) return parsed.data;
  return { ...parsed.data, value: redactor(parsed.data.value) };
}

function redactorsWith(scrubName: (text: string) => string): {
  [Name in FactName]?: (value: Facts[Name]) => Facts[Name];
} {
  const scrubOptional = (text: string | null | undefined) => (text == null ? text : scrubName(text));
  const withScrubbedName = <Row extends { readonly name: string | null }>(row: Row): Row => ({
    ...row,
    name: row.name === null ? null : scrubName(row.name),
  });
  return {
    link: (link) => ({
      ...link,
      dataverseUrl: redactUrl(link.dataverseUrl),
      finopsUrl: redactUrl(link.finopsUrl),
      defaultTeamName: scrubOptional(link.defaultTeamName),
    }),
    dataverseEnvironment: (environment) => ({ ...environment, url: redactUrl(environment.url) ?? '' }),
    finopsEnvironment: (environment) => ({ ...environment, url: redactUrl(environment.url) ?? '' }),
    applicationUsers: (users) =>
      users.map(({ name: _, ...user }) => ({ ...user, roles: user.roles.map(withScrubbedName) })),
    finopsClients: (clients) =>
      clients.map(({ name: _, ...client }) => ({
        ...client,
        userId: client.userId == null ? client.userId : isBlank(client.userId) ? '' : 'redacted',
      })),
    apiHubConnections: (connections) =>
      connections.map((connection) => ({ ...connection, targetUrl: redactUrl(connection.targetUrl) })),
    companies: (companies) => companies.map(withScrubbedName),
    legalEntities: (entities) => entities.map((entity) => ({ ...entity, name: scrubOptional(entity.name) })),
    businessUnits: (units) => units.map(withScrubbedName),
    teams: (teams) =>
      teams.map((team) => ({ ...withScrubbedName(team), roles: team.roles?.map(withScrubbedName) ?? team.roles })),
    projectConfigurations: (configurations) =>
      configurations.map((configuration) => ({
        ...configuration,
        externalUrl: isBlank(configuration.externalUrl) ? '' : (redactUrl(configuration.externalUrl) ?? '(no URL)'),
      })),
  };
}

/** Only the host: paths and queries may hold keys. Text that is no URL is not known, before and after. */
function redactUrl(url: string | null | undefined): string | null | undefined {
  if (url == null) return url;
  const host = hostKey(url);
  return host === undefined ? null : `https://${host}`;
}
