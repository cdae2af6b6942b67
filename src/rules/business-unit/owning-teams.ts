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

/** The default owning teams of the synchronised companies, each once. A team that is not there is left to DWDVEV1007. */
export function owningTeams({
  link,
  companies,
  teams,
}: Pick<Facts, 'link' | 'companies' | 'teams'>): readonly OwningTeam[] {
  const companiesByTeam = new Map<string, Set<string>>();
  for (const company of syncedCompanies(link, companies)) {
    if (isBlank(company.defaultOwningTeamId)) continue;
    const key = guidKey(company.defaultOwningTeamId);
    const codes = companiesByTeam.get(key) ?? new Set();
    companiesByTeam.set(key, codes.add(companySubject(company).id));
  }
  return teams.flatMap((team) => {
    const codes = companiesByTeam.get(guidKey(team.id));
    return codes === undefined ? [] : [{ team, companies: [...codes].sort() }];
  });
}

/** A team as the subject of a finding. */
export function teamSubject({ id, name }: Team): Subject {
  return { kind: 'team', id: guidKey(id), name: name.trim() };
}
