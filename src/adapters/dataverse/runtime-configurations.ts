import { ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { Unknown } from '../../facts/fact.js';
import { guidKey, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { isRecord, parseLenient, propertyOf, textOf, versionOf } from '../lenient-json.js';
import { inTime } from '../odata/in-time.js';
import { type Rows, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { RowProblem } from '../row-problem.js';
import { readTableNames } from './table-names.js';

type RuntimeConfiguration = Facts['runtimeConfigurations'][number];

const configurationRow = /* @__PURE__ */ once(() =>
  z.object({
    msdyn_dualwriteruntimeconfigid: z.string(),
    msdyn_internalentityname: z.nullable(z.string()),
    msdyn_externalentityname: z.nullable(z.string()),
    msdyn_unsecure: z.nullable(z.string()),
    statecode: z.nullish(z.number()),
  }),
);

type Row = z.infer<ReturnType<typeof configurationRow>>;

/** All runtime configurations, and what is wrong with them. */
export interface RuntimeConfigurations {
  readonly read: Result<Rows<RuntimeConfiguration>, Unknown>;
  readonly problems: readonly RowProblem[];
}

/**
 * All runtime configurations. In Dataverse the internal entity is the Dataverse table, the external one that of finance and
 * operations.
 */
export async function readRuntimeConfigurations(service: Service, signal: AbortSignal): Promise<RuntimeConfigurations> {
  const select = Object.keys(configurationRow().shape);
  const problems: RowProblem[] = [];
  const withoutSet = new Set<RuntimeConfiguration>();
  const kind = { row: configurationRow(), idOf: ({ msdyn_dualwriteruntimeconfigid: id }: Row) => guidKey(id), make };
  const read = await readRows(service, 'msdyn_dualwriteruntimeconfigs', { select }, kind, signal);
  if (read.isErr() || withoutSet.size === 0) return { read, problems };
  const sets = await readSetNames(service, signal);
  const rows = read.value.rows.map((row) => {
    const set = withoutSet.has(row) ? sets?.get(nameKey(row.dataverseTable)) : undefined;
    return set === undefined ? row : { ...row, dataverseTable: set };
  });
  return { read: ok({ ...read.value, rows }), problems };

  function make(row: Row): RuntimeConfiguration {
    const id = row.msdyn_dualwriteruntimeconfigid;
    const settings = parseLenient(row.msdyn_unsecure)?.value;
    if (!isRecord(settings)) {
      const problem = 'its settings are not JSON: the project and the map version that it belongs to are not known';
      problems.push({ fact: 'runtimeConfigurations', id: guidKey(id), problem });
    }
    const set = setNameIn(settings);
    const configuration = {
      id,
      dataverseTable: set ?? row.msdyn_internalentityname ?? '',
      finopsEntity: row.msdyn_externalentityname ?? '',
      projectName: textOf(settings, 'ProjectId'),
      mapVersion: versionOf(propertyOf(settings, 'EntityMapVersion')),
      active: row.statecode == null ? undefined : row.statecode === 0,
    };
    if (set === undefined) withoutSet.add(configuration);
    return configuration;
  }
}

/** The number for Dataverse in the settings; finance and operations is 3. */
const dataverse = '1';

/** The set of the table, which maps use as the name; the column next to the settings contains its logical name. */
function setNameIn(settings: unknown): string | undefined {
  const side = ['Source', 'Destination'].find(
    (candidate) => String(propertyOf(settings, `${candidate}EnvironmentType`)) === dataverse,
  );
  return side === undefined ? undefined : textOf(settings, `${side}EntityName`);
}

/** The sets of all tables by logical name; `undefined` if the service does not report it. */
async function readSetNames(
  service: Service,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | undefined> | undefined> {
  const read = await inTime(signal, (limited) => readTableNames(service, limited));
  return read.isErr()
    ? undefined
    : new Map(read.value.map(({ logicalName, setName }) => [nameKey(logicalName), setName]));
}
