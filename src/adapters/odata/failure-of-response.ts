import { type Unknown, unknown } from '../../facts/fact.js';

/** What to tell a person when a service refuses something: what to do, not the internal cause. */
export interface Advice {
  /** 401: nobody signed in, or no user of the environment. */
  readonly signIn: string;
  /** 403. */
  readonly permission: (what: string) => string;
  /** 401 or 403 with a more specific code of the service, by code in lower case. */
  readonly refusals?: ReadonlyMap<string, string> | undefined;
  /** 404. */
  readonly absence: (what: string) => string;
  /** A web page, or a redirect to one, instead of data. */
  readonly page: (what: string) => string;
  /** What a web page means. Default: `malformed`. */
  readonly pageReason?: Reason | undefined;
}

/** An unsuccessful response, as far as it is looked at. */
interface Refusal {
  readonly status: number;
  readonly bodyAsText?: string | null | undefined;
  /** Whether it says after which pause the request may be repeated. */
  readonly asksToWait: boolean;
}

type Reason = Unknown['reason'];

/** The status of a redirect that a browser was asked not to follow: it hides which one. */
const hiddenRedirect = 0;

/** The fact for an unsuccessful response; see the table in docs/reliability.md. */
export function failureOfResponse(response: Refusal, what: string, advice: Advice): Unknown {
  const { status } = response;
  const said = whatItSays(response.bodyAsText);
  const answer = (reason: Reason, words: string) => unknown(reason, said === '' ? words : `${words} (${said})`);
  const refusal = status === 401 || status === 403 ? advice.refusals?.get(codeIn(response.bodyAsText)) : undefined;
  if (refusal !== undefined) return answer('not-permitted', `${status}: ${refusal}`);
  if (status === 401) return answer('not-permitted', `401: ${advice.signIn}`);
  if (status === 403) return answer('not-permitted', `403: ${advice.permission(what)}`);
  if (status === 404) return answer('not-found', `404: ${advice.absence(what)}`);
  if (status === 407)
    return unknown('not-connected', '407: a proxy on the way requires a sign-in: ask the network administrator');
  if (status === 429) return answer('throttled', `429: ${what} is still throttled after retries; try again later`);
  if (status === 503 && response.asksToWait)
    return answer('throttled', `503: ${what} is still busy after retries; try again later`);
  if (status === hiddenRedirect || (status >= 300 && status < 400)) {
    const shown = status === hiddenRedirect ? 'redirect' : status;
    return unknown(advice.pageReason ?? 'malformed', `${shown}: ${advice.page(what)}`);
  }
  return answer('failed', `${status}: ${what} could not be read`);
}

/** The code of the service, and the parts of its message that are known to contain no names of people. */
function whatItSays(body: string | null | undefined): string {
  const error = property(parsed(body), 'error');
  const message = property(property(error, 'innererror'), 'message') ?? property(error, 'message');
  return [codeOf(property(error, 'code')), namedIn(String(message))].filter((part) => part !== undefined).join(': ');
}

/** `0x80040220`, `-2147220891`, `EnvironmentNotFound`: anything else is not a code. */
function codeOf(code: unknown): string | undefined {
  return typeof code === 'string' && /^(?:0x[\da-f]{1,8}|-?\d{1,10}|[a-z]{1,60})$/i.test(code) ? code : undefined;
}

/** The non-personal names in a message: a privilege, a column or a table. The rest may be about a person, in any language. */
function namedIn(message: string): string | undefined {
  const privilege = /\bprv(?:Read|Act|Create|Write|Delete|Append|Assign|Share)\w{1,100}/.exec(message)?.[0];
  if (privilege !== undefined) return `privilege ${privilege}`;
  const [, column, type] = /\bproperty named '(\w{1,100})' on type '([\w.]{1,200})'/.exec(message) ?? [];
  if (column !== undefined) return `no property ${column} on ${type}`;
  const segment = /\bResource not found for the segment '(\w{1,100})'/.exec(message)?.[1];
  return segment === undefined ? undefined : `no resource ${segment}`;
}

function codeIn(body: string | null | undefined): string {
  return String(property(property(parsed(body), 'error'), 'code')).toLowerCase();
}

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
