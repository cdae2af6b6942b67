/** A suite that fails a build when an environment is not ready. SNAPSHOT names the file that was captured last. */
const { join } = require('node:path');
const { evaluateSnapshot } = require('dual-write-health');
const { readSnapshot } = require('dual-write-health/node');
const { matchers } = require('dual-write-health/testing');
const { beforeAll, expect, test } = require('@jest/globals');

expect.extend(matchers);

const sample = join(__dirname, '../../environments/healthy.json');
let report;
beforeAll(async () => {
  report = await readSnapshot(process.env.SNAPSHOT ?? sample).map((snapshot) =>
    evaluateSnapshot(snapshot, { failOn: 'warning' }),
  );
});

test('the environment is healthy, warnings included', () => expect(report).toBeHealthy());
test('every linked company is in Dataverse', () => expect(report).toHavePassed('DWDVEV1003'));
test('no company lacks an owning team', () => expect(report).not.toHaveFinding('DWDVEV1007'));
