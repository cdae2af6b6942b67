import type { CleanupStep } from './cleanup-step.js';
import type { CleanupTarget } from './cleanup-target.js';
import { isNamed, namedInDataverse } from './targets-in-words.js';

/** How runtime configurations are deleted. */
export function dataverseSteps(targets: readonly CleanupTarget[]): readonly CleanupStep[] {
  const found = targets.flatMap((target) => {
    if (target.type !== 'runtime-configuration') return [];
    const map = target.mapName === null ? '' : ` (${target.mapName})`;
    return [`the id ${target.runtimeConfigurationId}${map}`];
  });
  const named = targets.filter(isNamed).filter(isInDataverse).map(namedInDataverse);
  if (found.length + named.length === 0) return [];
  return [
    {
      title: 'Find the runtime configurations',
      details: [
        'In the Power Apps maker portal, pick the Dataverse environment, select Tables > All, search for the table msdyn_dualwriteruntimeconfig (Dual Write Runtime Configuration), and open its rows.',
        ...[...found, ...named].map((row) => `Look for ${row}.`),
        ...(named.length > 0
          ? ['The internal entity name is the logical name of the table: account, not accounts.']
          : []),
        'Export the list: it is your record of the original rows.',
      ],
      performedBy: ['dataverse-system-administrator'],
      destroys: null,
    },
    {
      title: 'Delete the runtime configurations',
      details: [
        ...found.map((row) => `Delete the row with ${row}.`),
        ...named.map((row) => `Delete rows with ${row} only if you made sure that they are left over.`),
        'Leave every other row.',
      ],
      performedBy: ['dataverse-system-administrator'],
      destroys:
        'The runtime configurations that are deleted. Without them Dataverse sends no changes until the map is started again.',
    },
  ];
}

/** An entity of finance and operations alone says nothing about a table. */
function isInDataverse({ runtimeConfigurationId, dataverseTable }: CleanupTarget & { readonly type?: undefined }) {
  return (runtimeConfigurationId ?? dataverseTable) !== undefined;
}
