import { expect, test } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { gatherSnapshot } from '../../src/index.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { startLiveServer } from '../support/live-server.js';

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
