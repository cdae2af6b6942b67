import leven from 'leven';
import { once } from '../facts/once.js';
import type { Remediation } from '../rules/remediation/remediation.js';
import { type RuleText, ruleTexts } from '../rules/rule-texts.js';
import { topics } from './all-topics.js';
import { diagnose } from './diagnose.js';
import { isOfOtherProduct, namesDualWrite } from './product.js';
import { rankingOf } from './rank-texts.js';
import { knownWords, searchTerms, wordsIn } from './search-terms.js';
import { symptoms } from './symptoms.js';
import type { Topic } from './topic.js';

/**
 * A topic or a rule that may be about what somebody sees.
 * @public
 */
export interface TopicProposal {
  /** The id of a topic, or the code of a rule. */
  readonly id: string;
  readonly kind: 'topic' | 'rule';
  readonly title: string;
  /** How well it fits: about 10 if some of the words fit, 30 if most of them do, 100 for a message that is recognized. */
  readonly score: number;
}

/**
 * The topics and rules that may be about what people see or ask, best first; an empty list if the words say nothing about dual-write.
 * They are proposals. Only what {@link diagnose} recognizes in the words is more: it comes first, with the score 100.
 *
 * Words of the field count as one (F&O, FnO, AX; CE, CRM, CDS; twice, duplicate), and typing errors are corrected. Only the first
 * 5,000 characters count, and at most ten proposals come back.
 *
 * @example
 * ```ts
 * const [first] = searchTopics('records do not sync from F&O to CRM');
 * first?.id; // 'changes-do-not-sync'
 * ```
 * @public
 */
export function searchTopics(words: string): readonly TopicProposal[] {
  const text = words.slice(0, mostCharacters);
  const { entries } = searchIndex();
  const recognized = diagnose(text).flatMap(
    ({ id }) => entries.find(({ subject }) => subject.id === id)?.subject ?? [],
  );
  const found = search(text).filter(({ id }) => recognized.every((one) => one.id !== id));
  return [...recognized.map((subject) => ({ ...subject, score: bestScore })), ...found].slice(0, mostProposals);
}

function search(text: string): readonly TopicProposal[] {
  const { entries, rank, correct } = searchIndex();
  const asTyped = new Set(searchTerms(text));
  const terms = [...new Set(searchTerms(text, correct))];
  const namesSide = sides.some((side) => asTyped.has(side));
  if (!namesSide && isOfOtherProduct(text)) return [];
  const isOfField = namesSide || namesDualWrite(text) || termsOfField.some((term) => asTyped.has(term));
  const ranked = rank(terms, (term) =>
    sides.includes(term) ? weightOfSide : asTyped.has(term) ? 1 : weightOfCorrected,
  );
  const proposals = ranked.flatMap(({ place, score, found }) => {
    const entry = entries[place];
    // One word of several, or one that may be typed wrong, only happens to occur in a text.
    const isAboutIt = isOfField || found >= 2 || asTyped.has(terms.join());
    return entry === undefined || !isAboutIt ? [] : [{ ...entry.subject, score: shown(score) }];
  });
  const [best] = proposals;
  return proposals.filter(({ score }) => score >= (best?.score ?? 0) * leastShareOfBest);
}

function shown(score: number): number {
  return Math.min(Math.round(score * 10) / 10, bestScore);
}

const mostCharacters = 5000;
const mostProposals = 10;
const bestScore = 100;
/** Words that say that a question is about dual-write. */
const termsOfField = ['sync', 'map', 'unlink', 'throttle'];
const leastShareOfBest = 0.25;
const weightOfCorrected = 0.6;
/** Nearly every topic is about both sides. */
const sides: readonly string[] = ['finops', 'dataverse'];
const weightOfSide = 0.3;

/** What is searched, and what comes back for it. */
interface Entry {
  readonly subject: Omit<TopicProposal, 'score'>;
  readonly texts: Readonly<Record<keyof typeof weights, string>>;
}

/** How much a word counts in each text. */
const weights = { name: 5, symptoms: 5, title: 3, causes: 1, fix: 0.5, messages: 0.5 };

/** Made once, when somebody searches. */
const searchIndex = /* @__PURE__ */ once(() => {
  const ids = new Set(topics.map(({ id }) => id));
  const entries = [
    ...topics.map(entryOfTopic),
    ...Object.values(ruleTexts)
      .filter(({ code }) => !ids.has(code))
      .map(entryOfRule),
  ];
  const texts = entries.map((entry) => entry.texts);
  const correct = correctionBy(texts.flatMap((parts) => Object.values(parts)));
  return { entries, rank: rankingOf(texts, weights, searchTerms), correct };
});

function entryOfTopic({ id, code = id, title, causes, remediation, signatures }: Topic): Entry {
  const messages = signatures.flatMap(({ all }) => all.flatMap((part) => (typeof part === 'string' ? [part] : [])));
  return {
    subject: { id, kind: 'topic', title },
    texts: {
      name: code,
      symptoms: symptomsOf(id),
      title,
      causes: causes.join('\n'),
      fix: fixOf(remediation),
      messages: messages.join('\n').replace(/\{[^}]*\}/g, ' '),
    },
  };
}

function entryOfRule({ code, title, meaning, remediation }: RuleText): Entry {
  return {
    subject: { id: code, kind: 'rule', title },
    texts: { name: code, symptoms: symptomsOf(code), title, causes: meaning, fix: fixOf(remediation), messages: '' },
  };
}

function symptomsOf(id: string): string {
  return symptoms[id]?.join('\n') ?? '';
}

function fixOf({ summary, options }: Remediation): string {
  return [summary, ...options.map(({ title }) => title)].join('\n');
}

/** The word that was meant by a word that no text has: one or two letters differ, or two are swapped. */
function correctionBy(texts: readonly string[]): (word: string) => string {
  const known = new Set([...knownWords(), ...texts.flatMap(wordsIn)]);
  const candidates = [...known].filter((word) => word.length >= shortestCorrected);
  return (word) => {
    if (known.has(word) || word.length < shortestCorrected || /\d/.test(word)) return word;
    const mostEdits = word.length < 7 ? 1 : 2;
    const near = candidates
      .filter((one) => one[0] === word[0] && Math.abs(one.length - word.length) <= mostEdits)
      .map((one) => ({ one, edits: editsBetween(word, one) }))
      .filter(({ edits }) => edits <= mostEdits)
      .sort((a, b) => a.edits - b.edits);
    return near[0]?.one ?? word;
  };
}

const shortestCorrected = 4;

/** Two letters that are swapped are one edit. */
function editsBetween(word: string, other: string): number {
  const edits = leven(word, other);
  return edits === 2 && sorted(word) === sorted(other) ? 1 : edits;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
