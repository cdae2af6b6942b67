import { linkEnvironments } from '../remediation/link-environments.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';

/** `DWFOEV9303`: nothing synchronizes before the environments are linked. @public */
export const environmentNotLinked = defineCatalogueRule({
  code: 'DWFOEV9303',
  slug: 'environment-not-linked',
  title: 'Environments not linked',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The finance and operations app and Dataverse are not linked for dual-write.',
  impact: 'Nothing synchronizes in either direction.',
  needs: ['link'],
  evaluate: ({ link }) =>
    judgeEach([link.linked], (isLinked) => (isLinked ? undefined : finding({ kind: 'environment', id: 'link' }, {}))),
  message: () => 'the environments are not linked: nothing synchronizes',
  remediation: {
    summary: 'Link the environments once the prerequisites are met.',
    options: [linkEnvironments],
  },
  sources: [sources.healthCheck],
});
