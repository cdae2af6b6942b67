import type { FactName, Facts } from './schemas.js';

/** Everything about each fact that is not its shape, in catalogue order. Data only, so that importing it loads nothing else. */
export const factTable = {
  link: {
    group: 'health',
    label: 'Link details of the Dual-write page',
    key: null,
    redact: {
      linked: 'keep',
      dataverseUrl: 'url',
      finopsUrl: 'url',
      legalEntities: 'scrub',
      businessUnitId: 'scrub',
      defaultTeamName: 'scrub',
      apiHub: 'keep',
      connectionFix: 'keep',
      connectionIds: 'scrub',
    },
  },
  dataverseEnvironment: {
    group: 'health',
    label: 'The Dataverse environment',
    key: null,
    redact: {
      url: 'required-url',
      version: 'scrub',
      tenantId: 'scrub',
      geography: 'geography',
      dynamics365Apps: 'keep',
    },
  },
  finopsEnvironment: {
    group: 'health',
    label: 'The finance and operations environment',
    key: null,
    redact: {
      url: 'required-url',
      applicationRelease: 'scrub',
      applicationBuild: 'scrub',
      platformUpdate: 'keep',
      platformBuild: 'scrub',
      tenantId: 'scrub',
      geography: 'geography',
      customerManaged: 'keep',
    },
  },
  solutions: {
    group: 'health',
    label: 'Solutions in Dataverse',
    key: ['uniqueName'],
    redact: { uniqueName: 'scrub', version: 'scrub', managed: 'keep' },
  },
  applicationUsers: {
    group: 'health',
    label: 'Application users in Dataverse',
    key: ['applicationId'],
    redact: { applicationId: 'scrub', name: 'drop', enabled: 'keep', roles: { name: 'scrub', templateId: 'scrub' } },
  },
  pluginAssemblies: {
    group: 'health',
    label: 'Plug-in assemblies in Dataverse',
    key: ['name'],
    // Rules recognize plug-ins by the ends of their names, which scrubbing could change. Developers choose the names, in code.
    redact: { name: 'keep', enabledSteps: 'keep', disabledSteps: 'keep' },
  },
  tenantApplications: {
    group: 'health',
    label: 'Applications with consent in the tenant',
    key: ['applicationId'],
    redact: { applicationId: 'scrub' },
  },
  finopsClients: {
    group: 'health',
    label: 'Microsoft Entra applications in finance and operations',
    key: ['clientId'],
    redact: { clientId: 'scrub', name: 'drop', userId: 'mask', userEnabled: 'keep' },
  },
  apiHubConnections: {
    group: 'health',
    label: 'Connections of the environment',
    key: ['connector', 'targetUrl'],
    redact: { id: 'scrub', connector: 'scrub', status: 'keep', targetUrl: 'url' },
  },
  companies: {
    group: 'health',
    label: 'Companies in Dataverse',
    key: ['code'],
    redact: {
      id: 'scrub',
      code: 'scrub',
      name: 'scrub',
      enabledForDualWrite: 'keep',
      active: 'keep',
      defaultOwningTeamId: 'scrub',
    },
  },
  legalEntities: {
    group: 'health',
    label: 'Legal entities in finance and operations',
    key: ['code'],
    redact: { code: 'scrub', name: 'scrub' },
  },
  businessUnits: {
    group: 'health',
    label: 'Business units in Dataverse',
    key: ['name'],
    redact: { id: 'scrub', name: 'scrub', parentId: 'scrub' },
  },
  teams: {
    group: 'health',
    label: 'Teams in Dataverse',
    key: ['name'],
    redact: {
      id: 'scrub',
      name: 'scrub',
      businessUnitId: 'scrub',
      isDefault: 'keep',
      type: 'keep',
      roles: { name: 'scrub', templateId: 'scrub' },
    },
  },
  runtimeConfigurations: {
    group: 'health',
    label: 'Runtime configurations in Dataverse',
    key: ['dataverseTable', 'finopsEntity'],
    redact: {
      id: 'scrub',
      dataverseTable: 'scrub',
      finopsEntity: 'scrub',
      projectName: 'scrub',
      mapVersion: 'scrub',
      active: 'keep',
    },
  },
  projectConfigurations: {
    group: 'health',
    label: 'Project configurations in finance and operations',
    key: ['dataverseTable', 'finopsEntity'],
    redact: {
      projectName: 'scrub',
      finopsEntity: 'scrub',
      dataverseTable: 'scrub',
      externalUrl: 'url-or-blank',
      status: 'scrub',
      deleted: 'keep',
    },
  },
  fieldConfigurations: {
    group: 'health',
    label: 'Field configurations in finance and operations',
    key: ['projectName'],
    redact: { projectName: 'scrub' },
  },
  entityMaps: {
    group: 'health',
    label: 'Table maps of dual-write',
    key: ['name'],
    redact: {
      name: 'scrub',
      finopsEntity: 'scrub',
      dataverseTable: 'scrub',
      projectName: 'scrub',
      state: 'keep',
      version: 'scrub',
      publisher: 'scrub',
      dependsOn: 'scrub',
      requires: { solution: 'scrub', version: 'scrub' },
      requiresApplication: 'scrub',
    },
  },
  syncErrors: {
    group: 'further',
    label: 'Errors of asynchronous synchronization (preview)',
    key: ['entity', 'id'],
    redact: {
      id: 'scrub',
      integrationJob: 'scrub',
      entity: 'scrub',
      dataSource: 'scrub',
      uniqueKey: 'drop',
      company: 'scrub',
      code: 'scrub',
      message: 'drop',
      category: 'keep',
      createdOn: 'scrub',
    },
  },
  integrationJobs: {
    group: 'further',
    label: 'Integration jobs (preview)',
    key: ['name'],
    redact: { name: 'scrub', status: 'keep', queuedRequests: 'keep' },
  },
  alertSettings: {
    group: 'further',
    label: 'Alert settings of dual-write',
    key: ['name'],
    redact: {
      name: 'scrub',
      enabled: 'keep',
      errorTypes: 'scrub',
      threshold: 'keep',
      window: { length: 'keep', unit: 'keep' },
      recipients: 'mask',
      recipientsKnown: 'keep',
      action: 'keep',
      changedOn: 'scrub',
    },
  },
  mapActivity: {
    group: 'further',
    label: 'Activity of the maps',
    key: ['map'],
    redact: {
      map: 'scrub',
      state: 'keep',
      since: 'scrub',
      lastStartedOn: 'scrub',
      queuedBytes: 'keep',
      catchUpErrors: { id: 'scrub', createdOn: 'scrub' },
    },
  },
  mapDefinitions: {
    group: 'further',
    label: 'Saved table maps, with what they map',
    key: ['name', 'version'],
    redact: {
      id: 'scrub',
      name: 'scrub',
      displayName: 'scrub',
      version: 'scrub',
      publisher: 'scrub',
      managed: 'keep',
      active: 'keep',
      integrationKeys: 'scrub',
      mapping: 'scrub-json',
      properties: 'scrub-json',
    },
  },
  tableMetadata: {
    group: 'further',
    label: 'Columns and keys of the mapped tables',
    key: ['side', 'name'],
    redact: {
      side: 'keep',
      name: 'scrub',
      otherNames: 'scrub',
      companySpecific: 'keep',
      columns: { name: 'scrub', type: 'scrub', required: 'keep', readOnly: 'keep', lookupTargets: 'scrub' },
      alternateKeys: 'scrub',
      integrationKey: 'scrub',
    },
  },
} as const satisfies FactTable;

