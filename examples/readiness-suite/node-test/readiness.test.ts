/** A suite that fails a build when an environment is not ready. SNAPSHOT names the file that was captured last. */
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { evaluateSnapshot } from 'dual-write-health';
import { readSnapshot } from 'dual-write-health/node';
import { assertHealthy, assertNoFindings, assertPassed } from 'dual-write-health/testing';

const sample = fileURLToPath(new URL('../../environments/healthy.json', import.meta.url));
const report = await readSnapshot(process.env.SNAPSHOT ?? sample).map((snapshot) =>
  evaluateSnapshot(snapshot, { failOn: 'warning' }),
);

test('the environment is healthy, warnings included', () => assertHealthy(report));
test('every linked company is in Dataverse', () => assertPassed(report, 'DWDVEV1003'));
test('no company lacks an owning team', () => assertNoFindings(report, 'DWDVEV1007'));
