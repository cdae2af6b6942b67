// cspell:ignore axcloud businessappplatform Cfetch connectionset dualwritemanagement powerplatform targettype
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { recordedAddressOf } from '../../../src/adapters/recorded/recorded-address.js';

const id = '00000000-0000-0000-0000-000000000001';

describe('addresses of services', () => {
  test.each<[string, string, string, string]>([
    [
      'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions',
      'dataverse',
      'contoso.crm4.dynamics.com',
      'solutions',
    ],
    [
      'https://CONTOSO.crm.microsoftdynamics.us/API/Data/V9.1/Solutions/',
      'dataverse',
      'contoso.crm.microsoftdynamics.us',
      'Solutions',
    ],
    [
      `https://o.crm.dynamics.cn/api/data/v9.0/systemusers(${id})/teammembership_association?x=1`,
      'dataverse',
      'o.crm.dynamics.cn',
      `systemusers(${id})/teammembership_association`,
    ],
    [
      "https://o.crm.dynamics.com/api/data/v9.2/RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
      'dataverse',
      'o.crm.dynamics.com',
      "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
    ],
    [
      'https://o.crm.dynamics.com/api/data/v9.2/EntityDefinitions(LogicalName=%27account%27)/Attributes',
      'dataverse',
      'o.crm.dynamics.com',
      "EntityDefinitions(LogicalName='account')/Attributes",
    ],
    [
      'https://contoso.operations.dynamics.com/data/LegalEntities',
      'finops',
      'contoso.operations.dynamics.com',
      'LegalEntities',
    ],
    [
      'https://contoso.axcloud.dynamics.com/namespaces/AXSF/data/LegalEntities',
      'finops',
      'contoso.axcloud.dynamics.com',
      'LegalEntities',
    ],
    [
      'https://contoso.operations.dynamics.com/metadata/PublicEntities',
      'finops-metadata',
      'contoso.operations.dynamics.com',
      'PublicEntities',
    ],
    [
      'https://contoso.axcloud.dynamics.com/namespaces/AXSF/metadata/DataEntities',
      'finops-metadata',
      'contoso.axcloud.dynamics.com',
      'DataEntities',
    ],
    [
      'https://x.gateway.prod.island.powerapps.com/api/DualWriteManagement/1.0/Entities?targetType=AX&cid=7',
      'gateway',
      'x.gateway.prod.island.powerapps.com',
      'DualWriteManagement/1.0/Entities',
    ],
    [
      'https://x.gov/API/dualwritemanagement/1.0/P1/fieldmappings',
      'gateway',
      'x.gov',
      'dualwritemanagement/1.0/P1/fieldmappings',
    ],
    ['https://x.gov/api/connectionset/My%20set', 'gateway', 'x.gov', 'connectionset/My set'],
    [
      `https://api.powerapps.com/providers/Microsoft.PowerApps/scopes/admin/environments/${id}/connections?api-version=2016-11-01`,
      'power-platform',
      'api.powerapps.com',
      `providers/Microsoft.PowerApps/scopes/admin/environments/${id}/connections`,
    ],
    [
      `https://api.bap.microsoft.us/providers/microsoft.businessappplatform/scopes/admin/environments/${id}`,
      'power-platform',
      'api.bap.microsoft.us',
      `providers/microsoft.businessappplatform/scopes/admin/environments/${id}`,
    ],
    [
      `https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments/${id}`,
      'power-platform',
      'api.bap.microsoft.com',
      `providers/Microsoft.BusinessAppPlatform/environments/${id}`,
    ],
    [
      'https://0.01.environment.api.powerplatform.com/connectivity/connections?api-version=1',
      'power-platform',
      '0.01.environment.api.powerplatform.com',
      'connectivity/connections',
    ],
    ['http://127.0.0.1:8080/api/data/v9.2/teams', 'dataverse', '127.0.0.1:8080', 'teams'],
    ['https://contoso.crm.dynamics.com./api/data/v9.2/teams', 'dataverse', 'contoso.crm.dynamics.com', 'teams'],
    [
      `https://user:secret@contoso.crm.dynamics.com/api/data/v9.2/teams#secret`,
      'dataverse',
      'contoso.crm.dynamics.com',
      'teams',
    ],
  ])('%s', (url, service, host, path) => {
    expect(recordedAddressOf(url)).toMatchObject({ service, host, path });
  });
});

