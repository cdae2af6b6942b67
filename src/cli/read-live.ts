import { err, ok, type Result } from 'neverthrow';
import { dataverseAdapter, finopsAdapter, gatewayAdapter, powerPlatformAdapter } from '../adapters/index.js';
import { whyUrlIsUnfit } from '../adapters/odata/service.js';
import type { Adapter } from '../facts/adapter.js';
import { combineAdapters } from '../facts/combine.js';
import { factNames } from '../facts/fact-names.js';
import { gatherSnapshot } from '../facts/gather.js';
import type { FactName } from '../facts/schemas.js';
import type { Snapshot } from '../facts/snapshot.js';
import { describeCheckFault } from './describe-fault.js';
import type { FactsArguments } from './facts-arguments.js';
import { showProgress } from './progress.js';
import { signIn } from './sign-in.js';

/** Reads the services that the command line names, with progress on stderr; Ctrl-C ends it cleanly. */
export async function readLive(
  given: FactsArguments,
  options: { readonly capture: readonly unknown[] | undefined; readonly facts: readonly FactName[] | undefined },
): Promise<Result<Snapshot, string>> {
  const adapter = await adapterFor(given, options.capture);
  if (adapter.isErr()) return err(adapter.error);

  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  const progress = showProgress(process.stderr);
  const snapshot = await gatherSnapshot(adapter.value(progress.noteRowProblem), {
    signal: controller.signal,
    onEvent: progress.note,
    concurrency: factNames.length, // all at once: what is bounded is the requests to each service
    timeoutMs: given.timeoutMs,
    only: options.facts,
  });
  progress.end();
  process.removeListener('SIGINT', stop);
  return snapshot.mapErr((fault) =>
    fault.type === 'aborted' ? 'stopped before everything was read; nothing was written' : describeCheckFault(fault),
  );
}

type MakeAdapter = (onRowProblem: ReturnType<typeof showProgress>['noteRowProblem']) => Adapter;

async function adapterFor(
  given: FactsArguments,
  capture: readonly unknown[] | undefined,
): Promise<Result<MakeAdapter, string>> {
  const { dataverse, finops, environmentId, powerPlatform } = given;
  for (const [option, url] of Object.entries({ dataverse, finops, 'power-platform': powerPlatform })) {
    const problem = url === undefined ? undefined : whyUrlIsUnfit(url);
    if (problem !== undefined) return err(`--${option}: ${problem}`);
  }
  if (environmentId?.trim() === '') return err('--environment-id: expected an id, found nothing');
  const credentials = await signIn(given);
  if (credentials.isErr()) return err(credentials.error);
  const { forDataverse, forFinops, forPowerPlatform } = credentials.value;

  const named: Adapter = { name: 'command line', environment: { name: nameOf(given) }, readers: {} };
  return ok((onRowProblem) =>
    combineAdapters(
      named,
      // The capture knows which map is active; its maps are put together with the saved ones where Dataverse is read.
      ...(capture === undefined ? [] : [withoutMaps(gatewayAdapter(capture), dataverse !== undefined)]),
      ...(environmentId === undefined
        ? []
        : [powerPlatformAdapter({ environmentId, url: powerPlatform, credential: forPowerPlatform })]),
      ...(dataverse === undefined
        ? []
        : [dataverseAdapter({ url: dataverse, credential: forDataverse, gateway: capture, onRowProblem })]),
      ...(finops === undefined ? [] : [finopsAdapter({ url: finops, credential: forFinops, onRowProblem })]),
    ),
  );
}

function withoutMaps(adapter: Adapter, isDataverseRead: boolean): Adapter {
  const { entityMaps, ...readers } = adapter.readers;
  return isDataverseRead || entityMaps === undefined ? { ...adapter, readers } : adapter;
}

function nameOf({ dataverse, finops, environmentId }: FactsArguments): string {
  const url = dataverse ?? finops;
  return url === undefined ? (environmentId ?? '') : new URL(url).host;
}
