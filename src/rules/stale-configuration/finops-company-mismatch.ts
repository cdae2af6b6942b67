import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { removeLegalEntityFromLink } from '../remediation/legal-entities.js';
import * as links from '../remediation/links.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { linkedCodes, linkedCompanySubject, whyNoLegalEntity, whyNotLinked } from './linked-companies.js';

/** `DWFOEV1003`: every linked legal entity must exist in finance and operations. @public */
export const finopsCompanyMismatch = defineCatalogueRule({
  code: 'DWFOEV1003',
  slug: 'finops-company-mismatch',
  title: 'Linked company missing in finance and operations',
  origin: 'documented',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The link lists a company that is not a legal entity of finance and operations.',
  impact: 'Finance and operations refuses the rows that Dataverse sends for that company.',
  needs: ['link', 'legalEntities'],
  notApplicable: ({ link }) => whyNotLinked(link) ?? whyNoLegalEntity(link),
  evaluate: ({ link, legalEntities }, { derive }) => {
    const codes = derive(legalEntityCodes, legalEntities);
    return judgeEach(derive(linkedCodes, link), (code) =>
      codes.has(nameKey(code)) ? undefined : finding(linkedCompanySubject(code), {}),
    );
  },
  message: (_args: Record<never, never>, { id }) =>
    `the linked company ${id} is not a legal entity of finance and operations`,
  remediation: {
    summary:
      'Make the list of linked companies and the legal entities match: add the legal entity, or remove the company from the link.',
    options: [
      {
        title: 'Create the legal entity',
        steps: [
          'If the company is to be synchronized, go to Organization administration > Organizations > Legal entities in finance and operations.',
          'Create the legal entity with exactly the code that the link lists, or find out which code it has now.',
          'Run this check again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.legalEntities, links.healthCheck],
      },
      removeLegalEntityFromLink,
      resetDualWrite,
    ],
  },
  sources: [sources.healthCheck],
});

function legalEntityCodes(legalEntities: Facts['legalEntities']): ReadonlySet<string> {
  return new Set(legalEntities.map(({ code }) => nameKey(code)));
}
