import { originOf } from '../adapters/live-options.js';
import { bodyPolicy } from '../adapters/odata/body.js';
import { inTime } from '../adapters/odata/in-time.js';
import { makePipeline } from '../adapters/odata/pipeline.js';
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  defaultRetryPolicy,
} from '../adapters/odata/rest-pipeline.js';
import { isTenantId } from './azure-cli-command.js';

const longestWaitMs = 5_000;

/**
 * The tenant of a Dataverse environment, which it names to whoever asks without a token: a person may be signed in to several
 * tenants, and must sign in to the right one. Source: *Use OAuth authentication with Microsoft Dataverse*.
 *
 * @returns `undefined` where the environment does not say
 */
export async function tenantOf(dataverseUrl: string, signal: AbortSignal): Promise<string | undefined> {
  const url = `${originOf(dataverseUrl)}api/data/v9.2/`;
  const requestIn = (abortSignal: AbortSignal) =>
    createPipelineRequest({
      url,
      headers: createHttpHeaders({ Accept: 'application/json' }),
      allowInsecureConnection: url.startsWith('http:'),
      abortSignal,
    });
  try {
    const pipeline = makePipeline();
    pipeline.removePolicy({ name: defaultRetryPolicy().name });
    pipeline.addPolicy(bodyPolicy()); // a body without end must not fill the memory
    const send = (limited: AbortSignal) => pipeline.sendRequest(createDefaultHttpClient(), requestIn(limited));
    const { status, headers } = await inTime(signal, send, longestWaitMs);
    return status === 401 ? tenantIn(headers.get('www-authenticate') ?? '') : undefined;
  } catch {
    return undefined; // what is wrong there shows when the facts are read
  }
}

/** `Bearer authorization_uri=https://login.microsoftonline.com/<tenant>/oauth2/authorize, resource_id=…` */
function tenantIn(challenge: string): string | undefined {
  const tenant = /\bauthorization_uri="?https:\/\/[^/\s",]+\/([^/\s",]+)/i.exec(challenge)?.[1];
  return tenant !== undefined && isTenantId(tenant) ? tenant.toLowerCase() : undefined;
}
