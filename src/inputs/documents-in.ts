import { fromThrowable } from 'neverthrow';

/** What a text holds as JSON. */
export type Documents =
  | {
      readonly type: 'documents';
      /** One value, or those of JSON Lines, one after the other. */
      readonly documents: readonly unknown[];
      /** What could not be read, each a phrase. */
      readonly lacks: readonly string[];
    }
  /** It begins like JSON and is not. `isCutOff`: its end is missing. */
  | { readonly type: 'broken'; readonly isCutOff: boolean }
  | { readonly type: 'not-json' };

/** The values of a text: one document, or JSON Lines. */
export function documentsIn(text: string): Documents {
  const start = /^\s*([[{"])/.exec(text)?.[1];
  if (start === undefined) return { type: 'not-json' };
  const whole = parse(text);
  if (whole.isOk()) return { type: 'documents', documents: [whole.value], lacks: [] };
  if (start === '"') return { type: 'not-json' }; // words between quotation marks
  return linesOf(text) ?? { type: 'broken', isCutOff: whole.error };
}

/** JSON Lines: its first line is a value of its own. */
function linesOf(text: string): Documents | undefined {
  const documents: unknown[] = [];
  const broken: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (value.isOk() && typeof value.value === 'object') documents.push(value.value);
    else if (documents.length === 0) return undefined;
    else broken.push(index + 1);
  }
  return { type: 'documents', documents, lacks: broken.length === 0 ? [] : [unreadable(broken)] };
}

function unreadable([first, ...more]: readonly number[]): string {
  return more.length === 0
    ? `line ${first} could not be read`
    : `${more.length + 1} lines could not be read, line ${first} the first of them`;
}

/** The fault is whether the text ends too early. */
const parse = fromThrowable(
  (text: string): unknown => JSON.parse(text),
  (error) => error instanceof Error && /end of (?:JSON|data|the)|unterminated|EOF/i.test(error.message),
);

/**
 * The bodies of answers that a program wrapped: `{ statusCode, body }` of Power Automate, the object of `Invoke-WebRequest` with
 * its `Content`. The status is that of the answer.
 */
export function unwrapped(document: unknown): { readonly status: number; readonly body: unknown } {
  if (!isRecord(document)) return { status: 200, body: document };
  const keys = new Map(Object.entries(document).map(([key, value]) => [key.toLowerCase(), value]));
  const status = Number(keys.get('statuscode'));
  if (!Number.isInteger(status) || !(keys.has('body') || keys.has('content'))) return { status: 200, body: document };
  const body = keys.get('body') ?? keys.get('content');
  return { status, body: typeof body === 'string' ? parse(body).unwrapOr(body) : body };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
