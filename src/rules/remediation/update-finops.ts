import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/**
 * How to update finance and operations. Sources: *Update an environment* (2026-04-02) for environments created in Lifecycle
 * Services; *Tutorial: Update the Finance and Operations Provisioning app* (2024-09-20) and *Manage service updates for unified
 * environments* (2026-09-07) for those made in the Power Platform admin center.
 */
export const updateFinops: RemediationOption = {
  title: 'Update finance and operations',
  steps: [
    'In finance and operations, select Help & Support > About and note the installed versions of application and platform.',
    'Update a sandbox first, and test your own extensions and integrations there.',
    'Environment created in Lifecycle Services: on the environment details page of the sandbox, select the tile of the newest update, then Save package; when it is in the asset library, select Maintain > Apply updates. For production, mark the update as release candidate under History > Environment changes of the sandbox, then select Maintain > Update environment in production.',
    'Environment created in the Power Platform admin center: select Manage > Environments, open the environment, select Resources > Dynamics 365 apps, then Dynamics 365 Finance and Operations Provisioning App, and Manage in its ... menu. Choose a version and select Install; if Manage is missing, the latest version is already installed.',
    'Check under About that the required version is installed, and run this check again.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys: null,
  links: [links.updateEnvironment, links.updateUnifiedEnvironment, links.systemRequirements],
};
