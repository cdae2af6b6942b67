import { groupsBy } from '../facts/groups-by.js';
import { guidKey, isBlank, nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import type { RuleContext } from './rule.js';
import type { Subject } from './verdict.js';

type Companies = Facts['companies'];
type Company = Companies[number];

/** Every row that has the code of one company. A row without a code is a company by itself. */
type CompanyRows = readonly [Company, ...Company[]];

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

/** Chooses among companies, once per evaluation. Without a link, those that the link might choose. */
export type ChooseCompanies = (
  link: Facts['link'] | undefined,
  companies: Companies,
  context: Pick<RuleContext, 'derive'>,
) => Companies;

/** The companies that are linked, by their codes. */
export const linkedCompanies: ChooseCompanies = (link, companies, { derive }) =>
  link === undefined ? companies.filter(hasCode) : derive(companiesOfLink, companies, link);

function companiesOfLink(companies: Companies, { legalEntities }: Facts['link']): Companies {
  const linked = new Set(legalEntities.map(nameKey));
  linked.delete(''); // A blank entry names nothing.
  return companies.filter(({ code }) => linked.has(nameKey(code ?? '')));
}

/** The companies that dual-write synchronizes: linked, or active and enabled. A flag that is not known counts as off. */
export const syncedCompanies: ChooseCompanies = (link, companies, context) =>
  context.derive(withEnabledCompanies, linkedCompanies(link, companies, context), companies);

function withEnabledCompanies(linked: Companies, companies: Companies): Companies {
  const isLinked = new Set(linked);
  return companies.filter((company) => isEnabled(company) || isLinked.has(company));
}

function isEnabled(company: Company): boolean {
  return company.enabledForDualWrite === true && isActive(company);
}

function hasCode({ code }: Company): boolean {
  return !isBlank(code);
}

/** The companies among these rows, in the order of their first rows. */
export function companiesByCode(companies: Companies): readonly CompanyRows[] {
  return [...groupsBy(companies, companyId).values()];
}

/** A company as findings name it. */
export function companySubject(rows: CompanyRows): Subject {
  const name = firstName(rows);
  return { kind: 'company', id: companyId(rows[0]), ...(name === undefined ? {} : { name }) };
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

/** What findings call the companies of these rows, each once, sorted. */
export function companyIds(companies: Companies): readonly string[] {
  return [...new Set(companies.map(companyId))].sort();
}

/** A company in messages: by its code, else by its name and id. */
export function companyInWords({ id, name }: Subject, hasCode: boolean): string {
  return hasCode || name === undefined ? `company ${id}` : `company "${name}" (${id})`;
}
