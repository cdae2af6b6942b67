import leven from 'leven';
import { topics } from '../diagnosis/all-topics.js';
import { codeAsMeant, undocumentedCode } from '../diagnosis/codes.js';
import { type DataverseErrorCode, dataverseErrorCodes } from '../diagnosis/dataverse-error-codes.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { TopicProposal } from '../diagnosis/search-topics.js';
import type { Topic } from '../diagnosis/topic.js';
import { nearest } from '../engine/nearest.js';
import { once } from '../facts/once.js';
import { catalogue } from '../rules/catalogue.js';
import { describeRule, type RuleDescription } from '../rules/describe-rule.js';
import type { Rule } from '../rules/rule.js';

/** A code or an id, and what is known for it; `misread` is what was typed where letters were read instead of digits. */
export type ExplainedId = (
  | { readonly kind: 'rule'; readonly rule: RuleDescription }
  | { readonly kind: 'topic'; readonly topic: ExplainedTopic }
  | ExplainedErrorCode
) & { readonly misread?: string | undefined };

/** A code, an id or words, and what is known for them. */
export type Explained =
  | ExplainedId
  | { readonly kind: 'topic-proposals'; readonly words: string; readonly proposals: readonly TopicProposal[] }
  | UnknownId;

/** A topic without its signatures, some of which are regular expressions: JSON does not have those. */
type ExplainedTopic = Omit<Diagnosis, 'captures'>;

/** A code of Dataverse: its meaning, and the topic that it belongs to, where there is one. */
export interface ExplainedErrorCode extends DataverseErrorCode {
  readonly kind: 'error-code';
  readonly code: string;
}

/** Words that have the form of a code or an id, and are neither. */
export interface UnknownId {
  readonly kind: 'unknown-id';
  readonly id: string;
  readonly nearest: readonly { readonly id: string; readonly title: string }[];
}

/**
 * What exactly a code, an id or a name is, in any letter case and as people paste it: in quotes or brackets, with a period behind
 * it, with blanks or hyphens before its number, after the words `error code`, with the letters O, I and l for the digits 0 and 1. Codes of Dataverse are known in decimal too, and by
 * their names; rules by their slugs.
 */
export function explainedId(typed: string): ExplainedId | undefined {
  const bare = bareOf(typed);
  return named(bare) ?? named(withoutLabel(bare)) ?? misread(withoutLabel(bare));
}

/** Programs that read pictures write letters for digits. */
function misread(bare: string): ExplainedId | undefined {
  const isHexadecimal = /^[0o]x8[\da-foil]{7}$/i.test(bare);
  const meant = isHexadecimal ? bare.replace(/o/gi, '0').replace(/[il]/gi, '1') : codeAsMeant(bare);
  const known = meant === undefined ? undefined : named(meant);
  return known && { ...known, misread: bare };
}

/** The nearest codes and ids for words that have the form of one, or differ from one in a few letters; `undefined` for others. */
export function unknownId(typed: string): UnknownId | undefined {
  const id = withoutLabel(bareOf(typed));
  const near = nearestIds(id);
  if (!formOfCode.test(id) && !near.some((one) => isTypedWrong(id, one.id))) return undefined;
  return { kind: 'unknown-id', id, nearest: near };
}

/** A single word that has a digit, whatever it is: for words that nothing else is known for. */
export function unknownWord(typed: string): UnknownId | undefined {
  const id = bareOf(typed);
  return /\d/.test(id) && !/\s/.test(id) ? { kind: 'unknown-id', id, nearest: nearestIds(id) } : undefined;
}

/** Without what encloses or follows it; a minus belongs to a number. */
function bareOf(typed: string): string {
  return typed
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/^[^\p{L}\p{N}-]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/^-+(?!\d)/, '');
}

/** `Error code: …`, `"code": "…`. A number of three digits is then also one of HTTP. */
function withoutLabel(bare: string): string {
  const rest = bare.replace(/^(?:(?:error|code|errorcode|hresult|number|rule|topic)(?![a-z\d])[^\p{L}\p{N}-]*)+/iu, '');
  return rest === '' || /^\d{1,3}$/.test(rest) ? bare : rest;
}

