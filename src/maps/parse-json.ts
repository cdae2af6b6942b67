import { err, ok, type Result } from 'neverthrow';
import { deepestNesting, type JsonFault } from './json.js';
import { decodedText, encodedTextIn, type JsonMember, type JsonNode } from './json-node.js';

/** A fault, and the open brackets there. */
interface JsonFaultFound extends JsonFault {
  /** The closing brackets that would have to follow, the innermost first. */
  readonly unclosed: string;
}

/** More than any map, but not so many that a hostile text fills the memory. */
const mostValues = 2_000_000;

/**
 * Reads JSON as strictly as `JSON.parse`, without losing anything of it.
 *
 * @returns its content, or where it stops being JSON. Nesting deeper than {@link deepestNesting} and more than
 *   {@link mostValues} values are faults too
 */
export function parseJson(text: string): Result<JsonNode, JsonFaultFound> {
  let at = 0;
  let values = 0;
  let fault: JsonFaultFound | undefined;
  const closers: string[] = [];
  const root = readValue();
  if (root === undefined) return err(fault ?? foundAt(at, 'expected a value'));
  skipBlanks();
  return at === text.length ? ok(root) : err(foundAt(at, 'expected the end of the text'));

  // Each of these moves on behind what it reads; `undefined` means that there is a fault.

  function readValue(): JsonNode | undefined {
    skipBlanks();
    values += 1;
    if (values > mostValues) return fail(`more than ${mostValues} values`);
    switch (text[at]) {
      case '{':
        return inBrackets('}', readObject);
      case '[':
        return inBrackets(']', readList);
      case '"': {
        const raw = readString();
        return raw === undefined ? fail('expected a value') : { type: 'scalar', text: raw };
      }
      default:
        return readWord();
    }
  }

  function inBrackets(closer: '}' | ']', read: () => JsonNode | undefined): JsonNode | undefined {
    if (closers.length >= deepestNesting) return fail(`nested deeper than ${deepestNesting} levels`);
    closers.push(closer);
    at += 1;
    skipBlanks();
    const node = read();
    if (node === undefined) return undefined;
    closers.pop();
    at += 1;
    return node;
  }

  function readObject(): JsonNode | undefined {
    const members: JsonMember[] = [];
    while (text[at] !== '}' || members.length > 0) {
      const keyText = readKey();
      const value = keyText === undefined ? undefined : readValue();
      if (keyText === undefined || value === undefined) return undefined;
      members.push({ key: decodedText(keyText), keyText, value });
      const more = isFollowed('}');
      if (more === undefined) return undefined;
      if (!more) break;
    }
    return { type: 'object', members };
  }

  function readList(): JsonNode | undefined {
    const items: JsonNode[] = [];
    while (text[at] !== ']' || items.length > 0) {
      const item = readValue();
      if (item === undefined) return undefined;
      items.push(item);
      const more = isFollowed(']');
      if (more === undefined) return undefined;
      if (!more) break;
    }
    return { type: 'list', items };
  }

  /** Whether a comma follows, which is passed, or the closing bracket. */
  function isFollowed(closer: '}' | ']'): boolean | undefined {
    skipBlanks();
    if (text[at] === closer) return false;
    if (text[at] !== ',') return fail(`expected "," or "${closer}"`);
    at += 1;
    skipBlanks();
    return true;
  }

  /** A name as written, before its colon. */
  function readKey(): string | undefined {
    const raw = text[at] === '"' ? readString() : undefined;
    if (raw !== undefined) skipBlanks();
    if (raw === undefined || text[at] !== ':') return fail('expected the name of a property in double quotes and ":"');
    at += 1;
    return raw;
  }

  function skipBlanks(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }

  /** A text in its quotes, as written. */
  function readString(): string | undefined {
    const start = at;
    for (at += 1; ; at += 1) {
      plain.lastIndex = at;
      plain.test(text);
      at = plain.lastIndex;
      if (text[at] === '"') {
        at += 1;
        return text.slice(start, at);
      }
      escaped.lastIndex = at;
      if (!escaped.test(text)) return undefined;
      at = escaped.lastIndex - 1;
    }
  }

  function readWord(): JsonNode | undefined {
    const start = at;
    word.lastIndex = at;
    if (!word.test(text)) return fail('expected a value');
    at = word.lastIndex;
    return { type: 'scalar', text: text.slice(start, at) };
  }

  function fail(because: string): undefined {
    fault ??= foundAt(at, because);
    return undefined;
  }

  function foundAt(position: number, because: string): JsonFaultFound {
    const isAtEnd = position >= text.length;
    return {
      type: 'invalid-json',
      position: Math.min(position, text.length),
      because: isAtEnd ? `${because}, found the end` : because,
      unclosed: closers.toReversed().join(''),
    };
  }
}

/** How often text is decoded at most: the product encodes twice, by accident three times. */
export const mostEncodings = 4;

/** The list or object in a text that was encoded once or several times; `undefined` if there is none. */
export function parseEncoded(text: string): JsonNode | undefined {
  let encoded: string | undefined = text;
  for (let times = 0; times < mostEncodings && encoded !== undefined; times += 1) {
    const node: JsonNode | undefined = parseJson(encoded).unwrapOr(undefined);
    if (node !== undefined && node.type !== 'scalar') return node;
    encoded = node && encodedTextIn(node);
  }
  return undefined;
}

const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** As many characters of a text as need no further check. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in texts
const plain = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bf]|[nrt]|u[\da-fA-F]{4})/y;
