/**
 * The sample environments under `examples/environments`: fictional, but with real solution names, the 73 out-of-the-box maps
 * and a recorded answer of the connections service. One healthy environment; the others are defined by their differences from
 * it.
 */
import { readFileSync } from 'node:fs';
import {
  type Facts,
  type HealthFactName,
  known,
  type Snapshot,
  type SnapshotFacts,
  snapshotOf,
  unknown,
} from '../src/index.js';
import { field, lookup, mappingDocument } from '../test/support/entity-maps.js';

type EntityMap = Facts['entityMaps'][number];

const data = new URL('../examples/data/', import.meta.url);
const dataverseUrl = 'https://contoso-uat.crm4.dynamics.com';
const finopsUrl = 'https://contoso-uat.sandbox.operations.dynamics.com';
const tenantId = '7e57ab1e-0000-4000-8000-000000000001';
const applicationIds = {
  dataIntegrator: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
  dataverseToFinops: '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452',
  /** Finance and operations itself, since September 2025. */
  finops: 'f1752846-f0df-4766-96f5-c109adf67d7f',
};
const connectionIds = ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000fa01'];
const dualWriteRoles = [{ name: 'Dual-write runtime user' }, { name: 'Dual-write app user' }];
const companyCodes = ['USMF', 'DEMF', 'GBSI', 'USRT', 'FRSI'];
const companyNames = [
  'Contoso Entertainment System USA',
  'Contoso Entertainment System Germany',
  'Contoso Services United Kingdom',
  'Contoso Retail USA',
  'Contoso Services France',
];

/** Every sample environment with the name of its file. */
export function sampleEnvironments(): readonly { readonly name: string; readonly snapshot: Snapshot }[] {
  return Object.entries({
    healthy: healthyFacts(),
    'prerequisites-failing': prerequisitesFailing(healthyFacts()),
    'every-dependency-code': everyDependencyCode(healthyFacts()),
    'every-dependency-code-dataverse-broken': dataverseConnectionBroken(healthyFacts()),
    'every-dependency-code-finops-broken': finopsConnectionBroken(healthyFacts()),
    'every-dependency-code-unlinked': everyDependencyCodeUnlinked(healthyFacts()),
    'copy-of-production': copyOfProduction(healthyFacts()),
    'half-filled': halfFilled(healthyFacts()),
    operations: operationsFailing(healthyFacts()),
    'map-design': mapDesignFailing(healthyFacts()),
  }).map(([name, facts]) => ({
    name,
    snapshot: snapshotOf(`contoso-uat (${name})`, facts, { takenAt: '2026-11-20T10:00:00Z' }),
  }));
}

/** Facts that are all known and complete, to change single ones. */
type KnownFacts = { readonly [Name in HealthFactName]: { readonly status: 'known'; readonly value: Facts[Name] } };

