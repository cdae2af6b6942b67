export { type ConformanceResult, checkAdapter } from './adapter-conformance.js';
export { assertHealthy, assertNoFindings } from './assertions.js';
