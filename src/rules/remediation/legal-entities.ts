import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** Removes companies from the link that should not be synchronized, or no longer exist. */
export const removeLegalEntityFromLink: RemediationOption = {
  title: 'Remove the company from the link',
  steps: [
    'In finance and operations, open Data management > Dual-write and select Environment details.',
    'On the Legal entities tab, compare the list with the companies of the findings; on the Dataverse side the records are in the Company table (cdm_company).',
    'Make sure that no map is initializing or paused; otherwise the change fails.',
    'Remove the companies that do not belong there, and save.',
    'Do not change any map until a banner says that the legal entities are updated; then run this check again.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: 'Rows of the removed companies are no longer synchronized; stored data is not deleted.',
  links: [links.legalEntities, links.healthCheck],
};
