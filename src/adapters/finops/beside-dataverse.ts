import { hostKey } from '../../facts/keys.js';
import { type FinopsApplication, readFinopsApplication } from '../dataverse/finops-application.js';
import { type FoundEnvironment, readConnectedFinops } from '../dataverse/found-environment.js';
import { inTime } from '../odata/in-time.js';
import type { Service } from '../odata/service.js';

/** What the connected Dataverse environment reports about a finance and operations environment; nothing about any other one. */
export interface DataverseBeside {
  tenantOf(finopsUrl: string, signal: AbortSignal): Promise<string | undefined>;
  application(finopsUrl: string, signal: AbortSignal): Promise<FinopsApplication | undefined>;
}

/** Requests from Dataverse only what has not been found yet. */
export function besideDataverse({
  url,
  service,
  found,
}: {
  readonly url: string;
  readonly service: Service;
  readonly found?: FoundEnvironment | undefined;
}): DataverseBeside {
  const connected = async (finopsUrl: string, signal: AbortSignal) => {
    const finops = found
      ? found.finops
      : (await inTime(signal, (limited) => readConnectedFinops(service, url, limited))).unwrapOr(undefined);
    return finops !== undefined && hostKey(finops.url) === hostKey(finopsUrl) ? finops : undefined;
  };
  return {
    tenantOf: async (finopsUrl, signal) => (await connected(finopsUrl, signal))?.tenantId,
    async application(finopsUrl, signal) {
      if ((await connected(finopsUrl, signal)) === undefined) return undefined;
      return (await inTime(signal, (limited) => readFinopsApplication(service, limited))).unwrapOr(undefined);
    },
  };
}
