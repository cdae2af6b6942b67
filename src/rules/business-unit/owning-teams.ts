import { groupsBy } from '../../facts/groups-by.js';
import { guidKey, isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { type ChooseCompanies, companiesThatCount, linkedCompanies, syncedCompanies } from '../companies.js';
import type { RuleContext } from '../rule.js';
import { whyNoLegalEntity, whyNotLinked } from '../stale-configuration/linked-companies.js';
import type { Subject } from '../verdict.js';

type Companies = Facts['companies'];
type Team = Facts['teams'][number];
type Context = Pick<RuleContext, 'derive' | 'isPartial'>;

/** A team that owns what dual-write writes for some companies. A team that is listed twice appears twice. */
interface OwningTeam {
  readonly team: Team;
  readonly owned: Companies;
}

/** The default owning teams of the companies to `choose`. A team that is not there is left to DWDVEV1007. */
function owningTeamsOf(
  { link, companies, teams }: Omit<KnownFacts, 'companies'> & Pick<Facts, 'companies' | 'teams'>,
  choose: ChooseCompanies,
  context: Context,
): readonly OwningTeam[] {
  const counted = companiesThatCount(companies, context);
  const owners = context.derive(teamsThatMayOwn, syncedCompanies(link, counted, context), teams);
  return context.derive(owningTeams, choose(link, counted, context), owners);
}

/** The teams that may own a synchronized company: few of very many, which are looked through only once. */
export function teamsThatMayOwn(synced: Companies, teams: Facts['teams']): Facts['teams'] {
  if (teams.length <= synced.length) return teams;
  const owners = new Set(synced.map(owningTeamKey));
  return teams.filter(({ id }) => owners.has(guidKey(id)));
}

/** The id of the default owning team of a company; blank where it has none. */
export function owningTeamKey({ defaultOwningTeamId }: Companies[number]): string {
  return guidKey(defaultOwningTeamId ?? '');
}

function owningTeams(companies: Companies, teams: Facts['teams']): readonly OwningTeam[] {
  const withTeam = companies.filter(({ defaultOwningTeamId }) => !isBlank(defaultOwningTeamId));
  const ownedBy = groupsBy(withTeam, owningTeamKey);
  return teams.flatMap((team) => {
    const owned = ownedBy.get(guidKey(team.id));
    return owned === undefined ? [] : [{ team, owned }];
  });
}

/** The default owning teams of the linked companies. */
export function teamsOfLinkedCompanies(
  facts: Pick<Facts, 'link' | 'companies' | 'teams'>,
  context: Context,
): readonly OwningTeam[] {
  return owningTeamsOf(facts, linkedCompanies, context);
}

/** The default owning teams of the companies that dual-write synchronizes. */
export function teamsOfSyncedCompanies(
  facts: Pick<Facts, 'link' | 'companies' | 'teams'>,
  context: Context,
): readonly OwningTeam[] {
  return owningTeamsOf(facts, syncedCompanies, context);
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
function hasNoOwner({ link, companies, teams }: KnownFacts, choose: ChooseCompanies, context: Context): boolean {
  if (companies === undefined) return teams?.length === 0;
  if (teams !== undefined) return owningTeamsOf({ link, companies, teams }, choose, context).length === 0;
  const chosen = choose(link, companiesThatCount(companies, context), context);
  return chosen.every(({ defaultOwningTeamId }) => isBlank(defaultOwningTeamId));
}

/** A team as the subject of a finding. */
export function teamSubject({ id, name }: Team): Subject {
  return { kind: 'team', id: guidKey(id), name: name.trim() };
}
