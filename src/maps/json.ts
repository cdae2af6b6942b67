import type { Fault } from '../fault.js';

/*
 * JSON in the columns of a map. Nothing here throws, whatever the text: JSON.parse is called only for
 * text that `jsonFaultOf` has checked.
 */

/**
 * Any JSON value.
 * @public
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/**
 * A JSON object. It may hold keys such as `__proto__`, as properties of its own.
 * @public
 */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Where a text stops being JSON.
 * @public
 */
export interface JsonFault extends Fault<'invalid-json'> {
  /** How many characters precede the place. The length of the text if its end is missing. */
  readonly position: number;
}

/** A fault, and the open brackets there. */
interface JsonFaultFound extends JsonFault {
  /** The closing brackets that would have to follow, the innermost first. */
  readonly unclosed: string;
}

/** Deeper than any map, but not so deep that code that walks a value runs out of stack. */
export const deepestNesting = 100;

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value of a text in which {@link jsonFaultOf} found no fault. */
export function parseSoundJson(text: string): JsonValue {
  return JSON.parse(text);
}

/**
 * Checks the syntax of JSON, as strictly as `JSON.parse` and without recursion.
 *
 * @returns `undefined` for JSON that is nested no deeper than {@link deepestNesting}
 */
export function jsonFaultOf(text: string): JsonFaultFound | undefined {
  const { length } = text;
  /** What would close the brackets that are open, the innermost last. */
  const closers: number[] = [];
  /** What would close the innermost one. */
  let closer = 0;
  let at = 0;
  for (;;) {
    at = afterBlanks(text, at);
    const code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) {
      if (closers.length >= deepestNesting) return fault(at, `nested deeper than ${deepestNesting} levels`);
      closer = code + 2;
      closers.push(closer);
      at = afterBlanks(text, at + 1);
      if (text.charCodeAt(at) !== closer) {
        if (code === openBrace) at = afterKey(text, at);
        if (at < 0) return fault(-at - 1, 'expected the name of a property in double quotes and ":"');
        continue;
      }
    } else {
      const next = afterScalar(text, at);
      if (next < 0) return fault(-next - 1, 'expected a value');
      at = next;
    }
    // A value has ended, or is followed by its closing bracket.
    for (;;) {
      at = afterBlanks(text, at);
      if (closer === 0) return at === length ? undefined : fault(at, 'expected the end of the text');
      if (text.charCodeAt(at) !== closer) break;
      closers.pop();
      closer = closers.at(-1) ?? 0;
      at += 1;
    }
    if (text.charCodeAt(at) !== comma) return fault(at, `expected "," or "${String.fromCharCode(closer)}"`);
    at += 1;
    if (closer === closeBrace) at = afterKey(text, afterBlanks(text, at));
    if (at < 0) return fault(-at - 1, 'expected the name of a property in double quotes and ":"');
  }

  function fault(position: number, because: string): JsonFaultFound {
    return {
      type: 'invalid-json',
      position: Math.min(position, length),
      because: position >= length ? `${because}, found the end` : because,
      unclosed: closers
        .reverse()
        .map((code) => String.fromCharCode(code))
        .join(''),
    };
  }
}

/** The place after a name and its colon; below 0 where there is none: `-1` minus the place of the fault. */
function afterKey(text: string, start: number): number {
  if (text.charCodeAt(start) !== quote) return -start - 1;
  const end = afterString(text, start);
  if (end < 0) return end;
  const after = afterBlanks(text, end);
  return text.charCodeAt(after) === colon ? after + 1 : -after - 1;
}

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

function afterBlanks(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
  }
}

/** The place after a text, number or word; below 0 where there is none: `-1` minus the place of the fault. */
function afterScalar(text: string, at: number): number {
  if (text.charCodeAt(at) === quote) return afterString(text, at);
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : -at - 1;
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function afterString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    plain.lastIndex = at;
    plain.test(text);
    at = plain.lastIndex;
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code !== backslash) return -at - 1;
    at += 1;
    if (text[at] === 'u') {
      if (!/^[\da-f]{4}$/i.test(text.slice(at + 1, at + 5))) return -at - 1;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(text[at] ?? '?')) return -at - 1;
  }
}

/** As many characters as need no further check. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in texts
const plain = /[^"\\\u0000-\u001f]*/y;

/**
 * A value built in code, as JSON: values that JSON cannot represent are left out.
 *
 * @returns `undefined` if it is not JSON, nested too deeply, or contains itself
 */
export function jsonOf(value: unknown, depth = 0): JsonValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || depth >= deepestNesting) return undefined;
  if (Array.isArray(value)) {
    const items: JsonValue[] = [];
    for (const item of value) {
      const copy = jsonOf(item, depth + 1);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  const entries: [string, JsonValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const copy = jsonOf(item, depth + 1);
    if (copy === undefined) return undefined;
    entries.push([key, copy]);
  }
  return Object.fromEntries(entries);
}
