import { guidKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import type { RoleModel } from './rule.js';

type Role = Facts['applicationUsers'][number]['roles'][number];

const systemAdministratorTemplate = '627090ff-40a3-4053-8790-584edc5be201';

/** Roles that let their holder sign in or open an app, but grant almost no access to the tables of a map. */
const stubRoles: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'basicuser',
  'delegate',
  'environmentmaker',
  'supportuser',
  'servicereader',
  'appopener',
  'officecollaborator',
]);

/**
 * What can be said of the roles of a user or team: `without` any that counts, `sufficient`, or `unconfirmed` when it
 * has roles whose names do not show whether they cover the mapped tables.
 */
export type RoleStanding = 'without' | 'unconfirmed' | 'sufficient';

/**
 * The standing of the holder of `roles`. An administrator is always sufficient; anyone else needs both dual-write roles,
 * `Dual-write runtime user` and `Dual-write app user`, and one more for the tables (*Set up dual-write security roles and
 * permissions*, 2026-01-15). The older live synchronization article (2020-03-16) accepts administrators only.
 */
export function roleStanding(roles: readonly Role[], model: RoleModel): RoleStanding {
  if (roles.some(isSystemAdministrator)) return 'sufficient';
  if (roles.length === 0 || model === 'system-administrator') return 'without';
  const keys = new Set(roles.map(({ name }) => roleKey(name)));
  const hasBoth = keys.delete('dualwriteruntimeuser') && keys.delete('dualwriteappuser');
  return hasBoth && [...keys].some((key) => !stubRoles.has(key)) ? 'sufficient' : 'unconfirmed';
}

function isSystemAdministrator({ name, templateId }: Role): boolean {
  return guidKey(templateId ?? '') === systemAdministratorTemplate || roleKey(name) === 'systemadministrator';
}

/**
 * The name of a role without hyphens and spaces of any kind, and without regard to letter case: they vary between environments.
 */
function roleKey(name: string): string {
  return name.replace(/[\p{Dash_Punctuation}\p{Space_Separator}\p{Format}\s\u2043\u2212]/gu, '').toLowerCase();
}

/** The role names of a holder, each once and in a fixed order, for messages. */
export function roleNames(roles: readonly Role[]): readonly string[] {
  return [...new Set(roles.map(({ name }) => name.trim()))].sort();
}
