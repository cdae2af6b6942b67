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
 * @returns `undefined` for text that is blank or no URL
 * @public
 */
export function hostKey(url: string | null | undefined): string | undefined {
  if (isBlank(url)) return undefined;
  const text = url.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(absolute)) return undefined;
  const host = new URL(absolute).hostname.replace(/\.$/, '').replace(/\.api\.(crm\d*\.)/, '.$1');
  return host === '' ? undefined : host;
}
