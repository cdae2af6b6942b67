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
  // Hardly any list goes on elsewhere: a promise for each of thousands of teams would cost more than reading them.
  const cutOff: { readonly roles: Role[]; readonly link: string }[] = [];
  const read = await readRows(service, 'teams', query, teamRow(), make, signal);
  if (read.isErr()) return read.error;
  const { rows, coverage } = read.value;
  const rests = await Promise.all(
    cutOff.map(async ({ roles, link }) => ({ roles, more: await readMoreRoles(service, link, signal) })),
  );
  for (const { roles, more } of rests) {
    if (more.isErr()) return more.error;
    for (const role of more.value) roles.push(role);
  }
  return known(rows, { coverage });

  function make(row: z.infer<ReturnType<typeof teamRow>>): Facts['teams'][number] {
    const roles = row.teamroles_association.map(roleOf);
    const link = row['teamroles_association@odata.nextLink'];
    if (link != null) cutOff.push({ roles, link });
    return {
      id: row.teamid,
      name: row.name,
      businessUnitId: row._businessunitid_value,
      isDefault: row.isdefault,
      roles,
    };
  }
}

/** Dataverse cuts long lists inside a row off and says where they go on. */
export async function withMoreRoles(
  service: Service,
  roles: readonly Role[],
  link: string | null | undefined,
  signal: AbortSignal,
): Promise<Result<readonly Role[], Unknown>> {
  if (link == null) return ok(roles);
  return (await readMoreRoles(service, link, signal)).map((more) => [...roles, ...more]);
}

async function readMoreRoles(
  service: Service,
  link: string,
  signal: AbortSignal,
): Promise<Result<readonly Role[], Unknown>> {
  return allRows(await readPages(service, link, 'roles', roleRow(), roleOf, signal), 'roles');
}
