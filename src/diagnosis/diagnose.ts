import { once } from '../facts/once.js';
import { topics } from './all-topics.js';
import { codesIn, healthCheckTopics, unknownCodeId } from './codes.js';
import type { CompiledPart } from './compile-template.js';
import { type Captures, commonCaptures, type Diagnosis, diagnosisOf } from './diagnosis.js';
import { type CompiledSignature, type Matcher, matcherOf } from './matcher.js';
import { hasOddCharacters, normalize } from './normalize.js';
import { namesOtherProduct, saysNothingElse } from './says-nothing-else.js';
import type { Topic } from './topic.js';

/**
 * Explains an error text: pasted from a page, a log, an email or a JSON response, whether escaped or wrapped.
 *
 * @returns the problems that are recognized, the innermost cause first and what merely wraps it last; an empty list
 * if nothing is recognized with certainty. An HTTP status or a number alone is never enough.
 *
 * @example
 * ```ts
 * const [cause] = diagnose('Unable to write data to entity uoms. … Party record not found for party type …');
 * cause?.remediation.summary;
 * ```
 * @public
 */
export function diagnose(text: string): readonly Diagnosis[] {
  return diagnoseBy(matcherOfAll(), text);
}

const matcherOfAll = /* @__PURE__ */ once(() => matcherOf([...topics, ...healthCheckTopics()]));

/** {@link diagnose}, by the topics of a matcher. */
export function diagnoseBy({ candidates }: Matcher, text: string): readonly Diagnosis[] {
  // Words of plain ASCII can be recognized before anything is unescaped, so most lines of a log need nothing else.
  const early = hasOddCharacters(text) ? normalize(text) : text;
  const worthTrying = candidates(early);
  if (worthTrying.length === 0 && !mayHoldCode.test(early)) return [];
  const plain = early === text ? normalize(text) : early;
  const found = new Map<Topic, Found>();
  for (const signature of worthTrying) {
    const match = matchOf(signature, plain);
    if (match !== undefined) found.set(signature.topic, joined(found.get(signature.topic), match));
  }
  const codes = codesIn(plain);
  if (found.size === 0 || namesOtherProduct(plain)) return codes;
  const matches = [...found].sort(([, a], [, b]) => Number(a.wraps) - Number(b.wraps) || b.at - a.at);
  const common = commonCaptures(plain);
  const foundIds = new Set(codes.map(({ id }) => id));
  return [
    ...codes.filter(({ id }) => id !== unknownCodeId),
    ...matches.flatMap(([topic, { captures }]) =>
      foundIds.has(topic.id) ? [] : [diagnosisOf(topic, { ...captures, ...common })],
    ),
    // An undocumented code does not explain anything; other recognized problems do.
    ...codes.filter(({ id }) => id === unknownCodeId),
  ];
}

const mayHoldCode = /ev\d|dipv\d/i;

interface Found {
  /** Where the last of its words begin: in a chain of errors the inner ones come later. */
  readonly at: number;
  readonly wraps: boolean;
  readonly captures: Captures;
}

/** What a signature finds in a normalized text. */
export function matchOf({ all, none, alone, wraps }: CompiledSignature, plain: string): Found | undefined {
  const places: RegExpExecArray[] = [];
  for (const part of all) {
    const matches = matchesOf(part, plain);
    if (matches.length === 0) return undefined;
    places.push(...matches);
  }
  if (none.some((part) => matchesOf(part, plain).length > 0)) return undefined;
  if (alone && !saysNothingElse(plain, places)) return undefined;
  return { at: Math.max(...places.map(({ index }) => index)), wraps, captures: capturesIn(places) };
}

const mostPlaces = 20;

function matchesOf({ find }: CompiledPart, plain: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  find.lastIndex = 0;
  // Not matchAll, which makes a new expression each time: most calls find nothing.
  for (let match = find.exec(plain); match !== null; match = find.exec(plain)) {
    matches.push(match);
    if (matches.length === mostPlaces) break;
  }
  return matches;
}

function capturesIn(places: readonly RegExpExecArray[]): Captures {
  const captures: Record<string, string[]> = {};
  for (const { groups = {} } of places) {
    for (const [name, value = ''] of Object.entries(groups)) {
      const bare = bareOf(value);
      const values = captures[name] ?? [];
      if (bare === '' || values.includes(bare)) continue;
      values.push(bare);
      captures[name] = values;
    }
  }
  return captures;
}

/** Without the quotes, brackets and periods around it; a bracket that closes one inside is kept. */
function bareOf(value: string): string {
  const bare = value.replace(/^[\s'"[({<]+|[\s'",.;:]+$/g, '');
  return /[([{<]/.test(bare) ? bare : bare.replace(/[\])}>\s]+$/, '');
}

function joined(before: Found | undefined, match: Found): Found {
  if (before === undefined) return match;
  const captures: Record<string, readonly string[]> = { ...before.captures };
  for (const [name, values] of Object.entries(match.captures)) {
    captures[name] = [...new Set([...(captures[name] ?? []), ...values])];
  }
  return { at: Math.max(before.at, match.at), wraps: before.wraps && match.wraps, captures };
}
