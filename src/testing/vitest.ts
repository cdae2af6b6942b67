/**
 * Registers the matchers with vitest: import it in a test, or name it in `setupFiles`.
 */
import { expect } from 'vitest';
import { type HealthMatchers, matchers } from './matchers.js';

declare module 'vitest' {
  interface Matchers<T> extends HealthMatchers {}
}

expect.extend(matchers);

export type { HealthMatchers };
