import { fromThrowable } from 'neverthrow';
import { type Documents, documentsIn, endOfValue, plainDocuments } from './documents-in.js';
import { foreignText } from './foreign-text.js';
import type { Input, InputOrigin } from './input.js';
import { emptyFile, isRecord } from './json-content.js';
import { brokenHar, isHarIn } from './kinds/har.js';
import { solutionIn, solutionPartIn } from './kinds/solution.js';
import { syncErrorsInCsv } from './kinds/sync-errors.js';
import { tableMetadataInXml } from './kinds/table-metadata.js';
import { kindsOfJson } from './kinds.js';
import { isCutByDepth, mayBeCutByDepth } from './of-powershell.js';
import { formatOf, textOf } from './text-of.js';

/**
 * What a file or a text is: a snapshot, a report, a HAR file, a solution, sync errors and so on. Content decides; a name and an
 * address only help. JSON in any of UTF-8 and UTF-16, JSON Lines, arrays, `value` envelopes and lists of pages are one to it.
 * What is missing in it is in `lacks`; what it cannot use is of the kind `unknown` and says what it looks like.
 *
 * It never throws, and it keeps nothing of a HAR file but the bodies of known answers.
 *
 * @param content - text, or the bytes of a file
 *
 * @example
 * ```ts
 * const input = recognize(new Uint8Array(await file.arrayBuffer()), { name: file.name });
 * if (input.kind === 'unknown') console.log(`It looks like ${input.looksLike}; expected ${input.expected}.`);
 * ```
 * @public
 */
export function recognize(content: string | Uint8Array, origin: InputOrigin = {}): Input {
  const input = recognizeSafely(content, origin).match(
    (read) => read,
    (because) => unknown(because),
  );
  return origin.name === undefined ? input : { ...input, name: origin.name };
}

/** A fault of this program, or a file that is nested too deeply, must not end the program. */
const recognizeSafely = fromThrowable(recognizeContent, (error) =>
  error instanceof RangeError
    ? 'a file that is nested too deeply or too large'
    : 'a file that this program fails to read',
);

function recognizeContent(content: string | Uint8Array, origin: InputOrigin): Input {
  if (typeof content !== 'string') {
    const packed = solutionIn(content);
    if (packed !== undefined) return packed;
    const format = formatOf(content);
    if (format !== undefined) return unknown(format);
  }
  const decoded = textOf(content);
  if (decoded.type === 'empty') return unknown(emptyFile);
  if (decoded.type === 'binary') return unknown(decoded.looksLike);
  const input = recognizeText(decoded.text, origin);
  return decoded.doubt === undefined ? input : { ...input, lacks: [...input.lacks, decoded.doubt] };
}

function recognizeText(text: string, origin: InputOrigin): Input {
  const read = documentsIn(text);
  if (read.type === 'documents')
    return (read.lacks.length > 0 ? brokenHar(text) : undefined) ?? recognizeJson(read, text, origin);
  if (read.type === 'broken' && !isWords(text)) return brokenHar(text) ?? unknown(faults[read.because]);
  if (!isXml(text)) return syncErrorsInCsv(text) ?? foreign(text) ?? words(text);
  const known = tableMetadataInXml(text) ?? solutionPartIn(text, origin);
  return known ?? (isXmlError(text) ? words(text) : unknown(xmlInWords(text)));
}

function recognizeJson({ documents, places, lacks }: JsonDocuments, text: string, origin: InputOrigin): Input {
  const plain = plainDocuments(documents, text);
  const content = { documents: plain, places, lacks, text, origin };
  if (mayBeCutByDepth(text) && !isHarIn(plain) && plain.some(isCutByDepth))
    return unknown('JSON that ConvertTo-Json of PowerShell cut off at its depth: save it again with -Depth 20');
  if (plain.some((one) => (Array.isArray(one) ? one.some(isTooWide) : isTooWide(one))))
    return unknown('JSON with an object of more properties than any file of dual-write has');
  for (const recognizeKind of kindsOfJson) {
    const input = recognizeKind(content);
    if (input !== undefined) return input;
  }
  return unknown(jsonInWords(plain));
}

function isTooWide(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > mostProperties;
}

const mostProperties = 20_000;

type JsonDocuments = Extract<Documents, { readonly type: 'documents' }>;

const faults = {
  'cut-off': 'JSON whose end is missing: save it again',
  'nested-too-deeply': 'JSON that is nested too deeply',
  faulty: 'broken JSON',
};

/** An error text may begin with a bracket, `[2026-11-20 10:00] Unable to …`, or with the JSON of an error. */
function isWords(text: string): boolean {
  const isLikeJson = /^\s*(?:\{\s*(?:["}]|\/[/*]|$)|\[\s*(?:$|[[{\]]|"[^"\n]*"\s*[,\]]|-?\d[\d.]*\s*[,\]]))/.test(text);
  const end = endOfValue(text);
  return !isLikeJson || (end !== undefined && /^[\s:.,-]*\p{L}{2}/u.test(text.slice(end, end + mostBetween)));
}

/** In characters. */
const mostBetween = 100;

function words(text: string): Input {
  return { kind: 'error-text', text, lacks: [] };
}

function foreign(text: string): Input | undefined {
  const looksLike = foreignText(text);
  return looksLike === undefined ? undefined : unknown(looksLike);
}

function unknown(looksLike: string): Input {
  return { kind: 'unknown', looksLike, expected, lacks: [] };
}

const expected =
  'a snapshot, a report, a HAR file, a solution, table maps, sync errors, an activity log, alert settings, an answer of Dataverse or of finance and operations, or an error text';

const mostNamed = 5;

/** JSON by the names of its properties: its values may be secret, and so may a name that is not a plain one. */
function jsonInWords(documents: readonly unknown[]): string {
  const [first] = documents.flat(1);
  if (first === undefined) return 'an empty list';
  if (!isRecord(first)) return Array.isArray(documents[0]) ? 'a list of JSON values' : 'a JSON value';
  const keys = Object.keys(first);
  if (keys.length === 0) return 'an empty JSON object';
  const named = keys.slice(0, mostNamed).filter((key) => /^[@$]?[a-z][a-z_.-]{0,38}\d?$/i.test(key));
  if (named.length === 0) return 'JSON of something else';
  const more = keys.length > named.length ? ` and ${keys.length - named.length} more` : '';
  return `JSON with the properties ${named.join(', ')}${more}`;
}

/** A declaration, a comment, or a tag: `<accounts - Customers V3> failed` is words. */
function isXml(text: string): boolean {
  return /^\s*<(?:[!?]|[A-Za-z_][\w.:-]{0,100}(?:\s*\/?>|\s+[\w.:-]{1,100}\s*=))/.test(text);
}

/** The root of an XML file: the first tag that is not in a comment. */
function rootOf(text: string): string | undefined {
  const start = text.slice(0, mostBeforeRoot).replace(/<!--[\s\S]*?-->/g, '');
  return /<([A-Za-z_][\w.:-]{0,60})/.exec(start)?.[1];
}

/** In characters. */
const mostBeforeRoot = 10_000;

/** The error of a service in XML: `<m:error><m:code>…`, `<Error><Message>…`. */
function isXmlError(text: string): boolean {
  return /^(?:[\w.-]+:)?error$/i.test(rootOf(text) ?? '');
}

function xmlInWords(text: string): string {
  const root = rootOf(text);
  if (/^html$/i.test(root ?? '') || /^\s*<!doctype html/i.test(text)) return 'a web page, such as a sign-in page';
  return root === undefined ? 'a text that begins like XML' : `an XML file (${root})`;
}
