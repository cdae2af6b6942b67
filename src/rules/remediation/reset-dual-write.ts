import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** The documented last resort for a link that does not match its environments any more. */
export const resetDualWrite: RemediationOption = {
  title: 'Reset the dual-write link',
  steps: [
    'Write down which maps run, their versions and customised mappings, integration keys and alert settings: all of it goes.',
    'On the Dual-write page in finance and operations apps, stop every running map.',
    'Select Reset link. On Choose environment, make sure that the Dataverse environment shown is the one you want to keep, then acknowledge the reset.',
    'Select the legal entities again, let the health check finish, and confirm the summary.',
    'Select Apply Solution, pick the map versions from your notes, set the integration keys, and run the maps again in the order of their dependencies.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys:
    'All maps with their versions and integration keys, the legal entity list, alert settings, activity logs and the initial sync history. It cannot be undone.',
  links: [links.reset],
};
