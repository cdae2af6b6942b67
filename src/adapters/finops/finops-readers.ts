import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { ReadersOf } from '../../facts/adapter.js';
import { type Fact, known, type Unknown, unknown } from '../../facts/fact.js';
import { guidKey, isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { parseFinopsVersion } from '../../facts/version-number.js';
import { factOfRows, type RowKind, readPages, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { DataverseBeside } from './beside-dataverse.js';

/** Where the facts of a finance and operations environment are read. */
interface FinopsSource {
  /** Its address. */
  readonly url: string;
  readonly service: Service;
  readonly beside?: DataverseBeside | undefined;
}

/** The readers of every fact that finance and operations holds. */
export function finopsReaders({
  url,
  service,
  beside,
}: FinopsSource): ReadersOf<'finopsEnvironment' | 'finopsClients' | 'legalEntities' | 'projectConfigurations'> {
  return {
    finopsEnvironment: ({ signal }) => readEnvironment(service, url, beside, signal),
    finopsClients: ({ signal }) => readClients(service, signal),
    legalEntities: async ({ signal }) => factOfRows(await readLegalEntities(service, signal)),
    projectConfigurations: async ({ signal }) => factOfRows(await readProjectConfigurations(service, signal)),
  };
}

const rows = /* @__PURE__ */ once(() => {
  // Enumerations arrive as the names of their members; some services send booleans.
  const yesNo = z.nullish(z.union([z.boolean(), z.string()]));
  return {
    version: z.object({ value: z.string() }),
    legalEntity: z.object({ LegalEntityId: z.string(), Name: z.nullish(z.string()) }),
    client: z.object({ AADClientId: z.string(), Name: z.nullish(z.string()), UserId: z.nullish(z.string()) }),
    user: z.object({ UserID: z.string(), Enabled: yesNo }),
    project: z.object({
      ProjectName: z.string(),
      InternalEntityName: z.nullish(z.string()),
      ExternalEntityName: z.nullish(z.string()),
      ExternalEnvironmentUrl: z.nullish(z.string()),
      Status: z.nullish(z.union([z.string(), z.number()])),
      IsDelete: yesNo,
    }),
  };
});

function read<Row, T>(
  service: Service,
  set: string,
  select: readonly string[],
  kind: RowKind<Row, T>,
  signal: AbortSignal,
) {
  // Without cross-company, company-specific sets show only the company of the caller.
  return readPages(service, `${set}?cross-company=true&$select=${select.join(',')}`, set, kind, signal);
}

async function readEnvironment(
  service: Service,
  url: string,
  beside: DataverseBeside | undefined,
  signal: AbortSignal,
): Promise<Fact<Facts['finopsEnvironment']>> {
  const [release, build, platform] = await Promise.all([
    readVersion(service, 'GetApplicationVersion', signal),
    readVersion(service, 'GetApplicationBuildVersion', signal),
    readVersion(service, 'GetPlatformBuildVersion', signal),
  ]);
  const isSilent = release.isErr() && build.isErr();
  const provisioned = isSilent || platform.isErr() ? await beside?.application(url, signal) : undefined;
  const ownVersions = [release, build].flatMap((result) => (result.isOk() ? [result.value] : []));
  const versions = isSilent ? [provisioned?.applicationVersion].filter((text) => text !== undefined) : ownVersions;
  if (isSilent && versions.length === 0) return release.error;
  const ofScheme = (scheme: 'release' | 'build') =>
    versions.find((text) => parseFinopsVersion(text)?.scheme === scheme);
  return known({
    url,
    applicationRelease: ofScheme('release'),
    applicationBuild: ofScheme('build'),
    platformBuild: platform.unwrapOr(buildOf(provisioned?.platformVersion)),
    tenantId: await beside?.tenantOf(url, signal),
  });
}

/** The release of a platform is not its build. */
function buildOf(version: string | undefined): string | undefined {
  return parseFinopsVersion(version)?.scheme === 'build' ? version : undefined;
}

async function readVersion(service: Service, action: string, signal: AbortSignal): Promise<Result<string, Unknown>> {
  const url = `DataManagementEntities/Microsoft.Dynamics.DataEntities.${action}`;
  const answer = await service.act(url, action, signal);
  if (answer.isErr()) return err(answer.error);
  const parsed = rows().version.safeParse(answer.value.json);
  return parsed.success
    ? ok(parsed.data.value)
    : err(unknown('malformed', `${action}: expected { "value": "10.0.…" }`));
}

function readLegalEntities(service: Service, signal: AbortSignal) {
  const { legalEntity } = rows();
  return read(
    service,
    'LegalEntities',
    Object.keys(legalEntity.shape),
    {
      row: legalEntity,
      idOf: ({ LegalEntityId }) => nameKey(LegalEntityId),
      make: ({ LegalEntityId, Name }) => ({ code: LegalEntityId, name: Name }),
    },
    signal,
  );
}

/** The rows of the Entra applications page, with what is known about their users. */
async function readClients(service: Service, signal: AbortSignal): Promise<Fact<Facts['finopsClients']>> {
  const { client, user } = rows();
  const [clients, users] = await Promise.all([
    read(
      service,
      'SysAADClients',
      Object.keys(client.shape),
      wholeRows(client, ({ AADClientId, UserId }) => `${guidKey(AADClientId)} ${nameKey(UserId ?? '')}`),
      signal,
    ),
    read(
      service,
      'SystemUsers',
      Object.keys(user.shape),
      wholeRows(user, ({ UserID }) => nameKey(UserID)),
      signal,
    ),
  ]);
  if (clients.isErr()) return clients.error;
  // The rows are kept without the users; whether those are enabled is then not known.
  const enabled = new Map(
    (users.isOk() ? users.value.rows : []).map(({ UserID, Enabled }) => [nameKey(UserID), isYes(Enabled)]),
  );
  return known(
    clients.value.rows.map(({ AADClientId, Name, UserId }) => ({
      clientId: AADClientId,
      name: Name,
      userId: UserId,
      userEnabled: isBlank(UserId) ? undefined : enabled.get(nameKey(UserId)),
    })),
    clients.value,
  );
}

/** In finance and operations, the internal entity is its own, the external one is the Dataverse table. */
function readProjectConfigurations(service: Service, signal: AbortSignal) {
  const { project } = rows();
  return read(
    service,
    'DualWriteProjectConfigurations',
    Object.keys(project.shape),
    {
      row: project,
      // The name is the key of the entity. Rows with the same name that differ are kept: each of them may be the stale one.
      idOf: ({ ProjectName, InternalEntityName, ExternalEntityName, ExternalEnvironmentUrl, Status, IsDelete }) =>
        [ProjectName, InternalEntityName, ExternalEntityName, ExternalEnvironmentUrl, Status, IsDelete].join('\n'),
      make: (row) => ({
        projectName: row.ProjectName,
        finopsEntity: row.InternalEntityName ?? '',
        dataverseTable: row.ExternalEntityName ?? '',
        externalUrl: row.ExternalEnvironmentUrl ?? '',
        status: row.Status == null ? undefined : String(row.Status),
        deleted: isYes(row.IsDelete),
      }),
    },
    signal,
  );
}

function isYes(value: boolean | string | null | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = nameKey(value ?? '');
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : undefined;
}
