import type { FactName } from './schemas.js';

/** The facts of the health check, in catalogue order: every report tells how well they were known. @internal */
export const healthFactNames = [
  'link',
  'dataverseEnvironment',
  'finopsEnvironment',
  'solutions',
  'applicationUsers',
  'pluginAssemblies',
  'tenantApplications',
  'finopsClients',
  'apiHubConnections',
  'companies',
  'legalEntities',
  'businessUnits',
  'teams',
  'runtimeConfigurations',
  'projectConfigurations',
  'fieldConfigurations',
  'entityMaps',
] as const satisfies readonly FactName[];

/** The facts of the other validators, in catalogue order: a report names those that it was asked about. @internal */
export const furtherFactNames = [
  'syncErrors',
  'integrationJobs',
  'alertSettings',
  'mapActivity',
  'mapDefinitions',
  'tableMetadata',
] as const satisfies readonly FactName[];

/** Every fact name, in catalogue order. @public */
export const factNames = /* @__PURE__ */ inOneList(healthFactNames, furtherFactNames);

/** A call, unlike spread elements, can be marked as pure, so that bundlers drop the list where it is not used. */
function inOneList<const A extends readonly FactName[], const B extends readonly FactName[]>(
  a: A,
  b: B,
): readonly [...A, ...B] {
  return [...a, ...b];
}

/**
 * The name of a fact that the health check looks at.
 * @public
 */
export type HealthFactName = (typeof healthFactNames)[number];

/**
 * The name of a fact that only other validators look at.
 * @public
 */
export type FurtherFactName = (typeof furtherFactNames)[number];

/** The facts whose value is one object: coverage means nothing there. @internal */
export const objectFacts: ReadonlySet<FactName> = /* @__PURE__ */ new Set<FactName>([
  'link',
  'dataverseEnvironment',
  'finopsEnvironment',
]);
