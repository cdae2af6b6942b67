import { Result } from 'neverthrow';
import { isMapRow } from '../../maps/is-map-row.js';
import { pagesIn } from '../../maps/pages-in.js';
import { parseRows } from '../../maps/parse-rows.js';
import type { Input } from '../input.js';
import { type JsonContent, type RecognizeJson, unreadableAs } from '../json-content.js';

/**
 * Saved maps: rows, answers about the table `msdyn_dualwriteentitymap`, one of them or pages. Digits of numbers are kept, so the
 * text is read again.
 */
export const mapRows: RecognizeJson = (content) => {
  const pages = content.documents.flatMap((document, index) => pagesIn(document, index));
  const isOfMaps = pages.every(
    ({ rows, context }) => ofMaps.test(context) || (context === '' && rows.length > 0 && rows.every(isMapRow)),
  );
  if (pages.length === 0 || !isOfMaps) return undefined;
  return exactDocuments(content).match<Input>(
    (documents) => ({ kind: 'map-rows', documents, lacks: content.lacks }),
    ({ because }) => unreadableAs('a list of table maps', because),
  );
};

const ofMaps = /#(?:Collection\(|Microsoft\.Dynamics\.CRM\.)*msdyn_dualwriteentitymap/i;

function exactDocuments({ documents, lacks, text }: JsonContent) {
  if (documents.length === 1 && lacks.length === 0) return parseRows(text).map((document) => [document]);
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line, index) =>
      parseRows(line).mapErr((fault) => ({ ...fault, because: `line ${index + 1}: ${fault.because}` })),
    );
  return Result.combine(rows.filter((row) => row.isOk() || row.error.type === 'double-key'));
}
