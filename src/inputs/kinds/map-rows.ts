import { Result } from 'neverthrow';
import { isMapRow } from '../../maps/is-map-row.js';
import { pagesIn } from '../../maps/pages-in.js';
import { parseRows } from '../../maps/parse-rows.js';
import { plainDocuments } from '../documents-in.js';
import type { Input } from '../input.js';
import { type JsonContent, type RecognizeJson, unreadableAs } from '../json-content.js';
import { pageLacks } from '../page-lacks.js';

/**
 * Saved maps: rows, answers about the table `msdyn_dualwriteentitymap`, one of them or pages. Digits of numbers are kept, so the
 * text is read again.
 */
export const mapRows: RecognizeJson = (content) => {
  const pages = content.documents.flatMap((document, index) => pagesIn(document, index));
  const isOfMaps = pages.every(
    ({ rows, context }) => ofMaps.test(context) || (context === '' && rows.length > 0 && rows.every(isMapRow)),
  );
  if (!isOfMaps) return undefined;
  return exactDocuments(content).match<Input>(
    (documents) => ({ kind: 'map-rows', documents, lacks: [...content.lacks, ...pageLacks(pages)] }),
    ({ because }) => unreadableAs('a list of table maps', because),
  );
};

const ofMaps = /#(?:Collection\(|Microsoft\.Dynamics\.CRM\.)*msdyn_dualwriteentitymap/i;

function exactDocuments({ places, text }: JsonContent) {
  const documents = places.map(({ text: own, line }) =>
    parseRows(own).mapErr((fault) =>
      line === undefined ? fault : { ...fault, because: `line ${line}: ${fault.because}` },
    ),
  );
  return Result.combine(documents).map((read) => plainDocuments(read, text, parseRows));
}
