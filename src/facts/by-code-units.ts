/** Compares by code units: the order is the same on every machine, regardless of its language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
