import { guidKey, nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import type { RoleModel } from './rule.js';

type Role = Facts['applicationUsers'][number]['roles'][number];

const systemAdministratorTemplate = '627090ff-40a3-4053-8790-584edc5be201';

/**
 * What can be said of the roles of a user or team: `without` any that counts, `sufficient`, or `unconfirmed` when it has
 * roles of which nobody can tell from their names whether they cover the mapped tables.
 */
export type RoleStanding = 'without' | 'unconfirmed' | 'sufficient';

/**
 * How the holder of `roles` stands. An administrator always suffices. The dual-write roles are `Dual-write runtime user`
 * and `Dual-write app user`, whose hyphens, spaces and letter case vary between environments: a user needs both,
 * a team both and one more for the tables (*Set up dual-write security roles and permissions*, 2026-01-15).
 * The older live synchronization article (2020-03-16) accepts administrators only.
 */
export function roleStanding(roles: readonly Role[], holder: 'user' | 'team', model: RoleModel): RoleStanding {
  if (roles.some(isSystemAdministrator)) return 'sufficient';
  if (roles.length === 0 || model === 'system-administrator') return 'without';
  const names = new Set(roles.map(({ name }) => name.replace(/[-\s]/g, '').toLowerCase()));
  const hasBoth = names.delete('dualwriteruntimeuser') && names.delete('dualwriteappuser');
  return hasBoth && (holder === 'user' || names.size > 0) ? 'sufficient' : 'unconfirmed';
}

function isSystemAdministrator({ name, templateId }: Role): boolean {
  return guidKey(templateId ?? '') === systemAdministratorTemplate || nameKey(name) === 'system administrator';
}

/** The role names of a holder, for messages. */
export function roleNames(roles: readonly Role[]): readonly string[] {
  return roles.map(({ name }) => name);
}