function healthyFacts(): KnownFacts {
  const entityMaps = outOfTheBoxMaps();
  const running = entityMaps.filter(({ state }) => state === 'running');
  return {
    link: known({
      linked: true,
      dataverseUrl,
      finopsUrl,
      legalEntities: companyCodes.slice(0, 4),
      businessUnitId: guid('b', 1),
      defaultTeamName: 'contoso-uat',
      apiHub: 'required',
      connectionFix: false,
      connectionIds,
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
      applicationBuild: '10.0.2263.48',
      platformUpdate: 68,
      platformBuild: '7.0.7606.31',
      tenantId,
      geography: 'Europe',
      customerManaged: false,
    }),
    solutions: known(
      Object.entries({
        msdyn_DualWriteCore: '1.0.24093.1',
        DualWriteCoreAnchor: '1.0.24093.1',
        Dynamics365Company: '2.0.4.2',
        Dynamics365FinanceAndOperationsCommon: '2.0.4.2',
        CurrencyExchangeRates: '2.0.4.2',
        msdyn_DualWriteAppCoreMaps: '1.0.3.2',
        msdyn_DualWriteAppCoreAnchor: '1.0.3.2',
        HCMCommon: '2.1.4.10',
        msdyn_Dynamics365HCMMaps: '1.0.3.2',
        Dynamics365FinanceExtended: '2.3.5.1',
        msdyn_Dynamics365FinanceExtendedMaps: '1.0.3.2',
        FieldServiceCommon: '8.8.90.12',
        Dynamics365SupplyChainExtended: '2.4.3.7',
        msdyn_Dynamics365SupplyChainExtendedMaps: '1.0.3.2',
        msdyn_Dynamics365SupplyChainExtendedAnchor: '2.4.3.7',
        Party: '3.5.1.140',
        Dynamics365GABExtended: '3.5.1.140',
        Dynamics365GABDualWriteEntityMaps: '3.5.1.140',
        Dynamics365GABParty_Anchor: '3.5.1.140',
      }).map(([uniqueName, version]) => ({ uniqueName, version, managed: true })),
    ),
    applicationUsers: known(
      [applicationIds.dataIntegrator, applicationIds.finops].map((applicationId) => ({
        applicationId,
        enabled: true,
        roles: [...dualWriteRoles, { name: 'Salesperson' }],
      })),
    ),
    pluginAssemblies: known([
      { name: 'Microsoft.Dynamics.Integrator.DualWriteRegistration.Plugins', enabledSteps: 6, disabledSteps: 0 },
      { name: 'Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins', enabledSteps: 146, disabledSteps: 0 },
    ]),
    tenantApplications: known([
      { applicationId: applicationIds.dataIntegrator },
      { applicationId: applicationIds.dataverseToFinops },
    ]),
    finopsClients: known(
      [applicationIds.dataIntegrator, applicationIds.dataverseToFinops].map((clientId) => ({
        clientId,
        userId: 'DualWriteIntegration',
        userEnabled: true,
      })),
    ),
    apiHubConnections: known([
      ...recordedConnections(),
      { id: connectionIds[1] as string, connector: 'shared_dynamicsax', status: 'connected', targetUrl: finopsUrl },
    ]),
    companies: known(
      companyCodes.map((code, index) => ({
        id: guid('c', index + 1),
        code,
        name: companyNames[index] as string,
        enabledForDualWrite: index < 4,
        active: true,
        defaultOwningTeamId: index < 4 ? guid('a', index + 2) : null,
      })),
    ),
    legalEntities: known(
      companyCodes.map((code, index) => ({ code: code.toLowerCase(), name: companyNames[index] as string })),
    ),
    businessUnits: known([
      { id: guid('b', 1), name: 'contoso-uat', parentId: null },
      ...companyCodes.slice(0, 4).map((code, index) => ({
        id: guid('b', index + 2),
        name: `${code} Dual Write`,
        parentId: guid('b', 1),
      })),
    ]),
    teams: known([
      {
        id: guid('a', 1),
        name: 'contoso-uat',
        businessUnitId: guid('b', 1),
        isDefault: true,
        type: 'owner',
        roles: teamRoles(),
      },
      ...companyCodes.slice(0, 4).map((code, index) => ({
        id: guid('a', index + 2),
        name: `${code} Dual Write`,
        businessUnitId: guid('b', index + 2),
        isDefault: false,
        type: 'owner' as const,
        roles: teamRoles(),
      })),
    ]),
    runtimeConfigurations: known(
      running.map((map, index) => ({
        id: guid('d', index + 1),
        dataverseTable: logicalNameOf(map.dataverseTable),
        finopsEntity: map.finopsEntity,
        projectName: map.projectName?.slice(-36) ?? null, // Dataverse holds the second GUID of the project alone
        mapVersion: map.version ?? null,
        active: true,
      })),
    ),
    projectConfigurations: known(
      running.map((map) => ({
        projectName: map.projectName ?? '',
        finopsEntity: map.finopsEntity,
        dataverseTable: map.dataverseTable,
        externalUrl: `${dataverseUrl}/`,
        deleted: false,
      })),
    ),
    fieldConfigurations: known(running.map((map) => ({ projectName: map.projectName ?? '' }))),
    entityMaps: known(entityMaps),
  };
}

