/**
 * How things that name each other are compared. Every comparison in the rules goes through these keys,
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

/** Text that says nothing: absent, null, empty or only white space. @public */
export function isBlank(text: string | null | undefined): text is '' | null | undefined {
  return text == null || text.trim() === '';
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
  // Parsers are lenient: they take the first part of a path, or a scheme without slashes, for the host.
  if (/^[/\\?#]/.test(afterScheme)) return undefined;
  if (afterScheme === text && /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)) return undefined;
  const absolute = `https://${afterScheme}`;
  if (!URL.canParse(absolute)) return undefined;
  const host = new URL(absolute).hostname.replace(/\.$/, '').replace(/\.api\.(crm\d*\.)/, '.$1');
  return isHost.test(host) ? host : undefined;
}

/** A name of letters, digits, hyphens, underscores and dots, or an IPv6 address. A URL parser lets `key=secret` through. */
const isHost = /^(?:[\w.-]+|\[[\da-f:.]+\])$/;

/**
 * Every name of the table that this name stands for: the name itself, the set name that Dataverse makes of it, and the names
 * of which it is the set name. Two names are one table when one of them is among these of the other; that need not carry over
 * to a third name (`address` and `addresse` both make `addresses`), so no single key can stand for a table.
 *
 * @internal
 */
export function tableKeys(name: string): readonly string[] {
  const key = nameKey(name);
  if (key === '') return [key];
  const stems = [key.replace(/s$/, ''), key.replace(/es$/, ''), key.replace(/ies$/, 'y')];
  return [...new Set([key, setNameOf(key), ...stems.filter((stem) => stem !== '' && setNameOf(stem) === key)])];
}

/** The set name that Dataverse makes of the logical name of a table. */
function setNameOf(key: string): string {
  if (/[b-df-hj-np-tv-z]y$/.test(key)) return `${key.slice(0, -1)}ies`;
  return /(?:[sxz]|ch|sh)$/.test(key) ? `${key}es` : `${key}s`;
}

/**
 * The keys that a project is kept under in an index, and those that it is sought by. Two names are one project when they are
 * equal, or when one is a bare GUID that stands in the other's `DWM-<guid>-<guid>`; exactly then one of the keys that one of
 * them is kept under is among those that the other is sought by.
 *
 * @internal
 */
export function projectKeys(name: string): { readonly kept: readonly string[]; readonly sought: readonly string[] } {
  const bare = guidKey(name);
  if (isGuid.test(bare)) return { kept: [`=${bare}`], sought: [`=${bare}`, `in ${bare}`] };
  const key = nameKey(name);
  const parts = /^dwm-(.{36})-(.{36})$/.exec(key)?.slice(1) ?? [];
  const guids = parts.every((part) => isGuid.test(part)) ? parts : [];
  return {
    kept: [`=${key}`, ...guids.map((guid) => `in ${guid}`)],
    sought: [`=${key}`, ...guids.map((guid) => `=${guid}`)],
  };
}

const isGuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
