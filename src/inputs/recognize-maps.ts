import { isMapRow } from '../maps/is-map-row.js';
import { type Page, pagesIn } from '../maps/pages-in.js';
import { readMapRows } from '../maps/read-map-rows.js';
import { documentsIn } from './documents-in.js';
import type { Input, InputOrigin } from './input.js';
import { recognize } from './recognize.js';
import { textOf } from './text-of.js';

/**
 * {@link recognize} for a file that is to hold maps: a list without rows is one of maps, and rows that are not all maps, an answer about
 * another table and an error of the service are for the reader of rows to name.
 */
export function recognizeMaps(content: string | Uint8Array, origin: InputOrigin = {}): Input {
  const input = recognize(content, origin);
  if (input.kind !== 'unknown' && input.kind !== 'error-text') return input;
  const decoded = textOf(content);
  if (decoded.type !== 'text') return input;
  const read = documentsIn(decoded.text);
  if (read.type !== 'documents') return input;
  const { documents } = read;
  const lacks = decoded.doubt === undefined ? read.lacks : [...read.lacks, decoded.doubt];
  return isForReader(documents) ? { kind: 'map-rows', name: input.name, documents, lacks } : input;
}

/** Rows that are all maps were recognized, unless something is wrong with them that the input says. */
function isForReader(documents: readonly unknown[]): boolean {
  return readMapRows(documents).match(
    ({ value }) => value.length === 0,
    ({ type }) => type === 'service-error' || documents.flatMap(pagesIn).some(isAboutTable),
  );
}

function isAboutTable({ context, rows }: Page): boolean {
  return context !== '' || rows.some(isMapRow);
}
