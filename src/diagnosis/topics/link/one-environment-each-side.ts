import * as links from '../../../rules/remediation/links.js';
import { confirmPair } from '../../../rules/remediation/power-platform-integration.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: nobody has published what the product says. */
export const oneEnvironmentEachSide = /* @__PURE__ */ defineTopic({
  id: 'one-environment-each-side',
  title: 'One environment on each side: several cannot be linked',
  phase: 'link',
  causes: [
    'Dual-write links one finance and operations environment to exactly one Dataverse environment. A second one, on either side, cannot be linked beside it.',
    'The environment is already linked to another environment, such as the one that it was copied from.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Decide which two environments belong together; integrate further ones by other means.',
    options: [
      {
        title: 'Find out which pair is linked',
        steps: [
          'In finance and operations, open Data management > Dual-write and select Environment details: it names the two linked environments.',
          'Compare them with the pair that you want. If the link is the right one, nothing has to be done.',
          'For data of further environments, use data entities with a recurring integration, virtual tables, or flows.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.systemRequirements],
      },
      confirmPair,
    ],
  },
  rules: ['DWDVEV9305', 'DWFOEV9308'],
  source: sources.systemRequirements,
  signatures: [],
});
