import { sampleEnvironments } from '../../scripts/sample-environments.js';
import type { Facts, Snapshot } from '../../src/index.js';
import type { Holdings, TableRow } from './live-server.js';

/**
 * The healthy sample, with both environments on this machine, where the servers of the tests are. What its maps require are
 * builds, as in all shipped maps: no service tells the release, so a release could not be compared.
 */
export function healthySnapshot(): Snapshot {
  const healthy = sampleEnvironments().find(({ name }) => name === 'healthy');
  if (healthy === undefined) throw new Error('no sample');
  const here = JSON.stringify(healthy.snapshot)
    .replaceAll(/https:\/\/contoso-uat\.[\w.]+/g, 'https://127.0.0.1')
    .replaceAll('"requiresApplication":"10.0.39"', '"requiresApplication":"10.0.605.30025"');
  return JSON.parse(here);
}

export const environmentId = '00000000-0000-0000-0000-000000000001';
const organizationId = '00000000-0000-0000-0000-00000000000a';
const callerId = '00000000-0000-0000-0000-00000000000c';
const environmentPath = `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environmentId}`;
const connectionsPath = `/providers/Microsoft.PowerApps/scopes/admin/environments/${environmentId}/connections`;

/** What the services hold when an environment is as `snapshot` says: the facts, turned back into rows. */
export function holdingsOf(snapshot: Snapshot): Holdings {
  const value = <Name extends keyof Facts>(name: Name): Facts[Name] => {
    const fact = snapshot.facts[name];
    if (fact?.status !== 'known') throw new Error(`${name} is not known`);
    return fact.value;
  };
  const roleRows = (roles: Facts['applicationUsers'][number]['roles']) =>
    roles.map(({ name, templateId = null }, index) => ({
      roleid: `r${index}`,
      name,
      _roletemplateid_value: templateId,
    }));
  const environment = value('dataverseEnvironment');
  const finops = value('finopsEnvironment');
  /** The set of the table that a runtime configuration names by its logical name. */
  const setOf = ({ finopsEntity, dataverseTable }: Facts['runtimeConfigurations'][number]) =>
    value('entityMaps').find(
      (map) => map.finopsEntity === finopsEntity && map.dataverseTable.startsWith(dataverseTable.slice(0, -1)),
    )?.dataverseTable ?? dataverseTable;
  const build = finops.applicationBuild ?? '';
  const assemblies = value('pluginAssemblies').map(({ name, enabledSteps, disabledSteps }, index) => ({
    row: { pluginassemblyid: `pa${index}`, name, content: 'never' },
    type: { plugintypeid: `pt${index}`, typename: `${name}.Plugin`, _pluginassemblyid_value: `pa${index}` },
    steps: Array.from({ length: enabledSteps + disabledSteps }, (_, step) => ({
      sdkmessageprocessingstepid: `s${index}-${step}`,
      name: `step ${step}`,
      statecode: step < enabledSteps ? 0 : 1,
      statuscode: 1,
      _plugintypeid_value: `pt${index}`,
    })),
  }));
  return {
    dataverse: {
      solutions: value('solutions').map(({ uniqueName, version, managed }) => ({
        solutionid: uniqueName,
        uniquename: uniqueName,
        friendlyname: uniqueName,
        version,
        ismanaged: managed ?? null,
      })),
      systemusers: [
        {
          systemuserid: 'u0',
          fullname: 'A Person',
          applicationid: null,
          isdisabled: false,
          deletedstate: 0,
          systemuserroles_association: [],
          teammembership_association: [],
        },
        // Half of the roles come through a team.
        ...value('applicationUsers').map(({ applicationId, enabled, roles }, index) => ({
          systemuserid: `u${index + 1}`,
          fullname: `# ${applicationId}`,
          applicationid: applicationId,
          isdisabled: !enabled,
          deletedstate: 0,
          systemuserroles_association: roleRows(roles.slice(0, 1)),
          teammembership_association: [{ teamid: 't0', name: 'x', teamroles_association: roleRows(roles.slice(1)) }],
        })),
      ],
      teams: value('teams').map(({ id, name, businessUnitId, isDefault, type, roles }) => ({
        teamid: id,
        name,
        isdefault: isDefault,
        teamtype: ['owner', 'access', 'security-group', 'office-group'].indexOf(type ?? 'owner'),
        _businessunitid_value: businessUnitId,
        _administratorid_value: null,
        teamroles_association: roleRows(roles ?? []),
      })),
      businessunits: value('businessUnits').map(({ id, name, parentId }) => ({
        businessunitid: id,
        name,
        _parentbusinessunitid_value: parentId,
        isdisabled: false,
      })),
      cdm_companies: value('companies').map((company) => ({
        cdm_companyid: company.id,
        cdm_companycode: company.code,
        cdm_name: company.name,
        cdm_isenabledfordualwrite: company.enabledForDualWrite ?? null,
        _cdm_defaultowningteam_value: company.defaultOwningTeamId,
        statecode: company.active === false ? 1 : 0,
        statuscode: company.active === false ? 2 : 1,
      })),
      pluginassemblies: [
        { pluginassemblyid: 'other', name: 'Contoso.Plugins', content: 'never' },
        ...assemblies.map(({ row }) => row),
      ],
      plugintypes: assemblies.map(({ type }) => type),
      sdkmessageprocessingsteps: assemblies.flatMap(({ steps }) => steps),
      msdyn_dualwriteruntimeconfigs: value('runtimeConfigurations').map((row) =>
        runtimeConfigurationRow(row, setOf(row)),
      ),
      EntityDefinitions: [
        { MetadataId: 'e0', LogicalName: 'systemuser', EntitySetName: 'systemusers' },
        ...value('runtimeConfigurations').map((row, index) => ({
          MetadataId: `e${index + 1}`,
          LogicalName: row.dataverseTable,
          EntitySetName: setOf(row),
        })),
      ],
      msdyn_dualwriteentitymaps: value('entityMaps').flatMap((map, index) => [
        savedMapRow(map, index),
        // A newer version that was saved and never started: the highest one is not the active one.
        savedMapRow({ ...map, version: '9.9.9.9', requires: [{ solution: 'None', version: '99.0' }] }, index + 1_000),
      ]),
    },
    finops: {
      LegalEntities: value('legalEntities').map(({ code, name }) => ({ LegalEntityId: code, Name: name ?? '' })),
      SysAADClients: value('finopsClients').map(({ clientId, userId }) => ({
        AADClientId: clientId,
        Name: 'dual-write',
        UserId: userId ?? '',
      })),
      SystemUsers: [{ UserID: 'DualWriteIntegration', Enabled: 'Yes', Email: 'someone@contoso.com' }],
      DualWriteProjectConfigurations: value('projectConfigurations').map((row) => ({
        ProjectName: row.projectName,
        InternalEntityName: row.finopsEntity,
        ExternalEntityName: row.dataverseTable,
        ExternalEnvironmentUrl: row.externalUrl,
        Status: 'Enabled',
        IsDelete: row.deleted ? 'Yes' : 'No',
        ServiceBusConnectionString: 'Endpoint=sb://contoso/;SharedAccessKey=secret',
        StorageAccountSASConnectionString: 'https://contoso.blob/?sig=secret',
      })),
    },
    // Both of the application answer with its build; nothing tells the release.
    actions: {
      GetApplicationVersion: build,
      GetApplicationBuildVersion: build,
      GetPlatformBuildVersion: finops.platformBuild ?? '',
    },
    functions: {
      RetrieveVersion: { Version: environment.version },
      WhoAmI: { BusinessUnitId: 'b', UserId: callerId, OrganizationId: organizationId },
      RetrieveUserSetOfPrivilegesByNames: {},
      RetrieveUserPrivilegeByPrivilegeName: {},
      RetrieveCurrentOrganization: {
        Detail: {
          OrganizationId: organizationId,
          FriendlyName: 'Contoso UAT',
          OrganizationVersion: environment.version,
          EnvironmentId: environmentId,
          Geo: 'EMEA',
          TenantId: environment.tenantId,
          UrlName: 'contoso-uat',
          UniqueName: 'unq0001',
          Endpoints: {
            Count: 1,
            IsReadOnly: false,
            Keys: ['WebApplication'],
            Values: [`${environment.url}/`],
          },
          State: 'Enabled',
        },
      },
      RetrieveFinanceAndOperationsIntegrationDetails: {
        Id: '00000000-0000-0000-0000-00000000f0f0',
        Url: `${finops.url}/`,
        TenantId: finops.tenantId,
        IsUnifiedDatabase: false,
      },
      msprov_getfinopsapplicationdetails: {
        applicationversion: finops.applicationBuild,
        platformversion: finops.platformBuild,
        finopsenvironmentstate: 'Enabled',
        applicationdeploymenttype: 'Sandbox',
      },
    },
    documents: {
      [environmentPath]: {
        id: environmentPath,
        type: 'Microsoft.BusinessAppPlatform/scopes/environments',
        location: environment.geography,
        name: environmentId,
        properties: {
          tenantId: environment.tenantId,
          createdBy: { email: 'admin@contoso.com' },
          linkedEnvironmentMetadata: { instanceUrl: environment.url, version: environment.version },
        },
      },
      [connectionsPath]: {
        value: value('apiHubConnections').map(({ id, connector, status }) => ({
          name: id,
          id: `/providers/Microsoft.PowerApps/apis/${connector}/connections/${id}`,
          type: 'Microsoft.PowerApps/apis/connections',
          properties: {
            apiId: `/providers/Microsoft.PowerApps/apis/${connector}`,
            displayName: 'admin@contoso.com',
            statuses: [{ status: status === 'connected' ? 'Connected' : 'Error', error: { message: 'secret' } }],
            connectionParameters: { 'token:grantType': 'code', sku: 'Enterprise' }, // no address: so it was recorded
            createdBy: { email: 'admin@contoso.com' },
            accountName: 'admin@contoso.com',
          },
        })),
      },
    },
  };
}

