import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** Unlinks and links again: linking creates both connections anew. */
export const relinkEnvironments: RemediationOption = {
  title: 'Unlink the environments and link them again',
  steps: [
    'Write down which maps run, in which versions, and the legal entities and integration keys of the link.',
    'Choose who links: the new connections belong to that user, who must be system administrator on both sides and hold a Power Apps licence.',
    'In finance and operations, open the Dual-write page, stop every running map, then select Unlink environment and confirm.',
    'Run this check: clear the configuration rows that it reports as left behind.',
    'Follow the link wizard on the Dual-write page with the same Dataverse environment and the noted legal entities.',
    'Set the integration keys, then run the maps of your notes again, those that others depend on first.',
  ],
  performedBy: ['setup-user', 'finops-system-administrator', 'dataverse-system-administrator'],
  destroys:
    'The present link with its legal entity list and the running state of its maps; what changes while they are stopped is not synchronised.',
  links: [links.linkEnvironments, links.initialSetup],
};
