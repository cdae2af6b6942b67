import { dataverseAdvice } from '../../src/adapters/dataverse/dataverse-advice.js';
import { isRecord, propertyOf, textOf } from '../../src/adapters/lenient-json.js';
import { entraRefusal } from '../../src/adapters/odata/entra-refusal.js';
import { type Advice, failureOfResponse } from '../../src/adapters/odata/failure-of-response.js';
import { statusOfError } from '../../src/adapters/odata/status-of-error.js';
import { type Unknown, unknown } from '../../src/facts/fact.js';

/** Why a read of ToolBox failed. */
export interface HostFailure {
  readonly fact: Unknown;
  /** Whether the same request may succeed in a moment. */
  readonly isPassing: boolean;
}

/**
 * The fact for what ToolBox threw, with the reason that the adapter over HTTP gives. ToolBox passes an error of Dataverse on as
 * text: `0x80040220: …` or `HTTP 404: …`, with the name of the call before it, once or several times. The text itself is not
 * shown: it may name people.
 */
export function failureOfHost(thrown: unknown, what: string, host: string): HostFailure {
  const text = textIn(withoutWrappers(messageOf(thrown)));
  return (
    ofStatus(text, what, host) ??
    ofCode(text, what, host) ??
    ofConnection(text) ??
    ofSignIn(text, host) ??
    ofNetwork(text, what, host) ??
    ofWords(text, what, host)
  );
}

/** The fact for an error of Dataverse that has no status. */
export function failureOfError(error: unknown, what: string, host: string): HostFailure {
  return refused(textOf(error, 'code') ?? '', textOf(error, 'message') ?? '', what, host);
}

/** The text of an error, of an object like one, or of a body of Dataverse. */
function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (!isRecord(thrown)) return '';
  const error = propertyOf(thrown, 'error');
  const code = textOf(error, 'code') ?? codeOf(thrown);
  const message = textOf(error, 'message') ?? (typeof thrown.message === 'string' ? thrown.message : '');
  const status = propertyOf(thrown, 'status') ?? propertyOf(thrown, 'statusCode');
  if (code !== undefined) return `${code}: ${message}`;
  return typeof status === 'number' ? `HTTP ${status}: ${message}` : message;
}

/** The code of Dataverse that an error has beside its text; other programs have names there. */
function codeOf(thrown: object): string | undefined {
  const code = String(propertyOf(thrown, 'code') ?? '');
  return /^(?:0x[\da-f]{8}|-\d{10})$/i.test(code) ? code : undefined;
}

/** An error of Dataverse as JSON is read like its text. */
function textIn(message: string): string {
  try {
    return message.startsWith('{') ? messageOf(JSON.parse(message)) : message;
  } catch {
    return message;
  }
}

