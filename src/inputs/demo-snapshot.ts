import { known, unknown } from '../facts/fact.js';
import type { Facts } from '../facts/schemas.js';
import { type Snapshot, snapshotOf } from '../facts/snapshot.js';

const dataverseUrl = 'https://contoso-uat.crm4.dynamics.com';
const finopsUrl = 'https://contoso-uat.sandbox.operations.dynamics.com';
const tenantId = '7e57ab1e-0000-4000-8000-000000000001';
const dataIntegrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const dataverseToFinops = '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452';
const writingApplication = 'f1752846-f0df-4766-96f5-c109adf67d7f';
const roles = [{ name: 'Dual-write runtime user' }, { name: 'Dual-write app user' }, { name: 'Salesperson' }];

/** The company of the fourth one is missing in Dataverse. */
const companies = [
  { code: 'USMF', name: 'Contoso Entertainment System USA' },
  { code: 'DEMF', name: 'Contoso Entertainment System Germany' },
  { code: 'USRT', name: 'Contoso Retail USA' },
  { code: 'GBSI', name: 'Contoso Services United Kingdom' },
];

type MapState = Facts['entityMaps'][number]['state'];

const maps: readonly (readonly [dataverseTable: string, finopsEntity: string, state: MapState, dependsOn?: string])[] =
  [
    ['msdyn_parties', 'CDS Parties', 'running'],
    ['msdyn_customergroups', 'Customer groups', 'running'],
    ['accounts', 'Customers V3', 'running', 'msdyn_customergroups - Customer groups'],
    ['msdyn_vendorgroups', 'Vendor groups', 'stopped'],
    ['msdyn_vendors', 'Vendors V2', 'running', 'msdyn_vendorgroups - Vendor groups'],
    ['msdyn_globalproducts', 'CDS released distinct products', 'running'],
    ['salesorders', 'CDS sales order headers', 'paused', 'accounts - Customers V3'],
    ['quotes', 'CDS sales quotation header', 'running', 'accounts - Customers V3'],
  ];

/** The fictional environment whose report `demo` shows: some things are wrong, and something could not be read. */
export function demoSnapshot(): Snapshot {
  const entityMaps = maps.map(([dataverseTable, finopsEntity, state, dependsOn], index) => ({
    name: `${dataverseTable} - ${finopsEntity}`,
    finopsEntity,
    dataverseTable,
    projectName: `DWM-${guid('e', 1)}-${guid('f', index + 1)}`,
    state,
    version: '1.0.0.5',
    publisher: 'Microsoft',
    dependsOn: dependsOn === undefined ? null : [dependsOn],
  }));
  return snapshotOf(
    'contoso-uat (sample)',
    {
      link: known({
        linked: true,
        dataverseUrl,
        finopsUrl,
        legalEntities: companies.map(({ code }) => code),
        businessUnitId: guid('b', 1),
        defaultTeamName: 'contoso-uat',
        apiHub: 'required',
        connectionFix: false,
        connectionIds: [guid('0', 1), guid('0', 2)],
      }),
      dataverseEnvironment: known({
        url: dataverseUrl,
        version: '9.2.24093.00196',
        tenantId,
        geography: 'Europe',
        dynamics365Apps: true,
      }),
      finopsEnvironment: known({
        url: finopsUrl,
        applicationRelease: '10.0.44',
        platformUpdate: 68,
        platformBuild: '7.0.7606.31',
        tenantId,
        geography: 'Europe',
        customerManaged: false,
      }),
      solutions: known(
        Object.entries({
          msdyn_DualWriteCore: '1.0.24060.2',
          Dynamics365Company: '2.0.4.2',
          Dynamics365FinanceAndOperationsCommon: '2.0.4.2',
          CurrencyExchangeRates: '2.0.4.2',
          msdyn_DualWriteAppCoreMaps: '1.0.3.2',
          Dynamics365GABParty_Anchor: '3.5.1.140',
        }).map(([uniqueName, version]) => ({ uniqueName, version, managed: true })),
      ),
      applicationUsers: known(
        [dataIntegrator, writingApplication].map((applicationId) => ({ applicationId, enabled: true, roles })),
      ),
      pluginAssemblies: known([
        { name: 'Microsoft.Dynamics.Integrator.DualWriteRegistration.Plugins', enabledSteps: 6, disabledSteps: 0 },
        { name: 'Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins', enabledSteps: 146, disabledSteps: 0 },
      ]),
      finopsClients: known(
        [dataIntegrator, dataverseToFinops].map((clientId) => ({
          clientId,
          userId: 'DualWriteIntegration',
          userEnabled: true,
        })),
      ),
      apiHubConnections: known([
        {
          id: guid('0', 1),
          connector: 'shared_commondataserviceforapps',
          status: 'connected',
          targetUrl: dataverseUrl,
        },
        { id: guid('0', 2), connector: 'shared_dynamicsax', status: 'error', targetUrl: finopsUrl },
      ]),
      companies: known(
        companies.slice(0, 3).map(({ code, name }, index) => ({
          id: guid('c', index + 1),
          code,
          name,
          enabledForDualWrite: true,
          active: true,
          defaultOwningTeamId: code === 'USRT' ? null : guid('a', index + 2),
        })),
      ),
      legalEntities: known(companies),
      businessUnits: known([
        { id: guid('b', 1), name: 'contoso-uat', parentId: null },
        ...companies.slice(0, 2).map(({ code }, index) => ({
          id: guid('b', index + 2),
          name: code,
          parentId: guid('b', 1),
        })),
      ]),
      teams: known([
        { id: guid('a', 1), name: 'contoso-uat', businessUnitId: guid('b', 1), isDefault: true, type: 'owner', roles },
        ...companies.slice(0, 2).map(({ code }, index) => ({
          id: guid('a', index + 2),
          name: code,
          businessUnitId: guid('b', index + 2),
          isDefault: true,
          type: 'owner' as const,
          roles: code === 'DEMF' ? [] : roles,
        })),
      ]),
      runtimeConfigurations: known([
        ...entityMaps
          .filter(({ state }) => state !== 'stopped')
          .map(({ finopsEntity, dataverseTable, projectName, version }, index) => ({
            id: guid('d', index + 1),
            dataverseTable,
            finopsEntity,
            projectName,
            mapVersion: version,
            active: true,
          })),
        {
          id: guid('d', 99),
          dataverseTable: 'msdyn_warehouses',
          finopsEntity: 'Warehouses',
          projectName: `DWM-${guid('e', 9)}-${guid('f', 99)}`,
          active: true,
        },
      ]),
      projectConfigurations: unknown(
        'not-permitted',
        'the user has no right to the data entity DualWriteProjectConfigurations',
      ),
      entityMaps: known(entityMaps),
    },
    { takenAt: '2026-11-20T10:00:00Z' },
  );
}

/** The digit says what it is an id of. */
function guid(digit: string, number: number): string {
  return `${digit.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
