import { isBlank, nameKey } from '../../facts/keys.js';
import { codeCounts, companySubject, countsOf } from '../companies.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';

type Cause = 'blank-code' | 'blank-name' | 'shared-code' | 'shared-name';

const causesInWords: Readonly<Record<Cause, string>> = {
  'blank-code': 'has no code',
  'blank-name': 'has no name',
  'shared-code': 'shares its code with another record',
  'shared-name': 'shares its name with another company',
};

/** `DWDVEV9301`: companies in Dataverse need codes and names of their own. @public */
export const companyDuplicateOrBlank = defineCatalogueRule({
  code: 'DWDVEV9301',
  slug: 'company-duplicate-or-blank',
  title: 'Company with duplicate or blank code or name',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'Records of the Company table share a code or a name, or one of them has none.',
  impact: 'Linking, and linking anew after a reset, ends with "An item with the same key has already been added".',
  needs: ['companies'],
  mayBePartial: ['companies'],
  evaluate: ({ companies }, { derive }) => {
    const codes = derive(codeCounts, companies);
    const names = countsOf(companies.map(({ name }) => name));
    return judgeEach(
      companies,
      (company) => {
        const causes: Cause[] = [];
        if (isBlank(company.code)) causes.push('blank-code');
        else if ((codes.get(nameKey(company.code)) ?? 0) > 1) causes.push('shared-code');
        if (isBlank(company.name)) causes.push('blank-name');
        else if ((names.get(nameKey(company.name)) ?? 0) > 1) causes.push('shared-name');
        return causes.length === 0 ? undefined : finding(companySubject(company), { causes, records: 1 });
      },
      {
        merge: (a, b) => ({ causes: [...new Set([...a.causes, ...b.causes])].sort(), records: a.records + b.records }),
      },
    );
  },
  message: ({ causes }: { causes: readonly Cause[]; records: number }, { id }) =>
    `company ${id} ${causes.map((cause) => causesInWords[cause]).join(' and ')}`,
  remediation: {
    summary: 'Give every company record a code and a name of its own before you link again.',
    options: [
      {
        title: 'Correct the records',
        steps: [
          'Go to the Power Apps maker portal, pick the Dataverse environment, select Tables, and open Company (cdm_company).',
          'Show the columns for code and name, and sort by each of them.',
          'Fill in what is blank, and change what stands twice so that it fits the legal entity in finance and operations.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.initialSetup],
      },
      {
        title: 'Delete superfluous records',
        steps: [
          'Find out which of the records no other row refers to: it is the one that was made by mistake.',
          'Export it, then delete it in the Company table.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: 'The deleted company record, and the references of rows that pointed to it.',
        links: [links.initialSetup],
      },
    ],
  },
  sources: [sources.initialSetup],
});
