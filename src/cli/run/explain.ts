import leven from 'leven';
import { topics } from '../../diagnosis/all-topics.js';
import { type DataverseErrorCode, dataverseErrorCodes } from '../../diagnosis/dataverse-error-codes.js';
import { searchTopics, type TopicProposal } from '../../diagnosis/search-topics.js';
import type { Topic } from '../../diagnosis/topic.js';
import { nearest } from '../../engine/nearest.js';
import { catalogue, codeAsWritten, ruleFor } from '../../rules/catalogue.js';
import { describeRule, type RuleDescription } from '../../rules/describe-rule.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { textOrFile } from '../text-or-file.js';

/** A code, an id or words, and what is known for them. */
export type Explained =
  | { readonly kind: 'rule'; readonly rule: RuleDescription }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | ExplainedErrorCode
  | { readonly kind: 'topic-proposals'; readonly words: string; readonly proposals: readonly TopicProposal[] }
  | UnknownId;

/** A code of Dataverse: its meaning, and the topic that it belongs to, where there is one. */
export interface ExplainedErrorCode extends DataverseErrorCode {
  readonly kind: 'error-code';
  readonly code: string;
}

/** A word that has the form of a code or an id, and is neither. */
export interface UnknownId {
  readonly kind: 'unknown-id';
  readonly id: string;
  readonly nearest: readonly { readonly id: string; readonly title: string }[];
}

/** Explains a code or an id, or proposes topics for words. Exit code: 0 something is known or proposed, 1 nothing is. */
export async function run({ words }: { readonly words: readonly string[] }): Promise<CommandResult<Explained>> {
  const typed = words.join(' ').trim();
  const known = explainedId(typed);
  if (known !== undefined) return { type: 'done', result: known, exitCode: 0 };
  const given = await textOrFile(typed);
  if (given.isErr()) return couldNotRun(given.error);
  const unknown = given.value.path === undefined ? unknownId(typed) : undefined;
  if (unknown !== undefined) return { type: 'done', result: unknown, exitCode: 1 };
  const { text } = given.value;
  const proposals = searchTopics(text);
  const result = { kind: 'topic-proposals', words: text, proposals } as const;
  return { type: 'done', result, exitCode: proposals.length > 0 ? 0 : 1 };
}

/** What exactly this id or code names, in any letter case. */
function explainedId(id: string): Explained | undefined {
  const rule = ruleFor(codeAsWritten(id));
  if (rule !== undefined) return { kind: 'rule', rule: describeRule(rule) };
  const lower = id.toLowerCase();
  const topic = topics.find((one) => one.id.toLowerCase() === lower || one.code?.toLowerCase() === lower);
  if (topic !== undefined) return { kind: 'topic', topic };
  const error = dataverseErrorCodes.get(lower);
  return error && { kind: 'error-code', code: lower, ...error };
}

/** What one word may be meant for that has the form of a code, or differs from an id in a few letters. */
function unknownId(word: string): UnknownId | undefined {
  if (/\s/.test(word)) return undefined;
  const titles = new Map<string, string>([
    ...catalogue.map(({ code, title }) => [code, title] as const),
    ...topics.map(({ id, title }) => [id, title] as const),
    ...[...dataverseErrorCodes].map(([code, { name = '', meaning }]) => [code, `${name}: ${meaning}`] as const),
  ]);
  const near = nearest(word, [...titles.keys()]).slice(0, 3);
  if (!formOfCode.test(word) && !near.some((id) => isTypedWrong(word, id))) return undefined;
  return { kind: 'unknown-id', id: word, nearest: near.map((id) => ({ id, title: titles.get(id) ?? '' })) };
}

const formOfCode = /^(?:(?:dw|dipv)[a-z]*\d+|0x[0-9a-f]+)$/i;

/** Whether at most every fifth letter differs. Words of a sentence have no hyphen and no digit. */
function isTypedWrong(word: string, id: string): boolean {
  return /[-\d]/.test(word) && leven(word.toLowerCase(), id.toLowerCase()) <= id.length / 5;
}