/** The 73 maps of the CSV; those for purchase and invoice lines have never been started. */
function outOfTheBoxMaps(): readonly EntityMap[] {
  const [, ...lines] = readFileSync(new URL('oob-map-configs.csv', data), 'utf8').trim().split(/\r?\n/);
  const prerequisites: Readonly<Record<string, readonly string[]>> = {
    'accounts - Customers V3': ['msdyn_customergroups - Customer groups', 'msdyn_parties - CDS Parties'],
    'msdyn_vendors - Vendors V2': ['msdyn_vendorgroups - Vendor groups'],
    'salesorders - CDS sales order headers': ['accounts - Customers V3'],
  };
  const isParked = (name: string) =>
    name.startsWith('msdyn_purchaseorderproducts') || name.startsWith('invoicedetails');
  return lines.map((line, index) => {
    const name = line.split(',')[0] as string;
    const [dataverseTable = '', finopsEntity = ''] = name.split(/ - (.*)/);
    return {
      name,
      finopsEntity,
      dataverseTable,
      projectName: `DWM-${guid('e', 1)}-${guid('f', index + 1)}`,
      state: isParked(name) ? 'not-running' : 'running',
      version: '1.0.0.5',
      publisher: 'Microsoft',
      dependsOn: prerequisites[name] ?? null,
      requires: [{ solution: 'Dynamics365Company', version: '2.0.2.10' }],
      requiresApplication: index % 2 === 0 ? '10.0.605.30025' : '10.0.39',
    };
  });
}

/** `account` for `accounts`: maps name a table by its set, runtime configurations by its logical name. */
function logicalNameOf(set: string): string {
  if (set.endsWith('ies')) return `${set.slice(0, -3)}y`;
  return set.endsWith('sses') ? set.slice(0, -2) : set.slice(0, -1);
}

/** The recorded connections as facts; the Dataverse one leads to the sample environment. */
function recordedConnections(): Facts['apiHubConnections'] {
  const recorded = JSON.parse(readFileSync(new URL('get_connections.json', data), 'utf8')) as {
    value: { name: string; properties: { apiId: string; statuses: { status: string }[] } }[];
  };
  return recorded.value.map(({ name, properties }) => {
    const connector = properties.apiId.slice(properties.apiId.lastIndexOf('/') + 1);
    return {
      id: name,
      connector,
      status: properties.statuses.every(({ status }) => status === 'Connected') ? 'connected' : 'error',
      targetUrl: connector === 'shared_commondataserviceforapps' ? dataverseUrl : null,
    };
  });
}

/** Everything that can be wrong before linking: the core is outdated rather than missing. */
function prerequisitesFailing(facts: KnownFacts): SnapshotFacts {
  const isCore = (name: string) => /^(msdyn_)?DualWriteCore/.test(name);
  return {
    ...facts,
    finopsEnvironment: known({
      ...facts.finopsEnvironment.value,
      applicationRelease: '10.0.8',
      platformBuild: '7.0.7279.58',
      tenantId: guid('7', 2),
    }),
    dataverseEnvironment: known({
      ...facts.dataverseEnvironment.value,
      version: '9.1.0000.11000',
      geography: 'United States',
      dynamics365Apps: false,
    }),
    solutions: known([
      ...facts.solutions.value
        .filter(({ uniqueName }) => !['CurrencyExchangeRates', 'msdyn_DualWriteAppCoreMaps'].includes(uniqueName))
        .map((solution) => {
          if (isCore(solution.uniqueName)) return { ...solution, version: '1.0.6.0' };
          return solution.uniqueName === 'Dynamics365GABParty_Anchor' ? { ...solution, version: '3.5.1.98' } : solution;
        }),
      { uniqueName: 'msdynce_ProspectToCashIntegration', version: '14.0.0.3', managed: true },
    ]),
    applicationUsers: known([
      { applicationId: applicationIds.dataIntegrator, enabled: false, roles: [] },
      { applicationId: applicationIds.dataIntegrator, enabled: true, roles: [{ name: 'Integration' }] },
    ]),
    pluginAssemblies: known([
      { name: 'DualWriteRegistration.Plugins', enabledSteps: 5, disabledSteps: 1 },
      { name: 'DualWriteRuntime.Plugins', enabledSteps: 0, disabledSteps: 0 },
    ]),
    tenantApplications: known([]),
    finopsClients: known([{ clientId: applicationIds.dataIntegrator, userId: '', userEnabled: null }]),
  };
}

