import * as z from 'zod';
import type { Adapter } from '../../facts/adapter.js';
import { type Fact, known, unknown } from '../../facts/fact.js';
import { hostKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { type LiveOptions, originOf } from '../live-options.js';
import { factOfRows, readRows } from '../odata/rows.js';
import { connect, type Service } from '../odata/service.js';
import { shared } from '../odata/shared.js';
import { readApplicationUsers } from './application-users.js';
import { readEntityMaps } from './entity-maps.js';
import { readPluginAssemblies } from './plugin-assemblies.js';
import { readTeams } from './roles.js';
import { readRuntimeConfigurations } from './runtime-configurations.js';

/**
 * How to reach a Dataverse environment.
 * @public
 */
export interface DataverseOptions extends LiveOptions {
  /** Captured JSON of the Dual-write page: says which version of each map is active, and in which state. */
  readonly gateway?: unknown;
}

/**
 * Reads facts from the Dataverse Web API. It sends nothing but GET.
 *
 * It answers `dataverseEnvironment` (address and version), `solutions`, `applicationUsers`, `pluginAssemblies`, `companies`,
 * `businessUnits`, `teams`, `runtimeConfigurations` and `entityMaps`. What the caller may not read is unknown
 * (`not-permitted`), never empty. The state of a map is not in Dataverse: without `gateway` it is `unknown`, and where nothing
 * says which version is active, the maps are partial.
 *
 * @example
 * ```ts
 * import { DefaultAzureCredential } from '@azure/identity';
 * const adapter = dataverseAdapter({ url: 'https://contoso.crm4.dynamics.com', credential: new DefaultAzureCredential() });
 * ```
 * @public
 */
export function dataverseAdapter(options: DataverseOptions): Adapter {
  const { url, onRowProblem = () => {}, gateway } = options;
  const origin = originOf(url);
  const service = connect({
    ...options,
    baseUrl: `${origin}api/data/v9.2/`,
    scope: `${origin}.default`,
    headers: { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0', Prefer: 'odata.maxpagesize=5000' },
    advice: {
      signIn: `Dataverse does not accept the token: it must be for ${origin}, and its application must be an application user of the environment`,
      permission: (what) =>
        `the application user needs a security role that may read ${what} of the whole organisation`,
      absence: (what) =>
        `Dataverse has no ${what}: for tables that begin with msdyn_dualwrite or cdm_, the dual-write solutions are not installed`,
      page: (what) =>
        `${what} answered with a page for people, such as a sign-in page: check the address and the network`,
    },
  });
  // Two facts need this large table: whichever asks second gets what the first one is reading.
  const configurations = shared((signal) => readRuntimeConfigurations(service, signal));
  return {
    name: 'Dataverse',
    environment: { name: hostKey(url) ?? url },
    readers: {
      dataverseEnvironment: ({ signal }) => readVersion(service, url, signal),
      solutions: async ({ signal }) => factOfRows(await readSolutions(service, signal)),
      applicationUsers: ({ signal }) => readApplicationUsers(service, signal),
      pluginAssemblies: ({ signal }) => readPluginAssemblies(service, signal),
      companies: async ({ signal }) => factOfRows(await readCompanies(service, signal)),
      businessUnits: async ({ signal }) => factOfRows(await readBusinessUnits(service, signal)),
      teams: ({ signal }) => readTeams(service, signal),
      runtimeConfigurations: async ({ signal }) => {
        const { read, problems } = await configurations(signal);
        for (const problem of problems) onRowProblem(problem);
        return factOfRows(read);
      },
      entityMaps: ({ signal }) => readEntityMaps(service, signal, onRowProblem, gateway, configurations),
    },
  };
}

const rows = /* @__PURE__ */ once(() => ({
  version: z.object({ Version: z.string() }),
  solution: z.object({ uniquename: z.string(), version: z.string(), ismanaged: z.boolean().nullish() }),
  company: z.object({
    cdm_companyid: z.string(),
    cdm_companycode: z.string().nullable(),
    cdm_name: z.string().nullable(),
    cdm_isenabledfordualwrite: z.boolean().nullish(),
    _cdm_defaultowningteam_value: z.string().nullable(),
  }),
  businessUnit: z.object({
    businessunitid: z.string(),
    name: z.string(),
    _parentbusinessunitid_value: z.string().nullable(),
  }),
}));

async function readVersion(
  service: Service,
  url: string,
  signal: AbortSignal,
): Promise<Fact<Facts['dataverseEnvironment']>> {
  const answer = await service.get('RetrieveVersion', 'RetrieveVersion', signal);
  // An environment without that function has an address all the same, which is what most rules want.
  if (answer.isErr()) return answer.error.reason === 'not-found' ? known({ url }) : answer.error;
  const parsed = rows().version.safeParse(answer.value.json);
  if (!parsed.success) return unknown('malformed', 'RetrieveVersion: expected { "Version": "9.2.…" }');
  return known({ url, version: parsed.data.Version });
}

function readSolutions(service: Service, signal: AbortSignal) {
  const query = { select: ['uniquename', 'version', 'ismanaged'] };
  return readRows(
    service,
    'solutions',
    query,
    rows().solution,
    ({ uniquename, version, ismanaged }) => ({ uniqueName: uniquename, version, managed: ismanaged }),
    signal,
  );
}

function readCompanies(service: Service, signal: AbortSignal) {
  const select = [
    'cdm_companyid',
    'cdm_companycode',
    'cdm_name',
    'cdm_isenabledfordualwrite',
    '_cdm_defaultowningteam_value',
  ];
  return readRows(
    service,
    'cdm_companies',
    { select },
    rows().company,
    (row) => ({
      id: row.cdm_companyid,
      code: row.cdm_companycode,
      name: row.cdm_name,
      enabledForDualWrite: row.cdm_isenabledfordualwrite,
      defaultOwningTeamId: row._cdm_defaultowningteam_value,
    }),
    signal,
  );
}

function readBusinessUnits(service: Service, signal: AbortSignal) {
  const query = { select: ['businessunitid', 'name', '_parentbusinessunitid_value'] };
  return readRows(
    service,
    'businessunits',
    query,
    rows().businessUnit,
    (row) => ({ id: row.businessunitid, name: row.name, parentId: row._parentbusinessunitid_value }),
    signal,
  );
}
