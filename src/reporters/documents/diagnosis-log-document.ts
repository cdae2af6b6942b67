import type { LineSummary, TopicCount } from '../../diagnosis/diagnose-lines.js';
import { code, type Document, type Item, list, paragraph, quote, strong, time, when } from '../document.js';
import { counted, figure } from '../words.js';
import { nothingRecognized } from './diagnoses-document.js';

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
export function diagnosisLogDocument({ topics, unrecognized }: LineSummary): Document {
  const heading = topics.length === 0 ? nothingRecognized : `${counted(topics.length, 'known problem')} in this log`;
  const rest =
    unrecognized === 0
      ? 'Every record reports a known problem.'
      : `${counted(unrecognized, 'record')} ${unrecognized === 1 ? 'reports' : 'report'} no known problem.`;
  return {
    title: `${heading} – dual-write health`,
    header: 'Diagnosis of a dual-write log',
    noun: 'problems',
    heading,
    mark: topics.length === 0 ? 'inconclusive' : undefined,
    summary: [paragraph(topics.length + unrecognized === 0 ? 'There are no records in it.' : rest, 'lead')],
    blocks: when(topics.length > 0, () => ({
      type: 'section',
      title: 'Known problems',
      blocks: [list(topics.map(topicItem), 'problem', { most: mostLines })],
    })),
  };
}

/** There are not many more known problems. */
const mostLines = 200;

function topicItem({ id, code: vendorCode, title, count, first, last, examples }: TopicCount): Item {
  return {
    text: [strong(`${figure(count)} ×`), ' ', title],
    about: [code(vendorCode ?? id)],
    items: [
      ...(first === null || last === null ? [] : [{ text: ['from ', time(first), ' to ', time(last)] }]),
      ...examples.slice(0, 1).map((example) => ({ text: quote(example.replace(/\s+/g, ' ')) })),
    ],
  };
}
