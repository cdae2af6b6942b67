import { dataverseReaders } from '../../src/adapters/dataverse/dataverse-readers.js';
import { hostKey } from '../../src/facts/keys.js';
import { type FactName, type GatherEvent, gatherSnapshot, type Snapshot } from '../../src/index.js';
import { type HostRetry, hostService } from './host-service.js';
import type { ConnectionTarget, HostConnection, ToolboxHost } from './toolbox-host.js';

/** How the reading of an environment ended. Only `read` has facts. */
export type ReadOutcome =
  /** If it was stopped, the facts that had not been read by then are unknown. */
  | { readonly type: 'read'; readonly snapshot: Snapshot; readonly isStopped: boolean }
  /** The tool has another connection, or none: what was read before is not kept. */
  | { readonly type: 'switched' };

interface ReadOptions {
  readonly host: ToolboxHost;
  readonly target: ConnectionTarget;
  readonly connection: HostConnection;
  readonly stop: AbortSignal;
  readonly now: Date;
  readonly onEvent?: ((event: GatherEvent) => void) | undefined;
  readonly retry?: HostRetry | undefined;
}

/** The facts that are read, in catalogue order: all that Dataverse has. */
export const readFacts = [
  'dataverseEnvironment',
  'solutions',
  'applicationUsers',
  'pluginAssemblies',
  'companies',
  'businessUnits',
  'teams',
  'runtimeConfigurations',
  'entityMaps',
  'mapDefinitions',
  'tableMetadata',
] as const satisfies readonly FactName[];

/** Reads every fact that Dataverse has, with the readers of the adapter for it. */
export async function readEnvironment(options: ReadOptions): Promise<ReadOutcome> {
  const { host, target, connection, stop, now, onEvent, retry = { maxRetries: 4, delayMs: 500 } } = options;
  const switched = new AbortController();
  const service = hostService({ host, target, connection, onSwitched: () => switched.abort(), stop, retry });
  const { url } = connection;
  const adapter = {
    name: 'Power Platform ToolBox',
    environment: { name: hostKey(url) ?? url },
    readers: dataverseReaders({ url, service }),
  };
  const gathered = await gatherSnapshot(adapter, {
    signal: switched.signal,
    only: readFacts,
    onEvent,
    now,
  });
  if (gathered.isErr()) return { type: 'switched' };
  return { type: 'read', snapshot: gathered.value, isStopped: stop.aborted };
}
