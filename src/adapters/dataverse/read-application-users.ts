import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import * as applications from '../../rules/prerequisites/application-ids.js';
import { allRows, anyOf, readPages, readRows, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import { allRolesOf, roleColumns, roleRow } from './roles.js';

type ApplicationUser = Facts['applicationUsers'][number];

/** The applications of dual-write; other applications and people are not read. */
const dualWriteApplications = [
  applications.dataIntegrator,
  applications.dataverseToFinops,
  applications.dataverseToFinopsOld,
  applications.finopsToDataverse,
  applications.finopsToDataverseLegacy,
].map(({ id }) => id);

const userRow = /* @__PURE__ */ once(() =>
  z.object({
    systemuserid: z.string(),
    applicationid: z.string(),
    isdisabled: z.boolean(),
    deletedstate: z.nullish(z.number()),
    systemuserroles_association: z.array(roleRow()),
    'systemuserroles_association@odata.nextLink': z.nullish(z.string()),
  }),
);

const teamRow = /* @__PURE__ */ once(() =>
  z.object({
    teamid: z.string(),
    teamroles_association: z.array(roleRow()),
    'teamroles_association@odata.nextLink': z.nullish(z.string()),
  }),
);

type UserRow = z.infer<ReturnType<typeof userRow>>;

/**
 * The application users of dual-write – there are at most a handful – with the roles that they hold themselves and through
 * teams.
 */
export async function readApplicationUsers(
  service: Service,
  signal: AbortSignal,
): Promise<Fact<Facts['applicationUsers']>> {
  const query = {
    select: ['systemuserid', 'applicationid', 'isdisabled', 'deletedstate'],
    filter: anyOf('applicationid', dualWriteApplications),
    expand: `systemuserroles_association(${roleColumns})`,
  };
  const kind = wholeRows(userRow(), ({ systemuserid }) => guidKey(systemuserid));
  const read = await readRows(service, 'systemusers', query, kind, signal);
  if (read.isErr()) return read.error;
  // A deleted user remains for a while, but cannot do anything.
  const present = read.value.rows.filter(({ deletedstate }) => (deletedstate ?? 0) === 0);
  const users = await Promise.all(present.map((row) => withAllRoles(service, row, signal)));
  const failed = users.find((user) => user.isErr());
  if (failed?.isErr()) return failed.error;
  return known(
    users.flatMap((user) => (user.isOk() ? [user.value] : [])),
    read.value,
  );
}

async function withAllRoles(
  service: Service,
  row: UserRow,
  signal: AbortSignal,
): Promise<Result<ApplicationUser, Unknown>> {
  const [own, ofTeams] = await Promise.all([
    allRolesOf(service, row.systemuserroles_association, row['systemuserroles_association@odata.nextLink'], signal),
    rolesOfTeams(service, row.systemuserid, signal),
  ]);
  if (own.isErr()) return err(own.error);
  if (ofTeams.isErr()) return err(ofTeams.error);
  return ok({
    applicationId: row.applicationid,
    enabled: !row.isdisabled,
    roles: [...own.value, ...ofTeams.value],
  });
}

async function rolesOfTeams(
  service: Service,
  userId: string,
  signal: AbortSignal,
): Promise<Result<ApplicationUser['roles'], Unknown>> {
  const url = `systemusers(${encodeURIComponent(userId)})/teammembership_association?$select=teamid&$expand=${encodeURIComponent(`teamroles_association(${roleColumns})`)}`;
  const what = 'teams of application users';
  const kind = wholeRows(teamRow(), ({ teamid }) => guidKey(teamid));
  const teams = allRows(await readPages(service, url, what, kind, signal), what);
  if (teams.isErr()) return err(teams.error);
  const roles: ApplicationUser['roles'][number][] = [];
  for (const team of teams.value) {
    const all = await allRolesOf(
      service,
      team.teamroles_association,
      team['teamroles_association@odata.nextLink'],
      signal,
    );
    if (all.isErr()) return err(all.error);
    roles.push(...all.value);
  }
  return ok(roles);
}
