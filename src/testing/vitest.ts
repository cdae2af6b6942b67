/**
 * Registers the matchers with vitest: import it in a test, or name it in `setupFiles`.
 */
import { expect } from 'vitest';
import { type HealthMatchers, matchers } from './matchers.js';

// The interfaces of vitest itself differ in their type parameters from version to version; all versions extend those of chai.
declare global {
  namespace Chai {
    interface Assertion extends HealthMatchers {}
    interface ExpectStatic extends HealthMatchers {}
  }
}

expect.extend(matchers);

export type { HealthMatchers };
