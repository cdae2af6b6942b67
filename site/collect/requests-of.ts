import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { discoverEnvironment } from '../../src/adapters/dataverse/discover-environment.js';
import type { Adapter } from '../../src/facts/adapter.js';
import { factNames } from '../../src/facts/fact-names.js';
import { gatherSnapshot } from '../../src/facts/gather-snapshot.js';
import type { FactName } from '../../src/facts/schemas.js';
import type { Tab } from './tab.js';
import { ofDataverse, ofFinops } from './tab-adapter.js';

/** What is requested for something, before answers lead to more. */
export interface Requests {
  /** A fact, or the environments that belong together. */
  readonly of: FactName | 'environments';
  readonly urls: readonly string[];
}

/** The addresses that will be requested, as the adapters themselves request them. Nothing is sent. */
export async function requestsOf(tab: Tab): Promise<readonly Requests[]> {
  const { httpClient, take } = listing();
  const adapter =
    tab.product === 'finops' ? ofFinops(tab, { httpClient }) : ofDataverse(tab, someFinops, { httpClient });
  const listed: Requests[] = [];
  if (tab.product === 'dataverse') {
    await discoverEnvironment({ url: tab.origin, credential: 'session', httpClient });
    listed.push({ of: 'environments', urls: take() });
  }
  for (const name of factsReadBy(adapter)) {
    await gatherSnapshot(adapter, { only: [name] });
    listed.push({ of: name, urls: take() });
  }
  return listed;
}

/** The facts that an adapter reads. */
export function factsReadBy(adapter: Adapter): readonly FactName[] {
  return factNames.filter((name) => adapter.readers[name] !== undefined);
}

/** Versions are requested only if Dataverse names an environment that they belong to. */
const someFinops = { finops: { url: 'https://not-known.invalid' }, notFound: [] };

/** A client that sends nothing and finds nothing. */
function listing(): { readonly httpClient: HttpClient; readonly take: () => readonly string[] } {
  const urls = new Set<string>();
  return {
    httpClient: {
      async sendRequest(request) {
        urls.add(request.url);
        return { request, status: 404, headers: createHttpHeaders() };
      },
    },
    take() {
      const taken = [...urls];
      urls.clear();
      return taken;
    },
  };
}
