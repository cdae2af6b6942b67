import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';

/** `DWFOEV9303`: nothing synchronises before the environments are linked. @public */
export const environmentNotLinked = defineCatalogueRule({
  code: 'DWFOEV9303',
  slug: 'environment-not-linked',
  title: 'Environments not linked',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The finance and operations app and Dataverse are not linked for dual-write.',
  impact: 'Nothing synchronises in either direction.',
  needs: ['link'],
  evaluate: ({ link }) =>
    judgeEach([link.linked], (isLinked) => (isLinked ? undefined : finding({ kind: 'environment', id: 'link' }, {}))),
  message: () => 'the environments are not linked: nothing synchronises',
  remediation: {
    summary: 'Link the environments once the prerequisites are met.',
    options: [
      {
        title: 'Link the environments',
        steps: [
          'Clear the prerequisite errors and left-over configurations of this report first.',
          'In Lifecycle Services, see that the Power Platform integration of finance and operations names the right Dataverse environment.',
          'In finance and operations, open Data management, then the Dual-write tile, and start the wizard.',
          'Choose the environment and the legal entities, let the health check finish, and confirm.',
          'Select Apply Solution and run the maps that you need.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.linkEnvironments, links.requirements],
      },
    ],
  },
  sources: [sources.healthCheck],
});
