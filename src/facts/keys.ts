/**
 * How names and ids are compared. Every comparison in the rules goes through these keys,
 * so that letter case, braces, blanks and the `api` label never decide a verdict.
 */

/** Names (company codes, solutions, roles, teams, business units, tables, …): trimmed, case-insensitive. @public */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

/** GUIDs and other ids: trimmed, lower-case, without braces. @public */
export function guidKey(guid: string): string {
  const key = nameKey(guid);
  return key.startsWith('{') && key.endsWith('}') ? key.slice(1, -1).trim() : key;
}

/** Text without content: absent, null, empty or only white space. @public */
export function isBlank(text: string | null | undefined): text is '' | null | undefined {
  return !text?.trim();
}

/**
 * The host of a URL, lower-case; an `api` label before `crm`*n* is left out, so that
 * `https://org.api.crm4.dynamics.com/` and `org.crm4.dynamics.com` have the same key.
 *
 * @returns `undefined` for text that is blank, not a URL, or a URL without a host
 * @public
 */
export function hostKey(url: string | null | undefined): string | undefined {
  if (isBlank(url)) return undefined;
  const text = url.trim();
  const afterScheme = text.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\//i, '');
  // Parsers are lenient: they accept the first part of a path, or a scheme without slashes, as the host.
  if (/^[/\\?#]/.test(afterScheme)) return undefined;
  if (afterScheme === text && /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)) return undefined;
  const absolute = `https://${afterScheme}`;
  if (!URL.canParse(absolute)) return undefined;
  const host = new URL(absolute).hostname.replace(/\.$/, '').replace(/\.api\.(crm\d*\.)/, '.$1');
  return isHost.test(host) ? host : undefined;
}

/** A name of letters, digits, hyphens, underscores and dots, or an IPv6 address. A URL parser would accept `key=secret`. */
const isHost = /^(?:[\w.-]+|\[[\da-f:.]+\])$/;

/**
 * Every name of the table that has this name: the name itself, the set name that Dataverse makes of it, and the names
 * of which it is the set name. Two names are one table when one of them is among these of the other; that is not transitive
 * (`address` and `addresse` both become `addresses`), so no single key can represent a table.
 */
export function tableKeys(name: string): readonly string[] {
  const key = nameKey(name);
  if (key === '') return [key];
  const keys = [key, setNameOf(key)];
  for (const [ending, replacement] of setEndings) {
    const stem = key.endsWith(ending) ? `${key.slice(0, -ending.length)}${replacement}` : '';
    if (stem !== '' && setNameOf(stem) === key) keys.push(stem);
  }
  return keys;
}

/** Endings of set names, and the corresponding endings of logical names. */
const setEndings = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
] as const;

/** The set name that Dataverse makes of the logical name of a table. */
function setNameOf(key: string): string {
  if (/[b-df-hj-np-tv-z]y$/.test(key)) return `${key.slice(0, -1)}ies`;
  return /(?:[sxz]|ch|sh)$/.test(key) ? `${key}es` : `${key}s`;
}

/**
 * How a name of a project is compared. Two names are one project when they have one key, or when the key of one, a bare GUID,
 * is among the `parts` of the other: the GUIDs in its `DWM-<guid>-<guid>`.
 */
export function projectKeys(name: string): { readonly key: string; readonly parts: readonly string[] } {
  const key = nameKey(name);
  if (isComposed.test(key)) return { key, parts: [key.slice(4, 40), key.slice(41)] };
  const bare = guidKey(key);
  return { key: isGuid.test(bare) ? bare : key, parts: [] };
}

const isGuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const isComposed = /^dwm(?:-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}){2}$/;
