// Written by `npm run generate` from the table of facts, which would be in every bundle if these were computed.
// biome-ignore-all format: generated

/** The facts of the health check, in catalogue order: every report shows how well they were known. */
export const healthFactNames = ['link', 'dataverseEnvironment', 'finopsEnvironment', 'solutions', 'applicationUsers', 'pluginAssemblies', 'tenantApplications', 'finopsClients', 'apiHubConnections', 'companies', 'legalEntities', 'businessUnits', 'teams', 'runtimeConfigurations', 'projectConfigurations', 'fieldConfigurations', 'entityMaps'] as const;

/** The facts of the other validators, in catalogue order: a report names those that were needed. */
export const furtherFactNames = ['syncErrors', 'integrationJobs', 'alertSettings', 'mapActivity', 'mapDefinitions', 'tableMetadata'] as const;

/** Every fact name, in catalogue order. @public */
export const factNames = ['link', 'dataverseEnvironment', 'finopsEnvironment', 'solutions', 'applicationUsers', 'pluginAssemblies', 'tenantApplications', 'finopsClients', 'apiHubConnections', 'companies', 'legalEntities', 'businessUnits', 'teams', 'runtimeConfigurations', 'projectConfigurations', 'fieldConfigurations', 'entityMaps', 'syncErrors', 'integrationJobs', 'alertSettings', 'mapActivity', 'mapDefinitions', 'tableMetadata'] as const;

/** What each fact is called where people read it. */
export const factLabels = {
  link: 'Link details of the Dual-write page',
  dataverseEnvironment: 'The Dataverse environment',
  finopsEnvironment: 'The finance and operations environment',
  solutions: 'Solutions in Dataverse',
  applicationUsers: 'Application users in Dataverse',
  pluginAssemblies: 'Plug-in assemblies in Dataverse',
  tenantApplications: 'Applications with consent in the tenant',
  finopsClients: 'Microsoft Entra applications in finance and operations',
  apiHubConnections: 'Connections of the environment',
  companies: 'Companies in Dataverse',
  legalEntities: 'Legal entities in finance and operations',
  businessUnits: 'Business units in Dataverse',
  teams: 'Teams in Dataverse',
  runtimeConfigurations: 'Runtime configurations in Dataverse',
  projectConfigurations: 'Project configurations in finance and operations',
  fieldConfigurations: 'Field configurations in finance and operations',
  entityMaps: 'Table maps of dual-write',
  syncErrors: 'Errors of asynchronous synchronization (preview)',
  integrationJobs: 'Integration jobs (preview)',
  alertSettings: 'Alert settings of dual-write',
  mapActivity: 'Activity of the maps',
  mapDefinitions: 'Saved table maps, with what they map',
  tableMetadata: 'Columns and keys of the mapped tables',
} as const;

/** The facts whose value is one object: coverage does not apply to them. */
export const objectFacts: ReadonlySet<string> = /* @__PURE__ */ new Set(['link', 'dataverseEnvironment', 'finopsEnvironment']);

/**
 * The name of a fact that the health check uses.
 * @public
 */
export type HealthFactName = (typeof healthFactNames)[number];

/**
 * The name of a fact that only other validators use.
 * @public
 */
export type FurtherFactName = (typeof furtherFactNames)[number];
