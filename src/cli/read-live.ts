import { err, type Result } from 'neverthrow';
import { discoverEnvironment } from '../adapters/dataverse/discover-environment.js';
import type { FoundEnvironment } from '../adapters/dataverse/found-environment.js';
import { dataverseAdapter, finopsAdapter, gatewayAdapter, powerPlatformAdapter } from '../adapters/index.js';
import { whyUrlIsUnfit } from '../adapters/odata/connect.js';
import { inTime } from '../adapters/odata/in-time.js';
import { powerPlatformOf } from '../adapters/power-platform/clouds.js';
import type { Adapter } from '../facts/adapter.js';
import { combineAdapters } from '../facts/combine-adapters.js';
import { factNames } from '../facts/fact-names.js';
import { gatherSnapshot } from '../facts/gather-snapshot.js';
import type { FactName } from '../facts/schemas.js';
import type { Snapshot } from '../facts/snapshot.js';
import type { Complaint } from './command-result.js';
import type { FactsArguments } from './facts-arguments.js';
import { fillGaps } from './fill-gaps.js';
import { foundInWords } from './found-in-words.js';
import { showProgress } from './progress.js';
import { type Credentials, signIn } from './sign-in.js';

/** What is read of live services. */
interface LiveReading {
  readonly capture: readonly unknown[] | undefined;
  readonly facts: readonly FactName[];
}

/** Reads the services that the command line names and those found from them, with progress on stderr; Ctrl-C and SIGTERM end it cleanly. */
export async function readLive(given: FactsArguments, reading: LiveReading): Promise<Result<Snapshot, Complaint>> {
  const complaint = whyUnfit(given);
  if (complaint !== undefined) return err(complaint);
  const { signal, release } = stopSignal();
  try {
    const snapshot = await readUntil(signal, given, reading);
    return signal.aborted ? err('stopped before everything was read; nothing was written') : snapshot;
  } finally {
    release();
  }
}

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C and SIGTERM end the reading; a second one ends the program, as if nobody listened. */
function stopSignal(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  for (const name of stopSignals) process.on(name, stop);
  return { signal: controller.signal, release };

  function stop(): void {
    release();
    controller.abort();
  }

  function release(): void {
    for (const name of stopSignals) process.removeListener(name, stop);
  }
}

async function readUntil(
  signal: AbortSignal,
  given: FactsArguments,
  reading: LiveReading,
): Promise<Result<Snapshot, Complaint>> {
  const credentials = await signIn(given, signal);
  if (credentials.isErr()) return err(credentials.error);
  const found = await findOut(given, reading, credentials.value, signal);
  const progress = showProgress(process.stderr);
  const adapter = adapterFor(given, reading, credentials.value, found, progress.noteRowProblem);
  const snapshot = await gatherSnapshot(adapter, {
    signal,
    onEvent: progress.note,
    concurrency: factNames.length, // all at once: what is bounded is the requests to each service
    timeoutMs: given.timeoutMs,
    only: reading.facts,
  });
  progress.end();
  return snapshot;
}

function whyUnfit({ dataverse, finops, powerPlatform, environmentId }: FactsArguments): string | undefined {
  if (environmentId?.trim() === '') return '--environment-id: expected an id, found nothing';
  for (const [option, url] of Object.entries({ dataverse, finops, 'power-platform': powerPlatform })) {
    const problem = url === undefined ? undefined : whyUrlIsUnfit(url);
    if (problem !== undefined) return `--${option}: ${problem}`;
  }
  return environmentId === undefined ? undefined : whyUrlIsUnfit(powerPlatform ?? 'https://api.powerapps.com');
}

/** Facts that need more than the address of Dataverse, or describe what is found from it. */
const factsBeyondDataverse: readonly FactName[] = [
  'dataverseEnvironment',
  'finopsEnvironment',
  'finopsClients',
  'legalEntities',
  'projectConfigurations',
  'apiHubConnections',
  'tableMetadata',
];

const defaultTimeoutMs = 60_000;

/** What Dataverse says of the environments that belong together, shown before anything else is read. */
async function findOut(
  given: FactsArguments,
  { facts }: LiveReading,
  { forDataverse }: Credentials,
  signal: AbortSignal,
): Promise<FoundEnvironment | undefined> {
  const { dataverse, timeoutMs = defaultTimeoutMs } = given;
  if (dataverse === undefined || !facts.some((name) => factsBeyondDataverse.includes(name))) return undefined;
  const discover = (limited: AbortSignal) =>
    discoverEnvironment({ url: dataverse, credential: forDataverse, signal: limited });
  const found = await inTime(signal, discover, timeoutMs);
  if (!signal.aborted) for (const line of foundInWords(found, given)) process.stderr.write(`${line}\n`);
  return found;
}

/** The services that are read: those that were named, then those that were found. */
function adapterFor(
  given: FactsArguments,
  { capture }: LiveReading,
  { forDataverse, forFinops, forPowerPlatform }: Credentials,
  found: FoundEnvironment | undefined,
  onRowProblem: ReturnType<typeof showProgress>['noteRowProblem'],
): Adapter {
  const { dataverse, finops = found?.finops?.url } = given;
  const beside = dataverse === undefined ? undefined : { url: dataverse, credential: forDataverse, found };
  const finopsOptions = finops === undefined ? undefined : { url: finops, credential: forFinops, dataverse: beside };
  const ofDataverse = beside && dataverseAdapter({ ...beside, finops: finopsOptions, gateway: capture, onRowProblem });
  const ofPowerPlatform = powerPlatformFor(given, found, forPowerPlatform);
  const adapters = [
    // The capture knows which map is active; its maps are put together with the saved ones where Dataverse is read.
    capture && withoutMaps(gatewayAdapter(capture), dataverse !== undefined),
    ...(ofDataverse && ofPowerPlatform ? fillGaps(ofDataverse, ofPowerPlatform) : [ofDataverse, ofPowerPlatform]),
    finopsOptions && finopsAdapter({ ...finopsOptions, onRowProblem }),
  ];
  const named: Adapter = { name: 'command line', environment: { name: nameOf(given) }, readers: {} };
  return combineAdapters(named, ...adapters.filter((adapter) => adapter !== undefined));
}

/** A found id is used only in the cloud that the address of Dataverse belongs to. */
function powerPlatformFor(
  { dataverse, environmentId, powerPlatform }: FactsArguments,
  found: FoundEnvironment | undefined,
  credential: Credentials['forPowerPlatform'],
): Adapter | undefined {
  const url = powerPlatform ?? (dataverse === undefined ? undefined : powerPlatformOf(dataverse));
  if (environmentId !== undefined)
    return powerPlatformAdapter({ environmentId, url, credential, dataverseUrl: dataverse });
  if (found?.environmentId === undefined || url === undefined) return undefined;
  return powerPlatformAdapter({ environmentId: found.environmentId, url, credential });
}

function withoutMaps(adapter: Adapter, isDataverseRead: boolean): Adapter {
  const { entityMaps, ...readers } = adapter.readers;
  return isDataverseRead || entityMaps === undefined ? { ...adapter, readers } : adapter;
}

function nameOf({ dataverse, finops, environmentId }: FactsArguments): string {
  const url = dataverse ?? finops;
  return url === undefined ? (environmentId ?? '') : new URL(url).host;
}
