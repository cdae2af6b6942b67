import { ok } from 'neverthrow';
import * as z from 'zod/mini';
import type { ReadersOf } from '../../facts/adapter.js';
import { type Fact, known, unknown } from '../../facts/fact.js';
import { guidKey, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { inTime } from '../odata/in-time.js';
import { factOfRows, readRows, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import { shared } from '../odata/shared.js';
import type { RowProblem } from '../row-problem.js';
import { type FoundEnvironment, readOrganization } from './found-environment.js';
import { guardWithPrivileges } from './guard-with-privileges.js';
import { mapDefinitionsOf, readSavedVersions, versionsInUse } from './map-definitions.js';
import { readApplicationUsers } from './read-application-users.js';
import { readEntityMaps } from './read-entity-maps.js';
import { readPluginAssemblies } from './read-plugin-assemblies.js';
import { readTableMetadata } from './read-table-metadata.js';
import { readTeams } from './roles.js';
import { readRuntimeConfigurations } from './runtime-configurations.js';

/** Where the facts of a Dataverse environment are read. */
interface DataverseSource {
  /** Its address. */
  readonly url: string;
  readonly service: Service;
  /** Finance and operations, whose entities `tableMetadata` then covers too. */
  readonly finops?: Service | undefined;
  readonly gateway?: unknown;
  readonly found?: FoundEnvironment | undefined;
  readonly onRowProblem?: ((problem: RowProblem) => void) | undefined;
}

/** The readers of every fact that Dataverse holds. */
export function dataverseReaders(
  source: DataverseSource,
): ReadersOf<
  | 'dataverseEnvironment'
  | 'solutions'
  | 'applicationUsers'
  | 'pluginAssemblies'
  | 'companies'
  | 'businessUnits'
  | 'teams'
  | 'runtimeConfigurations'
  | 'entityMaps'
  | 'mapDefinitions'
  | 'tableMetadata'
> {
  const { url, service, finops, gateway, found, onRowProblem = () => {} } = source;
  // Two facts need each of these large tables: the second reader uses what the first one is reading.
  const configurations = shared((signal) => readRuntimeConfigurations(service, signal));
  const savedVersions = shared((signal) => readSavedVersions(service, signal));
  const guarded = guardWithPrivileges(service);
  return {
    dataverseEnvironment: ({ signal }) => readEnvironment(service, url, found, signal),
    solutions: guarded('solutions', async (signal) => factOfRows(await readSolutions(service, signal))),
    // A partially hidden user or assembly would look as if it lacked the hidden part.
    applicationUsers: guarded(
      'applicationUsers',
      (signal) => readApplicationUsers(service, signal),
      () => [],
    ),
    pluginAssemblies: guarded(
      'pluginAssemblies',
      (signal) => readPluginAssemblies(service, signal),
      () => [],
    ),
    companies: guarded('companies', async (signal) => factOfRows(await readCompanies(service, signal))),
    businessUnits: guarded('businessUnits', async (signal) => factOfRows(await readBusinessUnits(service, signal))),
    teams: guarded(
      'teams',
      (signal) => readTeams(service, signal),
      (teams) => teams.map(({ roles, ...team }) => team),
    ),
    runtimeConfigurations: guarded('runtimeConfigurations', async (signal) => {
      const { read, problems } = await configurations(signal);
      for (const problem of problems) onRowProblem(problem);
      return factOfRows(read);
    }),
    entityMaps: guarded('entityMaps', (signal) =>
      readEntityMaps(service, signal, onRowProblem, gateway, configurations),
    ),
    mapDefinitions: guarded('mapDefinitions', async (signal) => {
      const [read, inUse] = await Promise.all([savedVersions(signal), versionsInUse(gateway, configurations, signal)]);
      return factOfRows(read.map(({ rows, ...coverage }) => ({ ...coverage, rows: mapDefinitionsOf(rows, inUse) })));
    }),
    tableMetadata: async ({ signal }) =>
      readTableMetadata({ dataverse: service, finops }, await savedVersions(signal), onRowProblem, signal),
  };
}

const rows = /* @__PURE__ */ once(() => ({
  version: z.object({ Version: z.string() }),
  solution: z.object({ uniquename: z.string(), version: z.string(), ismanaged: z.nullish(z.boolean()) }),
  company: z.object({
    cdm_companyid: z.string(),
    cdm_companycode: z.nullable(z.string()),
    cdm_name: z.nullable(z.string()),
    cdm_isenabledfordualwrite: z.nullish(z.boolean()),
    _cdm_defaultowningteam_value: z.nullable(z.string()),
    statecode: z.nullish(z.number()),
  }),
  businessUnit: z.object({
    businessunitid: z.string(),
    name: z.string(),
    _parentbusinessunitid_value: z.nullable(z.string()),
    isdisabled: z.nullish(z.boolean()),
  }),
}));

async function readEnvironment(
  service: Service,
  url: string,
  found: FoundEnvironment | undefined,
  signal: AbortSignal,
): Promise<Fact<Facts['dataverseEnvironment']>> {
  const [answer, organization] = await Promise.all([
    service.get('RetrieveVersion', 'RetrieveVersion', signal),
    found === undefined ? inTime(signal, (limited) => readOrganization(service, limited)) : ok(found),
  ]);
  const { tenantId, geography }: Partial<FoundEnvironment> = organization.unwrapOr({});
  // An environment without that function still has an address, which is what most rules need.
  if (answer.isErr()) {
    const { reason } = answer.error;
    const isRest = reason === 'not-found' || (reason === 'not-provided' && organization.isOk());
    return isRest ? known({ url, tenantId, geography }) : answer.error;
  }
  const parsed = rows().version.safeParse(answer.value.json);
  if (!parsed.success) return unknown('malformed', 'RetrieveVersion: expected { "Version": "9.2.…" }');
  return known({ url, version: parsed.data.Version, tenantId, geography });
}

function readSolutions(service: Service, signal: AbortSignal) {
  const { solution } = rows();
  return readRows(
    service,
    'solutions',
    { select: Object.keys(solution.shape) },
    {
      row: solution,
      idOf: ({ uniquename }) => nameKey(uniquename),
      make: ({ uniquename, version, ismanaged }) => ({ uniqueName: uniquename, version, managed: ismanaged }),
    },
    signal,
  );
}

function readCompanies(service: Service, signal: AbortSignal) {
  const { company } = rows();
  return readRows(
    service,
    'cdm_companies',
    { select: Object.keys(company.shape) },
    {
      row: company,
      idOf: ({ cdm_companyid }) => guidKey(cdm_companyid),
      make: (row) => ({
        id: row.cdm_companyid,
        code: row.cdm_companycode,
        name: row.cdm_name,
        enabledForDualWrite: row.cdm_isenabledfordualwrite,
        active: row.statecode == null ? undefined : row.statecode === 0,
        defaultOwningTeamId: row._cdm_defaultowningteam_value,
      }),
    },
    signal,
  );
}

/**
 * The usable business units. A disabled one is left out, with all units below it, which Dataverse disables
 * too: its users and teams have no access, so for the rules it does not exist. The fact has no property for that.
 *
 * Source: *Disable and delete a business unit*, Power Platform admin guide.
 */
async function readBusinessUnits(service: Service, signal: AbortSignal) {
  const { businessUnit } = rows();
  const read = await readRows(
    service,
    'businessunits',
    { select: Object.keys(businessUnit.shape) },
    wholeRows(businessUnit, ({ businessunitid }) => guidKey(businessunitid)),
    signal,
  );
  return read.map(({ rows: units, ...coverage }) => ({
    ...coverage,
    rows: units
      .filter(({ isdisabled }) => isdisabled !== true)
      .map((row) => ({ id: row.businessunitid, name: row.name, parentId: row._parentbusinessunitid_value })),
  }));
}
