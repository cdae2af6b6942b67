import { isRestError, type PipelineResponse } from '@azure/core-rest-pipeline';
import { type Unknown, unknown } from '../../facts/fact.js';
import { scrub } from '../../facts/scrub.js';
import { tooLarge } from './body.js';
import { entraRefusal } from './entra-refusal.js';
import { isSignInFault } from './sign-in-fault.js';

/** What to tell a person whom one service refuses something: what to do, not what went wrong inside. */
export interface Advice {
  /** 401: nobody, or not one of ours. */
  readonly signIn: string;
  /** 403. */
  readonly permission: (what: string) => string;
  /** 401 or 403 with a code of the service that says more, by code in small letters. */
  readonly refusals?: ReadonlyMap<string, string> | undefined;
  /** 404. */
  readonly absence: (what: string) => string;
  /** A page for people instead of data. */
  readonly page: (what: string) => string;
}

type Reason = Unknown['reason'];

/** What an answer that is no success amounts to; the table of docs/reliability.md. */
export function failureOfResponse(
  response: PipelineResponse,
  what: string,
  advice: Advice,
  secrets: Iterable<string>,
): Unknown {
  const { status } = response;
  const said = vendorText(response.bodyAsText, secrets);
  const answer = (reason: Reason, words: string) => unknown(reason, said === '' ? words : `${words} (${said})`);
  const refusal = status === 401 || status === 403 ? advice.refusals?.get(codeIn(response.bodyAsText)) : undefined;
  if (refusal !== undefined) return answer('not-permitted', `${status}: ${refusal}`);
  if (status === 401) return answer('not-permitted', `401: ${advice.signIn}`);
  if (status === 403) return answer('not-permitted', `403: ${advice.permission(what)}`);
  if (status === 404) return answer('not-found', `404: ${advice.absence(what)}`);
  if (status === 429) return answer('throttled', `429: ${what} is throttled and stayed so; try again later`);
  if (status === 503 && response.headers.has('retry-after'))
    return answer('throttled', `503: ${what} is busy and stayed so; try again later`);
  if (status >= 300 && status < 400) return unknown('malformed', `${status}: ${advice.page(what)}`);
  return answer('failed', `${status}: ${what} could not be read`);
}

/** What a credential that gives no token amounts to. Its own words name classes, accounts and tenants: they are not passed on. */
export function failureOfSignIn(error: unknown, url: string): Unknown {
  if (isSignInFault(error)) return unknown('not-permitted', error.message);
  const address = URL.canParse(url) ? new URL(url).origin : 'this service';
  return unknown('not-permitted', entraRefusal(error, address) ?? 'signing in failed: the credential gave no token');
}

/** What a request that got no answer amounts to. */
export function failureOfError(error: unknown, url: string, what: string): Unknown {
  const code = isRestError(error) ? error.code : undefined;
  if (code === tooLarge) return unknown('malformed', `${what} answered with a body that does not end`);
  if (code === 'PARSE_ERROR') return unknown('not-connected', `the connection broke while ${what} was read`);
  const host = URL.canParse(url) ? new URL(url).host : 'the host';
  const why = code === undefined || code === 'REQUEST_SEND_ERROR' ? 'no answer' : code;
  return unknown('not-connected', `${host} cannot be reached (${why}): check the address, the network and proxies`);
}

/** The code and the message that the vendors hide in different places, as far as they may be shown. */
function vendorText(body: string | null | undefined, secrets: Iterable<string>): string {
  const error = property(parsed(body), 'error');
  const code = property(error, 'code');
  const inner = property(property(error, 'innererror'), 'message');
  const message = inner ?? property(error, 'message');
  return [code, message]
    .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
    .map((part) => firstLine(part, secrets))
    .join(': ');
}

function codeIn(body: string | null | undefined): string {
  return String(property(property(parsed(body), 'error'), 'code')).toLowerCase();
}

const mostCharacters = 200;

/** One short line without tokens, mail addresses, ids and user names: error texts quote people and requests. */
function firstLine(text: string, secrets: Iterable<string>): string {
  let line = text.trim().split(/[\r\n]/, 1)[0] ?? '';
  for (const secret of secrets) if (secret !== '') line = line.replaceAll(secret, '[token]');
  const withoutPeople = scrub(line)
    .replace(/\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?/gi, '[id]')
    .replace(/\b(user(?: name)?)\s*[:=]?\s*(['"])[^'"]*\2/gi, '$1 [user]')
    .replace(namesOfPeople, '$1 [user]');
  return withoutPeople.length > mostCharacters ? `${withoutPeople.slice(0, mostCharacters)}…` : withoutPeople;
}

/** Two to four words with capitals behind a word that announces somebody. Names of products that are taken along are no loss. */
const namesOfPeople =
  /\b(user|user ?name|name|for|by|of)[:=]?\s(?!Power |Microsoft |Dynamics )\p{Lu}[\p{L}'’.-]{1,40}(?:\s\p{Lu}[\p{L}'’.-]{1,40}){1,3}/gu;

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // HTML, or nothing
  }
}

function property(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[name];
}
