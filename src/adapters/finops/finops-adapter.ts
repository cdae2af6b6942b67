import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import type { Adapter } from '../../facts/adapter.js';
import { type Fact, known, type Unknown, unknown } from '../../facts/fact.js';
import { hostKey, isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { parseFinopsVersion } from '../../facts/version-number.js';
import { type LiveOptions, originOf } from '../live-options.js';
import { factOfRows, type Query, readPages } from '../odata/rows.js';
import { connect, type Service } from '../odata/service.js';

/**
 * How to reach a finance and operations environment.
 * @public
 */
export interface FinopsOptions extends LiveOptions {}

/**
 * Reads facts from the OData services of finance and operations. It sends GET, and the three version actions of
 * `DataManagementEntities`, which are POST and change nothing.
 *
 * It answers `finopsEnvironment` (address and versions), `legalEntities`, `finopsClients` and `projectConfigurations`.
 * `fieldConfigurations` are not to be had through OData. The two columns of `DualWriteProjectConfigurations` that hold
 * connection strings are never requested.
 *
 * @example
 * ```ts
 * const adapter = finopsAdapter({ url: 'https://contoso.operations.dynamics.com', credential });
 * ```
 * @public
 */
export function finopsAdapter(options: FinopsOptions): Adapter {
  const { url } = options;
  const origin = originOf(url);
  const service = connect({
    ...options,
    baseUrl: `${origin}data/`,
    scope: `${origin}.default`,
    headers: { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0' },
    advice: {
      signIn: `finance and operations does not accept the token: it must be for ${origin}, and its application must stand under System administration > Setup > Microsoft Entra ID applications`,
      permission: (what) => `the user of the application needs a security role that may read the data entity ${what}`,
      absence: (what) => `finance and operations has no data entity ${what}: check the address and the version`,
      page: (what) =>
        `${what} answered with a page for people, such as a sign-in page: check the address and the network`,
    },
  });
  return {
    name: 'finance and operations',
    environment: { name: hostKey(url) ?? url },
    readers: {
      finopsEnvironment: ({ signal }) => readVersions(service, url, signal),
      finopsClients: ({ signal }) => readClients(service, signal),
      legalEntities: async ({ signal }) => factOfRows(await readLegalEntities(service, signal)),
      projectConfigurations: async ({ signal }) => factOfRows(await readProjectConfigurations(service, signal)),
    },
  };
}

const rows = /* @__PURE__ */ once(() => {
  // Enumerations arrive as the names of their members; some services send booleans.
  const yesNo = z.union([z.boolean(), z.string()]).nullish();
  return {
    version: z.object({ value: z.string() }),
    legalEntity: z.object({ LegalEntityId: z.string(), Name: z.string().nullish() }),
    client: z.object({ AADClientId: z.string(), Name: z.string().nullish(), UserId: z.string().nullish() }),
    user: z.object({ UserID: z.string(), Enabled: yesNo }),
    project: z.object({
      ProjectName: z.string(),
      InternalEntityName: z.string().nullish(),
      ExternalEntityName: z.string().nullish(),
      ExternalEnvironmentUrl: z.string().nullish(),
      Status: z.union([z.string(), z.number()]).nullish(),
      IsDelete: yesNo,
    }),
  };
});

function read<Row, T>(
  service: Service,
  set: string,
  { select }: Query,
  row: z.ZodType<Row>,
  make: (row: Row) => T,
  signal: AbortSignal,
) {
  // Without cross-company, sets that belong to companies show the company of the caller only.
  return readPages(service, `${set}?cross-company=true&$select=${select.join(',')}`, set, row, make, signal);
}

async function readVersions(
  service: Service,
  url: string,
  signal: AbortSignal,
): Promise<Fact<Facts['finopsEnvironment']>> {
  const [release, build, platform] = await Promise.all([
    readVersion(service, 'GetApplicationVersion', signal),
    readVersion(service, 'GetApplicationBuildVersion', signal),
    readVersion(service, 'GetPlatformBuildVersion', signal),
  ]);
  if (release.isErr() && build.isErr()) return release.error;
  const found = [release, build].flatMap((result) => (result.isOk() ? [result.value] : []));
  const ofScheme = (scheme: 'release' | 'build') => found.find((text) => parseFinopsVersion(text)?.scheme === scheme);
  return known({
    url,
    applicationRelease: ofScheme('release'),
    applicationBuild: ofScheme('build'),
    platformBuild: platform.isOk() ? platform.value : undefined,
  });
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
  return read(
    service,
    'LegalEntities',
    { select: ['LegalEntityId', 'Name'] },
    rows().legalEntity,
    ({ LegalEntityId, Name }) => ({ code: LegalEntityId, name: Name }),
    signal,
  );
}

/** The rows of the Entra applications page, with what is known of their users. */
async function readClients(service: Service, signal: AbortSignal): Promise<Fact<Facts['finopsClients']>> {
  const [clients, users] = await Promise.all([
    read(service, 'SysAADClients', { select: ['AADClientId', 'Name', 'UserId'] }, rows().client, (row) => row, signal),
    read(service, 'SystemUsers', { select: ['UserID', 'Enabled'] }, rows().user, (row) => row, signal),
  ]);
  if (clients.isErr()) return clients.error;
  // The rows stand without the users; whether those are enabled is open then.
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
    { coverage: clients.value.coverage },
  );
}

/** In finance and operations the internal entity is its own, the external one the Dataverse table. */
function readProjectConfigurations(service: Service, signal: AbortSignal) {
  return read(
    service,
    'DualWriteProjectConfigurations',
    { select: Object.keys(rows().project.shape) },
    rows().project,
    (row) => ({
      projectName: row.ProjectName,
      finopsEntity: row.InternalEntityName ?? '',
      dataverseTable: row.ExternalEntityName ?? '',
      externalUrl: row.ExternalEnvironmentUrl ?? '',
      status: row.Status == null ? undefined : String(row.Status),
      deleted: isYes(row.IsDelete),
    }),
    signal,
  );
}

function isYes(value: boolean | string | null | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = nameKey(value ?? '');
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : undefined;
}
