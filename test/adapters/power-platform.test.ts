import { describe, expect, test } from 'vitest';
import { powerPlatformAdapter } from '../../src/adapters/index.js';
import { gatherSnapshot } from '../../src/index.js';
import { environmentId } from '../support/live-environment.js';
import { credential, holdings, readValue, retry, serve } from '../support/live-reading.js';
import type { LiveServer } from '../support/live-server.js';

describe('a record of the Power Platform', () => {
  const recordPath = Object.keys(holdings.documents).find((path) => !path.endsWith('/connections')) ?? '';
  const record = holdings.documents[recordPath] as { readonly properties: object };
  const withUrl = (instanceUrl: unknown) => ({
    documents: {
      ...holdings.documents,
      [recordPath]: {
        ...record,
        properties: { ...record.properties, linkedEnvironmentMetadata: { instanceUrl, version: '9.2.0.1' } },
      },
    },
  });
  const facts = async (server: LiveServer, dataverseUrl?: string) =>
    (
      await gatherSnapshot(powerPlatformAdapter({ environmentId, url: server.url, credential, retry, dataverseUrl }))
    )._unsafeUnwrap().facts;

  test('of another environment than the one that was read is not used, and the facts say whose it is', async () => {
    const server = await serve(withUrl('https://contoso-prod.crm4.dynamics.com/'));
    const { dataverseEnvironment, apiHubConnections } = await facts(server, 'https://contoso-uat.crm4.dynamics.com');
    for (const fact of [dataverseEnvironment, apiHubConnections]) {
      expect(fact).toMatchObject({ status: 'unknown', reason: 'not-found' });
      expect(fact).toMatchObject({ detail: expect.stringMatching(/contoso-prod\.crm4.*contoso-uat\.crm4/) });
    }
  });

  test('of the same environment is used, however its address is written', async () => {
    const server = await serve(withUrl('https://Contoso-UAT.crm4.dynamics.com'));
    const { dataverseEnvironment, apiHubConnections } = await facts(
      server,
      'https://contoso-uat.api.crm4.dynamics.com/',
    );
    expect(dataverseEnvironment).toMatchObject({ status: 'known' });
    expect(apiHubConnections).toMatchObject({ status: 'known' });
  });

  test('is used as before where only its id is given', async () => {
    const server = await serve(withUrl('https://contoso-prod.crm4.dynamics.com/'));
    expect((await facts(server)).dataverseEnvironment).toMatchObject({
      value: { url: 'https://contoso-prod.crm4.dynamics.com/' },
    });
    expect(server.requests).toHaveLength(2);
  });

  test('that cannot be read does not prove that the connections belong to another one', async () => {
    const server = await serve({ documents: { ...holdings.documents, [recordPath]: undefined } });
    const { dataverseEnvironment, apiHubConnections } = await facts(server, 'https://contoso-uat.crm4.dynamics.com');
    expect(dataverseEnvironment).toMatchObject({ status: 'unknown', reason: 'not-found' });
    expect(apiHubConnections).toMatchObject({ status: 'known' });
  });

  test.each([
    ['null', null, 'not-found'],
    ['blank', '  ', 'not-found'],
    ['no URL', 'https://', 'malformed'],
  ])('whose address is %s is not an environment', async (_name, instanceUrl, reason) => {
    const server = await serve(withUrl(instanceUrl));
    expect((await facts(server)).dataverseEnvironment).toMatchObject({ status: 'unknown', reason });
  });
});

test('connections come as they were recorded: without an address, and without anything personal', async () => {
  const recorded = (await import('../../examples/data/get_connections.json', { with: { type: 'json' } })).default;
  const path = Object.keys(holdings.documents).find((one) => one.endsWith('/connections')) ?? '';
  const server = await serve({ documents: { ...holdings.documents, [path]: recorded } });
  const value = await readValue(
    powerPlatformAdapter({ environmentId, url: server.url, credential }),
    'apiHubConnections',
  );
  expect(value).toEqual([
    { id: recorded.value[0]?.name, connector: 'shared_commondataserviceforapps', status: 'connected' },
    { id: recorded.value[1]?.name, connector: 'shared_flowmanagement', status: 'connected' },
  ]);
});
