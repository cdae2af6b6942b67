import { linkAgain } from '../../../rules/remediation/link-again.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Databases also use dual writes and health checks. */
const product = {
  find: /\b(?:dataverse|common data service|finance and operations|lifecycle services|reset link|environments?)\b/i,
  anchor: 'e',
};

export const healthCheckNotGreen = /* @__PURE__ */ defineTopic({
  id: 'health-check-not-green',
  title: 'Linking is refused: the health check is not green',
  phase: 'link',
  causes: [
    'A prerequisite is not met: a version, a solution, an application or its roles, a plug-in.',
    'The signed-in user is not a system administrator on both sides, so the health check cannot see the data that it checks.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'tenant-administrator'],
  remediation: {
    summary: 'As a user with sufficient rights, fix the red lines from top to bottom, and run the health check again.',
    options: [
      {
        title: 'Fix the red lines',
        steps: [
          'Sign in with an account that is a system administrator in finance and operations and in Dataverse.',
          'Open the list of checks: the page Setup link to Dataverse while linking, the page Health check of Reset link, or the action Health check of the Dual-write page. Read what the first red line expects: version, solution, application, consent or plug-in.',
          'Run the check of this tool with the prerequisite rules: it names the application, role or plug-in step that is missing, which the page does not.',
          'Fix it and run the health check again; later checks are reliable only when the earlier ones are green.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.requirements, links.healthCheck],
      },
      {
        title: 'Have a tenant administrator link',
        steps: [
          'Linking requires the credentials of an administrator of the Microsoft Entra tenant in addition to the system administrator role on both sides. If consent is missing, or all lines are green but linking is still refused, ask such a person to link.',
          linkAgain,
          'Afterward, other administrators can edit maps with their own accounts.',
        ],
        performedBy: ['tenant-administrator'],
        destroys: null,
        links: [links.initialSetup],
      },
    ],
  },
  rules: [
    'DWFOEV9001',
    'DWFOEV9002',
    'DWFOEV9003',
    'DWDVEV9001',
    'DWDVEV9002',
    'DWDVEV9004',
    'DWDVEV9005',
    'DWDVEV9006',
    'DWDVEV9007',
    'DWDVEV9008',
    'DWDVEV9009',
    'DWDVEV9010',
    'DWDVEV9012',
  ],
  source: sources.initialSetup,
  signatures: [
    { all: ['dual write', 'health check', 'is not green'], wraps: true },
    { all: ['dual write', 'health check', 'is not all green'], wraps: true },
    { all: ['dual write', 'health check', 'cannot link', product], wraps: true },
    { all: ['dual write health check failed', product], wraps: true },
    { all: ['dual write health check', 'does not pass', product], wraps: true },
    { all: ['setup link to', 'health check'], wraps: true },
  ],
});