test.each([
  'https://contoso.crm4.dynamics.com/',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/',
  'https://contoso.crm4.dynamics.com/api/data/v8.2/solutions'.replace('/data/', '/dates/'),
  'https://contoso.crm4.dynamics.com/api/data/v9.2/$batch',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/%24batch',
  'https://contoso.operations.dynamics.com/data/$batch',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions/%2e%2e%2fsecrets',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/..%2f..%2fsecrets',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/a%00b',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/a%5cb',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/a//b',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/%zz',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/%ff',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/../../../secrets',
  'https://a/b/c/d/data/LegalEntities',
  'https://x/api/DualWriteManagement/1.0/',
  'https://x/api/Project/x/Refresh',
  'javascript:alert("/api/data/v9.2/solutions")',
  'data:text/html,/api/data/v9.2/solutions',
  'file:///api/data/v9.2/solutions',
  'blob:https://contoso.crm4.dynamics.com/api/data/v9.2/solutions',
  '/api/data/v9.2/solutions',
  'https://[/api/data/v9.2/solutions',
  '',
  `https://x/api/data/v9.2/${'a'.repeat(1_000_000)}`,
  `https://x/api/data/v9.2/solutions?$filter=${'a'.repeat(1_000_000)}`,
])('%.100s is not one', (url) => {
  expect(recordedAddressOf(url)).toBeUndefined();
});

describe('of the query', () => {
  const queryOf = (query: string, base = 'https://o.crm.dynamics.com/api/data/v9.2/teams') =>
    recordedAddressOf(`${base}?${query}`)?.query;

  test('the options of rows and columns are kept, decoded, by their names in lower case', () => {
    expect(
      queryOf("%24Select=name%2Cteamid&$filter=name%20eq%20'a%26b'&$TOP=5&$skiptoken=%3Ccookie%3E&$count=true"),
    ).toEqual({
      $select: 'name,teamid',
      $filter: "name eq 'a&b'",
      $top: '5',
      $skiptoken: '<cookie>',
      $count: 'true',
    });
    expect(queryOf('cross-company=true&$select=Name', 'https://f/data/LegalEntities')).toEqual({
      'cross-company': 'true',
      $select: 'Name',
    });
    expect(queryOf('targetType=AX&cid=1&identifier=h', 'https://g/api/DualWriteManagement/1.0/Entities')).toEqual({
      targettype: 'AX',
      cid: '1',
      identifier: 'h',
    });
  });

  test.each([
    'access_token=secret',
    'sig=secret',
    'code=secret',
    '__proto__=secret',
    'toString=secret',
    '@p=secret',
    '=secret',
    'secret',
  ])('%s is dropped', (option) => {
    expect(queryOf(`${option}&$select=name`)).toEqual({ $select: 'name' });
  });

  test('an alias is kept if the path refers to it', () => {
    const base =
      'https://o/api/data/v9.2/systemusers(1)/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)';
    expect(queryOf('@p=%5B%22prvReadTeam%22%5D&@q=secret', base)).toEqual({ '@p': '["prvReadTeam"]' });
  });

  test.each(['fetchXml=%3Cfetch%2F%3E', 'savedQuery=1', 'userQuery=1', '$search=a'])(
    'rows that are chosen by %s are not those of the address',
    (option) => {
      expect(queryOf(option)).toBeUndefined();
    },
  );
});

property.prop([fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string())])(
  'no text makes it throw',
  (text) => {
    for (const url of [text, `https://x/api/data/v9.2/${text}`, `https://x/data/${text}?${text}`])
      recordedAddressOf(url);
  },
);
