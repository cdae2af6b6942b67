import type { HttpClient } from '@azure/core-rest-pipeline';
import { dataverseAdapter } from '../../src/adapters/dataverse/dataverse-adapter.js';
import { discoverEnvironment } from '../../src/adapters/dataverse/discover-environment.js';
import type { FoundEnvironment } from '../../src/adapters/dataverse/found-environment.js';
import { finopsAdapter } from '../../src/adapters/finops/finops-adapter.js';
import type { Adapter } from '../../src/facts/adapter.js';
import { combineAdapters } from '../../src/facts/combine-adapters.js';
import { known, unknown } from '../../src/facts/fact.js';
import type { Facts } from '../../src/facts/schemas.js';
import type { Tab } from './tab.js';

/** Who sends the requests: by default the browser, with the session of the tab. */
interface Sender {
  readonly httpClient?: HttpClient | undefined;
}

/** The live adapters, with the session of a tab instead of a token. */
export async function tabAdapter(tab: Tab, signal: AbortSignal): Promise<Adapter> {
  if (tab.product === 'finops') return ofFinops(tab);
  return ofDataverse(tab, await discoverEnvironment({ url: tab.origin, credential: 'session', signal }));
}

export function ofFinops({ origin }: Tab, sender: Sender = {}): Adapter {
  const finops = finopsAdapter({ url: origin, credential: 'session', ...sender });
  return combineAdapters(
    finops,
    addressOf({ url: origin }, 'a file of the Dataverse tab has them, if Dataverse knows them'),
  );
}

/** With the versions of the connected finance and operations environment, as Dataverse knows them. */
export function ofDataverse({ origin }: Tab, found: FoundEnvironment, sender: Sender = {}): Adapter {
  const session = { url: origin, credential: 'session', found, ...sender } as const;
  const { finops } = found;
  if (finops === undefined) return combineAdapters(dataverseAdapter(session), withoutFinops(found));
  const { finopsEnvironment } = finopsAdapter({ ...session, url: finops.url, dataverse: session }).readers;
  return combineAdapters(
    dataverseAdapter(session),
    { ...beside, readers: { ...(finopsEnvironment && { finopsEnvironment }) } },
    addressOf(finops, 'Dataverse does not know them'),
  );
}

/** What comes from another source than the product of the tab. */
const beside = { name: 'tab', environment: { name: 'tab' } };

/** What is left of an environment whose versions cannot be read. */
function addressOf(value: Facts['finopsEnvironment'], why: string): Adapter {
  const detail = `only its address is known: its versions are requested with POST, which is not sent; ${why}`;
  return { ...beside, readers: { finopsEnvironment: () => known(value, { coverage: 'partial', detail }) } };
}

function withoutFinops({ notFound }: FoundEnvironment): Adapter {
  const why = notFound.find(({ what }) => what === 'finops')?.because ?? 'Dataverse names none';
  return { ...beside, readers: { finopsEnvironment: () => unknown('not-provided', why) } };
}
