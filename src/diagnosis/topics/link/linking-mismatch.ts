import * as links from '../../../rules/remediation/links.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import { defineTopic } from '../../topic.js';

export const linkingMismatch = /* @__PURE__ */ defineTopic({
  id: 'linking-mismatch',
  title: 'Dual-write and Power Platform integration name different environments',
  phase: 'link',
  causes: [
    'Power Platform integration is not set up in Lifecycle Services, but dual-write is already linked.',
    'The integration in Lifecycle Services names one Dataverse environment, but dual-write is linked to another.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Make both name the same Dataverse environment; business events, virtual tables and add-ins use the same one.',
    options: [
      {
        title: 'No integration yet: set it up with the linked environment',
        steps: [
          'In Lifecycle Services, open the environment details of finance and operations and expand Power Platform Integration.',
          'Cloud-hosted development environments: leave it as it is, because the integration is no longer supported there; use a sandbox or a unified developer environment for tests.',
          'If nothing is set up there, connect it to the Dataverse environment that Environment details on the Dual-write page shows.',
          'Reload the page after a while: the warning should be gone.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.setUpFromLifecycleServices],
      },
      {
        ...resetDualWrite,
        title: 'If another environment is set up there: reset the link to that one',
      },
    ],
  },
  rules: [],
  source: { title: 'Dual-write setup from Lifecycle Services', date: '2024-02-23' },
  signatures: [
    { all: ['linked via dual write to a different destination'] },
    { all: ['different destination than specified in power platform integration'] },
    { all: ['linked via dual write to a different power platform environment'] },
    { all: ['linked via dual write to a different dataverse environment'] },
  ],
});