const wrapper =
  /^\s*(?:Uncaught\b(?: \(in promise\))?|Error invoking remote method (?:'[^']*'|"[^"]*"):|(?!Network)(?:[A-Z]\w*)?Error:|Dataverse \w+ failed:)\s*/;

function withoutWrappers(message: string): string {
  let text = message;
  for (let next = text.replace(wrapper, ''); next !== text; next = text.replace(wrapper, '')) text = next;
  return text.trim();
}

/** `HTTP 403`, `HTTP 404: the body of the answer`, `404: …`. */
function ofStatus(text: string, what: string, host: string): HostFailure | undefined {
  const [, digits, body] =
    /^(?:(?:HTTP(?:\/[\d.]+)?(?: error)?|Request failed with status(?: code)?|Status(?: code)?):? ?)?([345]\d\d)\b:?\s*(.*)$/is.exec(
      text,
    ) ?? [];
  return digits === undefined ? undefined : ofResponse(Number(digits), body, what, host);
}

/** `0x80040220: …`, `-2147220960: …`, a name such as `EnvironmentNotFound: …`, or nothing before the colon. */
function ofCode(text: string, what: string, host: string): HostFailure | undefined {
  const [, code, message] = /^(0x[\da-f]{1,8}|-?\d{1,10}|undefined|null|)\s*:\s*(.*)$/is.exec(text) ?? [];
  if (code !== undefined && message !== undefined) return refused(code, message, what, host);
  const [, name = '', words = ''] = /^([a-z]{1,60}):\s(.*)$/is.exec(text) ?? [];
  return statusOfError(name, words) === undefined ? undefined : refused(name, words, what, host);
}

function refused(code: string, message: string, what: string, host: string): HostFailure {
  const status = statusOfError(code, message);
  if (status !== undefined) return ofResponse(status, JSON.stringify({ error: { code, message } }), what, host);
  const named = /^(?:0x[\da-f]+|-?\d+)$/i.test(code) ? ` (${code})` : '';
  return { fact: unknown('failed', `${what} could not be read${named}`), isPassing: false };
}

const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

function ofResponse(status: number, bodyAsText: string | undefined, what: string, host: string): HostFailure {
  return {
    fact: failureOfResponse({ status, bodyAsText, asksToWait: false }, what, adviceFor(host)),
    isPassing: passing.has(status),
  };
}

function adviceFor(host: string): Advice {
  return {
    ...dataverseAdvice(host),
    signIn: `Dataverse does not accept the sign-in of the connection to ${host}: reconnect it in ToolBox, with an account that is a user of the environment`,
  };
}

/** What ToolBox says where nothing was sent. */
function ofConnection(text: string): HostFailure | undefined {
  if (/^(?:No (?:\w+ )?connection (?:found|selected)|Connection \S+ not found|Not connected)\b/i.test(text))
    return { fact: unknown('not-connected', 'the tool has no connection: choose one in ToolBox'), isPassing: false };
  return undefined;
}

/** What ToolBox says where Microsoft Entra, or its own library for it, gave it no token. */
function ofSignIn(text: string, host: string): HostFailure | undefined {
  const again = 'reconnect it in ToolBox';
  const refusal = entraRefusal(text, host, again);
  const hasEnded =
    /^(?:Authentication (?:expired|failed)|Client secret authentication failed|Token refresh failed|No access token|(?:access )?token (?:has |is )?expired)\b|^(?:invalid_grant|invalid_client|interaction_required|login_required|consent_required|no_tokens_found)\b/i;
  if (refusal === undefined && !hasEnded.test(text)) return undefined;
  const detail = refusal ?? `the sign-in of the connection has ended: ${again}`;
  return { fact: unknown('not-permitted', detail), isPassing: false };
}

/** The codes of the system in what Node and Chromium say about connections. */
const networkCode =
  /\b(?:E(?:NOTFOUND|AI_AGAIN|CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|HOSTUNREACH|NETUNREACH|PIPE|PROTO)|(?:net::)?ERR_[A-Z_]+|(?:CERT|DEPTH|SELF|UNABLE|SSL)_[A-Z_]+)\b/;

function ofNetwork(text: string, what: string, host: string): HostFailure | undefined {
  if (/\btimed? ?-?out\b/i.test(text) && !networkCode.test(text))
    return { fact: unknown('timed-out', `ToolBox had no answer in time for ${what}`), isPassing: true };
  const code = networkCode.exec(text)?.[0];
  const isNetwork =
    code !== undefined ||
    /^(?:Request failed:|Failed to fetch\b|fetch failed\b|NetworkError\b|Network Error\b|Load failed\b)|\bsocket hang up\b|\bcertificate\b/i.test(
      text,
    );
  if (!isNetwork) return undefined;
  return {
    fact: unknown(
      'not-connected',
      `${host} cannot be reached (${code ?? 'no answer'}): check the address of the connection, the network and proxies`,
    ),
    isPassing: !/NOTFOUND|CERT|TLS|SSL|UNABLE_TO|SELF_SIGNED|certificate/i.test(`${code} ${text}`),
  };
}

/** A message of Dataverse without its code, or an error that is not known. */
function ofWords(text: string, what: string, host: string): HostFailure {
  const status = statusOfError(undefined, text);
  if (status !== undefined) return refused('', text, what, host);
  if (/^(?:Failed to parse|Invalid JSON)\b|^Unexpected (?:token|end of JSON)\b|\bis not valid JSON\b/i.test(text))
    return {
      fact: unknown('malformed', `${what} answered with something that is not JSON, such as a sign-in page`),
      isPassing: false,
    };
  return {
    fact: unknown('failed', `ToolBox could not read ${what}, with an error that is not known`),
    isPassing: false,
  };
}
