import { ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { allRows, readPages, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';

type Role = Facts['applicationUsers'][number]['roles'][number];

/** The columns of a role; names differ between languages, so the template comes along. */
export const roleColumns = '$select=name,_roletemplateid_value';

/** The row of a role. */
export const roleRow = /* @__PURE__ */ once(() =>
  z.object({ name: z.string(), _roletemplateid_value: z.string().nullish() }),
);

type RoleRow = z.infer<ReturnType<typeof roleRow>>;

export function roleOf({ name, _roletemplateid_value }: RoleRow): Role {
  return { name, templateId: _roletemplateid_value };
}

const teamRow = /* @__PURE__ */ once(() =>
  z.object({
    teamid: z.string(),
    name: z.string(),
    isdefault: z.boolean(),
    _businessunitid_value: z.string(),
    teamroles_association: z.array(roleRow()),
    'teamroles_association@odata.nextLink': z.string().nullish(),
  }),
);

/** All teams with their roles, in as many requests as there are pages. */
export async function readTeams(service: Service, signal: AbortSignal): Promise<Fact<Facts['teams']>> {
  const query = {
    select: ['teamid', 'name', 'isdefault', '_businessunitid_value'],
    expand: `teamroles_association(${roleColumns})`,
  };
  const read = await readRows(
    service,
    'teams',
    query,
    teamRow(),
    ({ teamid, name, isdefault, _businessunitid_value, ...row }) => ({
      team: { id: teamid, name, businessUnitId: _businessunitid_value, isDefault: isdefault },
      roles: row.teamroles_association.map(roleOf),
      moreRoles: row['teamroles_association@odata.nextLink'],
    }),
    signal,
  );
  if (read.isErr()) return read.error;
  const { rows, coverage } = read.value;
  const teams = await Promise.all(
    rows.map(async ({ team, roles, moreRoles }) =>
      (await withMoreRoles(service, roles, moreRoles, signal)).map((all) => ({ ...team, roles: all })),
    ),
  );
  const failed = teams.find((team) => team.isErr());
  if (failed?.isErr()) return failed.error;
  return known(
    teams.flatMap((team) => (team.isOk() ? [team.value] : [])),
    { coverage },
  );
}

/** Dataverse cuts long lists inside a row off and says where they go on. */
export async function withMoreRoles(
  service: Service,
  roles: readonly Role[],
  link: string | null | undefined,
  signal: AbortSignal,
): Promise<Result<readonly Role[], Unknown>> {
  if (link == null) return ok(roles);
  const more = allRows(await readPages(service, link, 'roles', roleRow(), roleOf, signal), 'roles');
  return more.map((rest) => [...roles, ...rest]);
}
