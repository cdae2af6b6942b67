export { type AdapterCheck, adapterChecks } from './adapter-checks.js';
export { assertHealthy, assertNoFindings, assertPassed } from './assertions.js';
export type { SubjectSought } from './judgment.js';
export { type HealthMatchers, type MatcherContext, type MatcherResult, matchers } from './matchers.js';
export { memoryActivityPort } from './memory-activity-port.js';
