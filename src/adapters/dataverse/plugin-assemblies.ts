import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { allRows, anyOf, inBatches, type Query, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';

const rows = /* @__PURE__ */ once(() => ({
  assembly: z.object({ pluginassemblyid: z.string(), name: z.string() }),
  type: z.object({ plugintypeid: z.string(), _pluginassemblyid_value: z.string() }),
  step: z.object({ _plugintypeid_value: z.string().nullable(), statecode: z.number() }),
}));

/** The plug-in assemblies of dual-write with the steps that they are registered for. */
export async function readPluginAssemblies(
  service: Service,
  signal: AbortSignal,
): Promise<Fact<Facts['pluginAssemblies']>> {
  const assemblies = await readRows(
    service,
    'pluginassemblies',
    { select: ['pluginassemblyid', 'name'] },
    rows().assembly,
    (row) => row,
    signal,
  );
  if (assemblies.isErr()) return assemblies.error;
  const ours = assemblies.value.rows.filter(({ name }) => /dualwrite/i.test(name));

  const types = await readForIds(
    ours.map(({ pluginassemblyid }) => pluginassemblyid),
    (ids) => readOfParents(service, 'plugintypes', '_pluginassemblyid_value', 'plugintypeid', rows().type, ids, signal),
  );
  if (types.isErr()) return types.error;
  const steps = await readForIds(
    types.value.map(({ plugintypeid }) => plugintypeid),
    (ids) =>
      readOfParents(service, 'sdkmessageprocessingsteps', '_plugintypeid_value', 'statecode', rows().step, ids, signal),
  );
  if (steps.isErr()) return steps.error;

  const assemblyOfType = new Map(
    types.value.map((type) => [guidKey(type.plugintypeid), guidKey(type._pluginassemblyid_value)]),
  );
  const counts = new Map<string, { enabled: number; disabled: number }>();
  for (const { _plugintypeid_value, statecode } of steps.value) {
    const assembly = assemblyOfType.get(guidKey(_plugintypeid_value ?? ''));
    if (assembly === undefined) continue;
    const count = counts.get(assembly) ?? { enabled: 0, disabled: 0 };
    counts.set(assembly, count);
    if (statecode === 0) count.enabled += 1;
    else count.disabled += 1;
  }
  return known(
    ours.map(({ pluginassemblyid, name }) => {
      const { enabled, disabled } = counts.get(guidKey(pluginassemblyid)) ?? { enabled: 0, disabled: 0 };
      return { name, enabledSteps: enabled, disabledSteps: disabled };
    }),
    { coverage: assemblies.value.coverage },
  );
}

async function readOfParents<Row>(
  service: Service,
  set: string,
  parent: string,
  column: string,
  row: z.ZodType<Row>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly Row[], Unknown>> {
  const query: Query = { select: [column, parent], filter: anyOf(parent, ids) };
  return allRows(await readRows(service, set, query, row, (one) => one, signal), set);
}

/** The rows of many parents, in as few requests as addresses have room for. */
async function readForIds<Row>(
  ids: readonly string[],
  read: (batch: readonly string[]) => Promise<Result<readonly Row[], Unknown>>,
): Promise<Result<readonly Row[], Unknown>> {
  const batches = await Promise.all(inBatches(ids).map(read));
  const rows: Row[] = [];
  for (const batch of batches) {
    if (batch.isErr()) return err(batch.error);
    for (const row of batch.value) rows.push(row);
  }
  return ok(rows);
}
