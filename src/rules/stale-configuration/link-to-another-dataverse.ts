import { confirmLinkTarget, resetLinkOfCopy } from '../remediation/link-of-copy.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeLinkTarget } from './judge-link-target.js';
import { whyNotLinked } from './linked-companies.js';

/** `DWDVEV9305`: the link must name the Dataverse environment that was read. @public */
export const linkToAnotherDataverse = defineCatalogueRule({
  code: 'DWDVEV9305',
  slug: 'link-to-another-dataverse',
  title: 'Link to another Dataverse environment',
  origin: 'documented-check',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.2.0',
  meaning:
    'The link names a Dataverse environment other than the one whose facts were read. The usual cause is a sandbox that was created as a copy of production and still has the link of production.',
  impact:
    'Changes that people and tests make in the copy can reach the other environment, while nothing synchronizes with the environment that was checked.',
  needs: ['link', 'dataverseEnvironment'],
  ifProvided: true,
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ link, dataverseEnvironment }) =>
    judgeLinkTarget('dataverse', link.dataverseUrl, dataverseEnvironment.url),
  message: ({ linked, read }: { linked: string; read: string }) =>
    `the link points to the Dataverse environment ${linked}, but ${read} was checked`,
  remediation: {
    summary: 'Find out which of the two environments is the intended one before you change anything.',
    options: [confirmLinkTarget, resetLinkOfCopy],
  },
  sources: [sources.relinkEnvironments, sources.reset],
});
