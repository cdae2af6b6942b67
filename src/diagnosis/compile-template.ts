import { once } from '../facts/once.js';

/** What a part of a signature looks for in normalized text. */
export interface CompiledPart {
  /** The expression that finds all places; global. It is built when it is first tried: most never are. */
  readonly find: () => RegExp;
  /** Words that are in every text with a match, lower-case, the longest first. */
  readonly words: readonly string[];
}

/**
 * Compiles a template to an expression. Between two words there may be any punctuation, or none: pasted texts lose and
 * gain spaces and quotes. No repetition is nested in another one, so the time is linear in the length of the text.
 *
 * `find` throws a SyntaxError if a placeholder occurs twice or is of an unknown kind: a mistake in a topic.
 */
export function compileTemplate(template: string): CompiledPart {
  const tokens = template.match(/\{[^}]*\}|[\p{L}\p{N}_]+/gu) ?? [];
  return {
    find: once(() => expressionOf(tokens)),
    words: tokens
      .filter(hasOneSpelling)
      .map((token) => token.toLowerCase())
      .sort((a, b) => b.length - a.length)
      .slice(0, mostWords),
  };
}

/** More of them do not rule out anything more. */
const mostWords = 3;

function expressionOf(tokens: readonly string[]): RegExp {
  const pieces: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const word = token.toLowerCase();
    const previous = tokens[index - 1];
    if (word === 'not' && previous !== undefined && verbs.has(previous.toLowerCase())) continue;
    const isPlaceholder = token.startsWith('{');
    if (previous !== undefined) pieces.push(isPlaceholder || previous.startsWith('{') ? between(1) : between(0));
    if (isPlaceholder) pieces.push(placeholder(token));
    else if (tokens[index + 1]?.toLowerCase() === 'not' && verbs.has(word)) pieces.push(negated(word));
    else pieces.push(synonyms.get(word) ?? token);
  }
  const starts = tokens[0]?.startsWith('{') ? '' : '(?<![a-z0-9])';
  const ends = tokens.at(-1)?.startsWith('{') ? '' : '(?![a-z0-9])';
  return new RegExp(`${starts}${pieces.join('')}${ends}`, 'gi');
}

/** Punctuation and spaces; a name needs at least one of them on each side. */
function between(atLeast: 0 | 1): string {
  return `[\\W_]{${atLeast},20}`;
}

const kinds: Readonly<Record<string, string>> = {
  text: '.{1,120}?',
  word: '[\\w$*?-]{1,200}',
  guid: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  number: '\\d{1,20}',
  version: '\\d{1,9}\\.\\d{1,9}(?:\\.\\d{1,9})?(?:\\.\\d{1,9})?',
};

function placeholder(token: string): string {
  const { name = '', kind = 'text' } = /^\{(?<name>\w+)(?::(?<kind>\w+))?\}/.exec(token)?.groups ?? {};
  // The quote before it may have been matched as the space between.
  if (kind === 'quoted') return `(?<=['"])(?<${name}>[^'"]{1,200})(?=['"])`;
  const expression = kinds[kind];
  if (name === '' || expression === undefined) throw new SyntaxError(`${token}: not a placeholder`);
  return `(?<${name}>${expression})`;
}

const verbs: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'are can could did do does had has have is must need should was were will would'.split(' '),
);

function negated(verb: string): string {
  if (verb === 'can') return cannot;
  if (verb === 'will') return `(?:will${between(0)}not|won'{0,2}t)`;
  return `${verb}(?:${between(0)}not|n'{0,2}t)`;
}

const cannot = "can(?:[\\W_]{0,20}not|'{0,2}t)";

/** Newer documentation says table, row and column for entity, record and field, and the product has both. */
const synonyms: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['cannot', cannot],
  ['entity', '(?:entity|table)'],
  ['entities', '(?:entities|tables)'],
  ['record', '(?:record|row)'],
  ['records', '(?:records|rows)'],
  ['field', '(?:field|column)'],
  ['fields', '(?:fields|columns)'],
  ['table', '(?:entity|table)'],
  ['tables', '(?:entities|tables)'],
  ['row', '(?:record|row)'],
  ['rows', '(?:records|rows)'],
  ['column', '(?:field|column)'],
  ['columns', '(?:fields|columns)'],
  ['lookup', `look${between(0)}up`],
  ['lookups', `look${between(0)}ups`],
]);

/** Whether a token is a literal word, and a separate word in every wording. */
function hasOneSpelling(token: string): boolean {
  const word = token.toLowerCase();
  return /^[a-z0-9_]{4,}$/.test(word) && !synonyms.has(word) && !verbs.has(word) && !partsOfNames.has(word);
}

/** Halves of words that are written as one word or two. */
const partsOfNames: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'back data deployer directional directionally dual name only package process read source user write'.split(' '),
);
