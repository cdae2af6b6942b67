import type { FactName } from './schemas.js';

/** Every fact name, in catalogue order. @public */
export const factNames = [
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

/** The facts whose value is one object: coverage means nothing there. @internal */
export const objectFacts: ReadonlySet<FactName> = /* @__PURE__ */ new Set<FactName>([
  'link',
  'dataverseEnvironment',
  'finopsEnvironment',
]);
