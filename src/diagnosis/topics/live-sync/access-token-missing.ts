import * as links from '../../../rules/remediation/links.js';
import { openApplicationUsers } from '../../../rules/remediation/pages.js';
import { defineTopic } from '../../topic.js';

export const accessTokenMissing = /* @__PURE__ */ defineTopic({
  id: 'access-token-missing',
  title: 'A cloud-hosted environment cannot sign in to Dataverse',
  phase: 'live-sync',
  causes: [
    'Finance and operations is hosted by the customer, and new environments of this kind are created without a certificate in the tenant: your own application must sign in, but it is not registered or its certificate has expired.',
    'The application has no application user in Dataverse, or the user has no roles.',
    'The flight `DualWriteUnoAuthenticationFnoToCds` is off, so finance and operations does not sign in with that application.',
  ],
  performedBy: ['tenant-administrator', 'dataverse-system-administrator', 'developer'],
  remediation: {
    summary:
      'Register an application with a certificate for the environment, and make it an application user in Dataverse.',
    options: [
      {
        title: 'Register the application and its certificate',
        steps: [
          'In the Microsoft Entra admin center, open App registrations: is there one for this environment, with a certificate that is still valid?',
          'If not, create it, upload the certificate, and install the certificate on the virtual machine.',
          'Enter application id and thumbprint in the web.config of the environment, as described in the guide to securing developer machines.',
        ],
        performedBy: ['tenant-administrator', 'developer'],
        destroys: null,
        links: [],
      },
      {
        title: 'Make it an application user in Dataverse',
        steps: [
          openApplicationUsers,
          'Select New app user, add that application (it is a registration of your tenant, so it is listed), and choose the root business unit.',
          'Select Dual-write runtime user, Dual-write app user, and a role for all mapped tables; then select Create.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.applicationUsers, links.securityRoles],
      },
      {
        title: 'Turn on the flight',
        steps: [
          'On the virtual machine, open SQL Server Management Studio and look for DualWriteUnoAuthenticationFnoToCds in the table SYSFLIGHTING of AxDB.',
          'If it is missing or not enabled, add or enable it as described in the setup article.',
          'Restart the Application Object Server, and save a test record.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Dual-write setup from Lifecycle Services', date: '2024-02-23' },
  signatures: [
    { all: ['unable to write data to entity', 'unable to get access token'] },
    { all: ['unable to write data to entity', 'failed to authenticate'] },
    { all: ['dual write', 'failed to authenticate', 'unable to get access token'] },
    { all: ['dual write', 'unable to get access token', { find: /\.dynamics\.com/i, anchor: 'dynamics' }] },
  ],
});