/** A linked environment in which nearly every dependency is broken. */
function everyDependencyCode(facts: KnownFacts): SnapshotFacts {
  const [first, second, third, ...others] = facts.entityMaps.value as readonly [
    EntityMap,
    EntityMap,
    EntityMap,
    ...EntityMap[],
  ];
  const manyEntities = Array.from({ length: 260 }, (_, index) => `L${String(index + 1).padStart(3, '0')}`);
  return {
    ...facts,
    link: known({
      ...facts.link.value,
      legalEntities: ['USMF', 'DEMF', 'ZZZZ', ...manyEntities],
      connectionIds: ['gone'],
    }),
    companies: known([
      { ...facts.companies.value[0], defaultOwningTeamId: null } as Facts['companies'][number],
      ...facts.companies.value
        .slice(1)
        .map((row) => (row.code === 'DEMF' ? { ...row, enabledForDualWrite: false } : row)),
      { id: guid('c', 9), code: 'DEMF', name: '', enabledForDualWrite: false, defaultOwningTeamId: guid('a', 3) },
    ]),
    teams: known(
      facts.teams.value.map((team) => {
        if (team.isDefault) return { ...team, name: 'Contoso owners', roles: [] };
        return { ...team, roles: team.id === guid('a', 3) ? [] : [{ name: 'Salesperson' }] };
      }),
    ),
    entityMaps: known([
      { ...first, requires: [{ solution: 'Dynamics365Company', version: '2.0.200' }], requiresApplication: '10.0.47' },
      { ...second, state: 'stopped' },
      { ...third, dependsOn: [second.name], state: 'initializing' },
      ...others.map((map, index) => (index === 0 ? { ...map, state: 'paused' as const } : map)),
    ]),
    runtimeConfigurations: known([
      ...facts.runtimeConfigurations.value,
      { id: guid('d', 900), dataverseTable: 'contoso_oldtable', finopsEntity: 'Contoso old entity', projectName: null },
    ]),
    projectConfigurations: known([
      { ...facts.projectConfigurations.value[1], externalUrl: 'https://contoso-old.crm4.dynamics.com' },
      ...facts.projectConfigurations.value.slice(2),
    ] as Facts['projectConfigurations']),
    fieldConfigurations: known([...facts.fieldConfigurations.value, { projectName: 'DWM-orphan' }]),
  };
}

/**
 * The Dataverse connection is in error on an older connector, the one to finance and operations is missing; no map is running.
 */
function dataverseConnectionBroken(facts: KnownFacts): SnapshotFacts {
  const [id = ''] = connectionIds;
  return {
    ...facts,
    link: known({ ...facts.link.value, connectionFix: true, connectionIds: [id] }),
    apiHubConnections: known([{ id, connector: 'shared_commondataservice', status: 'error', targetUrl: dataverseUrl }]),
    entityMaps: known(facts.entityMaps.value.map((map) => ({ ...map, state: 'stopped' }))),
    teams: known(
      facts.teams.value.map((team) => {
        if (team.isDefault) return { ...team, roles: [{ name: 'Salesperson' }] };
        return team.id === guid('a', 2) ? { ...team, type: 'access' as const } : team;
      }),
    ),
  };
}

/** The reverse: the connection to finance and operations is in error, the Dataverse one is missing. */
function finopsConnectionBroken(facts: KnownFacts): SnapshotFacts {
  const [, id = ''] = connectionIds;
  return {
    ...facts,
    link: known({ ...facts.link.value, connectionFix: true, connectionIds: [id] }),
    apiHubConnections: known([{ id, connector: 'shared_dynamicsax', status: 'error', targetUrl: finopsUrl }]),
  };
}

/** No longer linked, with all leftovers. */
function everyDependencyCodeUnlinked(facts: KnownFacts): SnapshotFacts {
  return { ...facts, link: known({ ...facts.link.value, linked: false }) };
}

/**
 * A sandbox that was created as a copy of production, with production's link, rows and superseded application user: all
 * of them point to production, and nothing else is wrong.
 */
function copyOfProduction(facts: KnownFacts): SnapshotFacts {
  const production = 'https://contoso.crm4.dynamics.com';
  const finopsProduction = 'https://contoso.operations.dynamics.com';
  return {
    ...facts,
    link: known({ ...facts.link.value, dataverseUrl: production, finopsUrl: finopsProduction }),
    applicationUsers: known(
      facts.applicationUsers.value.map((user) =>
        user.applicationId === applicationIds.finops
          ? { ...user, applicationId: '00000015-0000-0000-c000-000000000000' }
          : user,
      ),
    ),
    apiHubConnections: known(
      facts.apiHubConnections.value.map((connection) => {
        if (connection.targetUrl === dataverseUrl) return { ...connection, targetUrl: production };
        return connection.targetUrl === finopsUrl ? { ...connection, targetUrl: finopsProduction } : connection;
      }),
    ),
    projectConfigurations: known(
      facts.projectConfigurations.value.map((row) => ({ ...row, externalUrl: `${production}/` })),
    ),
  };
}

