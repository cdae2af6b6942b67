import { type InstalledSolution, installedSolution } from './installed-solution.js';
import type { Facts } from './schemas.js';

export { isSolutionOlder as isCoreOlder } from './installed-solution.js';

/** The names under which the dual-write core solution is found. */
const coreAliases = ['msdyn_DualWriteCore', 'DualWriteCore', 'DualWriteCore_managed', 'DualWriteCoreAnchor'] as const;

/** The installed dual-write core solution. */
export function installedCore(solutions: Facts['solutions']): InstalledSolution {
  return installedSolution(solutions, coreAliases);
}
