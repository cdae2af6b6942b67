import { groupsBy } from '../facts/groups-by.js';
import { guidKey, nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { mayBeAmong, tailOf } from '../facts/tail-of.js';
import type { RuleContext } from './rule.js';
import { type ArgsOf, type Judgment, judgeEach, type Subject, type Verdict } from './verdict.js';

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
  const codes = new Set(activeCompanies(companies).map(codeKey));
  codes.delete('');
  return companies.filter((company) => isActive(company) || !codes.has(codeKey(company)));
}

function codeKey({ code }: Company): string {
  return nameKey(code ?? '');
}

/** Whether a company is active: a company without a state is active. */
export function isActive({ active }: Company): boolean {
  return active !== false;
}

/** Chooses among companies, once per evaluation. Without a link, those that the link might choose. */
export type ChooseCompanies = (
  link: LinkToChooseBy | undefined,
  companies: Companies,
  context: Pick<RuleContext, 'derive'>,
) => Companies;

/** The companies that are linked, by their codes. */
export const linkedCompanies: ChooseCompanies = (link = notKnown, companies, { derive }) =>
  derive(chosen, companies, link).linked;

/** The companies that dual-write synchronizes: linked, or active and enabled. A flag that is not known counts as off. */
export const syncedCompanies: ChooseCompanies = (link = notKnown, companies, { derive }) =>
  derive(chosen, companies, link).synced;

type LinkToChooseBy = Partial<Facts['link']>;

const notKnown: LinkToChooseBy = {};

/** In one pass, with a key only of codes that may be linked: there may be very many companies. */
function chosen(companies: Companies, { legalEntities }: LinkToChooseBy) {
  const codes = new Set(legalEntities?.map(nameKey));
  codes.delete(''); // A blank entry names nothing.
  const mayBeLinked = mayBeAmong(codes);
  const linked: Company[] = [];
  const synced = companies.filter((company) => {
    const isLinked = legalEntities
      ? mayBeLinked(company.code ?? '') && codes.has(codeKey(company))
      : codeKey(company) !== '';
    if (isLinked) linked.push(company);
    return isLinked || isEnabled(company);
  });
  return { linked, synced };
}

/** Whether a company is active and enabled. */
export function isEnabled(company: Company): boolean {
  return company.enabledForDualWrite === true && isActive(company);
}

/** The companies among these rows: where each has one row, as nearly always, that row, and else all rows of each. */
export function companiesByCode(companies: Companies): readonly (Company | CompanyRows)[] {
  const tails = new Int32Array(companies.length);
  companies.forEach(({ code }, place) => {
    tails[place] = tailOf(code ?? '');
  });
  // Sorted, equal ones are neighbors: a set of so many takes several times as long.
  const isEachAlone = tails.sort().every((tail, place) => tail !== 0 && tail !== tails[place - 1]);
  return isEachAlone ? companies : [...groupsBy(companies, companyId).values()];
}

/**
 * Judges each company by its rows.
 *
 * @param isFine - whether a company of which this is the only row is fine, as most are: then no list is made of it
 */
export function judgeCompanies<Answer extends Judgment>(
  companies: readonly (Company | CompanyRows)[],
  isFine: (company: Company) => boolean,
  judge: (rows: CompanyRows) => Answer,
): Verdict<ArgsOf<Answer>> {
  return judgeEach<Company | CompanyRows, Answer | undefined>(companies, (company) => {
    if (!('id' in company)) return judge(company);
    return isFine(company) ? undefined : judge([company]);
  });
}

/** A company as findings name it, with the name that comes first in code-unit order. */
export function companySubject(rows: CompanyRows): Subject {
  const [name] = rows.flatMap((row) => row.name?.trim() || []).sort();
  return { kind: 'company', id: companyId(rows[0]), ...(name && { name }) };
}

/** What findings call a company: its code in capitals, or its id where it has no code. */
export function companyId({ id, code }: Company): string {
  return code?.trim().toUpperCase() || guidKey(id);
}

/** What findings call the companies of these rows, each once, sorted. */
export function companyIds(companies: Companies): readonly string[] {
  return [...new Set(companies.map(companyId))].sort();
}

/** A company in messages: by its code, else by its name and id. */
export function companyInWords({ id, name }: Subject, hasCode: boolean): string {
  return hasCode || name === undefined ? `company ${id}` : `company "${name}" (${id})`;
}
