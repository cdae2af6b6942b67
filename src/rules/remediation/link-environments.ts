import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/**
 * How to link two environments, now that the Dual-write page no longer offers it. Sources: *Dual-write setup from
 * Lifecycle Services* (2026-04-03); no article describes linking in environments created in the Power Platform admin center.
 */
export const linkEnvironments: RemediationOption = {
  title: 'Link the environments',
  steps: [
    'Fix the prerequisite errors of this report first, and remove the configuration rows of an earlier link that it names.',
    'Sign in as an administrator of the Microsoft Entra tenant who is a system administrator on both sides and has licenses for finance and operations and for Power Apps: linking requires all of these, and the connections belong to that account.',
    'Environment created in Lifecycle Services: open its environment details page and expand Power Platform Integration. If no Dataverse environment is set up there, set up the correct one: it cannot be changed later. Then select Dual-write application, read the terms, and select Configure; it takes about half an hour. When the page reports success, select Link to Power Platform environment.',
    'Environment created in the Power Platform admin center: it has no such page, because finance and operations and Dataverse are one environment there. In finance and operations, open Data management > Dual-write; if the page shows no link, select Reset link, and if it does not offer that, open a support request.',
    'Cloud-hosted development machine: Power Platform integration is no longer supported there; use a sandbox or a unified developer environment.',
    'On the Dual-write page, open Environment details > Legal entities, add the companies to synchronize, and save. Select Apply Solution, and run the maps that you need.',
  ],
  performedBy: ['tenant-administrator', 'finops-system-administrator', 'dataverse-system-administrator'],
  destroys: null,
  links: [links.setUpFromLifecycleServices, links.initialSetup, links.requirements],
};
