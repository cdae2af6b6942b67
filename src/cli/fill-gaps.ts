import type { Adapter } from '../facts/adapter.js';
import { type Fact, known } from '../facts/fact.js';
import { hostKey } from '../facts/keys.js';
import { preferred } from '../facts/overlay-facts.js';
import type { Facts } from '../facts/schemas.js';

type Environment = Fact<Facts['dataverseEnvironment']>;

/** The two adapters, with one that describes the Dataverse environment: Dataverse, and where it leaves something open, also the Power Platform. */
export function fillGaps(dataverse: Adapter, powerPlatform: Adapter): readonly [Adapter, Adapter] {
  const { dataverseEnvironment: own } = dataverse.readers;
  const { dataverseEnvironment: other, ...rest } = powerPlatform.readers;
  if (own === undefined || other === undefined) return [dataverse, powerPlatform];
  const readers: Adapter['readers'] = {
    ...dataverse.readers,
    dataverseEnvironment: async (context) => {
      const first = await own(context);
      return isWhole(first) ? first : together(first, await other(context));
    },
  };
  return [
    { ...dataverse, readers },
    { ...powerPlatform, readers: rest },
  ];
}

function isWhole(fact: Environment): boolean {
  return fact.status === 'known' && fact.value.tenantId != null && fact.value.geography != null;
}

/** What both know about one environment. A record of another one adds nothing. */
function together(first: Environment, second: Environment): Environment {
  if (first.status === 'unknown' || second.status === 'unknown') return preferred(first, second);
  const { url, version, tenantId, geography } = first.value;
  if (hostKey(url) !== hostKey(second.value.url)) return first;
  return known({
    url,
    version: version ?? second.value.version,
    tenantId: tenantId ?? second.value.tenantId,
    geography: geography ?? second.value.geography,
  });
}
