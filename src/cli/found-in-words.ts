import type { FoundEnvironment } from '../adapters/dataverse/found-environment.js';
import { hostKey, nameKey } from '../facts/keys.js';
import { visible } from '../reporters/escape.js';
import type { FactsArguments } from './facts-arguments.js';

/** What was found out from the address of Dataverse, line by line. What a person named wins, and is mentioned where it differs. */
export function foundInWords(
  { tenantId, environmentId, geography, finops, notFound }: FoundEnvironment,
  named: Pick<FactsArguments, 'finops' | 'environmentId'>,
): readonly string[] {
  const isOtherId = named.environmentId !== undefined && nameKey(named.environmentId) !== nameKey(environmentId ?? '');
  const isOtherFinops = named.finops !== undefined && hostKey(named.finops) !== hostKey(finops?.url);
  const found = [
    part('tenant', tenantId),
    part('environment id', environmentId, isOtherId ? '--environment-id' : undefined),
    part('geography', geography),
    part('finance and operations', finops?.url, isOtherFinops ? '--finops' : undefined),
  ].filter((one) => one !== '');
  const missing = notFound.flatMap(({ what, because }) => {
    if (what === 'dataverse') return [`not found: tenant, environment id and geography: ${because}`];
    return named.finops === undefined ? [`not found: finance and operations (name it with --finops): ${because}`] : [];
  });
  return [...(found.length === 0 ? [] : [`found: ${found.join(', ')}`]), ...missing].map(visible);
}

function part(name: string, value: string | undefined, overruledBy?: string): string {
  if (value === undefined) return '';
  return `${name} ${value}${overruledBy === undefined ? '' : ` (${overruledBy} names another, which is read instead)`}`;
}
