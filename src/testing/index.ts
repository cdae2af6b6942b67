export { type AdapterCheck, adapterChecks } from './adapter-checks.js';
export { assertHealthy, assertNoFindings } from './assertions.js';
