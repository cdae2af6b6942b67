import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** Takes companies off the link that are not to be synchronized, or no longer exist. */
export const removeLegalEntityFromLink: RemediationOption = {
  title: 'Remove the company from the link',
  steps: [
    'In finance and operations, open Data management > Dual-write and select Environment details.',
    'On the Legal entities tab, compare the list with the companies of the findings; on the Dataverse side the records are in the Company table (cdm_company).',
    'See that no map is initializing and none is paused: the change fails otherwise.',
    'Remove the companies that do not belong there, and save.',
    'Change no map until a banner says that the legal entities are updated; then run this check again.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: 'Rows of the removed companies are not synchronized any more; nothing that is stored is deleted.',
  links: [links.legalEntities, links.healthCheck],
};
