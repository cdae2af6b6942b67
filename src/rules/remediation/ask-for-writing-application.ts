import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** Only Microsoft can bring the user of the current writing application; no list of applications offers it. */
export const askForWritingApplication: RemediationOption = {
  title: 'If f1752846-f0df-4766-96f5-c109adf67d7f is missing, ask Microsoft Support for its user',
  steps: [
    'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Support and create a support request for the Dataverse environment.',
    'State that the application user of f1752846-f0df-4766-96f5-c109adf67d7f (Finance and Operations Runtime Integration User) is missing, and give the environment id and the version of finance and operations.',
    'When support has finished, run this check again. The user is created with its role; leave that role unchanged.',
  ],
  performedBy: ['dataverse-system-administrator', 'microsoft-support'],
  destroys: null,
  links: [links.appMigration, links.systemUsers],
};
