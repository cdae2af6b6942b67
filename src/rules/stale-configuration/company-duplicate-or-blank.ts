import { guidKey, isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { companiesByCode, companiesThatCount, companyInWords, companySubject } from '../companies.js';
import * as links from '../remediation/links.js';
import { openCompanyTable } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';

type Cause = 'blank-code' | 'blank-name' | 'shared-code' | 'shared-name';

type Args = {
  causes: readonly Cause[];
  /** The ids of the records with this code, sorted. */
  records: readonly string[];
  /** The names that other records have too, sorted. */
  sharedNames: readonly string[];
};

const causesInWords: Readonly<Record<Cause, (args: Args) => string>> = {
  'blank-code': () => 'has no code',
  'shared-code': ({ records }) => `has ${records.length} records with its code`,
  'blank-name': ({ records }) => (records.length === 1 ? 'has no name' : 'has a record without a name'),
  'shared-name': ({ sharedNames }) =>
    `shares the name${sharedNames.length === 1 ? '' : 's'} ${sharedNames.map((name) => `"${name}"`).join(' and ')} with another record`,
};

/** `DWDVEV9301`: companies in Dataverse need unique codes and names. @public */
export const companyDuplicateOrBlank = defineCatalogueRule({
  code: 'DWDVEV9301',
  slug: 'company-duplicate-or-blank',
  title: 'Company with duplicate or blank code or name',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'Records of the Company table share a code or a name, or one of them lacks its code or name.',
  impact: 'Linking, and linking again after a reset, ends with "An item with the same key has already been added".',
  needs: ['companies'],
  mayBePartial: ['companies'],
  evaluate: ({ companies }, context) => {
    const counted = companiesThatCount(companies, context);
    const shared = namesOfSeveral(counted);
    const hasOwnName = ({ name }: Facts['companies'][number]) => !isBlank(name) && !shared.has(nameKey(name));
    return judgeEach(context.derive(companiesByCode, counted), (rows) => {
      const hasCode = !isBlank(rows[0].code);
      if (hasCode && rows.length === 1 && hasOwnName(rows[0])) return undefined;
      const names = rows.flatMap(({ name }) => (isBlank(name) ? [] : [name.trim()])).sort();
      const sharedNames = names.filter((name) => shared.has(nameKey(name)));
      const causes: Cause[] = [];
      if (!hasCode) causes.push('blank-code');
      else if (rows.length > 1) causes.push('shared-code');
      if (names.length < rows.length) causes.push('blank-name');
      if (sharedNames.length > 0) causes.push('shared-name');
      const records = rows.map(({ id }) => guidKey(id)).sort();
      return finding<Args>(companySubject(rows), { causes, records, sharedNames: [...new Set(sharedNames)] });
    });
  },
  message: (args: Args, subject) =>
    `${companyInWords(subject, !args.causes.includes('blank-code'))} ${args.causes.map((cause) => causesInWords[cause](args)).join(', ')}`,
  remediation: {
    summary: 'Give every company record a unique code and name before you link or reset.',
    options: [
      {
        title: 'Correct the records',
        steps: [
          openCompanyTable,
          'Show the columns for code and name, and sort by each of them; inactive records count too, unless an active one has the same code.',
          'Select Edit, fill in what is blank, and change duplicates so that they match the legal entity in finance and operations.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.initialSetup, links.editTables],
      },
      {
        title: 'Delete duplicate records',
        steps: [
          'Find out which of the records that the finding names is not referenced by any other row: that is the one that was created by mistake. If all of them are referenced, correct them instead.',
          'Export that record, then delete it in the Company table.',
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

/** The names that several rows have, by their keys. */
function namesOfSeveral(companies: Facts['companies']): ReadonlySet<string> {
  const names = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of companies) {
    const key = nameKey(name ?? '');
    if (names.has(key)) shared.add(key);
    else names.add(key);
  }
  return shared;
}
