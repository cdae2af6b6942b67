import { confirmLinkTarget, resetLinkOfCopy } from '../remediation/link-of-copy.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeLinkTarget } from './judge-link-target.js';
import { whyNotLinked } from './linked-companies.js';

/** `DWFOEV9308`: the link must name the finance and operations app that was read. @public */
export const linkToAnotherFinops = defineCatalogueRule({
  code: 'DWFOEV9308',
  slug: 'link-to-another-finops',
  title: 'Link to another finance and operations app',
  origin: 'documented-check',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.2.0',
  meaning:
    'The link names a finance and operations app other than the one whose facts were read. The usual cause is a sandbox that was created as a copy of production and still has the link of production.',
  impact:
    'Changes that people and tests make in the copy can reach the other environment, while nothing synchronizes with the environment that was checked.',
  needs: ['link', 'finopsEnvironment'],
  ifProvided: true,
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ link, finopsEnvironment }) => judgeLinkTarget('finops', link.finopsUrl, finopsEnvironment.url),
  message: ({ linked, read }: { linked: string; read: string }) =>
    `the link points to the finance and operations app ${linked}, but ${read} was checked`,
  remediation: {
    summary: 'Find out which of the two environments is the intended one before you change anything.',
    options: [confirmLinkTarget, resetLinkOfCopy],
  },
  sources: [sources.relinkEnvironments, sources.reset],
});
