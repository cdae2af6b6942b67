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
 * A JSON column of a map: its text, which is kept as it came, and whether it could be read.
 *
 * `repaired` means that the text lacks nothing but its last brace – one map is shipped like that – and was read as if it were
 * there: what stood behind the place where it breaks off is not known.
 * @public
 */
export type MapColumn =
  | { readonly status: 'absent' }
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'repaired'; readonly text: string; readonly fault: JsonFault }
  | { readonly status: 'broken'; readonly text: string; readonly fault: JsonFault };

/** A column, and the document in it where there is one. */
interface ReadColumn {
  readonly column: MapColumn;
  readonly document: JsonObject | undefined;
}

/**
 * The document in a column, to be changed and written again: everything is there, in its order. `undefined` where it could not be
 * read.
 * @public
 */
export function documentOf(column: MapColumn): JsonObject | undefined {
  return column.status === 'absent' ? undefined : readColumn(column.text).document;
}

/** How often text is decoded before it counts as broken. */
const mostEncodings = 4;

/** Reads a column, whatever it is: text that was encoded once or several times, an object, or nothing. */
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

/** The position of a fault counts in the text that was reached by decoding. */
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
