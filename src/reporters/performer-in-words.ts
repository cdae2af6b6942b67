import type { Performer } from '../rules/remediation/remediation.js';
import { listed } from './words.js';

/** Who performs a fix, in words. */
export function performerInWords(performer: Performer): string {
  return performers[performer];
}

/** `system administrator of Dataverse and developer` */
export function performersInWords(performedBy: readonly Performer[]): string {
  return listed(performedBy.map(performerInWords));
}

/** Whether those who carry something out are those who were named already. */
export function isUsual(performedBy: readonly Performer[], usual: readonly Performer[] | undefined): boolean {
  return usual !== undefined && [...performedBy].sort().join() === [...usual].sort().join();
}

const performers: Readonly<Record<Performer, string>> = {
  'setup-user': 'the user who set up dual-write',
  'finops-system-administrator': 'system administrator of finance and operations',
  'dataverse-system-administrator': 'system administrator of Dataverse',
  'system-customizer': 'system customizer of Dataverse',
  'tenant-administrator': 'tenant administrator',
  'environment-maker': 'environment maker',
  developer: 'developer',
  'microsoft-support': 'Microsoft Support',
};
