import { fromThrowable, type Result } from 'neverthrow';
import { isNestedTooDeeply } from '../adapters/recorded/is-nested-too-deeply.js';
import { asWritten, mayBeOfPowerShell } from './of-powershell.js';

/** What a text holds as JSON. */
export type Documents =
  | {
      readonly type: 'documents';
      /** One value, or several, one after the other, as in JSON Lines. */
      readonly documents: readonly unknown[];
      /** Where they are in the text. */
      readonly places: readonly DocumentPlace[];
      /** What could not be read, each a phrase. */
      readonly lacks: readonly string[];
    }
  /** It begins like JSON and is not. */
  | { readonly type: 'broken'; readonly because: 'cut-off' | 'nested-too-deeply' | 'faulty' }
  | { readonly type: 'not-json' };

/** The text of one value. */
export interface DocumentPlace {
  readonly text: string;
  /** From 1, for one of JSON Lines. */
  readonly line?: number | undefined;
}

/** The values of a text: one document, JSON Lines, or documents that were appended to one another. */
export function documentsIn(text: string): Documents {
  if (/^\s*(?:true|false|null)\s*$/.test(text)) return one(text, JSON.parse(text));
  const start = /^\s*([[{"])/.exec(text)?.[1];
  if (start === undefined) return { type: 'not-json' };
  const whole = parse(text);
  if (whole.isOk()) return one(text, whole.value);
  if (start === '"') return { type: 'not-json' }; // words between quotation marks
  const read = linesOf(text) ?? appendedOf(text);
  return read ?? { type: 'broken', because: endOfValue(text) === undefined ? 'cut-off' : whole.error };
}

function one(text: string, document: unknown): Documents {
  return { type: 'documents', documents: [document], places: [{ text }], lacks: [] };
}

/** JSON Lines: its first line is a value of its own, or most of its lines are. */
function linesOf(text: string): Documents | undefined {
  const documents: unknown[] = [];
  const places: DocumentPlace[] = [];
  const broken: number[] = [];
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const line = written.trim(); // also of the byte order mark of a file that was appended
    if (line === '') continue;
    const value = parse(line);
    if (value.isOk() && typeof value.value === 'object') {
      documents.push(value.value);
      places.push({ text: line, line: index + 1 });
    } else broken.push(index + 1);
  }
  const isOfLines = documents.length > 0 && (broken[0] !== firstLineIn(text) || documents.length > broken.length);
  const lacks = broken.length === 0 ? [] : [unreadable(broken)];
  return isOfLines ? { type: 'documents', documents, places, lacks } : undefined;
}

/** The number of the first line that is not blank. */
function firstLineIn(text: string): number {
  return (/^\s*/.exec(text)?.[0] ?? '').split(/\r\n|\r|\n/).length;
}

/** That these lines could not be read. */
export function unreadable([first, ...more]: readonly number[]): string {
  return more.length === 0
    ? `line ${first} could not be read`
    : `${more.length + 1} lines could not be read, line ${first} the first of them`;
}

/** Documents on several lines each, as `>>` appends them. The last one may be cut off. */
function appendedOf(text: string): Documents | undefined {
  const documents: unknown[] = [];
  const places: DocumentPlace[] = [];
  let rest = text;
  for (let end = endOfValue(rest); end !== undefined; end = endOfValue(rest)) {
    const place = { text: rest.slice(0, end).trim() };
    const value = parse(place.text);
    if (value.isErr()) return undefined;
    documents.push(value.value);
    places.push(place);
    rest = rest.slice(end);
    if (rest.trim() !== '' && !/^\s*[[{]/.test(rest)) return undefined;
  }
  if (documents.length === 0) return undefined;
  const lacks = rest.trim() === '' ? [] : ['the end of the last document is missing: save it again'];
  return { type: 'documents', documents, places, lacks };
}

/** Where the list or object at the beginning of a text ends; `undefined` if there is none, or its end is missing. */
export function endOfValue(text: string): number | undefined {
  let depth = 0;
  for (let place = text.search(/[[{]/); place >= 0 && place < text.length; place += 1) {
    const char = text.charAt(place);
    if (char === '"') place = endOfString(text, place);
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth === 0) return place + 1;
  }
  return undefined;
}

/** The place of the closing quotation mark; that of the end if there is none. */
function endOfString(text: string, start: number): number {
  let place = start + 1;
  while (place < text.length && text.charAt(place) !== '"') place += text.charAt(place) === '\\' ? 2 : 1;
  return place;
}

/** The fault is why not. */
const parse = /* @__PURE__ */ fromThrowable(
  (text: string): unknown => {
    if (isNestedTooDeeply(text)) throw new RangeError('nested too deeply');
    return JSON.parse(text);
  },
  (error) => (error instanceof RangeError ? 'nested-too-deeply' : 'faulty'),
);

/**
 * The body of an answer that a program wrapped: `{ statusCode, body }` of Power Automate, the object of `Invoke-WebRequest` with
 * its `Content`. The status is that of the answer.
 *
 * @param read - reads a body that is a text; one that is not JSON remains as it is
 */
export function unwrapped(
  document: unknown,
  read: (text: string) => Result<unknown, unknown> = parse,
): { readonly status: number; readonly body: unknown } {
  if (!isRecord(document)) return { status: 200, body: document };
  const keys = new Map(Object.entries(document).map(([key, value]) => [key.toLowerCase(), value]));
  const status = Number(keys.get('statuscode'));
  if (!Number.isInteger(status) || !(keys.has('body') || keys.has('content'))) return { status: 200, body: document };
  const body = keys.get('body') ?? keys.get('content');
  return { status, body: typeof body === 'string' ? read(body).unwrapOr(body) : body };
}

/**
 * Documents without what programs put around them, with what `ConvertTo-Json` changed as it was. Errors remain wrapped: their
 * status says what they are.
 */
export function plainDocuments(
  documents: readonly unknown[],
  text: string,
  read: (text: string) => Result<unknown, unknown> = parse,
): readonly unknown[] {
  const plain = (document: unknown) => {
    const { status, body } = unwrapped(document, read);
    return status < 400 ? body : document;
  };
  const isWrapped = /"statuscode"/i.test(text);
  const bodies = isWrapped ? documents.map((one) => (Array.isArray(one) ? one.map(plain) : plain(one))) : documents;
  return mayBeOfPowerShell(text) ? bodies.map((body) => asWritten(body)) : bodies;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
