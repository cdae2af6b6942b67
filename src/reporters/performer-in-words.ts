import type { Performer } from '../rules/remediation/remediation.js';

/** Who performs a fix, in words. */
export function performerInWords(performer: Performer): string {
  return performers[performer];
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
