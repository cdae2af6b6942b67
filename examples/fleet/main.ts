/**
 * Thousands of environments, checked by the workers of a queue that is there already (BullMQ on Redis). Each job does what
 * `checkFleet` does for one environment; the reports come back through the queue and make one table.
 *
 * `npm run example:fleet` starts its own Redis and runs this. With a Redis that is running: `REDIS_URL=… npx tsx main.ts`.
 */
import { Queue, QueueEvents, Worker } from 'bullmq';
import { type FleetFault, fleetExitCode, fleetOf, type HealthReport, parseReport } from 'dual-write-health';
import { fleetDocument, toPretty } from 'dual-write-health/reporters';
import { checkOne, type EnvironmentJob } from './check-one.js';

const { hostname, port } = new URL(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
const connection = { host: hostname, port: Number(port || 6379), maxRetriesPerRequest: null };
const name = `dual-write-health-${process.pid}`;

const queue = new Queue<EnvironmentJob, HealthReport>(name, { connection });
const events = new QueueEvents(name, { connection });
const worker = new Worker<EnvironmentJob, HealthReport>(name, ({ data }) => checkOne(data), {
  connection,
  concurrency: 4,
});
await events.waitUntilReady();

// In real life a scheduler fills the queue, from a list of environments and how to reach them.
const environments: readonly EnvironmentJob[] = [
  { name: 'contoso-uat', snapshot: '../environments/healthy.json' },
  { name: 'contoso-dev', snapshot: '../environments/every-dependency-code.json' },
  { name: 'contoso-test', snapshot: '../environments/half-filled.json' },
  { name: 'contoso-lost', snapshot: '../environments/no-such-file.json' },
];
const jobs = await queue.addBulk(environments.map((data) => ({ name: data.name, data, opts: { attempts: 2 } })));

// One that fails costs no other: it is listed as not checked.
const reports: HealthReport[] = [];
const faults: FleetFault[] = [];
for (const job of jobs) {
  try {
    // What comes out of a queue went through JSON, so it is parsed and not trusted.
    reports.push(parseReport(await job.waitUntilFinished(events, 60_000))._unsafeUnwrap());
  } catch (error) {
    faults.push({
      environment: { name: job.data.name },
      type: 'not-checked',
      because: error instanceof Error ? error.message : String(error),
    });
  }
}
const fleet = fleetOf(reports, faults);
process.stdout.write(toPretty(fleetDocument(fleet)));

await worker.close();
await events.close();
await queue.obliterate({ force: true });
await queue.close();
process.exitCode = fleetExitCode(fleet);
