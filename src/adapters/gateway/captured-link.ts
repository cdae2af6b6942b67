import { hostKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { isRecord, listOf, propertyOf, textOf } from '../lenient-json.js';

type Link = Facts['link'];

/** The link that a captured connection set describes; `undefined` when it does not list its legal entities. */
export function linkOf(connectionSet: unknown): Link | undefined {
  const environments = Object.entries(recordOf(connectionSet, 'environments'));
  const finops = environments.find(([, environment]) => isFinops(environment));
  const dataverse = environments.find(([, environment]) => isDataverse(environment));
  const detail = propertyOf(connectionSet, 'dualWriteDetail');
  const mappings = propertyOf(detail, 'legalEntityMappings') ?? propertyOf(connectionSet, 'legalEntityMappings');
  if (!isRecord(mappings)) return undefined;
  const isFinopsOnTheRight = finops !== undefined && textOf(mappings, 'rightEnvironment') === finops[0];
  const side = isFinopsOnTheRight ? 'right' : 'left';
  const legalEntities = listOf(mappings, 'mappings').flatMap((mapping) => {
    const entity = propertyOf(mapping, side);
    return textOf(entity, 'name') ?? textOf(entity, 'id') ?? [];
  });
  const connectionIds = environments.flatMap(([, environment]) => textOf(environment, 'connectionId') ?? []);
  return {
    linked: true,
    dataverseUrl: dataverse && addressOf(dataverse),
    finopsUrl: finops && addressOf(finops),
    legalEntities,
    apiHub: apiHubOf(
      connectionSet,
      environments.map(([, environment]) => environment),
    ),
    ...(connectionIds.length > 0 ? { connectionIds } : {}),
  };
}

function isFinops(environment: unknown): boolean {
  return textOf(environment, 'targetType')?.toUpperCase() === 'AX';
}

function isDataverse(environment: unknown): boolean {
  return /^CRM$|CDS/i.test(textOf(environment, 'targetType') ?? '');
}

/** The address of an environment; sets are keyed by names that are often the host. */
function addressOf([key, environment]: readonly [string, unknown]): string | undefined {
  const candidates = [
    textOf(environment, 'directUrl'),
    textOf(environment, 'metadataUrl'),
    textOf(environment, 'name'),
    key,
  ];
  const host = candidates.map((candidate) => hostKey(candidate)).find((candidate) => candidate?.includes('.'));
  return host === undefined ? undefined : `https://${host}`;
}

/** Links that sign in by themselves need no connections; that must be stated, not guessed. */
function apiHubOf(connectionSet: unknown, environments: readonly unknown[]): Link['apiHub'] {
  const flags: readonly unknown[] = [
    propertyOf(propertyOf(connectionSet, 'dualWriteDetail'), 'isOnFirstPartyAuth'),
    propertyOf(connectionSet, 'bypassApiHubConnector'),
  ];
  const ofEnvironments: readonly unknown[] = environments.map((environment) =>
    propertyOf(environment, 'bypassApiHubConnector'),
  );
  const allAre = (answer: boolean) => ofEnvironments.length > 0 && ofEnvironments.every((flag) => flag === answer);
  if (flags.includes(true) || allAre(true)) return 'bypassed';
  if (ofEnvironments.includes(true)) return 'unknown'; // one side only
  return flags.includes(false) || allAre(false) ? 'required' : 'unknown';
}

function recordOf(holder: unknown, name: string): Readonly<Record<string, unknown>> {
  const value = propertyOf(holder, name);
  return isRecord(value) ? value : {};
}
