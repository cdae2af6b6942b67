import { compareVersions, parseVersion } from '../facts/version-number.js';

/**
 * Whether a version is parked: all its parts are the same sequence of nines (`9.9.9.9`, `99.99.99`). People save such versions
 * to put a map aside, so it never counts as the newest one.
 */
export function isParkedVersion(version: string): boolean {
  const [first = '', ...others] = version.trim().split('.');
  return parseVersion(version) !== undefined && /^9+$/.test(first) && others.every((part) => part === first);
}

/**
 * Negative, zero or positive as a version is older than, the same as or newer than another: by numbers, missing parts count as
 * 0.
 *
 * @returns `undefined` if one of them is not a version of two to four numbers
 * @public
 */
export function compareMapVersions(left: string | undefined, right: string | undefined): number | undefined {
  // Callers without types may give anything.
  const [a, b] = [left, right].map((version) => parseVersion(typeof version === 'string' ? version : undefined));
  return a === undefined || b === undefined ? undefined : compareVersions(a, b);
}

/** The key of a version: equal for the same numbers, missing parts as 0, digit by digit; other text is its own key. */
export function versionKey(version: string): string {
  if (parseVersion(version) === undefined) return version.trim();
  const parts = version.trim().split('.');
  return [0, 1, 2, 3].map((part) => (parts[part] ?? '').replace(/^0+/, '') || '0').join('.');
}
