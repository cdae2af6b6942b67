import type { DualWriteSolution } from './dual-write-solution.js';

/** What messages call a solution. */
export function solutionName({ uniqueName }: Pick<DualWriteSolution, 'uniqueName'>): string {
  return uniqueName ?? 'the solution';
}
