/**
 * One live check in a process of its own: prints what it took as JSON, [milliseconds, kilobytes at the peak].
 * Arguments: the address of the server; with a second one, it prints the requests that it sent instead.
 */
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { dataverseAdapter, finopsAdapter, powerPlatformAdapter } from '../dist/adapters.js';
import { checkEnvironment, combineAdapters, factNames } from '../dist/index.js';

const [server, asksForRequests] = process.argv.slice(2);
const credential = { getToken: async () => ({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const sent = [];
const client = createDefaultHttpClient();
const httpClient = {
  sendRequest(request) {
    const { method, url, headers } = request;
    const asked = ['Accept', 'Prefer', 'If-None-Match'].filter((name) => headers.has(name));
    sent.push({ method, url, headers: Object.fromEntries(asked.map((name) => [name, headers.get(name)])) });
    return client.sendRequest(request);
  },
};
const connection = { url: server, credential, ...(asksForRequests ? { httpClient } : {}) };

const start = performance.now();
const report = await checkEnvironment(
  combineAdapters(
    powerPlatformAdapter({
      ...connection,
      environmentId: '00000000-0000-0000-0000-000000000001',
      dataverseUrl: server,
    }),
    dataverseAdapter(connection),
    finopsAdapter(connection),
  ),
  { concurrency: factNames.length }, // as the command line does it
);
const time = performance.now() - start;

// A check that could not read everything would be fast for the wrong reason.
if (report.isErr()) throw new Error(JSON.stringify(report.error));
const unread = Object.entries(report.value.facts).filter(
  ([, { status, reason }]) => status === 'unknown' && reason !== 'not-provided',
);
if (unread.length > 0) throw new Error(JSON.stringify(unread));
console.log(JSON.stringify(asksForRequests ? sent : [time, process.resourceUsage().maxRSS]));
