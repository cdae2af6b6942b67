import type { RecordedAddress, RecordedService } from './recorded-answer.js';

/**
 * The service, host, path and query of an address whose answer can be used; `undefined` for any other text. Services are known by
 * the paths of their addresses, never by their hosts, so that sovereign clouds count. Nothing is kept of a user name, a password, a
 * fragment, or a query option that does not choose rows or columns.
 *
 * The paths of the gateway begin after `/api/`, those of the Power Platform after the host.
 */
export function recordedAddressOf(url: string): RecordedAddress | undefined {
  if (url.length > longestAddress || !URL.canParse(url)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  for (const { service, base, options } of services) {
    const found = base.exec(pathname)?.[1];
    if (found === undefined) continue;
    const path = decodedPath(found);
    const query = path === undefined ? undefined : queryOf(searchParams, options, path);
    if (path === undefined || query === undefined) return undefined;
    return { service, host: host.replace(/\.(?=:|$)/, ''), path, query };
  }
  return undefined;
}

/** In characters. Filters of many ids, and the marks of following pages, take some thousand. */
const longestAddress = 32_768;

// cspell:ignore AXSF

const rowOptions = ['$select', '$filter', '$expand', '$top', '$skip', '$apply', '$skiptoken', '$count', '$orderby'];

/** The first one that fits counts: `/api/data/` contains `/data/`. */
const services: readonly {
  readonly service: RecordedService;
  /** Captures the path. */
  readonly base: RegExp;
  readonly options: readonly string[];
}[] = [
  { service: 'dataverse', base: /^\/api\/data\/v9\.\d+\/(.+)$/i, options: rowOptions },
  {
    service: 'gateway',
    base: /^\/api\/(DualWriteManagement\/\d+\.\d+\/.+|ConnectionSet\/[^/]+)$/i,
    options: ['targetType', 'identifier', 'cid'],
  },
  {
    service: 'power-platform',
    base: /^\/(providers\/Microsoft\.PowerApps\/scopes\/admin\/environments\/[^/]+\/connections|providers\/Microsoft\.BusinessAppPlatform\/(?:scopes\/admin\/)?environments\/[^/]+|connectivity\/connections)\/?$/i,
    options: ['api-version', '$filter', '$expand', '$select', '$top', '$skiptoken'],
  },
  // An application may be in a folder, such as `/namespaces/AXSF/`.
  { service: 'finops-metadata', base: /^(?!\/api\/)(?:\/[\w.-]+){0,2}\/metadata\/(.+)$/i, options: rowOptions },
  {
    service: 'finops',
    base: /^(?!\/api\/)(?:\/[\w.-]+){0,2}\/data\/(.+)$/i,
    options: [...rowOptions, 'cross-company'],
  },
];

/** `undefined` for what names no single resource, or what a program could take for another path. */
function decodedPath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path).replace(/\/+$/, '');
    return isUnfit.test(decoded) ? undefined : decoded;
  } catch {
    return undefined; // percent signs that code nothing
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const isUnfit = /^$|^\$batch|[\u0000-\u001f\u007f\\]|(?:^|\/)\.{0,2}(?:\/|$)/i;

/** `undefined` if the rows were chosen by something that is not looked at. */
function queryOf(
  parameters: URLSearchParams,
  options: readonly string[],
  path: string,
): Readonly<Record<string, string>> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of parameters) {
    const key = name.trim().toLowerCase();
    if (isAmong(otherChoices, key)) return undefined;
    if ((isAmong(options, key) || isAliasIn(path, key)) && !Object.hasOwn(query, key)) query[key] = value;
  }
  return query;
}

/** They choose rows too, in ways that are not understood. */
const otherChoices = ['fetchXml', 'savedQuery', 'userQuery', '$search', '$deltaToken'];

function isAmong(names: readonly string[], key: string): boolean {
  return names.some((name) => name.toLowerCase() === key);
}

/** `@p` of `…ByNames(PrivilegeNames=@p)?@p=[…]`: a name that the path does not refer to may hold anything. */
function isAliasIn(path: string, key: string): boolean {
  return /^@[a-z_]\w{0,30}$/.test(key) && new RegExp(`=${key}[,)]`, 'i').test(path);
}
