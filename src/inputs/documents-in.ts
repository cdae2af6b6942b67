import { fromThrowable } from 'neverthrow';
import { isNestedTooDeeply } from '../adapters/recorded/is-nested-too-deeply.js';

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
  return linesOf(text) ?? appendedOf(text) ?? { type: 'broken', because: whole.error };
}

function one(text: string, document: unknown): Documents {
  return { type: 'documents', documents: [document], places: [{ text }], lacks: [] };
}

/** JSON Lines: its first line is a value of its own, or most of its lines are. */
function linesOf(text: string): Documents | undefined {
  const documents: unknown[] = [];
  const places: DocumentPlace[] = [];
  const broken: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
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

function unreadable([first, ...more]: readonly number[]): string {
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
    const place = { text: rest.slice(0, end) };
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
  const marks = /"(?:[^"\\]|\\.)*"?|[[\]{}]/gs;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '[' || mark[0] === '{') depth += 1;
    else if (mark[0] === ']' || mark[0] === '}') depth -= 1;
    if (depth <= 0) return mark[0].startsWith('"') ? undefined : marks.lastIndex;
  }
  return undefined;
}

/** The fault is why not. */
function parse(text: string) {
  return parseJson(text).mapErr(() => {
    if (isNestedTooDeeply(text)) return 'nested-too-deeply' as const;
    return endOfValue(text) === undefined ? ('cut-off' as const) : ('faulty' as const);
  });
}

const parseJson = /* @__PURE__ */ fromThrowable((text: string): unknown => {
  if (isNestedTooDeeply(text)) throw new RangeError('nested too deeply');
  return JSON.parse(text);
});