/** What the Dual-write page's own answers hold, for a link that signs in by itself: the set and the list of maps. */
export function captureOf(snapshot: Snapshot): unknown {
  const { link, entityMaps } = snapshot.facts;
  if (link?.status !== 'known' || entityMaps?.status !== 'known') throw new Error('no link or maps');
  const states = ['', 'stopped', 'initializing', 'resuming', 'running', 'paused', 'not-running'];
  const finops = 'contoso-uat.sandbox.operations';
  const dataverse = 'contoso-uat.crm4';
  return [
    {
      name: 'set',
      id: 'cs1',
      forDualWrite: true,
      bypassApiHubConnector: true,
      owner: 'admin@contoso.com',
      environments: {
        [finops]: { name: finops, targetType: 'AX', directUrl: link.value.finopsUrl, schemas: [] },
        [dataverse]: { name: dataverse, targetType: 'CRM', directUrl: `${link.value.dataverseUrl}/`, schemas: [] },
      },
      dualWriteDetail: {
        isOnFirstPartyAuth: true,
        legalEntityMappings: {
          leftEnvironment: finops,
          rightEnvironment: dataverse,
          mappings: link.value.legalEntities.map((code) => ({
            left: { name: code, id: code.toLowerCase() },
            right: { name: code, id: code },
          })),
        },
      },
    },
    {
      value: entityMaps.value.map((map) => ({
        leftEntity: { targetType: 'AX', name: map.finopsEntity, displayName: map.finopsEntity },
        rightEntity: { targetType: 'CRM', name: map.dataverseTable, displayName: 'A label' },
        detail: {
          tName: map.name,
          pid: map.projectName,
          state: String(states.indexOf(map.state)),
          template: { name: map.name, author: map.publisher, version: partsOf(map.version) },
        },
      })),
    },
  ];
}

