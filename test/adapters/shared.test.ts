import { expect, test } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { shared } from '../../src/adapters/odata/shared.js';
import { gatherSnapshot } from '../../src/index.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { startLiveServer } from '../support/live-server.js';

/** A reading that ends when it is told to, and remembers with which signals it was begun. */
function reading() {
  const begun: { readonly signal: AbortSignal; readonly end: (answer: string) => void }[] = [];
  const read = shared((signal) => new Promise<string>((end) => begun.push({ signal, end })));
  return { begun, read };
}

test('who asks while it runs gets the same answer; who asks later a new one', async () => {
  const { begun, read } = reading();
  const answers = Promise.all([read(new AbortController().signal), read(new AbortController().signal)]);
  expect(begun).toHaveLength(1);
  begun[0]?.end('first');
  expect(await answers).toEqual(['first', 'first']);
  const later = read(new AbortController().signal);
  begun[1]?.end('second');
  expect(await later).toBe('second');
});

test('it is given up when all who asked have given up, and only then', () => {
  const { begun, read } = reading();
  const [one, other] = [new AbortController(), new AbortController()];
  void read(one.signal);
  void read(other.signal);
  one.abort();
  expect(begun[0]?.signal.aborted).toBe(false);
  other.abort();
  expect(begun[0]?.signal.aborted).toBe(true);
  void read(new AbortController().signal);
  expect(begun[1]?.signal.aborted).toBe(false);
});

test('who has given up before asking does not join the others', () => {
  const { begun, read } = reading();
  void read(new AbortController().signal);
  void read(AbortSignal.abort());
  expect(begun.map(({ signal }) => signal.aborted)).toEqual([false, true]);
});

test('the runtime configurations are read once for the two facts that need them', async () => {
  const server = await startLiveServer(holdingsOf(healthySnapshot()), { delayMs: 20 });
  const credential = { getToken: async () => ({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const adapter = dataverseAdapter({ url: server.url, credential });
  const only = ['runtimeConfigurations', 'entityMaps'] as const;
  const read = () => server.requests.filter(({ path }) => path.endsWith('/msdyn_dualwriteruntimeconfigs')).length;
  await gatherSnapshot(adapter, { only });
  expect(read()).toBe(1);
  await gatherSnapshot(adapter, { only });
  expect(read()).toBe(2);
  await server.close();
});
