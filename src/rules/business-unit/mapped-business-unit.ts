import { guidKey, isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

/** The business unit that the link maps, and its default teams. */
export type MappedBusinessUnit =
  | { readonly state: 'found'; readonly unit: Facts['businessUnits'][number]; readonly defaultTeams: Facts['teams'] }
  /** The link names a unit that is not there. */
  | { readonly state: 'gone'; readonly id: string }
  /** The link names none, and no unit, or more than one, looks like the root. */
  | { readonly state: 'no-root' };

/** Finds the mapped business unit, else the root, with the teams that Dataverse marks as its default. */
export function mappedBusinessUnit(
  link: Facts['link'],
  businessUnits: Facts['businessUnits'],
  teams: Facts['teams'],
): MappedBusinessUnit {
  const mappedId = isBlank(link.businessUnitId) ? undefined : guidKey(link.businessUnitId);
  const unit =
    mappedId === undefined ? rootOf(businessUnits) : businessUnits.find(({ id }) => guidKey(id) === mappedId);
  if (unit === undefined) return mappedId === undefined ? { state: 'no-root' } : { state: 'gone', id: mappedId };
  const unitId = guidKey(unit.id);
  const defaultTeams = teams.filter((team) => team.isDefault && guidKey(team.businessUnitId) === unitId);
  return { state: 'found', unit, defaultTeams };
}

function rootOf(businessUnits: Facts['businessUnits']): Facts['businessUnits'][number] | undefined {
  const roots = businessUnits.filter(({ parentId }) => isBlank(parentId));
  return new Set(roots.map(({ id, name }) => `${guidKey(id)} ${nameKey(name)}`)).size === 1 ? roots[0] : undefined;
}
