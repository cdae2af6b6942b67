import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Fact, known, type Unknown, unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { allRows, nextUrl, readPages, readRows, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';

type Role = Facts['applicationUsers'][number]['roles'][number];
type Team = Facts['teams'][number];

/** The columns of a role; names differ between languages, so the template is included. */
export const roleColumns = '$select=name,_roletemplateid_value';

/** The row of a role. */
export const roleRow = /* @__PURE__ */ once(() =>
  z.object({ name: z.string(), _roletemplateid_value: z.nullish(z.string()) }),
);

type RoleRow = z.infer<ReturnType<typeof roleRow>>;

/** How rules identify roles: a role is repeated in every business unit. */
function idOf({ name, _roletemplateid_value }: RoleRow): string {
  return `${name}\n${_roletemplateid_value ?? ''}`;
}

const teamRow = /* @__PURE__ */ once(() => {
  const team = {
    teamid: z.string(),
    name: z.string(),
    isdefault: z.boolean(),
    teamtype: z.nullish(z.number()),
    _businessunitid_value: z.string(),
  };
  return {
    withoutRoles: z.object(team),
    withRoles: z.object({
      ...team,
      teamroles_association: z.array(roleRow()),
      'teamroles_association@odata.nextLink': z.nullish(z.string()),
    }),
  };
});

type TeamRow = z.infer<ReturnType<typeof teamRow>['withoutRoles']>;
type TeamRowWithRoles = z.infer<ReturnType<typeof teamRow>['withRoles']>;

/** A team whose roles may be read later. */
type UnfinishedTeam = { -readonly [Key in keyof Team]: Team[Key] };

const columns = ['teamid', 'name', 'isdefault', 'teamtype', '_businessunitid_value'];

/** If more lists than this are cut off, they are not followed: their roles are not known. */
const mostCutOff = 40;

/** All teams, and the roles of those that can hold any, in as many requests as there are pages. */
export async function readTeams(service: Service, signal: AbortSignal): Promise<Fact<Facts['teams']>> {
  // Hardly any list is cut off: a promise for each of thousands of teams would cost more than reading them.
  const cutOff: { readonly team: UnfinishedTeam; readonly list: CutOff }[] = [];
  const [holders, accessTeams] = await Promise.all([
    readRows(
      service,
      'teams',
      { select: columns, filter: 'teamtype ne 1', expand: `teamroles_association(${roleColumns})` },
      { row: teamRow().withRoles, idOf: idOfTeam, make: withRoles },
      signal,
    ),
    readRows(
      service,
      'teams',
      { select: columns, filter: 'teamtype eq 1' },
      { row: teamRow().withoutRoles, idOf: idOfTeam, make: (row): Team => ({ ...teamOf(row), roles: [] }) },
      signal,
    ),
  ]);
  if (holders.isErr()) return holders.error;
  if (accessTeams.isErr()) return accessTeams.error;
  const rests = await Promise.all(
    cutOff.slice(0, mostCutOff).map(async ({ team, list }) => ({ team, read: await readRest(service, list, signal) })),
  );
  for (const { team, read } of rests) {
    if (read.isErr()) return read.error;
    team.roles = read.value;
  }
  const ids = new Set(holders.value.rows.map(({ id }) => guidKey(id)));
  const others = accessTeams.value.rows.filter(({ id }) => !ids.has(guidKey(id)));
  const part = [holders.value, accessTeams.value].find(({ coverage }) => coverage === 'partial');
  return known([...holders.value.rows, ...others], part && { coverage: 'partial', detail: part.detail });

  function withRoles(row: TeamRowWithRoles): Team {
    const { teamroles_association: rows, 'teamroles_association@odata.nextLink': link } = row;
    const team = teamOf(row);
    if (goesOn(link)) cutOff.push({ team, list: { rows, link } });
    else team.roles = rolesOf(rows);
    return team;
  }
}

function idOfTeam({ teamid }: TeamRow): string {
  return guidKey(teamid);
}

const types: readonly Team['type'][] = ['owner', 'access', 'security-group', 'office-group'];

function teamOf(row: TeamRow): UnfinishedTeam {
  return {
    id: row.teamid,
    name: row.name,
    businessUnitId: row._businessunitid_value,
    isDefault: row.isdefault,
    type: types[row.teamtype ?? -1],
  };
}

/** A list of roles with a link to its continuation. */
interface CutOff {
  readonly rows: readonly RoleRow[];
  readonly link: string;
}

/**
 * The roles of a list that was returned with its row. It is complete: the link next to it leads to the same roles again. If a
 * service still cuts it off, its link contains the position to continue from.
 */
export async function allRolesOf(
  service: Service,
  rows: readonly RoleRow[],
  link: string | null | undefined,
  signal: AbortSignal,
): Promise<Result<readonly Role[], Unknown>> {
  return goesOn(link) ? readRest(service, { rows, link }, signal) : ok(rolesOf(rows));
}

/** Source: *Join tables*, Web API of Dataverse: only a link with a skip token means that there are more. */
function goesOn(link: string | null | undefined): link is string {
  return link != null && /[?&](?:\$|%24)skiptoken=/i.test(link);
}

async function readRest(
  service: Service,
  { rows, link }: CutOff,
  signal: AbortSignal,
): Promise<Result<readonly Role[], Unknown>> {
  const url = nextUrl(link, service.baseUrl);
  if (url === undefined) return err(unknown('malformed', 'roles: the link to the next page leads to another host'));
  const more = allRows(await readPages(service, url, 'roles', wholeRows(roleRow(), idOf), signal), 'roles');
  return more.map((rest) => rolesOf([...rows, ...rest]));
}

/** Each role once. */
function rolesOf(rows: readonly RoleRow[]): readonly Role[] {
  const distinct = new Map(rows.map((row) => [idOf(row), row]));
  return [...distinct.values()].map(({ name, _roletemplateid_value }) => ({ name, templateId: _roletemplateid_value }));
}
