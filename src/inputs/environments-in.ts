import { fitFinopsOrigin } from '../adapters/finops/found-address.js';
import { linkOf } from '../adapters/gateway/captured-link.js';
import { propertyOf, textOf } from '../adapters/lenient-json.js';
import { pathKey, type SavedAnswer } from '../adapters/recorded/saved-answer.js';
import { hostKey } from '../facts/keys.js';
import type { PartialSnapshot } from '../facts/snapshot.js';

/**
 * A pair of environments that inputs are about, or one of the two.
 * @public
 */
export interface InputEnvironment {
  readonly dataverseUrl?: string | undefined;
  readonly finopsUrl?: string | undefined;
}

/** Where environments are named. */
interface EnvironmentSources {
  readonly answers: readonly SavedAnswer[];
  readonly connectionSets: readonly unknown[];
  readonly snapshots: readonly PartialSnapshot[];
}

/**
 * The environments that inputs are about. A connection set, a snapshot, and what Dataverse says about its integration tie two hosts
 * together; the last one only where nothing else does, since it is not the dual-write link. One host of each kind without a tie is a pair.
 */
export function environmentsIn({
  answers,
  connectionSets,
  snapshots,
}: EnvironmentSources): readonly InputEnvironment[] {
  const named = [...connectionSets.map((set) => linkOf(set) ?? {}), ...snapshots.map(environmentOfSnapshot)];
  const hosts = answers.map(environmentOfAnswer);
  const pairs = distinct(named.filter(isPair));
  const tied = new Set(pairs.map(({ dataverseUrl }) => hostKey(dataverseUrl)));
  const integrated = answers.flatMap(integrationIn).filter(({ dataverseUrl }) => !tied.has(hostKey(dataverseUrl)));
  const all = distinct([...pairs, ...integrated]);
  const known = new Set(all.flatMap(keysOf));
  const alone = distinct(
    [...named, ...hosts].flatMap(parts).filter((one) => !keysOf(one).some((key) => known.has(key))),
  );
  const [first, second, ...more] = alone;
  if (all.length === 0 && first !== undefined && second !== undefined && more.length === 0) {
    const pair = {
      dataverseUrl: first.dataverseUrl ?? second.dataverseUrl,
      finopsUrl: first.finopsUrl ?? second.finopsUrl,
    };
    if (isPair(pair)) return [pair];
  }
  return [...all, ...alone];
}

/** Whether two environments can be one: what both name is the same. */
export function isSameEnvironment(a: InputEnvironment, b: InputEnvironment): boolean {
  const names = ['dataverseUrl', 'finopsUrl'] as const;
  const shared = names.filter((name) => hostKey(a[name]) !== undefined && hostKey(b[name]) !== undefined);
  return shared.length > 0 && shared.every((name) => hostKey(a[name]) === hostKey(b[name]));
}

/** Whether a host is known. */
export function isNamed(environment: InputEnvironment): boolean {
  return keysOf(environment).length > 0;
}

/** The environment that a snapshot names. */
export function environmentOfSnapshot({ facts }: PartialSnapshot): InputEnvironment {
  const link = facts.link?.status === 'known' ? facts.link.value : undefined;
  const dataverse = facts.dataverseEnvironment?.status === 'known' ? facts.dataverseEnvironment.value : undefined;
  const finops = facts.finopsEnvironment?.status === 'known' ? facts.finopsEnvironment.value : undefined;
  return {
    dataverseUrl: addressOf(dataverse?.url ?? link?.dataverseUrl),
    finopsUrl: addressOf(finops?.url ?? link?.finopsUrl),
  };
}

/** People write down hosts without a scheme, and other things: readers need an address. */
function addressOf(url: string | null | undefined): string | undefined {
  if (url != null && /^https?:/i.test(url) && URL.canParse(url)) return url;
  const host = hostKey(url);
  return host === undefined ? undefined : `https://${host}`;
}

function environmentOfAnswer(answer: SavedAnswer): InputEnvironment {
  const { service, host, base, body } = answer;
  if (service === 'power-platform') return { dataverseUrl: instanceUrlIn(body) };
  if (host === undefined) return {};
  const { origin } = new URL(base);
  return service === 'dataverse' ? { dataverseUrl: origin.replace(/\.api\.(crm\d*\.)/, '.$1') } : { finopsUrl: origin };
}

/** The Dataverse environment that the record of an environment names. */
export function instanceUrlIn(body: unknown): string | undefined {
  return textOf(propertyOf(propertyOf(body, 'properties'), 'linkedEnvironmentMetadata'), 'instanceUrl');
}

const integrationDetails = /* @__PURE__ */ pathKey('RetrieveFinanceAndOperationsIntegrationDetails');

function integrationIn(answer: SavedAnswer): readonly InputEnvironment[] {
  if (answer.path !== integrationDetails || answer.status !== 200) return [];
  const { dataverseUrl } = environmentOfAnswer(answer);
  const pair = { dataverseUrl, finopsUrl: fitFinopsOrigin(textOf(answer.body, 'Url') ?? '', dataverseUrl ?? '') };
  return isPair(pair) ? [pair] : [];
}

function isPair({ dataverseUrl, finopsUrl }: InputEnvironment): boolean {
  return hostKey(dataverseUrl) !== undefined && hostKey(finopsUrl) !== undefined;
}

function parts({ dataverseUrl, finopsUrl }: InputEnvironment): readonly InputEnvironment[] {
  return [
    ...(hostKey(dataverseUrl) === undefined ? [] : [{ dataverseUrl }]),
    ...(hostKey(finopsUrl) === undefined ? [] : [{ finopsUrl }]),
  ];
}

function keysOf({ dataverseUrl, finopsUrl }: InputEnvironment): readonly string[] {
  const [dataverse, finops] = [hostKey(dataverseUrl), hostKey(finopsUrl)];
  return [...(dataverse ? [`dataverse ${dataverse}`] : []), ...(finops ? [`finops ${finops}`] : [])];
}

function distinct(environments: readonly InputEnvironment[]): readonly InputEnvironment[] {
  const byKeys = new Map<string, InputEnvironment>();
  for (const one of environments) {
    const key = keysOf(one).join(' ');
    if (!byKeys.has(key)) byKeys.set(key, { dataverseUrl: one.dataverseUrl, finopsUrl: one.finopsUrl });
  }
  return [...byKeys.values()];
}
