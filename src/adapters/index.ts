export { type DataverseOptions, dataverseAdapter } from './dataverse/dataverse-adapter.js';
export {
  discoverEnvironment,
  type FoundEnvironment,
  type FoundFinops,
  type NotFound,
} from './dataverse/discover-environment.js';
export { type FinopsOptions, finopsAdapter } from './finops/finops-adapter.js';
export { gatewayAdapter } from './gateway/gateway-adapter.js';
export type { LiveOptions } from './live-options.js';
export type { RetryBudget } from './odata/retry.js';
export type { Connection } from './odata/service.js';
export { type PowerPlatformOptions, powerPlatformAdapter } from './power-platform/power-platform-adapter.js';
export type { RowProblem } from './row-problem.js';
