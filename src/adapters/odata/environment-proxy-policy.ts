import { type NamedProxy, proxyFor } from './proxy.js';
import {
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
  proxyPolicy,
  RestError,
} from './rest-pipeline.js';

/** The code of the error for a request that a proxy does not let through. Its message is our own text. */
export const refusedByProxy = 'REFUSED_BY_PROXY';

/**
 * Sends requests through the proxy that the environment names. Responses of the proxy are not treated as responses of the
 * service.
 */
export function environmentProxyPolicy(): PipelinePolicy {
  return {
    name: 'environmentProxy',
    async sendRequest(request, next) {
      const proxy = proxyFor(request.url).unwrapOr(undefined); // an invalid one is reported before anything is sent
      if (proxy === undefined) return next(request);
      let status: number | undefined;
      const response = await throughProxy(proxy, request, (prepared) => {
        onConnect(prepared, (answer) => {
          status = answer;
        });
        return next(prepared);
      });
      if (status === undefined || status === 200) return response;
      const message = `${status}: ${whyRefused(status, proxy, new URL(request.url).host)}`;
      throw new RestError(message, { code: refusedByProxy, statusCode: status });
    },
  };
}

/** An agent for each request, so that the response of the proxy to it is known: connections are not kept alive anyway. */
function throughProxy(
  { settings }: NamedProxy,
  request: PipelineRequest,
  next: (prepared: PipelineRequest) => Promise<PipelineResponse>,
): Promise<PipelineResponse> {
  return proxyPolicy(settings, { customNoProxyList: [] }).sendRequest(request, next);
}

/** Receives the status with which the proxy responds to each attempt to connect. */
function onConnect({ agent }: PipelineRequest, see: (status: number) => void): void {
  // Safe: agents of Node emit events, and the agent of the library emits this one; the type of the library declares neither.
  const emitter = agent as unknown as { on(event: string, listener: (answer: { statusCode: number }) => void): void };
  emitter.on('proxyConnect', ({ statusCode }) => see(statusCode));
}

function whyRefused(status: number, { name, variable, settings }: NamedProxy, host: string): string {
  if (status !== 407) return `the proxy ${name} does not connect to ${host}: ask its administrator`;
  return settings.username
    ? `the proxy ${name} does not accept the user name and the password in ${variable}`
    : `the proxy ${name} requires a sign-in: add a user name and a password to ${variable} (http://user:password@host:port)`;
}
