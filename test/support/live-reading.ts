import type { ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { type Adapter, type Fact, type FactName, type Facts, gatherSnapshot } from '../../src/index.js';
import { healthySnapshot, holdingsOf } from './live-environment.js';
import { type Asked, type Fault, type Holdings, type LiveServer, startLiveServer } from './live-server.js';

/*
 * Servers that live as long as one test, and single facts read from them.
 */

export const credential = { getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }) };
export const retry = { maxRetries: 2, delayMs: 1 };
export const healthy = healthySnapshot();
export const holdings = holdingsOf(healthy);

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

/** A server that holds the healthy environment, but for what is changed. */
export async function serve(
  changed: Partial<Holdings> = {},
  options: Parameters<typeof startLiveServer>[1] = {},
): Promise<LiveServer> {
  const server = await startLiveServer({ ...holdings, ...changed }, options);
  opened.push(server);
  return server;
}

/** Other tables of Dataverse than the healthy ones. */
export function tables(changed: Holdings['dataverse']): Pick<Holdings, 'dataverse'> {
  return { dataverse: { ...holdings.dataverse, ...changed } };
}

/** The answer to every request of such a path. */
export function answering(path: RegExp, answer: (response: ServerResponse, asked: Asked) => void): Fault {
  return (asked, response) => {
    if (!path.test(asked.path)) return false;
    answer(response, asked);
    return true;
  };
}

export async function readOne<Name extends FactName>(adapter: Adapter, name: Name): Promise<Fact<Facts[Name]>> {
  const { facts } = (await gatherSnapshot(adapter, { only: [name] }))._unsafeUnwrap();
  const fact: Fact<Facts[Name]> | undefined = facts[name];
  if (fact === undefined) throw new Error(`${name} was not read`);
  return fact;
}

export async function readValue<Name extends FactName>(adapter: Adapter, name: Name): Promise<Facts[Name]> {
  const fact = await readOne(adapter, name);
  if (fact.status === 'unknown') throw new Error(fact.detail);
  return fact.value;
}

/** What was asked of Dataverse, without the beginning that all have in common. */
export function pathsOf({ requests }: LiveServer): readonly string[] {
  return requests.map(({ path }) => path.replace(/^\/api\/data\/v9\.2\//, ''));
}