function named(bare: string): ExplainedId | undefined {
  const hexadecimal = hexadecimalOf(bare).find((code) => dataverseErrorCodes.has(code));
  if (hexadecimal !== undefined) return errorCode(hexadecimal);
  // Blanks are between words that are searched for, or before the number of a code.
  if (/\s/.test(bare) && !/^\D*[a-z]\D*\d+$/i.test(bare)) return undefined;
  if (/^[\d\W]+$/.test(bare) && !/^\d+$/.test(bare)) return undefined;
  return byName().get(keyOf(bare))?.();
}

/** A code of Dataverse as it is listed; in decimal it is a signed or an unsigned number, whose sign gets lost. */
function hexadecimalOf(bare: string): readonly string[] {
  const [, digits] = /^(?:0x|&?h)?(8[\da-f]{7})$/i.exec(bare) ?? [];
  if (digits !== undefined) return [`0x${digits.toLowerCase()}`];
  if (!/^-?\d{10}$/.test(bare)) return [];
  const number = Math.abs(Number(bare));
  return [number, 2 ** 32 - number]
    .filter((one) => one >= 2 ** 31 && one < 2 ** 32)
    .map((one) => `0x${one.toString(16)}`);
}

function errorCode(code: string): ExplainedErrorCode | undefined {
  const error = dataverseErrorCodes.get(code);
  return error && { kind: 'error-code', code, ...error };
}

/** Letters and digits decide. */
function keyOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** All names; where two things have one name, the later one of this list counts: codes before ids before names. */
const byName = /* @__PURE__ */ once((): ReadonlyMap<string, () => ExplainedId | undefined> => {
  const ofRule = (rule: Rule) => () => ({ kind: 'rule', rule: describeRule(rule) }) as const;
  const ofTopic =
    ({ signatures: _, ...topic }: ExplainedTopic & Partial<Pick<Topic, 'signatures'>>) =>
    () =>
      ({ kind: 'topic', topic }) as const;
  const names: readonly (readonly [name: string, () => ExplainedId | undefined])[] = [
    ...[...dataverseErrorCodes].map(([code, { name = code }]) => [name, () => errorCode(code)] as const),
    ...catalogue.map((rule) => [rule.slug, ofRule(rule)] as const),
    ...topics.flatMap((topic) => (topic.code === undefined ? [] : [[topic.code, ofTopic(topic)] as const])),
    ...[undocumentedCode, ...topics].map((topic) => [topic.id, ofTopic(topic)] as const),
    ...catalogue.map((rule) => [rule.code, ofRule(rule)] as const),
  ];
  return new Map(names.map(([name, explained]) => [keyOf(name), explained]));
});

/** The nearest three of what has the same form: codes of Dataverse, numbers of table map health, or all others. */
function nearestIds(id: string): UnknownId['nearest'] {
  const [code = id] = hexadecimalOf(id);
  const known = new Map(namesLike(code).map(({ name, ...one }) => [name, one]));
  return nearest(code, [...known.keys()])
    .slice(0, 3)
    .flatMap((name) => known.get(name) ?? []);
}

interface NamedTitle {
  readonly name: string;
  readonly id: string;
  readonly title: string;
}

function namesLike(code: string): readonly NamedTitle[] {
  if (/^0x/i.test(code)) {
    return [...dataverseErrorCodes].map(([id, { name = '', meaning }]) => ({
      name: id,
      id,
      title: `${name}: ${meaning}`,
    }));
  }
  const ofCodes = topics.flatMap(({ code = '', id, title }) => (code === '' ? [] : [{ name: code, id, title }]));
  const isNumber = /^\d+$/;
  if (isNumber.test(code)) return ofCodes.filter(({ name }) => isNumber.test(name));
  return [
    ...catalogue.map(({ code: id, title }) => ({ name: id, id, title })),
    ...ofCodes.filter(({ name }) => !isNumber.test(name)).map(({ name, title }) => ({ name, id: name, title })),
    ...topics.map(({ id, title }) => ({ name: id, id, title })),
  ];
}

const formOfCode =
  /^(?:(?:dw|dipv)[a-z]*[\s_-]*(?:ev)?[\s_-]*\d+|0x[\da-f]+|table-map-health-?\d+|-?214[78]\d{6}|8[\da-f]{7})$/i;

/** Whether at most every fifth letter differs. Words of a sentence have no hyphen and no digit. */
function isTypedWrong(word: string, id: string): boolean {
  return /[-\d]/.test(word) && !/\s/.test(word) && leven(word.toLowerCase(), id.toLowerCase()) <= id.length / 5;
}
