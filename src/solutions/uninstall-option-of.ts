import * as links from '../rules/remediation/links.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { DualWriteSolution } from './dual-write-solution.js';

/**
 * How a solution is taken out of an environment, and what goes with it: a managed one takes its maps along, an unmanaged one leaves
 * them. Where the kind is not known, both are said.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export function uninstallOptionOf({ uniqueName, displayName, isManaged, maps }: DualWriteSolution): RemediationOption {
  const names = [...new Set(maps.map(({ name }) => name))];
  const list = names.join(', ') || 'none that are known';
  const goes = `The versions of its maps that it brought (${list}); what they synchronized stays as it is.`;
  const stays = 'Nothing but the solution itself: its maps stay, and can only be deleted one by one.';
  return {
    title: `Uninstall ${displayName ?? uniqueName}`,
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
