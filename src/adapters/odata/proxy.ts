import { err, ok, type Result } from 'neverthrow';
import { isLoopback } from './is-loopback.js';
import type { ProxySettings } from './rest-pipeline.js';

/** The proxy that the environment names for an address. */
export interface NamedProxy {
  readonly settings: ProxySettings;
  /** Its host and port, without a user name and a password. */
  readonly name: string;
  /** The variable that names it. */
  readonly variable: string;
}

/** Environment variables, by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for an address, with the rules of curl for the variables: those in lower case come first, an empty one counts as
 * unset, no scheme means http, no port means 1080. This machine is called directly, whatever the variables say: plain http with
 * a token is only for this machine. Source: *curl manual*, environment.
 *
 * @returns `undefined` if there is none, and one line of text if the variable has an invalid value
 */
export function proxyFor(
  address: string,
  variables: Variables = environment(),
): Result<NamedProxy | undefined, string> {
  const { hostname } = new URL(address);
  const variable = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].find((name) => variables[name]);
  if (variable === undefined || isLoopback(hostname)) return ok(undefined);
  const list = variables.no_proxy || variables.NO_PROXY;
  if (list !== undefined && isExempt(hostname, list)) return ok(undefined);
  const settings = settingsIn(variables[variable] ?? '');
  if (settings === undefined)
    return err(`${variable}: expected the address of an http proxy, such as http://proxy.contoso.com:8080`);
  return ok({ settings, name: `${new URL(settings.host).hostname}:${settings.port}`, variable });
}

/**
 * The only place in the adapters that uses the process: callers expect the proxy settings of the machine
 * to apply. Browsers have no process and use their own settings.
 */
function environment(): Variables {
  return globalThis.process?.env ?? {};
}

function settingsIn(value: string): ProxySettings | undefined {
  const trimmed = value.trim();
  const [, scheme = 'http', rest = trimmed] = /^([a-z][a-z\d+.-]*):\/\/(.*)/is.exec(trimmed) ?? [];
  const text = `${scheme}://${rest}`;
  if (!/^https?$/i.test(scheme) || /[\s\\]/.test(rest) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password } = new URL(text);
  if (!canDecode(username) || !canDecode(password)) return undefined;
  // A URL drops the port that its scheme implies.
  const named = /^[^/?#]*:(\d+)(?:[/?#]|$)/.exec(rest)?.[1];
  const port = Number(named ?? (protocol === 'https:' ? 443 : 1080));
  return port === 0 ? undefined : { host: `${protocol}//${hostname}`, port, username, password };
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Names with their subdomains, addresses, and ranges of addresses, separated by commas or blanks. `*` alone means all. */
function isExempt(hostname: string, list: string): boolean {
  if (list.trim() === '*') return true;
  const host = hostname.replace(/\.$/, '');
  const entries = list.toLowerCase().split(/[\s,]/);
  return entries.some((entry) => isMeant(host, entry));
}

function isMeant(host: string, entry: string): boolean {
  if (host.startsWith('[')) return host === `[${entry.replace(/^\[|\]$/g, '')}]`;
  const bits = bitsOf(host);
  if (bits !== undefined) return isInRange(bits, entry);
  const name = entry.replace(/^\.|\.$/g, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

function isInRange(bits: string, range: string): boolean {
  const [, address = '', length = '32'] = /^([\d.]+)(?:\/(\d{1,2}))?$/.exec(range) ?? [];
  return bitsOf(address)?.slice(0, Number(length)) === bits.slice(0, Number(length));
}

/** The 32 bits of an IPv4 address. */
function bitsOf(address: string): string | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return undefined;
  return address.split('.').reduce((bits, part) => bits + Number(part).toString(2).padStart(8, '0'), '');
}
