import { nameKey } from './keys.js';
import { once } from './once.js';

/**
 * The kinds of errors that the product offers for an alert setting, in its own terms. Source: training material on automatic
 * actions; only a blog names the last one.
 * @public
 */
export const documentedErrorTypes = [
  'Application error',
  '400 Bad Request',
  '401 Unauthorized',
  '403 Forbidden',
  '429 Too Many Requests',
  '502 Bad Gateway',
  '503 Service Unavailable',
  'Any other HTTP error',
] as const;

/**
 * One of the {@link documentedErrorTypes}.
 * @public
 */
export type DocumentedErrorType = (typeof documentedErrorTypes)[number];

/**
 * What kind of error it is: a documented one, or a status from 400 to 599 that has no type of its own, such as
 * `500 Internal Server Error`. Spelling is free: `429`, `HTTP 429` and `TooManyRequests` are `429 Too Many Requests`.
 * @public
 */
export type ErrorType = DocumentedErrorType | (string & Record<never, never>);

/** Every status code without a type of its own. */
export const otherHttpError: DocumentedErrorType = 'Any other HTTP error';

/** Names of types and of status codes besides the documented ones, as services and logs write them. */
const furtherSpellings: Readonly<Record<string, string>> = {
  Application: 'Application error',
  'Application failure': 'Application error',
  'Other HTTP error': otherHttpError,
  'Not Found': 'http 404',
  'Request Timeout': 'http 408',
  'Internal Server Error': 'http 500',
  'Gateway Timeout': 'http 504',
};

/** Everything that an error type is called, with its key: the whole of it, its status code, its words without the code. */
export const errorTypesBySpelling = /* @__PURE__ */ once(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...documentedErrorTypes.flatMap((type) => {
        const [, code, words] = /^(\d{3}) (.+)$/.exec(type) ?? [];
        return [type, code, words].flatMap((text) => (text === undefined ? [] : [[text, type] as const]));
      }),
      ...Object.entries(furtherSpellings),
    ]),
);

const errorTypesByLetters = /* @__PURE__ */ once(
  (): ReadonlyMap<string, string> =>
    new Map([...errorTypesBySpelling()].map(([spelling, key]) => [lettersOf(spelling), key])),
);

/** The letters and digits, without letter case and plural: `Too-many request` and `TooManyRequests` are the same. */
function lettersOf(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/s$/, '');
}

/** `429 …`, `HTTP 429`, `HTTP/1.1 429`, `Status code: 429`. */
const statusCode = /^\s*(?:(?:http|status|code|error)[\s/:_-]*(?:\d\.\d\s+)?){0,4}([45]\d\d)(?![\p{L}\p{N}])/iu;

function knownKey(text: string): string | undefined {
  const exact = errorTypesBySpelling().get(text);
  if (exact !== undefined) return exact;
  const code = statusCode.exec(text)?.[1];
  return errorTypesByLetters().get(code ?? lettersOf(text)) ?? (code === undefined ? undefined : `http ${code}`);
}

/**
 * What two spellings of one error type have in common: `429`, `http 429` and `429 Too Many Requests` are the same, and so are
 * `500` and `500 Internal Server Error`. A text that names several counts as the first one; the key of a text that is not an
 * error type is the text.
 */
export function errorTypeKey(text: string): string {
  const [first = text] = typesIn(text);
  return knownKey(first) ?? nameKey(text);
}

/** Whether a text is an error type, or several of them. */
export function isErrorType(text: string): boolean {
  return typesIn(text).every((type) => knownKey(type) !== undefined);
}

/** Whether it is the key of an error that `Any other HTTP error` covers. */
export function isOtherHttpError(key: string): boolean {
  return /^http \d{3}$/.test(key);
}

/** The documented spelling of each type that has one, no type twice. */
export function normalizeErrorTypes(texts: readonly string[]): readonly ErrorType[] {
  const byKey = new Map<string, ErrorType>();
  for (const text of texts.flatMap(typesIn)) {
    const key = errorTypeKey(text);
    if (!byKey.has(key)) byKey.set(key, documentedErrorTypes.find((type) => type === key) ?? text.trim());
  }
  return [...byKey.values()];
}

/** The types that one text names: the product shows `401 Unauthorized / 403 Forbidden` as one choice. */
function typesIn(text: string): readonly string[] {
  const [first = '', ...more] = text.slice(0, 400).split(/[/,;|]/);
  return knownKey(first) === undefined ? [text] : [first, ...more]; // not those of `HTTP/1.1 503`
}

/** Whether a setting that counts errors of type `one` counts those of type `other`; both are keys. */
export function coversErrorType(one: string, other: string): boolean {
  return one === other || (one === otherHttpError && isOtherHttpError(other));
}
