import { guidKey, isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { companiesThatCount, companyId, linkedCompanies, syncedCompanies } from '../companies.js';
import type { RuleContext } from '../rule.js';
import { whyNoLegalEntity, whyNotLinked } from '../stale-configuration/linked-companies.js';
import type { Subject } from '../verdict.js';

type Companies = Facts['companies'];
type Team = Facts['teams'][number];
type Context = Pick<RuleContext, 'derive' | 'isPartial'>;

/** A team that owns what dual-write writes for some companies. A team that is listed twice appears twice. */
interface OwningTeam {
  readonly team: Team;
  /** What findings call the companies that it owns, sorted. */
  readonly companies: readonly string[];
}

/** The default owning teams of some of the companies. A team that is not there is left to DWDVEV1007. */
export function owningTeamsOf(
  chosen: Companies,
  { companies, teams }: Pick<Facts, 'companies' | 'teams'>,
  { derive }: Context,
): readonly OwningTeam[] {
  return derive(owningTeams, chosen, derive(teamsThatOwn, companies, teams));
}

/** The teams that own any company: few of very many, which are looked through only once. */
function teamsThatOwn(companies: Companies, teams: Facts['teams']): Facts['teams'] {
  const owners = new Set(companies.map(({ defaultOwningTeamId }) => guidKey(defaultOwningTeamId ?? '')));
  return teams.filter(({ id }) => owners.has(guidKey(id)));
}

function owningTeams(companies: Companies, teams: Facts['teams']): readonly OwningTeam[] {
  const companiesByTeam = new Map<string, Set<string>>();
  for (const company of companies) {
    if (isBlank(company.defaultOwningTeamId)) continue;
    const key = guidKey(company.defaultOwningTeamId);
    const ids = companiesByTeam.get(key) ?? new Set();
    companiesByTeam.set(key, ids.add(companyId(company)));
  }
  return teams.flatMap((team) => {
    const ids = companiesByTeam.get(guidKey(team.id));
    return ids === undefined ? [] : [{ team, companies: [...ids].sort() }];
  });
}

/** The default owning teams of the linked companies. */
export function teamsOfLinkedCompanies(
  facts: Pick<Facts, 'link' | 'companies' | 'teams'>,
  context: Context,
): readonly OwningTeam[] {
  const linked = context.derive(linkedCompanies, facts.link, companiesThatCount(facts.companies, context));
  return owningTeamsOf(linked, facts, context);
}

/** The default owning teams of the companies that dual-write synchronizes. */
export function teamsOfSyncedCompanies(
  facts: Pick<Facts, 'link' | 'companies' | 'teams'>,
  context: Context,
): readonly OwningTeam[] {
  const synced = context.derive(syncedCompanies, facts.link, companiesThatCount(facts.companies, context));
  return owningTeamsOf(synced, facts, context);
}

type KnownFacts = { readonly [Name in 'link' | 'companies' | 'teams']?: Facts[Name] | undefined };

/** Why there is no owning team of a linked company to check, as far as these facts are known. */
export function whyNoTeamOfLinkedCompany(facts: KnownFacts, context: Context): string | undefined {
  const reason = whyNotLinked(facts.link) ?? whyNoLegalEntity(facts.link);
  return (
    reason ??
    (hasNoOwner(facts, linkedCompanies, context)
      ? 'no linked company has a default owning team that exists'
      : undefined)
  );
}

/** Why there is no owning team of a synchronized company to check, as far as these facts are known. */
export function whyNoTeamOfSyncedCompany(facts: KnownFacts, context: Context): string | undefined {
  return (
    whyNotLinked(facts.link) ??
    (hasNoOwner(facts, syncedCompanies, context)
      ? 'no synchronized company has a default owning team that exists'
      : undefined)
  );
}

/**
 * Whether no team owns any of the companies to `choose`, whatever else is not known: they name no team, or none that exists.
 */
function hasNoOwner(
  { link, companies, teams }: KnownFacts,
  choose: (link: Facts['link'] | undefined, companies: Companies) => Companies,
  context: Context,
): boolean {
  if (companies === undefined) return teams?.length === 0;
  const counted = companiesThatCount(companies, context);
  const chosen = link === undefined ? choose(link, counted) : context.derive(choose, link, counted);
  return teams === undefined
    ? chosen.every(({ defaultOwningTeamId }) => isBlank(defaultOwningTeamId))
    : owningTeamsOf(chosen, { companies, teams }, context).length === 0;
}

/** A team as the subject of a finding. */
export function teamSubject({ id, name }: Team): Subject {
  return { kind: 'team', id: guidKey(id), name: name.trim() };
}
