import { nameKey } from '../../facts/keys.js';
import { linkedCompanies } from '../companies.js';
import { removeLegalEntityFromLink } from '../remediation/legal-entities.js';
import * as links from '../remediation/links.js';
import { openCompanyTable } from '../remediation/pages.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { linkedCodes, linkedCompanySubject, whyNoLegalEntity, whyNotLinked } from './linked-companies.js';

/** `DWDVEV1003`: every linked legal entity needs a company in Dataverse. @public */
export const dataverseCompanyMismatch = defineCatalogueRule({
  code: 'DWDVEV1003',
  slug: 'dataverse-company-mismatch',
  title: 'Linked company missing in Dataverse',
  origin: 'documented',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The link lists a legal entity that has no record in the Company table of Dataverse.',
  impact: 'Rows of that company have no target: they fail in both directions.',
  needs: ['link', 'companies'],
  notApplicable: ({ link }) => whyNotLinked(link) ?? whyNoLegalEntity(link),
  evaluate: ({ link, companies }, { derive }) => {
    // An inactive record counts: DWDVEV9306 checks its state.
    const codes = new Set(linkedCompanies(link, companies, { derive }).map(({ code }) => nameKey(code ?? '')));
    return judgeEach(derive(linkedCodes, link), (code) =>
      codes.has(nameKey(code)) ? undefined : finding(linkedCompanySubject(code), {}),
    );
  },
  message: (_args: Record<never, never>, { id }) =>
    `the linked company ${id} has no record in the Company table of Dataverse`,
  remediation: {
    summary:
      'Make the list of linked legal entities and the Company table match: add the record, or remove the company from the link.',
    options: [
      {
        title: 'Create the company record',
        steps: [
          openCompanyTable,
          'If the company is to be synchronized, look for its record under another code: correcting that code may be all you need to do.',
          'Otherwise select Edit and add a row with exactly the code of the legal entity in cdm_companycode, its name in cdm_name, and Yes in cdm_isenabledfordualwrite. Without that flag Dataverse makes no business unit and no owner team for the company.',
          'Save, open the row again, and check that Default owning team is filled in; if it is not, choose a team of type Owner.',
          'Give that team the dual-write roles (DWDVEV9401 explains how), and run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.companyData, links.healthCheck, links.editTables],
      },
      removeLegalEntityFromLink,
      resetDualWrite,
    ],
  },
  sources: [sources.healthCheck],
});
