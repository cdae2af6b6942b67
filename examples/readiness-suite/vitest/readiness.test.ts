/** A suite that fails a build when an environment is not ready. SNAPSHOT names the file that was captured last. */
import { fileURLToPath } from 'node:url';
import { evaluateSnapshot } from 'dual-write-health';
import { readSnapshot } from 'dual-write-health/node';
import 'dual-write-health/vitest';
import { expect, test } from 'vitest';

const sample = fileURLToPath(new URL('../../environments/healthy.json', import.meta.url));
const report = await readSnapshot(process.env.SNAPSHOT ?? sample).map((snapshot) =>
  evaluateSnapshot(snapshot, { failOn: 'warning' }),
);

test('the environment is healthy, warnings included', () => expect(report).toBeHealthy());
test('every linked company is in Dataverse', () => expect(report).toHavePassed('DWDVEV1003'));
test('no company lacks an owning team', () => expect(report).not.toHaveFinding('DWDVEV1007'));
