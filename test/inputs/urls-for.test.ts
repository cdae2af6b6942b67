import { expect, test } from 'vitest';
import { recordedAddressOf } from '../../src/adapters/recorded/recorded-address.js';
import type { RecordedAnswer } from '../../src/adapters/recorded/recorded-answer.js';
import type { Input } from '../../src/inputs/input.js';
import { urlsFor } from '../../src/inputs/urls-for.js';

const dataverseUrl = 'https://contoso.crm4.dynamics.com';
const finopsUrl = 'https://contoso.operations.dynamics.com';
const api = `${dataverseUrl}/api/data/v9.2`;

function recording(...answers: readonly (readonly [url: string, body: unknown, status?: number])[]): Input {
  const recorded = answers.map(
    ([url, body, status = 200]): RecordedAnswer => ({ address: recordedAddressOf(url), status, body }),
  );
  return { kind: 'har', answers: recorded, lacks: [] };
}

async function listed(...args: Parameters<typeof urlsFor>): Promise<readonly string[]> {
  return (await urlsFor(...args)).map(({ url }) => decodeURIComponent(url));
}

test('without an address there is nothing to list', async () => {
  expect(await urlsFor({})).toEqual([]);
});

test('for Dataverse: what is requested first, each once, by GET, with the facts that it gives', async () => {
  const urls = await urlsFor({ dataverseUrl });
  expect(urls.map(({ url }) => new URL(url).pathname.replace('/api/data/v9.2/', ''))).toEqual([
    'RetrieveVersion',
    "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
    'RetrieveFinanceAndOperationsIntegrationDetails',
    'WhoAmI',
    'solutions',
    'systemusers',
    'pluginassemblies',
    'cdm_companies',
    'businessunits',
    'teams',
    'teams',
    'msdyn_dualwriteruntimeconfigs',
    'msdyn_dualwriteentitymaps',
  ]);
  expect(new Set(urls.map(({ method, service, needs }) => `${method} ${service} ${needs}`))).toEqual(
    new Set(['GET dataverse session']),
  );
  expect(urls.at(-1)?.gives).toEqual(['entityMaps', 'mapDefinitions', 'tableMetadata']);
  expect(decodeURIComponent(urls.at(-1)?.url ?? '')).toBe(
    `${api}/msdyn_dualwriteentitymaps?$select=msdyn_dualwriteentitymapid,msdyn_name,msdyn_displayname,msdyn_version,msdyn_mapping,msdyn_properties,ismanaged`,
  );
});

test('for finance and operations and the Power Platform, which takes a token', async () => {
  expect(await listed({ finopsUrl })).toEqual([
    `${finopsUrl}/data/SysAADClients?cross-company=true&$select=AADClientId,Name,UserId`,
    `${finopsUrl}/data/SystemUsers?cross-company=true&$select=UserID,Enabled`,
    `${finopsUrl}/data/LegalEntities?cross-company=true&$select=LegalEntityId,Name`,
    expect.stringMatching(/DualWriteProjectConfigurations\?cross-company=true&\$select=ProjectName,\w/),
  ]);
  const ofPlatform = (await urlsFor({ dataverseUrl: 'https://contoso.crm9.dynamics.com', environmentId: 'e1' })).filter(
    ({ needs }) => needs === 'token',
  );
  expect(ofPlatform.map(({ url }) => new URL(url).host)).toEqual(['gov.api.bap.microsoft.us', 'gov.api.powerapps.us']);
});

test('what follows from answers, without what is answered', async () => {
  const solutions = `${api}/solutions?$select=uniquename,version,ismanaged`;
  const next = `${solutions}&$skiptoken=2`;
  const assemblies = `${api}/pluginassemblies?$select=pluginassemblyid,name`;
  const organization = `${api}/RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')`;
  const urls = await listed({ dataverseUrl }, [
    recording(
      [solutions, { value: [{ uniquename: 'a', version: '1.0', ismanaged: true }], '@odata.nextLink': next }],
      [assemblies, { value: [{ pluginassemblyid: 'pa', name: 'DualWriteRuntime.Plugins' }] }],
      [organization, { Detail: { EnvironmentId: 'e1' } }],
      [`${api}/WhoAmI`, { UserId: 'u1' }],
    ),
  ]);
  expect(urls).toContain(next);
  expect(urls).not.toContain(solutions);
  expect(urls).not.toContain(assemblies);
  expect(urls).toContain(
    `${api}/plugintypes?$select=plugintypeid,_pluginassemblyid_value&$filter=_pluginassemblyid_value eq pa`,
  );
  expect(urls.some((url) => url.startsWith('https://api.powerapps.com/providers/') && url.includes('/e1/'))).toBe(true);
  expect(urls.some((url) => url.includes('RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=["prvRead'))).toBe(
    true,
  );
});

test('an error was answered; a body that was left out was not', async () => {
  const solutions = `${api}/solutions?$select=uniquename,version,ismanaged`;
  const refused = recording([solutions, { error: { code: '0x80040220', message: '' } }, 403]);
  expect(await listed({ dataverseUrl }, [refused])).not.toContain(solutions);
  expect(await listed({ dataverseUrl }, [recording([solutions, undefined])])).toContain(solutions);
});

test.each([
  [401, true],
  [403, false],
  [404, false],
  [429, true],
  [500, true],
  [503, true],
])('an error that passes, such as of a busy service, is worth another try: %i', async (status, isListed) => {
  const solutions = `${api}/solutions?$select=uniquename,version,ismanaged`;
  const urls = await listed({ dataverseUrl }, [recording([solutions, { error: { code: '', message: '' } }, status])]);
  expect(urls.includes(solutions)).toBe(isListed);
});

test('the environments that answers name are listed, unless they are not those of Microsoft', async () => {
  const details = (Url: string) =>
    recording([`${api}/RetrieveFinanceAndOperationsIntegrationDetails`, { Url, TenantId: 't' }]);
  const hosts = async (input: Input) => new Set((await urlsFor({}, [input])).map(({ url }) => new URL(url).host));
  expect(await hosts(details(finopsUrl))).toEqual(
    new Set(['contoso.crm4.dynamics.com', 'contoso.operations.dynamics.com']),
  );
  expect(await hosts(details('https://evil.example.com'))).toEqual(new Set(['contoso.crm4.dynamics.com']));
  expect(await hosts(recording(['https://evil.example.com/data/LegalEntities', { value: [] }]))).toEqual(new Set());
});
