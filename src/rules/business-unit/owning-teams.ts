import { guidKey, isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { companySubject, syncedCompanies } from '../companies.js';
import type { Subject } from '../verdict.js';

type Team = Facts['teams'][number];

/** A team that owns what dual-write writes for some companies. */
export interface OwningTeam {
  readonly team: Team;
  /** Their codes, sorted. */
  readonly companies: readonly string[];
}

/** The teams that own a company. There may be very many teams, of which few do. */
export function teamsThatOwn(synced: Facts['companies'], teams: Facts['teams']): Facts['teams'] {
  const owners = new Set(synced.map(({ defaultOwningTeamId }) => guidKey(defaultOwningTeamId ?? '')));
  owners.delete('');
  return teams.filter(({ id }) => owners.has(guidKey(id)));
}

/** The default owning teams among the {@link teamsThatOwn}, with their companies. A team that is not there is left to DWDVEV1007. */
export function owningTeams(synced: Facts['companies'], owners: Facts['teams']): readonly OwningTeam[] {
  const companiesByTeam = new Map<string, Set<string>>();
  for (const company of synced) {
    if (isBlank(company.defaultOwningTeamId)) continue;
    const key = guidKey(company.defaultOwningTeamId);
    const codes = companiesByTeam.get(key) ?? new Set();
    companiesByTeam.set(key, codes.add(companySubject(company).id));
  }
  return owners.flatMap((team) => {
    const codes = companiesByTeam.get(guidKey(team.id));
    return codes === undefined ? [] : [{ team, companies: [...codes].sort() }];
  });
}

/** Why no owning team is to be looked at, in words. */
export const noOwningTeam = 'no synchronised company has a default owning team that exists';

/**
 * Why no owning team is to be looked at, as far as the known ones of these facts tell: without companies that name a
 * team, or without a team that they name, there is none, whatever else is not known.
 */
export function whyNoOwningTeam({
  link,
  companies,
  teams,
}: {
  readonly [Name in 'link' | 'companies' | 'teams']?: Facts[Name] | undefined;
}): string | undefined {
  if (link?.linked === false) return 'the environments are not linked';
  if (link && companies && teams) return undefined; // The rule itself answers then, and need not look twice.
  if (companies === undefined) return teams?.length === 0 ? noOwningTeam : undefined;
  const owners = (link ? syncedCompanies(link, companies) : companies).flatMap(({ defaultOwningTeamId: id }) =>
    isBlank(id) ? [] : [guidKey(id)],
  );
  const existing = teams && new Set(teams.map(({ id }) => guidKey(id)));
  return owners.some((id) => existing === undefined || existing.has(id)) ? undefined : noOwningTeam;
}

/** A team as the subject of a finding. */
export function teamSubject({ id, name }: Team): Subject {
  return { kind: 'team', id: guidKey(id), name: name.trim() };
}
