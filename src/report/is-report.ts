/** Whether the input means to be a report: one without known facts would pass for a snapshot. */
export function isReport(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'outcomes' in input;
}
