/** What the matchers look like to the compiler, in vitest and in Jest. `tsc` checks these. */
import { expect as jestExpect } from '@jest/globals';
import { expect } from 'vitest';
import { evaluateSnapshot, snapshotOf } from '../../src/index.js';
import { type HealthMatchers, matchers } from '../../src/testing/index.js';
import '../../src/testing/vitest.js';

// What docs/testing.md tells users of Jest to write.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends HealthMatchers<R> {}
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function assertType<_Claim extends true>(): void {}

const report = evaluateSnapshot(snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' }));

expect.extend(matchers);
const inVitest = expect(report);
inVitest.not.toBeHealthy();
inVitest.toHaveFinding('DWDVEV1007');
inVitest.toHaveFinding('DWDVEV1007', 'USMF');
inVitest.not.toHaveFinding('DWDVEV1007', { kind: 'company', id: 'USMF' });
inVitest.toHavePassed('ACME1');
const later = expect(Promise.resolve(report)).resolves.toBeHealthy();
assertType<Equal<typeof later, Promise<void>>>();
expect({ report }).toEqual({ report: expect.toBeHealthy() });
// @ts-expect-error without a code
inVitest.toHavePassed();
// @ts-expect-error without a code
inVitest.toHaveFinding();
// @ts-expect-error no such kind
inVitest.toHaveFinding('DWDVEV1007', { kind: 'customer', id: 'USMF' });
// @ts-expect-error no such matcher
inVitest.toBeUnhealthy();

jestExpect.extend(matchers);
const inJest = jestExpect(report);
inJest.not.toBeHealthy();
inJest.toHaveFinding('DWDVEV1007', 'USMF');
inJest.toHavePassed('DWDVEV1007');
const laterInJest = jestExpect(Promise.resolve(report)).resolves.toBeHealthy();
assertType<Equal<typeof laterInJest, Promise<void>>>();
// @ts-expect-error without a code
inJest.toHavePassed();
// @ts-expect-error no such kind
inJest.toHaveFinding('DWDVEV1007', { kind: 'customer', id: 'USMF' });