/** What a first capture looks like: no link, no rights to teams, only the user's own connections. */
function halfFilled(facts: KnownFacts): SnapshotFacts {
  const { link: _link, tenantApplications: _consents, ...rest } = facts;
  return {
    ...rest,
    finopsEnvironment: known({ ...facts.finopsEnvironment.value, tenantId: null, customerManaged: null }),
    dataverseEnvironment: known({ ...facts.dataverseEnvironment.value, tenantId: null, dynamics365Apps: null }),
    teams: unknown('not-permitted', 'the role of the reading application lacks prvReadTeam'),
    apiHubConnections: known(facts.apiHubConnections.value.slice(0, 1), { coverage: 'partial' }),
    projectConfigurations: unknown('not-connected', 'no address of finance and operations was given'),
    fieldConfigurations: unknown('not-provided', 'no supported API answers this'),
  };
}

function teamRoles() {
  return [...dualWriteRoles, { name: 'Salesperson' }];
}

/** A made-up GUID: a letter for the kind of thing, then a number. */
function guid(kind: string, number: number): string {
  return `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The healthy environment on a bad day: every rule of the operations validator finds something. */
function operationsFailing(facts: KnownFacts): SnapshotFacts {
  const { entityMaps, solutions, finopsEnvironment } = facts;
  const alert = {
    enabled: true,
    errorTypes: ['Application error'],
    window: { length: 15, unit: 'minutes' as const },
    changedOn: '2026-11-18T14:00:00Z',
  };
  return {
    ...facts,
    entityMaps: known([
      ...entityMaps.value,
      {
        ...(entityMaps.value[0] as EntityMap),
        name: 'contacts - CDS Contacts V2',
        dataverseTable: 'contacts',
        finopsEntity: 'CDS Contacts V2',
      },
    ]),
    solutions: known(
      solutions.value.map((row) => (/DualWriteCore/i.test(row.uniqueName) ? { ...row, version: '1.0.24063.1' } : row)),
    ),
    finopsEnvironment: known({ ...finopsEnvironment.value, platformUpdate: 64, platformBuild: '7.0.7279.58' }),
    syncErrors: known(
      ['01', '02', '03'].map((number) => ({
        id: guid('5', Number(number)),
        integrationJob: 'Sales orders',
        entity: 'CDS sales order headers',
        dataSource: 'Finance and operations',
        uniqueKey: `SO-0000${number}`,
        company: 'USMF',
        code: null,
        message: 'Unable to lookup accounts with values {US-099}.',
        category: 'application' as const,
        createdOn: `2026-11-20T08:${number}:00Z`,
      })),
    ),
    integrationJobs: known([
      { name: 'Sales orders', status: 'inactive', queuedRequests: 5 },
      { name: 'Customers', status: 'active', queuedRequests: 0 },
    ]),
    alertSettings: known([
      { ...alert, name: 'Pause', threshold: 10, recipients: ['dual-write-admins@contoso.com'], action: 'pause' },
      { ...alert, name: 'Tell the night shift', threshold: 50, recipients: [], action: 'none' },
    ]),
    mapActivity: known([
      {
        map: 'salesorders - CDS sales order headers',
        state: 'running',
        since: '2026-11-02T06:10:00Z',
        lastStartedOn: '2026-11-02T06:00:00Z',
        queuedBytes: 0,
        catchUpErrors: [{ id: guid('6', 1), createdOn: '2026-11-19T14:30:00Z' }],
      },
      {
        map: 'accounts - Customers V3',
        state: 'initializing',
        since: '2026-11-18T22:00:00Z',
        queuedBytes: 0,
        catchUpErrors: [],
      },
      {
        map: 'products - CDS released distinct products',
        state: 'resuming',
        since: '2026-11-19T09:00:00Z',
        queuedBytes: 4_000_000,
        catchUpErrors: [],
      },
      {
        map: 'msdyn_vendors - Vendors V2',
        state: 'paused',
        since: '2026-11-19T13:00:00Z',
        queuedBytes: 310_000_000,
        catchUpErrors: [],
      },
      {
        map: 'quotes - CDS sales quotation header',
        state: 'paused',
        since: '2026-11-20T02:00:00Z',
        queuedBytes: 1_200_000_000,
        catchUpErrors: [],
      },
    ]),
  };
}

/** Three saved maps, and the metadata of their tables: every rule of map design finds something. */
function mapDesignFailing(facts: KnownFacts): SnapshotFacts {
  const groups = Array.from({ length: 8 }, (_, index) =>
    lookup(`GROUP${index}ID`, `msdyn_group${index}.msdyn_groupid`, `msdyn_group${index}s`),
  );
  const accounts = mappingDocument('accounts', 'Customers V3', {
    sourceFilter: '((PartyType == "Organization")',
    reversedSourceFilter: 'customertypecode eq',
    fields: [
      field('CUSTOMERACCOUNT', 'accountnumber', 1),
      field('NAME', 'name'),
      field('NAME', 'msdyn_alias', '3'),
      field('', 'msdyn_onhold'),
      field('NOTES', ''),
      field('PHONE', 'telephone1', 1),
      field('MOBILE', 'telephone1', 1),
      field('CITY', 'address1_city'),
      field('CITY', 'address1_city', '1'),
      lookup('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode', 'transactioncurrencies'),
      field('CURRENCYCODE', 'msdyn_isocurrencycode', '1'),
      lookup('CUSTOMERGROUPID', 'msdyn_customergroupid', 'msdyn_customergroups'),
      { ...lookup('PAYMENTTERMS', 'msdyn_paymentterm', 'msdyn_paymentterms'), syncDirection: 2 },
      lookup('CONTACTID', 'primarycontactid.msdyn_contactpersonid', 'contacts'),
      lookup('SITEID', 'msdyn_site.msdyn_siteid', 'msdyn_operationalsites'),
      ...groups,
    ],
  });
  const saved = (table: string, entity: string, fields: Parameters<typeof mappingDocument>[2]) => ({
    name: `contoso_[${table} - ${entity}]`,
    version: '1.0.0.0',
    mapping: JSON.stringify(mappingDocument(table, entity, fields)),
  });
  const text = { type: 'String', required: false, readOnly: false };
  return {
    ...facts,
    mapDefinitions: known([
      {
        name: 'contoso_[accounts - Customers V3]',
        version: '2.0.0.0',
        publisher: 'contoso',
        active: true,
        integrationKeys: ['accountnumber', 'msdyn_partyid.msdyn_partynumber', 'msdyn_company.cdm_companycode'],
        mapping: JSON.stringify(accounts),
      },
      { ...saved('contacts', 'Customers V3', { fields: [field('PERSON', 'fullname')] }), integrationKeys: [] },
      {
        ...saved('msdyn_vendors', 'Vendors V2', {
          reversedSourceFilter: "msdyn_vendorgroupid/msdyn_company/cdm_companycode eq 'USMF'",
          fields: [field('VENDORNAME', 'msdyn_name', 2)],
        }),
        integrationKeys: ['msdyn_vendoraccountnumber', 'msdyn_company.cdm_companycode'],
      },
    ]),
    tableMetadata: known([
      {
        side: 'dataverse',
        name: 'accounts',
        otherNames: ['account'],
        companySpecific: false,
        columns: [
          { ...text, name: 'accountnumber', required: true },
          { ...text, name: 'name', required: true },
          { ...text, name: 'msdyn_taxnumber', required: true },
          { ...text, name: 'address1_city', readOnly: true },
          { ...text, name: 'telephone1', type: 'Integer' },
          { ...text, name: 'msdyn_partyid', type: 'Lookup', lookupTargets: ['msdyn_party'] },
          { ...text, name: 'msdyn_company', type: 'Lookup', lookupTargets: ['cdm_company'] },
        ],
        alternateKeys: [['accountnumber', 'msdyn_company']],
      },
      {
        side: 'finops',
        name: 'Customers V3',
        companySpecific: true,
        columns: ['CustomerAccount', 'Name', 'Phone', 'City', 'CurrencyCode'].map((name) => ({ ...text, name })),
      },
    ]),
  };
}
