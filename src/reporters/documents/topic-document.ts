import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { paragraph } from '../blocks.js';
import type { DocumentModel } from '../document.js';
import { code, soft } from '../inlines.js';
import { phaseInWords, problemBlocks } from './problem-blocks.js';

/**
 * A known problem: when it shows itself, what causes it, who can fix it and how, which rules look for it, and where it is documented.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(topicDocument(topic)));
 * ```
 * @public
 */
export function topicDocument(topic: Omit<Diagnosis, 'captures'>): DocumentModel {
  const { id, title, phase } = topic;
  return {
    title: `${title} – dual-write health`,
    header: 'Known problem of dual-write',
    noun: 'problem',
    heading: title,
    summary: [paragraph(soft([code(topic.code ?? id), `, ${phaseInWords[phase]}`]))],
    blocks: problemBlocks(topic),
  };
}
