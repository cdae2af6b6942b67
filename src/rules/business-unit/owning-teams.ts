import { guidKey, isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { companiesThatCount, companyId, linkedCompanies, syncedCompanies } from '../companies.js';
import type { RuleContext } from '../rule.js';
import type { Subject } from '../verdict.js';

type Companies = Facts['companies'];
type Team = Facts['teams'][number];
type Context = Pick<RuleContext, 'derive' | 'isPartial'>;

/** A team that owns what dual-write writes for some companies. A team that is listed twice comes twice. */
export interface OwningTeam {
  readonly team: Team;
  /** What findings call the companies that it owns, sorted. */
  readonly companies: readonly string[];
}

/** The default owning teams of these companies. A team that is not there is left to DWDVEV1007. */
export function owningTeams(companies: Companies, teams: Facts['teams']): readonly OwningTeam[] {
  const companiesByTeam = new Map<string, Set<string>>();
  for (const company of companies) {
    if (isBlank(company.defaultOwningTeamId)) continue;
    const key = guidKey(company.defaultOwningTeamId);
    const ids = companiesByTeam.get(key) ?? new Set();
    companiesByTeam.set(key, ids.add(companyId(company)));
  }
  // There may be very many teams, of which few own a company.
  return teams.flatMap((team) => {
    const ids = companiesByTeam.get(guidKey(team.id));
    return ids === undefined ? [] : [{ team, companies: [...ids].sort() }];
  });
}

/** The default owning teams of the linked companies. */
export function teamsOfLinkedCompanies(
  { link, companies, teams }: Pick<Facts, 'link' | 'companies' | 'teams'>,
  context: Context,
): readonly OwningTeam[] {
  const linked = context.derive(linkedCompanies, link, companiesThatCount(companies, context));
  return context.derive(owningTeams, linked, teams);
}

/** The default owning teams of the companies that dual-write synchronizes. */
export function teamsOfSyncedCompanies(
  { link, companies, teams }: Pick<Facts, 'link' | 'companies' | 'teams'>,
  context: Context,
): readonly OwningTeam[] {
  const synced = context.derive(syncedCompanies, link, companiesThatCount(companies, context));
  return context.derive(owningTeams, synced, teams);
}

/** Why no owning team is to be looked at, in words. */
export const noTeamOfLinkedCompany = 'no linked company has a default owning team that exists';
export const noTeamOfSyncedCompany = 'no synchronized company has a default owning team that exists';

type KnownFacts = { readonly [Name in 'link' | 'companies' | 'teams']?: Facts[Name] | undefined };

/** Why there is no owning team of a linked company to look at, as far as the known ones of these facts tell. */
export function whyNoTeamOfLinkedCompany(facts: KnownFacts, context: Context): string | undefined {
  if (facts.link?.linked === false) return 'the environments are not linked';
  const noneLinked = facts.link?.legalEntities.every(isBlank) === true;
  return noneLinked || hasNoOwner(facts, linkedCompanies, context) ? noTeamOfLinkedCompany : undefined;
}

/** Why there is no owning team of a synchronized company to look at, as far as the known ones of these facts tell. */
export function whyNoTeamOfSyncedCompany(facts: KnownFacts, context: Context): string | undefined {
  if (facts.link?.linked === false) return 'the environments are not linked';
  return hasNoOwner(facts, syncedCompanies, context) ? noTeamOfSyncedCompany : undefined;
}

/** Whether no team owns one of the `chosen` companies, whatever else is not known: they name none, or none that exists. */
function hasNoOwner(
  { link, companies, teams }: KnownFacts,
  chosen: (link: Facts['link'] | undefined, companies: Companies) => Companies,
  context: Context,
): boolean {
  if (link && companies && teams) return false; // The rule itself answers then, and need not look twice.
  if (companies === undefined) return teams?.length === 0;
  const owners = chosen(link, companiesThatCount(companies, context)).flatMap(({ defaultOwningTeamId: id }) =>
    isBlank(id) ? [] : [guidKey(id)],
  );
  const existing = teams && new Set(teams.map(({ id }) => guidKey(id)));
  return !owners.some((id) => existing === undefined || existing.has(id));
}

/** A team as the subject of a finding. */
export function teamSubject({ id, name }: Team): Subject {
  return { kind: 'team', id: guidKey(id), name: name.trim() };
}
