import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

/** The former single package contains everything that the Dual-write Application Core package contains. */
const formerPackageAnchor = 'Dynamics365FinanceAndOperationsAnchor';

/** Whether a solution of the application core package is installed, by itself or with the former package. */
export function hasApplicationCore(solutions: Facts['solutions'], solution: string): boolean {
  const accepted = [solution, formerPackageAnchor].map(nameKey);
  return solutions.some(({ uniqueName }) => accepted.includes(nameKey(uniqueName)));
}