/** One line for each fact: a fact without one does not compile, nor does a property without a redaction. */
export type FactTable = { readonly [Name in FactName]: FactLine<Facts[Name]> };

interface FactLine<Value> {
  /** Whether the health check uses it, or only other validators. */
  readonly group: 'health' | 'further';
  /** Its name for people. */
  readonly label: string;
  /** The properties by which people distinguish its rows when snapshots are compared; `null` if the value is one object. */
  readonly key: Value extends readonly (infer Row)[] ? readonly [keyof Row, ...(keyof Row)[]] : null;
  /** How each property is redacted. */
  readonly redact: Redaction<Value>;
}

/** How a value is redacted; for lists, how each item is. Only a property that may be unknown can be dropped. */
export type Redaction<Value> = Value extends readonly (infer Item)[]
  ? Redaction<Item>
  : Value extends object
    ? { readonly [Name in keyof Value]-?: Redaction<NonNullable<Value[Name]>> | WhereUnknown<Value[Name]> }
    : string extends Value
      ? TextRedaction
      : 'keep';

type WhereUnknown<Value> = undefined extends Value ? 'drop' | 'url' : never;

/**
 * How a required text is redacted:
 *
 * - `keep`: the text itself
 * - `scrub`: the text without email addresses, tokens, keys and passwords
 * - `scrub-json`: the text without email addresses and tokens, so that it can still be parsed
 * - `geography`: as `scrub`, in a way that distinguishes what rules compare without digits
 * - `mask`: `redacted`, or blank if it was blank
 * - `required-url`: the host, or blank if there is none
 * - `url-or-blank`: the host, `(no URL)`, or blank if it was blank
 *
 * A property that may be unknown can also be dropped (`drop`), or be the host or `null` (`url`).
 */
export type TextRedaction = 'keep' | 'scrub' | 'scrub-json' | 'geography' | 'mask' | 'required-url' | 'url-or-blank';
