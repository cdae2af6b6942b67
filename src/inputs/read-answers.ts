import { dataverseAdvice } from '../adapters/dataverse/dataverse-advice.js';
import { dataverseReaders } from '../adapters/dataverse/dataverse-readers.js';
import { readConnectedFinops } from '../adapters/dataverse/found-environment.js';
import { besideDataverse } from '../adapters/finops/beside-dataverse.js';
import { finopsAdvice } from '../adapters/finops/finops-advice.js';
import { finopsReaders } from '../adapters/finops/finops-readers.js';
import { gatewayAdapter } from '../adapters/gateway/gateway-adapter.js';
import { gatewayAdvice } from '../adapters/gateway/gateway-advice.js';
import { originOf } from '../adapters/live-options.js';
import type { Advice } from '../adapters/odata/failure-of-response.js';
import { cloudOf, powerPlatformOf } from '../adapters/power-platform/clouds.js';
import { powerPlatformAdvice } from '../adapters/power-platform/power-platform-advice.js';
import { powerPlatformReaders } from '../adapters/power-platform/power-platform-readers.js';
import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import { failureOfRecorded, type RecordedService, recordedService } from '../adapters/recorded/recorded-service.js';
import { pathKey, type SavedAnswer } from '../adapters/recorded/saved-answer.js';
import type { Adapter, Reader } from '../facts/adapter.js';
import { type Fact, type Unknown, unknown } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { hostKey } from '../facts/keys.js';
import { preferred } from '../facts/overlay-facts.js';
import { readFact } from '../facts/read-fact.js';
import type { FactName, Facts } from '../facts/schemas.js';
import type { SnapshotFacts } from '../facts/snapshot.js';
import type { EnvironmentAnswers, GatewayAnswers } from './environment-answers.js';
import type { InputEnvironment } from './environments-in.js';
import type { GivenFact } from './over-snapshots.js';

/** A fact, as the answers give it. */
export interface ReadFact extends GivenFact {
  /** Whether an answer says something about it, even that it cannot be read. */
  readonly isGiven: boolean;
  /** The addresses whose answers would make it whole. */
  readonly unanswered: readonly string[];
}

/** What is known beside the answers. */
interface AlsoKnown {
  /** The id of the environment in the Power Platform. */
  readonly environmentId?: string | undefined;
  /** Facts of snapshots and of a person: what their maps require completes the maps of a capture. */
  readonly saved?: SnapshotFacts | undefined;
}

/** Reads each fact out of the answers of one environment, with the readers of the live adapters. */
export async function readAnswers(
  answers: EnvironmentAnswers,
  environment: InputEnvironment,
  { environmentId = answers.environmentIds[0], saved = {} }: AlsoKnown = {},
): Promise<ReadonlyMap<FactName, ReadFact>> {
  const read = new Map<FactName, ReadFact>();
  for (const name of factNames) {
    const one = await readOne(name);
    if (one !== undefined) read.set(name, one);
  }
  return read;

  /** With services of its own, so that it is known what each fact needs. */
  async function readOne(name: FactName): Promise<ReadFact | undefined> {
    const services = servicesFor(environment, environmentId, answers, saved);
    let fact: Fact<Facts[FactName]> | undefined = failureOfGateway(name, answers.gateway);
    for (const readers of services.readers) {
      // Safe: the reader under a name in `readers` reads exactly that fact.
      const reader = readers[name] as Reader<typeof name> | undefined;
      if (reader === undefined) continue;
      const next = await readFact(name, reader, { signal: new AbortController().signal });
      fact = fact === undefined ? next : preferred<Facts[FactName]>(fact, next);
      if (fact.status === 'known') break;
    }
    if (fact === undefined) return undefined;
    const isGiven =
      fact.status === 'known' ||
      fact.reason !== 'not-provided' ||
      services.recorded.some(({ used }) => [...used].some(({ path }) => !besidesOf(name).includes(path)));
    return {
      fact,
      at: latestTime([...services.recorded.flatMap(({ used }) => [...used]), ...capturedFor(name, answers.gateway)]),
      isGiven,
      unanswered: services.recorded
        .flatMap(({ unanswered }) => [...unanswered])
        .filter((url) => !url.includes(nowhere)),
    };
  }
}

function latestTime(answers: readonly RecordedAnswer[]): number | undefined {
  const times = answers.flatMap(({ at }) => at ?? []);
  return times.length === 0 ? undefined : times.reduce((latest, time) => Math.max(latest, time));
}

/** What is requested beside the rows of a fact; by itself it gives nothing of the fact. */
const besides: { readonly [Name in FactName]?: readonly string[] } = {
  finopsEnvironment: ['RetrieveFinanceAndOperationsIntegrationDetails'],
  finopsClients: ['SystemUsers'],
  apiHubConnections: ['environments'],
  runtimeConfigurations: ['EntityDefinitions'],
  entityMaps: ['msdyn_dualwriteruntimeconfigs'],
  mapDefinitions: ['msdyn_dualwriteruntimeconfigs'],
  tableMetadata: ['msdyn_dualwriteentitymaps'],
};

const privileges = ['WhoAmI', 'RetrieveUserSetOfPrivilegesByNames'];

