import { fileURLToPath } from 'node:url';
import { checkEnvironment, type HealthReport, snapshotAdapter } from 'dual-write-health';
import { readSnapshot } from 'dual-write-health/node';

/** What a job says: plain JSON. In real life it names the addresses of a live environment instead of a file. */
export interface EnvironmentJob {
  readonly name: string;
  readonly snapshot: string;
}

/** Checks one environment; what keeps it from being checked is thrown, so that the queue can try again. */
export async function checkOne({ name, snapshot: file }: EnvironmentJob): Promise<HealthReport> {
  const snapshot = await readSnapshot(fileURLToPath(new URL(file, import.meta.url)));
  if (snapshot.isErr()) throw new Error(`${file}: ${snapshot.error.because}`);
  const adapter = snapshotAdapter({ ...snapshot.value, environment: { name } });
  const report = await checkEnvironment(adapter);
  if (report.isErr()) throw new Error(report.error.because);
  return report.value;
}
