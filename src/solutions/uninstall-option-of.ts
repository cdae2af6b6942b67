import * as links from '../rules/remediation/links.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { solutionName } from './solution-name.js';

/**
 * How to uninstall a solution, and what is lost: a managed one removes its maps, an unmanaged one leaves them.
 * If the kind is not known, both are stated.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export function uninstallOptionOf(solution: DualWriteSolution): RemediationOption {
  const { displayName, isManaged, maps } = solution;
  const names = [...new Set(maps.map(({ name }) => name))];
  const list = names.join(', ') || 'none that are known';
  const goes = `The map versions that it contains (${list}); data that they synchronized is not changed.`;
  const stays = 'Only the solution itself: its maps remain, and can only be deleted one by one.';
  return {
    title: `Uninstall ${displayName ?? solutionName(solution)}`,
    steps: [
      'On the Dual-write page, stop its maps, or choose another version of each with Table map version.',
      'Back up the maps of the environment.',
      'In the Power Apps maker portal, under Solutions, select the solution and then Delete.',
      'If the portal names components that depend on it, remove those first.',
    ],
    performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
    destroys: isManaged === null ? `If it is managed: ${goes} Otherwise: ${stays}` : isManaged ? goes : stays,
    links: [links.lifecycle],
  };
}
