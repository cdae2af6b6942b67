import * as z from 'zod/mini';
import type { Reader } from '../../facts/adapter.js';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { FactName, Facts } from '../../facts/schemas.js';
import { inTime } from '../odata/in-time.js';
import type { Service } from '../odata/service.js';
import { oncePerRun } from '../odata/shared.js';

/** What a fact is read with: the privilege that shows its rows, and those that show the content of a row. */
interface Needed {
  readonly rows: string;
  readonly inside?: readonly string[];
}

/** Read privileges are called by the schema name of their table; users are the exception. */
const needed = {
  solutions: { rows: 'prvReadSolution' },
  applicationUsers: { rows: 'prvReadUser', inside: ['prvReadTeam', 'prvReadRole'] },
  pluginAssemblies: { rows: 'prvReadPluginAssembly', inside: ['prvReadPluginType', 'prvReadSdkMessageProcessingStep'] },
  companies: { rows: 'prvReadcdm_Company' },
  businessUnits: { rows: 'prvReadBusinessUnit' },
  teams: { rows: 'prvReadTeam', inside: ['prvReadRole'] },
  runtimeConfigurations: { rows: 'prvReadmsdyn_dualwriteruntimeconfig' },
  entityMaps: { rows: 'prvReadmsdyn_dualwriteentitymap', inside: ['prvReadmsdyn_dualwriteruntimeconfig'] },
  mapDefinitions: { rows: 'prvReadmsdyn_dualwriteentitymap' },
} as const satisfies { readonly [Name in FactName]?: Needed };

type GuardedFact = keyof typeof needed;

/** The depth of the privileges that do not reach the whole organization, by name in lower case. */
type NarrowPrivileges = ReadonlyMap<string, string>;

/**
 * Creates readers that report how much the caller can see: if a privilege does not cover the whole organization, Dataverse
 * silently leaves out rows, so the fact is partial. If a service does not report the depth, nothing changes.
 *
 * Source: RolePrivilege and RetrieveUserSetOfPrivilegesByNames, Web API reference.
 */
export function guardWithPrivileges(service: Service) {
  const narrow = oncePerRun<GuardedFact, NarrowPrivileges>((signal) => readNarrowPrivileges(service, signal));
  return <Name extends GuardedFact>(
    name: Name,
    read: (signal: AbortSignal) => Promise<Fact<Facts[Name]>>,
    /** The rows as a partial fact, because parts of their content may be missing. */
    withoutInside: (value: Facts[Name]) => Facts[Name] = (value) => value,
  ): Reader<Name> =>
    async ({ signal }) => {
      const asked = narrow(name, signal);
      asked.catch(() => {}); // where the rows fail first, nobody waits for it
      const fact = await read(signal);
      if (fact.status === 'unknown') return fact;
      const { rows, inside = [] }: Needed = needed[name];
      const found = await asked;
      const isNarrow = (privilege: string) => found.has(nameKey(privilege));
      const short = [rows, ...inside].filter(isNarrow);
      if (short.length === 0) return fact;
      const value = inside.some(isNarrow) ? withoutInside(fact.value) : fact.value;
      const depths = short
        .map((privilege) => `${privilege} reaches ${inWords(found.get(nameKey(privilege)))}`)
        .join(', ');
      const detail = `${depths}, not the whole organization (Global): rows may be missing`;
      return known(value, { coverage: 'partial', detail: [fact.detail ?? [], detail].flat().join('; ') });
    };
}

const answers = /* @__PURE__ */ once(() => ({
  caller: z.object({ UserId: z.string() }),
  privileges: z.object({ RolePrivileges: z.array(z.object({ PrivilegeName: z.string(), Depth: z.string() })) }),
}));

/** From the narrowest to the widest; any other value of the service is not the whole organization. */
const depths = ['basic', 'local', 'deep', 'global'];

async function readNarrowPrivileges(service: Service, signal: AbortSignal): Promise<NarrowPrivileges> {
  const privileges = await inTime(signal, (limited) => readPrivileges(service, limited));
  const widest = new Map<string, string>();
  for (const { PrivilegeName, Depth } of privileges ?? []) {
    const name = nameKey(PrivilegeName);
    const known = widest.get(name);
    if (known === undefined || rankOf(known) < rankOf(Depth)) widest.set(name, Depth);
  }
  return new Map([...widest].filter(([, depth]) => rankOf(depth) < rankOf('Global')));
}

/** An unknown depth is text from the service, which is not passed on. */
function inWords(depth = ''): string {
  return rankOf(depth) < 0 ? 'less' : `${depth.trim()} only`;
}

function rankOf(depth: string): number {
  return depths.indexOf(nameKey(depth));
}

/** What the caller holds, through teams too; `undefined` if the service does not report it. */
async function readPrivileges(service: Service, signal: AbortSignal) {
  const caller = await service.get('WhoAmI', 'WhoAmI', signal);
  const parsed = answers().caller.safeParse(caller.isOk() ? caller.value.json : undefined);
  if (!parsed.success || isBlank(parsed.data.UserId)) return undefined;
  const user = `systemusers(${encodeURIComponent(parsed.data.UserId)})`;
  const all = new Set(Object.values(needed).flatMap(({ rows, inside = [] }: Needed) => [rows, ...inside]));
  const answer = await ask([...all]);
  // Without the dual-write solutions, some of the names are not names of privileges, and the service may then refuse all of
  // them.
  const isRefused = answer.isErr() && isRefusal(answer.error);
  const finalAnswer = isRefused ? await ask([...all].filter((name) => !/dualwrite|cdm_/i.test(name))) : answer;
  const privileges = answers().privileges.safeParse(finalAnswer.isOk() ? finalAnswer.value.json : undefined);
  return privileges.success ? privileges.data.RolePrivileges : undefined;

  function ask(names: readonly string[]) {
    const list = encodeURIComponent(JSON.stringify(names));
    const url = `${user}/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=${list}`;
    return service.get(url, 'the privileges of the caller', signal);
  }
}

/** 400 or 404, or a refusal whose status was not passed on. */
function isRefusal({ reason, detail = '' }: Unknown): boolean {
  return /^40[04]\b/.test(detail) || (reason === 'failed' && !/^\d/.test(detail));
}
