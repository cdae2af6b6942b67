import type { Facts } from '../../src/facts/schemas.js';
import { type FieldDocument, field, type MapDetails, mappingDocument } from './entity-maps.js';

type RowOf<Name extends keyof Facts> = Facts[Name] extends readonly (infer Row)[] ? Row : never;

/** Small, valid values to build cases from; every function takes what should differ. */
export const make = {
  link: (differing: Partial<Facts['link']> = {}): Facts['link'] => ({
    linked: true,
    dataverseUrl: 'https://contoso.crm4.dynamics.com',
    finopsUrl: 'https://contoso.operations.dynamics.com',
    legalEntities: ['USMF'],
    apiHub: 'required',
    ...differing,
  }),
  dataverseEnvironment: (differing: Partial<Facts['dataverseEnvironment']> = {}): Facts['dataverseEnvironment'] => ({
    url: 'https://contoso.crm4.dynamics.com',
    version: '9.2.24093.196',
    ...differing,
  }),
  finopsEnvironment: (differing: Partial<Facts['finopsEnvironment']> = {}): Facts['finopsEnvironment'] => ({
    url: 'https://contoso.operations.dynamics.com',
    applicationRelease: '10.0.41',
    ...differing,
  }),
  company: (differing: Partial<RowOf<'companies'>> = {}): RowOf<'companies'> => ({
    id: 'c0000000-0000-0000-0000-000000000001',
    code: 'USMF',
    name: 'Contoso Entertainment System USA',
    enabledForDualWrite: true,
    defaultOwningTeamId: teamId,
    ...differing,
  }),
  team: (differing: Partial<RowOf<'teams'>> = {}): RowOf<'teams'> => ({
    id: teamId,
    name: 'Contoso',
    businessUnitId: rootUnitId,
    isDefault: true,
    roles: [{ name: 'Dual-write runtime user' }, { name: 'Dual-write app user' }, { name: 'Salesperson' }],
    ...differing,
  }),
  businessUnit: (differing: Partial<RowOf<'businessUnits'>> = {}): RowOf<'businessUnits'> => ({
    id: rootUnitId,
    name: 'Contoso',
    parentId: null,
    ...differing,
  }),
  solution: (uniqueName: string, version = '1.0.24093.1'): RowOf<'solutions'> => ({
    uniqueName,
    version,
    managed: true,
  }),
  entityMap: (differing: Partial<RowOf<'entityMaps'>> = {}): RowOf<'entityMaps'> => ({
    name: 'accounts - Customers V3',
    finopsEntity: 'Customers V3',
    dataverseTable: 'accounts',
    projectName: projectName,
    state: 'running',
    version: '1.0.0.5',
    ...differing,
  }),
  runtimeConfiguration: (differing: Partial<RowOf<'runtimeConfigurations'>> = {}): RowOf<'runtimeConfigurations'> => ({
    id: 'd0000000-0000-0000-0000-000000000001',
    dataverseTable: 'accounts',
    finopsEntity: 'Customers V3',
    projectName: projectName,
    ...differing,
  }),
  projectConfiguration: (differing: Partial<RowOf<'projectConfigurations'>> = {}): RowOf<'projectConfigurations'> => ({
    projectName: projectName,
    finopsEntity: 'Customers V3',
    dataverseTable: 'accounts',
    externalUrl: 'https://contoso.crm4.dynamics.com',
    deleted: false,
    ...differing,
  }),
  applicationUser: (
    applicationId: string,
    differing: Partial<RowOf<'applicationUsers'>> = {},
  ): RowOf<'applicationUsers'> => ({
    applicationId,
    enabled: true,
    roles: [{ name: 'Dual-write runtime user' }, { name: 'Dual-write app user' }, { name: 'Salesperson' }],
    ...differing,
  }),
  finopsClient: (clientId: string, differing: Partial<RowOf<'finopsClients'>> = {}): RowOf<'finopsClients'> => ({
    clientId,
    userId: 'DualWrite',
    userEnabled: true,
    ...differing,
  }),
  connection: (differing: Partial<RowOf<'apiHubConnections'>> = {}): RowOf<'apiHubConnections'> => ({
    id: 'e0000000-0000-0000-0000-000000000001',
    connector: 'shared_commondataserviceforapps',
    status: 'connected',
    targetUrl: 'https://contoso.crm4.dynamics.com',
    ...differing,
  }),
  syncError: (differing: Partial<RowOf<'syncErrors'>> = {}): RowOf<'syncErrors'> => ({
    id: 'e1',
    integrationJob: 'Customers',
    entity: 'Customers V3',
    category: 'application',
    createdOn: '2026-11-20T09:00:00Z',
    ...differing,
  }),
  integrationJob: (differing: Partial<RowOf<'integrationJobs'>> = {}): RowOf<'integrationJobs'> => ({
    name: 'Customers',
    status: 'active',
    queuedRequests: 0,
    ...differing,
  }),
  alertSetting: (differing: Partial<RowOf<'alertSettings'>> = {}): RowOf<'alertSettings'> => ({
    name: 'Maintenance',
    enabled: true,
    errorTypes: ['Application error'],
    threshold: 10,
    window: { length: 15, unit: 'minutes' },
    recipients: ['dual-write-admins@contoso.com'],
    action: 'pause',
    changedOn: '2026-11-01T08:00:00Z',
    ...differing,
  }),
  mapActivity: (differing: Partial<RowOf<'mapActivity'>> = {}): RowOf<'mapActivity'> => ({
    map: 'accounts - Customers V3',
    state: 'running',
    lastStartedOn: '2026-11-02T08:00:00Z',
    ...differing,
  }),
};

