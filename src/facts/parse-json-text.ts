import { fromThrowable, type Result } from 'neverthrow';
import type { Fault } from '../fault.js';
import { errorText } from './scrub.js';

/**
 * The value of a JSON text, as `JSON.parse` reads it. The fault says where the text stops being JSON; unlike the error of
 * `JSON.parse`, it quotes nothing of the text, which may hold secrets, or be no text at all.
 *
 * @param form - the place in a line is its column alone
 */
export function parseJsonText(
  text: string,
  form: 'document' | 'line' = 'document',
): Result<unknown, Fault<'invalid-json'>> {
  return parse(text).mapErr((error) => ({
    type: 'invalid-json',
    because: `is not JSON: ${whyNot(text, form, error)}`,
  }));
}

const parse = /* @__PURE__ */ fromThrowable(
  (text: string): unknown => JSON.parse(text),
  (error) => error,
);

function whyNot(text: string, form: 'document' | 'line', error: unknown): string {
  const position = faultIn(text);
  if (position === undefined) return errorText(error); // it is not about the text
  const lines = text.slice(0, position).split(/\r\n|[\n\r]/);
  const column = `column ${(lines.at(-1) ?? '').length + 1}`;
  const place = form === 'line' ? column : `line ${lines.length}, ${column}`;
  return position === text.length ? `it ends too early, at ${place}` : `unexpected character at ${place}`;
}

/** What may follow, each by its first character; `w` is a number, `true`, `false` or `null`. */
const allowed = {
  value: '{["w',
  'first value': '{["w]',
  name: '"',
  'first name': '"}',
  colon: ':',
  comma: ',}]',
  nothing: '',
} as const;

/** Where a text stops being JSON: its length where it ends too early, `undefined` where it is JSON. */
function faultIn(text: string): number | undefined {
  const closers: string[] = [];
  let expected: keyof typeof allowed = 'value';
  let at = endOf(blanks, text, 0);
  while (at < text.length || expected !== 'nothing') {
    const character = text.charAt(at);
    const token = '{}[],:"'.includes(character) && character !== '' ? character : 'w';
    const isCloser = token === '}' || token === ']';
    if (!allowed[expected].includes(token) || (isCloser && token !== closers.at(-1))) return at;
    let end = at + 1;
    if (token === 'w') end = endOf(word, text, at);
    if (token === '"') {
      const string = readString(text, at);
      if (!string.isWhole) return string.end;
      end = string.end;
    }
    if (end === at) return at;
    if (token === '{' || token === '[') closers.push(token === '{' ? '}' : ']');
    if (isCloser) closers.pop();
    expected = after(token, expected, closers.at(-1));
    at = endOf(blanks, text, end);
  }
  return undefined;
}

/** What may follow a token that was allowed. */
function after(token: string, expected: keyof typeof allowed, closer: string | undefined): keyof typeof allowed {
  if (token === '{') return 'first name';
  if (token === '[') return 'first value';
  if (token === ':') return 'value';
  if (token === ',') return closer === '}' ? 'name' : 'value';
  if (token === '"' && (expected === 'name' || expected === 'first name')) return 'colon';
  return closer === undefined ? 'nothing' : 'comma';
}

/** The end of a string, or where it stops being one. */
function readString(text: string, start: number): { readonly end: number; readonly isWhole: boolean } {
  let end = start + 1;
  for (;;) {
    end = endOf(plain, text, end);
    if (text[end] === '"') return { end: end + 1, isWhole: true };
    const next = endOf(escaped, text, end);
    if (next === end) return { end, isWhole: false };
    end = next;
  }
}

/** Where a match that starts here ends; here, where there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

const blanks = /[ \t\n\r]+/y;
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const plain = /[^"\\\u0000-\u001f]+/y;
const escaped = /\\(?:["\\/bf]|[nrt]|u[\da-fA-F]{4})/y;
