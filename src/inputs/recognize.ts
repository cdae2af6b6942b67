import { fromThrowable } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import { documentsIn } from './documents-in.js';
import type { Input, InputOrigin } from './input.js';
import { isRecord } from './json-content.js';
import { brokenHar } from './kinds/har.js';
import { solutionIn, solutionPartIn } from './kinds/solution.js';
import { syncErrorsInCsv } from './kinds/sync-errors.js';
import { tableMetadataInXml } from './kinds/table-metadata.js';
import { kindsOfJson } from './kinds.js';
import { formatOf, textOf } from './text-of.js';

/**
 * What a file or a text is: a snapshot, a report, a HAR file, a solution, sync errors and so on. Content decides; a name and an
 * address only help. JSON in any of UTF-8 and UTF-16, JSON Lines, arrays, `value` envelopes and lists of pages are one to it.
 * What is missing in it stands in `lacks`; what it cannot use is of the kind `unknown` and says what it looks like.
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
    (because) => unknown(`a file that this program fails to read (${because})`),
  );
  return origin.name === undefined ? input : { ...input, name: origin.name };
}

/** A fault of ours, or a file that is nested too deeply, is no reason to end. */
const recognizeSafely = fromThrowable(recognizeContent, (error) =>
  error instanceof RangeError ? 'it is nested too deeply or too large' : errorText(error).slice(0, 200),
);

function recognizeContent(content: string | Uint8Array, origin: InputOrigin): Input {
  if (typeof content !== 'string') {
    const packed = solutionIn(content);
    if (packed !== undefined) return packed;
    const format = formatOf(content);
    if (format !== undefined) return unknown(format);
  }
  const decoded = textOf(content);
  if (decoded.type === 'empty') return unknown('an empty file');
  return decoded.type === 'binary' ? unknown(decoded.looksLike) : recognizeText(decoded.text, origin);
}

function recognizeText(text: string, origin: InputOrigin): Input {
  const read = documentsIn(text);
  if (read.type === 'documents') {
    const content = { documents: read.documents, lacks: read.lacks, text, origin };
    for (const recognizeKind of kindsOfJson) {
      const input = recognizeKind(content);
      if (input !== undefined) return input;
    }
    return unknown(jsonInWords(read.documents));
  }
  if (read.type === 'broken') {
    const recording = brokenHar(text);
    if (recording !== undefined) return recording;
    return read.isCutOff ? unknown('JSON whose end is missing: save it again') : recognizeWords(text, 'broken JSON');
  }
  if (!/^\s*</.test(text)) return syncErrorsInCsv(text) ?? { kind: 'error-text', text, lacks: [] };
  return tableMetadataInXml(text) ?? solutionPartIn(text, origin) ?? recognizeWords(text, xmlInWords(text));
}

/** An error text may begin with a bracket: `[2026-11-20 10:00] Unable to …`, `<ns0:Error>…`. It has words. */
function recognizeWords(text: string, otherwise: string): Input {
  const isText = /^\s*[[{]/.test(text) && !/^\s*(?:\{\s*"|\[\s*[[{"\d\]])/.test(text);
  return isText ? { kind: 'error-text', text, lacks: [] } : unknown(otherwise);
}

function unknown(looksLike: string): Input {
  return { kind: 'unknown', looksLike, expected, lacks: [] };
}

const expected =
  'a snapshot, a report, a HAR file, a solution, table maps, sync errors, an activity log, alert settings, an answer of Dataverse or of finance and operations, or an error text';

const mostNamed = 5;

/** JSON by the names of its properties: its values may be secret. */
function jsonInWords(documents: readonly unknown[]): string {
  const [first] = documents.flat(1);
  if (!isRecord(first)) return Array.isArray(documents[0]) ? 'a list of JSON values' : 'a JSON value';
  const keys = Object.keys(first).map((key) => key.slice(0, 40));
  if (keys.length === 0) return 'an empty JSON object';
  const more = keys.length > mostNamed ? ` and ${keys.length - mostNamed} more` : '';
  return `JSON with the properties ${keys.slice(0, mostNamed).join(', ')}${more}`;
}

function xmlInWords(text: string): string {
  if (/^\s*<(?:!doctype html|html)/i.test(text)) return 'a web page, such as a sign-in page';
  const root = /<([A-Za-z_][\w.:-]{0,60})/.exec(text)?.[1];
  return root === undefined ? 'a text that begins like XML' : `an XML file (${root})`;
}
