import { guidKey, isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { whyNotLinked } from '../stale-configuration/linked-companies.js';

/** The business unit that the link maps, and its default teams. */
type MappedBusinessUnit =
  | {
      readonly state: 'found';
      readonly id: string;
      /** Not known where rows of the unit give it several names. */
      readonly name: string | undefined;
      readonly defaultTeams: Facts['teams'];
    }
  /** The link names a unit that is not there. */
  | { readonly state: 'gone'; readonly id: string }
  /** The link names none, and either no unit or more than one looks like the root. */
  | { readonly state: 'no-root' };

/** Why there is no default team to check, in words. */
export const unitGone = 'the mapped business unit does not exist';
export const noDefaultTeam = 'the business unit has no default team';

/** Finds the mapped business unit, else the root, with the teams that Dataverse marks as its default. */
export function mappedBusinessUnit(
  link: Facts['link'],
  businessUnits: Facts['businessUnits'],
  teams: Facts['teams'],
): MappedBusinessUnit {
  const mappedId = mappedIdOf(link);
  const id = mappedId ?? rootIdOf(businessUnits);
  if (id === undefined) return { state: 'no-root' };
  const rows = businessUnits.filter((unit) => guidKey(unit.id) === id);
  if (rows.length === 0) return { state: 'gone', id };
  const defaultTeams = teams.filter((team) => team.isDefault && guidKey(team.businessUnitId) === id);
  return { state: 'found', id, name: onlyNameOf(rows), defaultTeams };
}

/**
 * Why there is no default team to check, as far as these facts are known: a missing unit has none, and
 * neither has a unit that no default team belongs to, whatever else is not known.
 */
export function whyNoDefaultTeam({
  link,
  businessUnits,
  teams,
}: {
  readonly [Name in 'link' | 'businessUnits' | 'teams']?: Facts[Name] | undefined;
}): string | undefined {
  const reason = whyNotLinked(link);
  if (reason !== undefined) return reason;
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

function rootIdOf(businessUnits: Facts['businessUnits']): string | undefined {
  const roots = businessUnits.filter(({ parentId }) => isBlank(parentId));
  return onlyOneOf(roots.map(({ id }) => guidKey(id)));
}

/** The name that all rows of a unit give it; of several spellings the first in code-unit order. */
function onlyNameOf(rows: Facts['businessUnits']): string | undefined {
  const names = rows.map(({ name }) => name.trim()).sort();
  return onlyOneOf(names.map(nameKey)) === undefined ? undefined : names[0];
}

/** The text that is the same for all of them. */
function onlyOneOf(texts: readonly string[]): string | undefined {
  const [first, ...others] = new Set(texts);
  return others.length === 0 ? first : undefined;
}
