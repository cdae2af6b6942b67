/** Milliseconds of the processor that this process takes for something: what else the machine does hardly counts. */
export function processorTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return processorTimeSince(start);
}

/** The same since `process.cpuUsage()` was read. */
export function processorTimeSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
