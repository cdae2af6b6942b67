import { instantOf } from '../../facts/instant.js';
import { hasCapturedActivity } from '../gateway/captured-activity.js';
import { isCapturedMap } from '../gateway/captured-maps.js';
import { isRecord, propertyOf } from '../lenient-json.js';
import { isNestedTooDeeply } from './is-nested-too-deeply.js';
import { isKnownSet } from './known-sets.js';
import { recordedAddressOf } from './recorded-address.js';
import type { RecordedAddress, RecordedAnswer, RecordedService } from './recorded-answer.js';
import { reviveWithoutSecrets } from './secret-columns.js';

/** An entry of a HAR file that may be for us. */
export interface HarAnswer {
  readonly answer: RecordedAnswer;
  readonly host: string;
  /** Answers with the same key are answers to the same request. */
  readonly key: string;
  /** It counts only if its host gives known answers of the gateway too. */
  readonly ifOfGateway: boolean;
}

/** The answer in an entry of a HAR file; `undefined` if no fact can come from it. */
export function harAnswerOf(entry: unknown): HarAnswer | undefined {
  const request = propertyOf(entry, 'request');
  const method = propertyOf(request, 'method');
  const url = propertyOf(request, 'url');
  if (typeof method !== 'string' || method.toUpperCase() !== 'GET' || typeof url !== 'string') return undefined;
  const address = recordedAddressOf(url);
  const response = propertyOf(entry, 'response');
  const at = instantOf(String(propertyOf(entry, 'startedDateTime')));
  const time = Number.isNaN(at) ? {} : { at };
  if (address !== undefined) {
    if (!isOfFact(address)) return undefined;
    const answer = { address, ...answerOf(response), ...time };
    const { service, host, path, query } = address;
    if (answer.body !== undefined && answer.status === 200 && !isShapedAs(service, answer.body)) return undefined;
    return { answer, host, key: JSON.stringify([service, host, path, query]), ifOfGateway: false };
  }
  const body = gatewayBodyIn(response);
  if (body === undefined || !URL.canParse(url)) return undefined;
  const { host, href } = new URL(url);
  return { answer: { status: 200, body, ...time }, host, key: href, ifOfGateway: !isInitialSync(body) };
}

/** Whether a fact can come from an answer of the address. */
function isOfFact({ service, path, query }: RecordedAddress): boolean {
  if (service === 'gateway' || service === 'power-platform') return true;
  return isKnownSet(service, path) && !(service === 'dataverse' && isAboutPeople(path, query));
}

/** Apps ask for users to show their names; the readers ask for application users. */
function isAboutPeople(path: string, { $select: columns }: RecordedAddress['query']): boolean {
  return /^systemusers$/i.test(path) && columns !== undefined && !/\bapplicationid\b/i.test(columns);
}

/** Other products have paths such as `/data/SystemUsers` too. */
function isShapedAs(service: RecordedService, body: unknown): boolean {
  if (service === 'gateway' || service === 'dataverse') return true;
  const names = service === 'power-platform' ? ['value', 'properties'] : ['value', '@odata.context'];
  return names.some((name) => propertyOf(body, name) !== undefined);
}

function answerOf(response: unknown): Pick<RecordedAnswer, 'status' | 'body' | 'lack'> {
  const status = statusOf(response);
  const text = bodyTextIn(response);
  const body = text === undefined ? undefined : jsonIn(text);
  if (status >= 400) return { status, body };
  if (status === 206) return { status, body: undefined, lack: `only a part of the body was sent: ${again}` };
  // 304: the body of the answer that the browser already had.
  if (body !== undefined && (status === 200 || status === 304)) return { status: 200, body };
  return { status, body: undefined, lack: lackOf(status, text) };
}

/** 0, as browsers write it, where nothing was answered. */
function statusOf(response: unknown): number {
  const status = Number(propertyOf(response, 'status'));
  return Number.isInteger(status) ? status : 0;
}

const again = 'record again with the cache disabled';

function lackOf(status: number, text: string | undefined): string {
  if (status === 0) return 'no answer arrived: the request was blocked, canceled or failed';
  if (status !== 304 && status >= 300) return 'a redirect, such as to a sign-in page, in place of an answer';
  if (text === undefined) return `body left out by the browser: ${again}`;
  if (/^\s*</.test(text)) return 'a web page, such as a sign-in page, in place of an answer';
  return /^\s*[[{]/.test(text)
    ? 'only the beginning of the body was saved, or it is broken: open its address in a tab and save that'
    : 'something that is not JSON in place of an answer';
}

/** What an answer says; `undefined` if it was not saved. */
function bodyTextIn(response: unknown): string | undefined {
  const content = propertyOf(response, 'content');
  const text = propertyOf(content, 'text');
  if (typeof text !== 'string' || text === '') return undefined;
  return (isCoded(content) ? decodeBase64(text) : text).replace(/^\uFEFF/, '');
}

function isCoded(content: unknown): boolean {
  const encoding = propertyOf(content, 'encoding');
  return typeof encoding === 'string' && encoding.trim().toLowerCase() === 'base64';
}

/** What is not base64 gives a text that is not JSON. */
function decodeBase64(text: string): string {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = binary.charCodeAt(place);
    return new TextDecoder(encodingByMark(bytes)).decode(bytes);
  } catch {
    return ' ';
  }
}

function encodingByMark([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** An object or a list, without secrets; `undefined` if the text is something else. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || isNestedTooDeeply(text)) return undefined;
  try {
    return JSON.parse(text, reviveWithoutSecrets);
  } catch {
    return undefined;
  }
}

/**
 * An answer of the gateway whose address is not known, by its properties: initial sync details, catch-up errors, maps, field
 * mappings, a connection set. Other bodies are not parsed if they do not contain such a name.
 */
function gatewayBodyIn(response: unknown): unknown {
  if (statusOf(response) !== 200 || !beginsLikeJson(propertyOf(response, 'content'))) return undefined;
  const text = bodyTextIn(response);
  if (text === undefined || !namesOfGateway.test(text)) return undefined;
  const body = jsonIn(text);
  return hasCapturedActivity(body) || itemsOf(body).some(isOfGateway) ? body : undefined;
}

/** By the bracket, blank or mark at the start: pictures and scripts, which most of a HAR file is, are not decoded. */
function beginsLikeJson(content: unknown): boolean {
  const text = propertyOf(content, 'text');
  if (typeof text !== 'string') return false;
  return (isCoded(content) ? /^\s*(?:[WeICD]|77u\/|\/\/4|\/v8)/ : /^\uFEFF?\s*[[{]/).test(text);
}

/** Whether an entry that is not for us holds data, as those of other products do. */
export function isOfOtherJson(entry: unknown): boolean {
  return beginsLikeJson(propertyOf(propertyOf(entry, 'response'), 'content'));
}

const namesOfGateway = /"(?:projectExecutionResponses|retryStatus|entityMappingTasks|leftEntity|legalEntityMappings)"/i;

function isOfGateway(item: unknown): boolean {
  const has = (name: string) => propertyOf(item, name) !== undefined;
  return (
    isCapturedMap(item) ||
    has('entityMappingTasks') ||
    (has('environments') && (has('dualWriteDetail') || has('legalEntityMappings')))
  );
}

function isInitialSync(body: unknown): boolean {
  return itemsOf(body).some((item) => Array.isArray(propertyOf(item, 'projectExecutionResponses')));
}

/** The items of a list, with or without an envelope, else the value itself. */
function itemsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  const value = propertyOf(body, 'value');
  return Array.isArray(value) ? value : isRecord(body) ? [body] : [];
}
