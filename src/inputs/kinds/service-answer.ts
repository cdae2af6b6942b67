import { knownSetOf } from '../../adapters/recorded/known-sets.js';
import { recordedAddressOf } from '../../adapters/recorded/recorded-address.js';
import type { RecordedAnswer } from '../../adapters/recorded/recorded-answer.js';
import { withoutSecrets } from '../../adapters/recorded/secret-columns.js';
import { groupsBy } from '../../facts/groups-by.js';
import { pagesIn } from '../../maps/pages-in.js';
import { unwrapped } from '../documents-in.js';
import { isRecord, type RecognizeJson } from '../json-content.js';
import { pageLacks } from '../page-lacks.js';

/**
 * Answers of Dataverse, finance and operations or the Power Platform that were saved one by one: by the address that they were read
 * from, else by their `@odata.context`, else by their columns. Rows without an envelope, as `ConvertTo-Json` writes them, are one answer.
 */
export const serviceAnswer: RecognizeJson = ({ documents, lacks, origin }) => {
  const address = origin.address === undefined ? undefined : recordedAddressOf(origin.address);
  const answers = bodiesIn(documents).map((item): RecordedAnswer => {
    const { status, body } = unwrapped(item);
    return { status, body: withoutSecrets(body), address };
  });
  const areKnown = address !== undefined || answers.every(({ body }) => knownSetOf(body) !== undefined);
  if (!areKnown) return undefined;
  const lists = groupsBy(answers, ({ body }) => knownSetOf(body)?.path);
  const ofPages = [...lists.values()].flatMap((list) => pageLacks(list.flatMap(({ body }) => pagesIn(body, 0))));
  return { kind: 'service-answer', answers, lacks: [...lacks, ...new Set(ofPages)] };
};

/** Each answer of a list of answers; loose rows are the rows of one. */
function bodiesIn(documents: readonly unknown[]): readonly unknown[] {
  const items = documents.flat(2);
  const areRows = items.every((item) => isRecord(item) && !Array.isArray(item.value) && !('@odata.context' in item));
  const isOneObject = documents.length === 1 && !Array.isArray(documents[0]);
  return areRows && !isOneObject ? [{ value: items }] : items;
}
