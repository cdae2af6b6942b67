import {
  companiesByCode,
  companiesThatCount,
  companySubject,
  isActive,
  isEnabled,
  judgeCompanies,
  linkedCompanies,
} from '../companies.js';
import { removeLegalEntityFromLink } from '../remediation/legal-entities.js';
import * as links from '../remediation/links.js';
import { openCompanyTable } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, missing, notApplicable } from '../verdict.js';
import { noLinkedCompany, whyNoLinkedCompany } from './linked-companies.js';

type Args = { problem: 'inactive' | 'not-enabled'; rows: number };

/** `DWDVEV9306`: the company of a linked legal entity must be active and enabled for dual-write. @public */
export const linkedCompanyNotEnabled = defineCatalogueRule({
  code: 'DWDVEV9306',
  slug: 'linked-company-not-enabled',
  title: 'Linked company not enabled in Dataverse',
  origin: 'documented-check',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The link lists a legal entity whose record in the Company table of Dataverse is inactive, or is not enabled for dual-write. Often the record was created manually or comes from an older link.',
  impact:
    'Dataverse creates the business unit and the owner team of a company, and protects its default owning team, only while the record is enabled. People cannot select an inactive company.',
  needs: ['link', 'companies'],
  notApplicable: whyNoLinkedCompany,
  evaluate: ({ link, companies }, context) => {
    const linked = linkedCompanies(link, companiesThatCount(companies, context), context);
    if (linked.length === 0) return notApplicable(noLinkedCompany);
    return judgeCompanies(context.derive(companiesByCode, linked), isEnabled, (rows) => {
      const subject = companySubject(rows);
      const args = { rows: rows.length };
      if (!rows.some(isActive)) return finding<Args>(subject, { problem: 'inactive', ...args });
      const flags = rows.map(({ enabledForDualWrite }) => enabledForDualWrite ?? 'not known');
      if (flags.includes(true)) return undefined;
      if (flags.includes('not known')) return missing('companies', 'enabledForDualWrite');
      return finding<Args>(subject, { problem: 'not-enabled', ...args });
    });
  },
  message: ({ problem, rows }: Args, { id }) => {
    const records = rows === 1 ? 'its record' : `each of its ${rows} records`;
    return problem === 'inactive'
      ? `the company ${id} is linked, and ${records} in the Company table of Dataverse is inactive`
      : `the company ${id} is linked, and ${records} in the Company table of Dataverse is not enabled for dual-write`;
  },
  remediation: {
    summary:
      'Activate the company record and enable it for dual-write, or remove the company from the link if it should not be synchronized.',
    options: [
      {
        title: 'Activate and enable the company record',
        steps: [
          openCompanyTable,
          'Select Edit, select the row of the company that the finding names, and select Edit row using form. A view such as Inactive Companies shows the inactive rows.',
          'If the row is inactive, select Activate.',
          'Set Is Enabled for Dual Write (cdm_isenabledfordualwrite) to Yes, and save. If the form does not show it, show that column in the list and set it there.',
          'Look at Default owning team: Dataverse fills it in when the company becomes enabled. Make sure that the team has its security roles (DWDVEV9401 explains how).',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.companyData, links.editTables],
      },
      removeLegalEntityFromLink,
    ],
  },
  sources: [sources.companyData, sources.legalEntities],
});
