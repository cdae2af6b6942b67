import {
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
  proxyPolicy,
  RestError,
} from '@azure/core-rest-pipeline';
import { type NamedProxy, proxyFor } from './proxy.js';

/** The code of the error for a request that a proxy does not let through. Its message is a sentence of ours. */
export const refusedByProxy = 'REFUSED_BY_PROXY';

/** Sends requests through the proxy that the environment names. What the proxy answers is not taken for an answer of the service. */
export function environmentProxyPolicy(): PipelinePolicy {
  return {
    name: 'environmentProxy',
    async sendRequest(request, next) {
      const proxy = proxyFor(request.url).unwrapOr(undefined); // a senseless one is complained about before anything is sent
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

/** An agent for each request, of which it is then known what the proxy answered to it: its connections are not kept anyway. */
function throughProxy(
  { settings }: NamedProxy,
  request: PipelineRequest,
  next: (prepared: PipelineRequest) => Promise<PipelineResponse>,
): Promise<PipelineResponse> {
  return proxyPolicy(settings, { customNoProxyList: [] }).sendRequest(request, next);
}

/** Sees the status with which the proxy answers each time it is asked to connect. */
function onConnect({ agent }: PipelineRequest, see: (status: number) => void): void {
  // Safe: agents of Node emit events, and that of the library this one; the type of the library names neither.
  const emitter = agent as unknown as { on(event: string, listener: (answer: { statusCode: number }) => void): void };
  emitter.on('proxyConnect', ({ statusCode }) => see(statusCode));
}

function whyRefused(status: number, { name, variable, settings }: NamedProxy, host: string): string {
  if (status !== 407) return `the proxy ${name} does not connect to ${host}: ask whoever runs it`;
  return settings.username
    ? `the proxy ${name} does not accept the user name and the password in ${variable}`
    : `the proxy ${name} asks for a sign-in: put a user name and a password into ${variable} (http://user:password@host:port)`;
}
