import type { Result } from 'neverthrow';
import * as z from 'zod';
import type { Unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { isRecord, parseLenient, propertyOf, textOf, versionOf } from '../lenient-json.js';
import { type Rows, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { RowProblem } from '../row-problem.js';

type RuntimeConfiguration = Facts['runtimeConfigurations'][number];

const configurationRow = /* @__PURE__ */ once(() =>
  z.object({
    msdyn_dualwriteruntimeconfigid: z.string(),
    msdyn_internalentityname: z.string().nullable(),
    msdyn_externalentityname: z.string().nullable(),
    msdyn_unsecure: z.string().nullable(),
    statecode: z.number().nullish(),
  }),
);

/** All runtime configurations, and what is wrong with them. */
export interface RuntimeConfigurations {
  readonly read: Result<Rows<RuntimeConfiguration>, Unknown>;
  readonly problems: readonly RowProblem[];
}

/** All runtime configurations. In Dataverse the internal entity is the Dataverse table, the external one that of finance and operations. */
export async function readRuntimeConfigurations(service: Service, signal: AbortSignal): Promise<RuntimeConfigurations> {
  const select = Object.keys(configurationRow().shape);
  const problems: RowProblem[] = [];
  const read = await readRows(service, 'msdyn_dualwriteruntimeconfigs', { select }, configurationRow(), make, signal);
  return { read, problems };

  function make(row: z.infer<ReturnType<typeof configurationRow>>): RuntimeConfiguration {
    const id = row.msdyn_dualwriteruntimeconfigid;
    const settings = parseLenient(row.msdyn_unsecure)?.value;
    if (!isRecord(settings)) {
      const problem = 'its settings are no JSON: the project and the map version that it belongs to are not known';
      problems.push({ fact: 'runtimeConfigurations', id: guidKey(id), problem });
    }
    return {
      id,
      dataverseTable: row.msdyn_internalentityname ?? '',
      finopsEntity: row.msdyn_externalentityname ?? '',
      projectName: textOf(settings, 'ProjectId'),
      mapVersion: versionOf(propertyOf(settings, 'EntityMapVersion')),
      active: row.statecode == null ? undefined : row.statecode === 0,
    };
  }
}
