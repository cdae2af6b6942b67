import { fromThrowable } from 'neverthrow';
import { deepestNesting, isJsonObject, type JsonFault, type JsonIssue, type JsonObject, jsonOf } from './json.js';
import { encodedTextIn, type JsonNode, nodeOfValue, valueOfNode } from './json-node.js';
import { mostEncodings, parseJson } from './parse-json.js';

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
  /** As it is written. */
  readonly content: JsonNode | undefined;
}

/**
 * The document in a column: complete and in its order. `undefined` if it could not be read. A number that JavaScript would
 * write with other digits is a text with its digits, and of a key that is there twice it has the last value; the issues of the
 * map say where. To change a map and lose nothing, use {@link saveMapVersion}.
 * @public
 */
export function documentOf(column: MapColumn): JsonObject | undefined {
  const node = nodeOf(column);
  return node === undefined ? undefined : documentOfNode(node, '', []);
}

/** The document in a column, as it is written. */
export function nodeOf(column: MapColumn): JsonNode | undefined {
  // Callers without types may give anything.
  const text: unknown = fromThrowable(() => ('text' in column ? column.text : undefined))().unwrapOr(undefined);
  return typeof text === 'string' ? readColumn(text).content : undefined;
}

/** @param path - its place, for issues */
export function documentOfNode(node: JsonNode, path: string, issues: JsonIssue[]): JsonObject {
  const value = valueOfNode(node, path, issues);
  return isJsonObject(value) ? value : {};
}

/** Reads a column in any form: text that was encoded once or several times, an object, or nothing. */
export function readColumn(value: unknown): ReadColumn {
  if (value === undefined || value === null) return absent;
  if (typeof value === 'string') return value.trim() === '' ? absent : readText(value);
  const document = jsonOf(value);
  const text = document === undefined ? '' : JSON.stringify(document);
  if (isJsonObject(document)) return { column: { status: 'read', text }, content: nodeOfValue(document) };
  const because =
    document === undefined ? `expected JSON of no more than ${deepestNesting} levels` : 'expected an object';
  return broken(text, { type: 'invalid-json', position: 0, because });
}

const absent: ReadColumn = { column: { status: 'absent' }, content: undefined };

function broken(text: string, fault: JsonFault): ReadColumn {
  return { column: { status: 'broken', text, fault }, content: undefined };
}

/** The position of a fault refers to the decoded text. */
function readText(text: string): ReadColumn {
  let content = text;
  for (let times = 0; times < mostEncodings; times += 1) {
    if (content.startsWith('\ufeff')) content = content.slice(1); // a byte order mark
    const parsed = parseJson(content);
    if (parsed.isErr()) {
      const { unclosed, ...fault } = parsed.error;
      const repaired = unclosed === '}' ? parseJson(`${content}}`) : parsed;
      if (repaired.isErr()) return broken(text, fault);
      return { column: { status: 'repaired', text, fault }, content: repaired.value };
    }
    if (parsed.value.type === 'object') return { column: { status: 'read', text }, content: parsed.value };
    const encoded = encodedTextIn(parsed.value);
    if (encoded === undefined)
      return broken(text, { type: 'invalid-json', position: 0, because: 'expected an object' });
    content = encoded;
  }
  return broken(text, { type: 'invalid-json', position: 0, because: 'encoded as text too often' });
}
