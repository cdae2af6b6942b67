import type { LineSummary, TopicCount } from '../../diagnosis/diagnose-lines.js';
import { list, paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Item } from '../document.js';
import { nothingRecognized } from '../explanation-in-words.js';
import { code, quote, strong, time } from '../inlines.js';
import { counted, countedDo, figure } from '../words.js';

/**
 * The known problems in a log, the most frequent first: how often each is there, from when to when, and one of its records; and how many
 * records report no known problem.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(diagnosisLogDocument(diagnoseLines(log.split('\n')))));
 * ```
 * @public
 */
export function diagnosisLogDocument({ topics, unrecognized }: LineSummary): DocumentModel {
  const heading = topics.length === 0 ? nothingRecognized : `${counted(topics.length, 'known problem')} in this log`;
  const rest =
    unrecognized === 0
      ? 'Every record reports a known problem.'
      : `${countedDo(unrecognized, 'record', 'reports', 'report')} no known problem.`;
  return {
    title: `${heading} – dual-write health`,
    header: 'Diagnosis of a dual-write log',
    noun: 'problems',
    heading,
    mark: topics.length === 0 ? 'inconclusive' : undefined,
    summary: [paragraph(topics.length + unrecognized === 0 ? 'There are no records in it.' : rest, 'lead')],
    blocks: when(topics.length > 0, () =>
      section('Known problems', [list(topics.map(topicItem), 'problem', { most: mostLines })]),
    ),
  };
}

/** There are not many more known problems. */
const mostLines = 200;

function topicItem({ id, code: vendorCode, title, count, first, last, examples }: TopicCount): Item {
  const isTimed = first !== null && last !== null;
  return {
    text: [strong(`${figure(count)} ×`), ' ', title],
    about: [code(vendorCode ?? id)],
    items: [
      ...(isTimed ? [{ text: ['from ', time(first), ' to ', time(last)] }] : []),
      ...examples.slice(0, 1).map((example) => ({ text: quote(example.replace(/\s+/g, ' ')) })),
    ],
  };
}
