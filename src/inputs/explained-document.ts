import { topics } from '../diagnosis/all-topics.js';
import { dataverseRefused } from '../diagnosis/topics/live-sync/dataverse-refused.js';
import { list, paragraph } from '../reporters/blocks.js';
import type { DocumentModel } from '../reporters/document.js';
import { problemBlocks } from '../reporters/documents/problem-blocks.js';
import { ruleDocument } from '../reporters/documents/rule-document.js';
import { topicDocument } from '../reporters/documents/topic-document.js';
import { topicProposalsDocument } from '../reporters/documents/topic-proposals-document.js';
import { code, name } from '../reporters/inlines.js';
import type { Explained, ExplainedErrorCode, UnknownId } from './explained-id.js';

/** What is known for a code, an id or words. */
export function explainedDocument(explained: Explained): DocumentModel {
  const document = documentOf(explained);
  if (!('misread' in explained) || explained.misread === undefined) return document;
  const note = paragraph([
    'What was typed, ',
    name(explained.misread),
    ', is read as this code: letters and digits that look alike are exchanged in it.',
  ]);
  return { ...document, summary: [note, ...document.summary] };
}

function documentOf(explained: Explained): DocumentModel {
  switch (explained.kind) {
    case 'rule':
      return ruleDocument(explained.rule);
    case 'topic':
      return topicDocument(explained.topic);
    case 'error-code':
      return errorCodeDocument(explained);
    case 'topic-proposals':
      return topicProposalsDocument(explained.words, explained.proposals);
    case 'unknown-id':
      return unknownIdDocument(explained);
  }
}

/** A code without a topic is handled as every error that no topic knows. */
function errorCodeDocument({
  code: text,
  name: title,
  meaning,
  topic: id,
  performedBy,
}: ExplainedErrorCode): DocumentModel {
  const topic = topics.find((one) => one.id === id) ?? dataverseRefused;
  return {
    title: `${text} – dual-write health`,
    header: 'Error code of Dataverse',
    noun: 'error code',
    heading: title === undefined ? text : `${text} ${title}`,
    summary: [
      paragraph(['In an error of Dataverse, the code says: ', meaning], 'lead'),
      paragraph(['Known problem: ', code(topic.id), ` ${topic.title}`]),
    ],
    blocks: problemBlocks({ ...topic, performedBy: performedBy ?? topic.performedBy }),
  };
}

function unknownIdDocument({ id, nearest }: UnknownId): DocumentModel {
  return {
    title: 'Not known – dual-write health',
    header: 'Code or topic of dual-write',
    noun: 'code',
    heading: 'This code or topic is not known',
    subject: name(id),
    mark: 'inconclusive',
    summary: [
      paragraph('It may be typed wrong, not documented, or newer than this version. The nearest ones that are known:'),
    ],
    blocks: [
      list(
        nearest.map((one) => ({ text: [code(one.id), ` ${one.title}`] })),
        'code',
      ),
    ],
  };
}
