import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { allRows, anyOf, inBatches, readRows, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';

const rows = /* @__PURE__ */ once(() => ({
  assembly: z.object({ pluginassemblyid: z.string(), name: z.string() }),
  type: z.object({ plugintypeid: z.string(), _pluginassemblyid_value: z.string() }),
  step: z.object({
    sdkmessageprocessingstepid: z.nullish(z.string()), // returned without being requested, as keys are
    _plugintypeid_value: z.nullable(z.string()),
    statecode: z.number(),
  }),
}));

type TypeRow = z.infer<ReturnType<typeof rows>['type']>;
type StepRow = z.infer<ReturnType<typeof rows>['step']>;

/** The plug-in assemblies of dual-write with the steps that they are registered for. */
export async function readPluginAssemblies(
  service: Service,
  signal: AbortSignal,
): Promise<Fact<Facts['pluginAssemblies']>> {
  const assemblies = await readRows(
    service,
    'pluginassemblies',
    { select: ['pluginassemblyid', 'name'] },
    wholeRows(rows().assembly, ({ pluginassemblyid }) => guidKey(pluginassemblyid)),
    signal,
  );
  if (assemblies.isErr()) return assemblies.error;
  const ours = assemblies.value.rows.filter(({ name }) => /dualwrite/i.test(name));

  const types = await readForIds(
    ours.map(({ pluginassemblyid }) => pluginassemblyid),
    (ids) => readTypes(service, ids, signal),
  );
  if (types.isErr()) return types.error;
  const steps = await readForIds(
    types.value.map(({ plugintypeid }) => plugintypeid),
    (ids) => readSteps(service, ids, signal),
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
    assemblies.value,
  );
}

async function readTypes(
  service: Service,
  assemblies: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly TypeRow[], Unknown>> {
  const set = 'plugintypes';
  const kind = wholeRows(rows().type, ({ plugintypeid }) => guidKey(plugintypeid));
  const query = { select: Object.keys(rows().type.shape), filter: anyOf('_pluginassemblyid_value', assemblies) };
  return allRows(await readRows(service, set, query, kind, signal), set);
}

async function readSteps(
  service: Service,
  types: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly StepRow[], Unknown>> {
  const set = 'sdkmessageprocessingsteps';
  const kind = wholeRows(rows().step, ({ sdkmessageprocessingstepid: id }) => guidKey(id ?? ''));
  const query = { select: ['statecode', '_plugintypeid_value'], filter: anyOf('_plugintypeid_value', types) };
  return allRows(await readRows(service, set, query, kind, signal), set);
}

/** The rows of many parents, in as few requests as fit in URLs. */
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