/** The column holds the logical name of the table, the JSON the name of its set and the bare GUID of the project. */
function runtimeConfigurationRow(row: Facts['runtimeConfigurations'][number], set: string): TableRow {
  const [Major, Minor, Build, Revision] = (row.mapVersion ?? '').split('.').map(Number);
  return {
    msdyn_dualwriteruntimeconfigid: row.id,
    msdyn_internalentityname: row.dataverseTable,
    msdyn_externalentityname: row.finopsEntity,
    msdyn_unsecure: JSON.stringify({
      ProjectId: row.projectName,
      SourceEntityName: set,
      SourceEnvironmentType: 1,
      DestinationEntityName: row.finopsEntity,
      DestinationEnvironmentType: 3,
      EntityMapVersion: { Major, Minor, Build, Revision },
      FieldMappings: [],
    }),
    statecode: row.active === false ? 1 : 0,
  };
}

/** The key cases and directions change from row to row, as they do in shipped maps. */
export function savedMapRow(map: Facts['entityMaps'][number], index: number): TableRow {
  const isOdd = index % 2 === 1;
  const solutions = Object.fromEntries((map.requires ?? []).map(({ solution, version }) => [solution, version]));
  const mapping = JSON.stringify({
    name: `[${map.finopsEntity}] - [${map.dataverseTable}]`,
    legs: [
      {
        sourceSchema: map.finopsEntity,
        destinationSchema: map.dataverseTable,
        sourceEnvironmentType: 'AX',
        destinationEnvironmentType: 'CRM',
        entityFileFormat: isOdd ? 'CSV' : 0,
        fieldMappings: [{ syncDirection: isOdd ? '3' : 3, sourceField: '', destinationField: 'a.b' }],
      },
    ],
  });
  const properties = JSON.stringify({
    TargetTypeList: [3, 1],
    TargetVersionInfo: isOdd
      ? { crm: solutions, ax: { application: map.requiresApplication } }
      : { CRM: solutions, AX: { Application: map.requiresApplication } },
  });
  return {
    msdyn_dualwriteentitymapid: `m${index}`,
    msdyn_name: `msdyn_[${map.name}]`,
    msdyn_displayname: map.name,
    msdyn_version: map.version ?? null,
    msdyn_mapping: isOdd ? JSON.stringify(mapping) : mapping,
    msdyn_properties: properties,
    ismanaged: true,
  };
}

function partsOf(version: string | null | undefined) {
  const [major = 0, minor = 0, build = -1, revision = -1] = (version ?? '').split('.').map(Number);
  return { major, minor, build, revision, majorRevision: 0, minorRevision: revision };
}
