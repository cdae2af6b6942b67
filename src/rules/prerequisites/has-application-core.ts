import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

/** The single package that came before brings all that the Dual-write Application Core package brings. */
const formerPackageAnchor = 'Dynamics365FinanceAndOperationsAnchor';

/** Whether a solution of the application core package is there, installed by itself or with the package that came before. */
export function hasApplicationCore(solutions: Facts['solutions'], solution: string): boolean {
  const accepted = [solution, formerPackageAnchor].map(nameKey);
  return solutions.some(({ uniqueName }) => accepted.includes(nameKey(uniqueName)));
}
