import type { CommandResult } from '../command-result.js';

const howToFillIn = 'Fill in "example" with the values of your environment and replace this whole object with it.';

/** A template of the facts that no supported API answers; as it is, every one of them counts as not provided. */
export function run({ validator }: { readonly validator: 'health-check' | 'operations' }): CommandResult<unknown> {
  const facts = { 'health-check': factsOfHealthCheck, operations: factsOfOperations }[validator];
  const template = { schemaVersion: 1, environment: { name: 'contoso-uat' }, facts };
  return { type: 'done', result: template, exitCode: 0 };
}

function toBeFilledIn(where: string, example: unknown): unknown {
  return {
    status: 'unknown',
    reason: 'not-provided',
    detail: `${where} ${howToFillIn}`,
    example: { status: 'known', value: example },
  };
}

const factsOfHealthCheck = {
  link: toBeFilledIn(
    'What the Dual-write page shows under Environment details: both addresses, the Legal entities tab, the mapped business unit (leave businessUnitId out for the root) and whether API hub connections are used (required, bypassed or unknown).',
    {
      linked: true,
      dataverseUrl: 'https://contoso.crm4.dynamics.com',
      finopsUrl: 'https://contoso.operations.dynamics.com',
      legalEntities: ['USMF', 'DEMF'],
      businessUnitId: null,
      defaultTeamName: null,
      apiHub: 'unknown',
      connectionFix: null,
      connectionIds: null,
    },
  ),
  dataverseEnvironment: toBeFilledIn(
    'The environment in the Power Platform admin center: its version, tenant and region, and whether Dynamics 365 apps were enabled when it was made.',
    {
      url: 'https://contoso.crm4.dynamics.com',
      version: '9.2.24093.00196',
      tenantId: '00000000-0000-0000-0000-000000000000',
      geography: 'Europe',
      dynamics365Apps: true,
    },
  ),
  finopsEnvironment: toBeFilledIn(
    'The environment in Lifecycle Services or the Power Platform admin center, and Help & Support > About for the versions; customerManaged is true for cloud-hosted environments of your own.',
    {
      url: 'https://contoso.operations.dynamics.com',
      applicationRelease: '10.0.41',
      platformUpdate: 65,
      tenantId: '00000000-0000-0000-0000-000000000000',
      geography: 'Europe',
      customerManaged: false,
    },
  ),
  entityMaps: toBeFilledIn(
    'The maps that the Dual-write page lists, with their states, active versions and the maps that each depends on. A capture of that page does the same (--gateway); leave this out if you have one.',
    [
      {
        name: 'uoms - Units',
        dataverseTable: 'uoms',
        finopsEntity: 'Units',
        state: 'running',
        version: '1.0.0.2',
        publisher: 'Dual-write Core',
        dependsOn: [],
      },
    ],
  ),
  fieldConfigurations: toBeFilledIn(
    'The project names in the table DUALWRITEPROJECTFIELDCONFIGURATION of finance and operations, from its database, where you can reach that (never in production); read the column PROJECTNAME only, because others hold connection strings. An empty list if there are no rows.',
    [{ projectName: 'DWM-00000000-0000-0000-0000-000000000001-00000000-0000-0000-0000-000000000002' }],
  ),
  tenantApplications: toBeFilledIn(
    'The application ids of dual-write that Microsoft Entra lists under Enterprise applications; only core solutions below 1.0.16.0 need them.',
    [
      { applicationId: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b' },
      { applicationId: '33976c19-1db5-4c02-810e-c243db79efde' },
    ],
  ),
};

const factsOfOperations = {
  syncErrors: toBeFilledIn(
    'The rows of the tab Sync errors of the integration jobs (dual-write async, a preview); an empty list if there are none.',
    [
      {
        id: '00000000-0000-0000-0000-000000000001',
        integrationJob: 'Sales orders',
        entity: 'CDS sales order headers',
        category: 'application',
        createdOn: '2026-11-20T08:01:00Z',
      },
    ],
  ),
  integrationJobs: toBeFilledIn(
    'Data management > Dual-write > Integration jobs: each job, whether it is active, inactive or unknown, and how many requests to retry or dismiss wait or run.',
    [{ name: 'Sales orders', status: 'active', queuedRequests: 0 }],
  ),
  alertSettings: toBeFilledIn(
    'The alert settings of the Dual-write page: the action is none, pause or stop, the unit minutes or hours; changedOn says when a setting was last saved.',
    [
      {
        name: 'Pause',
        enabled: true,
        errorTypes: ['Application error'],
        threshold: 10,
        window: { length: 15, unit: 'minutes' },
        recipients: ['dual-write-admins@contoso.com'],
        action: 'pause',
        changedOn: '2026-11-01T08:00:00Z',
      },
    ],
  ),
  mapActivity: toBeFilledIn(
    'The activity logs of the maps: the state of each and since when, when it was last started, how many bytes wait while it is paused, and its catch-up errors.',
    [
      {
        map: 'salesorders - CDS sales order headers',
        state: 'running',
        since: '2026-11-02T06:10:00Z',
        lastStartedOn: '2026-11-02T06:00:00Z',
        queuedBytes: 0,
        catchUpErrors: [],
      },
    ],
  ),
  solutions: toBeFilledIn(
    'The dual-write core solution and its version, as the maker portal lists it under Solutions. A live check or a saved snapshot does the same; leave this out if you have one.',
    [{ uniqueName: 'msdyn_DualWriteCore', version: '1.0.24093.1' }],
  ),
  finopsEnvironment: toBeFilledIn(
    'Help & Support > About in finance and operations. A live check or a saved snapshot does the same; leave this out if you have one.',
    { url: 'https://contoso.operations.dynamics.com', platformUpdate: 64, platformBuild: '7.0.7279.121' },
  ),
};