function besidesOf(name: FactName): readonly string[] {
  return [...privileges, ...(besides[name] ?? [])].map(pathKey);
}

interface Services {
  /** Those that may know a fact, the first one first. */
  readonly readers: readonly Adapter['readers'][];
  readonly recorded: readonly RecordedService[];
}

function servicesFor(
  { dataverseUrl, finopsUrl }: InputEnvironment,
  environmentId: string | undefined,
  { find, all, gateway }: EnvironmentAnswers,
  saved: SnapshotFacts,
): Services {
  const recorded: RecordedService[] = [];
  const has = (service: SavedAnswer['service']) => all.some((answer) => answer.service === service);
  const readers: Adapter['readers'][] = [];
  const captured = capturedIn(gateway);
  if (environmentId !== undefined || has('power-platform')) {
    const cloud = cloudOf(originOf(powerPlatformOf(dataverseUrl ?? '') ?? 'https://api.powerapps.com'));
    const advice = powerPlatformAdvice(cloud.scope);
    const [apps, environments] = [open(cloud.apps, advice), open(cloud.environments, advice)];
    readers.push(powerPlatformReaders({ environmentId: environmentId ?? nowhere, apps, environments }));
  }
  const dataverse = dataverseUrl !== undefined || has('dataverse') ? openDataverse(dataverseUrl) : undefined;
  const finops = finopsUrl !== undefined || has('finops') ? openFinops(finopsUrl) : undefined;
  if (dataverse !== undefined) {
    const { dataverseEnvironment, ...ofRows } = dataverseReaders({
      url: dataverseUrl ?? '',
      service: dataverse,
      finops,
      gateway: captured,
    });
    readers.push(ofRows, dataverseUrl === undefined ? {} : { dataverseEnvironment });
  }
  if (finops !== undefined) {
    const beside =
      dataverse && dataverseUrl !== undefined ? besideDataverse({ url: dataverseUrl, service: dataverse }) : undefined;
    const { finopsEnvironment, ...ofRows } = finopsReaders({ url: finopsUrl ?? '', service: finops, beside });
    readers.push(ofRows, finopsUrl === undefined ? {} : { finopsEnvironment });
  }
  if (finops === undefined && dataverse !== undefined && dataverseUrl !== undefined) {
    readers.push({ finopsEnvironment: ({ signal }) => askForFinops(dataverse, dataverseUrl, signal) });
  }
  // Last: the maps of a capture say more together with the saved ones.
  if (captured !== undefined) readers.push(readersOfCapture(captured, gateway, saved));
  return { readers, recorded };

  function openDataverse(url = `https://${nowhere}`): RecordedService {
    return open(`${addressOf(url)}api/data/v9.2/`, dataverseAdvice(addressOf(url)));
  }

  function openFinops(url = `https://${nowhere}`): RecordedService {
    return open(`${addressOf(url)}data/`, finopsAdvice(addressOf(url)));
  }

  function open(baseUrl: string, advice: Advice): RecordedService {
    const service = recordedService(find, baseUrl, advice);
    recorded.push(service);
    return service;
  }
}

/** Dataverse may name it; what it says about the integration is nothing about an environment that is not connected. */
async function askForFinops(
  dataverse: RecordedService,
  dataverseUrl: string,
  signal: AbortSignal,
): Promise<Fact<Facts['finopsEnvironment']>> {
  await readConnectedFinops(dataverse, dataverseUrl, signal);
  return unknown('not-provided');
}

/** Where a service is, also by its host alone; what names no host leads nowhere. */
function addressOf(url: string): string {
  const isWhole = /^https?:/i.test(url) && URL.canParse(url);
  return isWhole ? originOf(url) : `https://${hostKey(url) ?? nowhere}/`;
}

/** In place of a host or an id that no answer names. */
const nowhere = 'not-known.invalid';

function capturedIn({ connectionSets, others }: GatewayAnswers): readonly unknown[] | undefined {
  const captured = [...connectionSets, ...others].map(({ body }) => body);
  return captured.length === 0 ? undefined : captured;
}

function readersOfCapture(
  captured: readonly unknown[],
  { connectionSets }: GatewayAnswers,
  saved: SnapshotFacts,
): Adapter['readers'] {
  const { link, ...readers } = gatewayAdapter(captured, saved).readers;
  return connectionSets.length === 0 ? readers : { ...readers, ...(link === undefined ? {} : { link }) };
}

/** The answers of the gateway that a fact is read from. */
function capturedFor(name: FactName, { connectionSets, others }: GatewayAnswers): readonly RecordedAnswer[] {
  if (gatewayPaths[name] === undefined) return [];
  return name === 'entityMaps' ? others : connectionSets;
}

/** Why the gateway does not show a fact, if it was requested it. */
function failureOfGateway(name: FactName, { unread }: GatewayAnswers): Unknown | undefined {
  const path = gatewayPaths[name];
  const answer = path && unread.findLast(({ address }) => path.test(address?.path ?? ''));
  return answer && failureOfRecorded(answer, 'the Dual-write page', gatewayAdvice);
}

const gatewayPaths: { readonly [Name in FactName]?: RegExp } = {
  link: /^ConnectionSet\//i,
  alertSettings: /^ConnectionSet\//i,
  entityMaps: /\/Entities$/i,
};