/** The id of the findings about {@link savedMap}. */
export const accountsMap = 'entity-map accounts - Customers V3';

/** A saved map between accounts and customers with these fields, the keys of Microsoft, and nothing wrong with it. */
export function savedMap(
  fields: readonly FieldDocument[] = [field('CUSTOMERACCOUNT', 'accountnumber')],
  differing: Partial<RowOf<'mapDefinitions'>> & Pick<MapDetails, 'sourceFilter' | 'reversedSourceFilter'> = {},
): RowOf<'mapDefinitions'> {
  const { sourceFilter = '', reversedSourceFilter = '', ...rest } = differing;
  const document = mappingDocument('accounts', 'Customers V3', { fields, sourceFilter, reversedSourceFilter });
  return {
    name: 'msdyn_[accounts - Customers V3]',
    version: '1.0.0.5',
    integrationKeys: ['accountnumber', 'msdyn_company.cdm_companycode'],
    mapping: JSON.stringify(document),
    ...rest,
  };
}

/** The two tables of {@link savedMap}, with one column each. */
export function tables(
  dataverse: Partial<RowOf<'tableMetadata'>> = {},
  finops: Partial<RowOf<'tableMetadata'>> = {},
): readonly RowOf<'tableMetadata'>[] {
  return [
    {
      side: 'dataverse',
      name: 'accounts',
      otherNames: ['account'],
      companySpecific: true,
      columns: [column('accountnumber')],
      alternateKeys: [['accountnumber', 'msdyn_company']],
      ...dataverse,
    },
    {
      side: 'finops',
      name: 'Customers V3',
      companySpecific: true,
      columns: [column('CustomerAccount')],
      ...finops,
    },
  ];
}

/** A column of text that must have a value and takes one. */
export function column(
  name: string,
  differing: Partial<NonNullable<RowOf<'tableMetadata'>['columns']>[number]> = {},
): NonNullable<RowOf<'tableMetadata'>['columns']>[number] {
  return { name, type: 'String', required: true, readOnly: false, ...differing };
}

export const rootUnitId = 'b0000000-0000-0000-0000-000000000001';
export const teamId = 'a0000000-0000-0000-0000-000000000001';
export const projectName = 'DWM-1ae35e60-4bc2-4905-88ea-69efd3b29260-7f12cb89-1550-42e2-858e-4761fc1443ea';
