/** A test suite that fails a build when an environment is not ready. The snapshot is the one that was captured last. */
import { evaluateSnapshot, exitCodeFor } from 'dual-write-health';
import { readSnapshot } from 'dual-write-health/node';
import { assertHealthy, assertNoFindings } from 'dual-write-health/testing';
import { beforeAll, describe, expect, test } from 'vitest';

const file = new URL('../environments/healthy.json', import.meta.url);

describe('contoso-uat', async () => {
  const snapshot = (await readSnapshot(file.pathname))._unsafeUnwrap();
  let report: ReturnType<typeof evaluateSnapshot>;
  beforeAll(() => {
    report = evaluateSnapshot(snapshot, { failOn: 'warning' });
  });

  test('is healthy, warnings included', () => assertHealthy(report));
  test('has an owning team for every company', () => assertNoFindings(report, 'DWDVEV1007'));
  test('would end a build with 0', () => expect(exitCodeFor(report)).toBe(0));
});
