import { groupsBy } from '../facts/groups-by.js';
import { guidKey, isBlank, nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import type { RuleContext } from './rule.js';
import type { Subject } from './verdict.js';

type Companies = Facts['companies'];
type Company = Companies[number];

/** A company as findings name it, with every row that has its code. A row without a code is a company by itself. */
interface CompanyRows {
  readonly subject: Subject;
  readonly hasCode: boolean;
  readonly rows: Companies;
}

/**
 * The rows that count: an inactive one does not if an active one has its code. In a partial fact, no inactive row
 * counts, because the active one may not have been seen.
 */
export function companiesThatCount(
  companies: Companies,
  { derive, isPartial }: Pick<RuleContext, 'derive' | 'isPartial'>,
): Companies {
  return derive(isPartial('companies') ? activeCompanies : companiesNotReplaced, companies);
}

function activeCompanies(companies: Companies): Companies {
  return companies.filter(isActive);
}

function companiesNotReplaced(companies: Companies): Companies {
  if (companies.every(isActive)) return companies;
  const activeCodes = new Set(activeCompanies(companies).map(({ code }) => nameKey(code ?? '')));
  return companies.filter(
    (company) => isActive(company) || isBlank(company.code) || !activeCodes.has(nameKey(company.code)),
  );
}

/** Whether a company is active: a company without a state is active. */
export function isActive({ active }: Company): boolean {
  return active !== false;
}

/** The companies that are linked, by their codes. Without a link, those that might be. */
export function linkedCompanies(link: Facts['link'] | undefined, companies: Companies): Companies {
  return companies.filter(isLinkedBy(link));
}

/** The companies that dual-write synchronizes: linked, or active and enabled. A flag that is not known counts as off. */
export function syncedCompanies(link: Facts['link'] | undefined, companies: Companies): Companies {
  const isLinked = isLinkedBy(link);
  return companies.filter(
    (company) => isLinked(company) || (isActive(company) && company.enabledForDualWrite === true),
  );
}

function isLinkedBy(link: Facts['link'] | undefined): (company: Company) => boolean {
  const linked = link && new Set(link.legalEntities.map(nameKey));
  return ({ code }) => !isBlank(code) && (linked === undefined || linked.has(nameKey(code)));
}

/** The companies among these rows, in the order of their first rows. */
export function companiesByCode(companies: Companies): readonly CompanyRows[] {
  return [...groupsBy(companies, companyId)].map(([id, rows]) => {
    const name = firstName(rows);
    const subject = { kind: 'company', id, ...(name === undefined ? {} : { name }) } as const;
    return { subject, hasCode: !isBlank(rows[0]?.code), rows };
  });
}

/** The name that comes first in code-unit order. */
function firstName(rows: Companies): string | undefined {
  let first: string | undefined;
  for (const { name } of rows) {
    const trimmed = name?.trim();
    if (trimmed && (first === undefined || trimmed < first)) first = trimmed;
  }
  return first;
}

/** What findings call a company: its code in capitals, or its id where it has no code. */
export function companyId({ id, code }: Company): string {
  return isBlank(code) ? guidKey(id) : code.trim().toUpperCase();
}

/** A company in messages: by its code, else by its name and id. */
export function companyInWords({ id, name }: Subject, hasCode: boolean): string {
  return hasCode || name === undefined ? `company ${id}` : `company "${name}" (${id})`;
}
