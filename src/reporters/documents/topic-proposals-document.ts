import type { TopicProposal } from '../../diagnosis/search-topics.js';
import { listSection, paragraph } from '../blocks.js';
import type { DocumentModel } from '../document.js';
import { code, quote } from '../inlines.js';
import { counted } from '../words.js';

/**
 * The topics and rules that may be about what somebody sees, best first, and how to read more about each. It says that they are
 * proposals.
 *
 * @param words - what was searched for
 * @param proposals - what {@link searchTopics} found
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(topicProposalsDocument(words, searchTopics(words))));
 * ```
 * @public
 */
export function topicProposalsDocument(words: string, proposals: readonly TopicProposal[]): DocumentModel {
  const hasSome = proposals.length > 0;
  const heading = hasSome ? `${counted(proposals.length, 'proposal')} for these words` : 'No topic fits these words';
  return {
    title: `${heading} – dual-write health`,
    header: 'Topics of dual-write by symptom',
    noun: 'proposals',
    heading,
    subject: quote(words),
    mark: hasSome ? undefined : 'inconclusive',
    summary: hasSome
      ? [
          paragraph('These are proposals: nothing was recognized or checked. The best one is the first.', 'lead'),
          paragraph(['For more about one: ', code('dual-write-health explain ID'), '. ', forMessages], 'intro'),
        ]
      : [paragraph(['Say what you see, where, and what was done before. ', forMessages])],
    blocks: listSection('Proposals', proposals.map(itemOf), 'proposal', { most: proposals.length, look: 'checks' }),
  };
}

const forMessages = ['If there is an error message: ', code('dual-write-health diagnose'), '.'];

function itemOf({ id, kind, title }: TopicProposal) {
  return { text: [code(id), ` ${title}`], about: [kind] };
}
