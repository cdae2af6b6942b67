// Written by `npm run generate` from the table of facts, which would be in every bundle if these were computed.
// biome-ignore-all format: generated

/** The facts of the health check, in catalogue order: every report shows how well they were known. */
export const healthFactNames = ['link', 'dataverseEnvironment', 'finopsEnvironment', 'solutions', 'applicationUsers', 'pluginAssemblies', 'tenantApplications', 'finopsClients', 'apiHubConnections', 'companies', 'legalEntities', 'businessUnits', 'teams', 'runtimeConfigurations', 'projectConfigurations', 'fieldConfigurations', 'entityMaps'] as const;

/** The facts of the other validators, in catalogue order: a report names those that were needed. */
export const furtherFactNames = ['syncErrors', 'integrationJobs', 'alertSettings', 'mapActivity', 'mapDefinitions', 'tableMetadata'] as const;

/** Every fact name, in catalogue order. @public */
export const factNames = ['link', 'dataverseEnvironment', 'finopsEnvironment', 'solutions', 'applicationUsers', 'pluginAssemblies', 'tenantApplications', 'finopsClients', 'apiHubConnections', 'companies', 'legalEntities', 'businessUnits', 'teams', 'runtimeConfigurations', 'projectConfigurations', 'fieldConfigurations', 'entityMaps', 'syncErrors', 'integrationJobs', 'alertSettings', 'mapActivity', 'mapDefinitions', 'tableMetadata'] as const;

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
