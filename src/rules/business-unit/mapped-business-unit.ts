import { guidKey, isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

/** The business unit that the link maps, and its default teams. */
export type MappedBusinessUnit =
  | { readonly state: 'found'; readonly unit: Facts['businessUnits'][number]; readonly defaultTeams: Facts['teams'] }
  /** The link names a unit that is not there. */
  | { readonly state: 'gone'; readonly id: string }
  /** The link names none, and no unit, or more than one, looks like the root. */
  | { readonly state: 'no-root' };

/** Why no default team is to be looked at, in words. */
export const unitGone = 'the mapped business unit does not exist';
export const noDefaultTeam = 'the business unit has no default team';

/** Finds the mapped business unit, else the root, with the teams that Dataverse marks as its default. */
export function mappedBusinessUnit(
  link: Facts['link'],
  businessUnits: Facts['businessUnits'],
  teams: Facts['teams'],
): MappedBusinessUnit {
  const mappedId = mappedIdOf(link);
  const unit =
    mappedId === undefined ? rootOf(businessUnits) : businessUnits.find(({ id }) => guidKey(id) === mappedId);
  if (unit === undefined) return mappedId === undefined ? { state: 'no-root' } : { state: 'gone', id: mappedId };
  const unitId = guidKey(unit.id);
  const defaultTeams = teams.filter((team) => team.isDefault && guidKey(team.businessUnitId) === unitId);
  return { state: 'found', unit, defaultTeams };
}

/**
 * Why no default team is to be looked at, as far as the known ones of these facts tell: a unit that is not there has
 * none, and neither has a unit that no default team belongs to, whatever else is not known.
 */
export function whyNoDefaultTeam({
  link,
  businessUnits,
  teams,
}: {
  readonly [Name in 'link' | 'businessUnits' | 'teams']?: Facts[Name] | undefined;
}): string | undefined {
  if (link?.linked === false) return 'the environments are not linked';
  const mappedId = link && mappedIdOf(link);
  if (mappedId !== undefined && businessUnits?.some(({ id }) => guidKey(id) === mappedId) === false) return unitGone;
  const mayHaveOne = teams?.some(
    ({ isDefault, businessUnitId }) => isDefault && (mappedId === undefined || guidKey(businessUnitId) === mappedId),
  );
  return mayHaveOne === false ? noDefaultTeam : undefined;
}

function mappedIdOf({ businessUnitId }: Facts['link']): string | undefined {
  return isBlank(businessUnitId) ? undefined : guidKey(businessUnitId);
}

function rootOf(businessUnits: Facts['businessUnits']): Facts['businessUnits'][number] | undefined {
  const roots = businessUnits.filter(({ parentId }) => isBlank(parentId));
  return new Set(roots.map(({ id, name }) => `${guidKey(id)} ${nameKey(name)}`)).size === 1 ? roots[0] : undefined;
}
