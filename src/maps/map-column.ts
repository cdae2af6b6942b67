import {
  deepestNesting,
  isJsonObject,
  type JsonFault,
  type JsonObject,
  type JsonValue,
  jsonFaultOf,
  jsonOf,
  parseSoundJson,
} from './json.js';

/**
 * A JSON column of a map: its text, unchanged, and whether it could be read.
 *
 * `repaired` means that only the last brace of the text is missing – one map is shipped like that – and that it was read
 * as if the brace were there: what followed the truncation is not known.
 * @public
 */
export type MapColumn =
  | { readonly status: 'absent' }
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'repaired'; readonly text: string; readonly fault: JsonFault }
  | { readonly status: 'broken'; readonly text: string; readonly fault: JsonFault };

/** A column, and the document in it, if there is one. */
interface ReadColumn {
  readonly column: MapColumn;
  readonly document: JsonObject | undefined;
}

/**
 * The document in a column, to be changed and written again: complete and in its order. `undefined` if it could not
 * be read.
 * @public
 */
export function documentOf(column: MapColumn): JsonObject | undefined {
  return column.status === 'absent' ? undefined : readColumn(column.text).document;
}

/** How often text is decoded before it counts as broken. */
const mostEncodings = 4;

/** Reads a column in any form: text that was encoded once or several times, an object, or nothing. */
export function readColumn(value: unknown): ReadColumn {
  if (value === undefined || value === null) return absent;
  if (typeof value === 'string') return value.trim() === '' ? absent : readText(value);
  const document = jsonOf(value);
  const text = document === undefined ? '' : JSON.stringify(document);
  if (isJsonObject(document)) return { column: { status: 'read', text }, document };
  const because =
    document === undefined ? `expected JSON of no more than ${deepestNesting} levels` : 'expected an object';
  return {
    column: { status: 'broken', text, fault: { type: 'invalid-json', position: 0, because } },
    document: undefined,
  };
}

const absent: ReadColumn = { column: { status: 'absent' }, document: undefined };

/** The position of a fault refers to the decoded text. */
function readText(text: string): ReadColumn {
  let value: JsonValue = text;
  let fault: JsonFault | undefined;
  for (let times = 0; typeof value === 'string'; times += 1) {
    if (value.startsWith('\ufeff')) value = value.slice(1); // a byte order mark
    const found = times < mostEncodings ? jsonFaultOf(value) : tooOften;
    if (found === undefined) value = parseSoundJson(value);
    else {
      const { type, position, because } = found;
      fault = { type, position, because };
      if (found.unclosed !== '}' || jsonFaultOf(`${value}}`) !== undefined) {
        return { column: { status: 'broken', text, fault }, document: undefined };
      }
      value = parseSoundJson(`${value}}`);
    }
  }
  if (!isJsonObject(value)) {
    fault = { type: 'invalid-json', position: 0, because: 'expected an object' };
    return { column: { status: 'broken', text, fault }, document: undefined };
  }
  return {
    column: fault === undefined ? { status: 'read', text } : { status: 'repaired', text, fault },
    document: value,
  };
}

const tooOften = { type: 'invalid-json', position: 0, because: 'encoded as text too often', unclosed: '' } as const;
