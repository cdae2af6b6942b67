import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { requestsOf } from '../../site/collect/requests-of.js';
import { tabOf } from '../../site/collect/tab.js';
import { ofDataverse, ofFinops } from '../../site/collect/tab-adapter.js';
import { answering, holdings, readOne, serve } from '../support/live-reading.js';
import { send } from '../support/live-server.js';

describe('the product of a tab', () => {
  test.each([
    ['https://contoso.crm.dynamics.com', 'dataverse'],
    ['https://contoso.crm4.dynamics.com', 'dataverse'],
    ['https://contoso-uat.api.crm19.dynamics.com', 'dataverse'],
    ['https://contoso.crm9.dynamics.com', 'dataverse'],
    ['https://contoso.crm.microsoftdynamics.us', 'dataverse'],
    ['https://contoso.crm.appsplatform.us', 'dataverse'],
    ['https://contoso.crm.dynamics.cn', 'dataverse'],
    ['https://contoso.operations.dynamics.com', 'finops'],
    ['https://contoso.operations.eu.dynamics.com', 'finops'],
    ['https://contoso-uat.sandbox.operations.dynamics.com', 'finops'],
    ['https://contoso-dev.cloudax.dynamics.com', 'finops'],
    ['https://contoso-dev.axcloud.dynamics.com', 'finops'],
    ['https://usnconeboxax1aos.cloud.onebox.dynamics.com', 'finops'],
    ['https://contoso.sandbox.operations.dynamics.cn', 'finops'],
  ])('%s: %s, by its address', (origin, product) => {
    expect(tabOf(origin, {})).toEqual({ product, origin, recognizedBy: 'its address' });
  });

  test.each([
    'https://make.powerapps.com',
    'https://admin.powerplatform.microsoft.com',
    'https://lcs.dynamics.com',
    'https://home.dynamics.com',
    'https://contoso.crm4.dynamics.com.evil.example',
    'https://crm4.dynamics.com.operations.dynamics.example',
    'http://contoso.operations.dynamics.com',
    'https://login.microsoftonline.com',
    'null',
  ])('%s: neither', (origin) => {
    expect(tabOf(origin, {})).toBeUndefined();
  });

  test('other addresses are recognized by what the products define', () => {
    const origin = 'https://crm.contoso.example';
    expect(tabOf(origin, { Xrm: undefined })).toMatchObject({ product: 'dataverse', recognizedBy: 'Xrm in its page' });
    expect(tabOf(origin, { $dyn: {} })).toMatchObject({ product: 'finops', recognizedBy: '$dyn in its page' });
  });
});

describe('the addresses that are listed', () => {
  test.each(['dataverse', 'finops'] as const)(
    'of %s are all of its own host, and there are some for every fact',
    async (product) => {
      const origin = 'https://contoso.example';
      const listed = await requestsOf({ product, origin, recognizedBy: '' });
      const urls = listed.flatMap((one) => one.urls);
      expect(urls.length).toBeGreaterThanOrEqual(listed.length - 1);
      expect(urls.filter((url) => new URL(url).origin !== origin)).toEqual([]);
      expect(listed.filter((one) => one.urls.length === 0).map(({ of }) => of)).toEqual(
        product === 'finops' ? ['finopsEnvironment'] : [],
      );
      expect(urls.filter((url) => /ConnectionString/.test(url))).toEqual([]);
    },
  );
});

describe('finance and operations, as far as a tab knows it', () => {
  const sender = { httpClient: createDefaultHttpClient() };
  const tab = (origin: string) => ({ product: 'dataverse', origin, recognizedBy: '' }) as const;
  const finops = { url: 'https://contoso.operations.dynamics.com', tenantId: 't' };
  const found = { finops, notFound: [] };

  test('where Dataverse names none: unknown, with the reason that Dataverse gave', async () => {
    const server = await serve();
    const because = 'the Power Platform integration connects none';
    const adapter = ofDataverse(tab(server.url), { notFound: [{ what: 'finops', because }] }, sender);
    expect(await readOne(adapter, 'finopsEnvironment')).toEqual({
      status: 'unknown',
      reason: 'not-provided',
      detail: because,
    });
  });

  test('where Dataverse does not know the versions: its address and its tenant', async () => {
    const fault = answering(/msprov_/, (response) => send(response, 404, {}));
    const server = await serve({}, { fault });
    const read = await readOne(ofDataverse(tab(server.url), found, sender), 'finopsEnvironment');
    expect(read).toMatchObject({ status: 'known', coverage: 'partial', value: finops });
    expect(read.detail).toMatch(/versions are requested with POST, which is not sent; Dataverse does not know them$/);
  });

  test('where Dataverse knows them: its builds, its address and its tenant', async () => {
    const server = await serve();
    const read = await readOne(ofDataverse(tab(server.url), found, sender), 'finopsEnvironment');
    const { GetApplicationBuildVersion: applicationBuild, GetPlatformBuildVersion: platformBuild } = holdings.actions;
    expect(read).toMatchObject({
      status: 'known',
      value: { ...finops, applicationBuild, platformBuild },
    });
    expect(read).not.toHaveProperty('coverage');
  });

  test('in its own tab: its address', async () => {
    const server = await serve();
    const read = await readOne(ofFinops({ ...tab(server.url), product: 'finops' }, sender), 'finopsEnvironment');
    expect(read).toMatchObject({ status: 'known', coverage: 'partial', value: { url: server.url } });
    expect(server.requests).toEqual([]);
  });
});
