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
 * What kind of error it is: a documented one, or free text for what a version of the product may add.
 * @public
 */
export type ErrorType = DocumentedErrorType | (string & Record<never, never>);

/** Every status code without a type of its own. */
export const otherHttpError: DocumentedErrorType = 'Any other HTTP error';

/** Spellings that mean a documented type: the whole of it, its status code, its words without the code. */
const documentedBySpelling = /* @__PURE__ */ once(
  (): ReadonlyMap<string, DocumentedErrorType> =>
    new Map(
      documentedErrorTypes.flatMap((type) => {
        const [, code, words] = /^(\d{3}) (.+)$/.exec(type) ?? [];
        return [type, code, words].flatMap((text) => (text === undefined ? [] : [[nameKey(text), type] as const]));
      }),
    ),
);

/**
 * What two spellings of one error type have in common: `429`, `http 429` and `429 Too Many Requests` are the same, and so are
 * `500` and `500 Internal Server Error`.
 */
export function errorTypeKey(text: string): string {
  const key = nameKey(text);
  const code = /^(?:http )?([45]\d\d)\b/.exec(key)?.[1];
  return documentedBySpelling().get(code ?? key) ?? (code === undefined ? key : `http ${code}`);
}

/** Whether it is the key of an error that `Any other HTTP error` covers. */
export function isOtherHttpError(key: string): boolean {
  return /^http \d{3}$/.test(key);
}

/** The documented spelling of each type that has one, no type twice; the product shows 401 and 403 as one choice. */
export function normalizeErrorTypes(texts: readonly string[]): readonly ErrorType[] {
  const byKey = new Map<string, ErrorType>();
  for (const text of texts.flatMap((one) => (isBothDenials(one) ? one.split('/') : [one]))) {
    const key = errorTypeKey(text);
    if (!byKey.has(key)) byKey.set(key, documentedBySpelling().get(nameKey(key)) ?? text.trim());
  }
  return [...byKey.values()];
}

function isBothDenials(text: string): boolean {
  return /^\s*401\b[^/]*\/\s*403\b[^/]*$/.test(text);
}

/** Whether a setting that counts errors of type `one` counts those of type `other`; both are keys. */
export function coversErrorType(one: string, other: string): boolean {
  return one === other || (one === otherHttpError && isOtherHttpError(other));
}
