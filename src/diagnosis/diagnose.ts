import { once } from '../facts/once.js';
import { topics } from './all-topics.js';
import { bareOf } from './bare-of.js';
import { codesIn, healthCheckTopics, listsAfter, mayHoldCode, undocumentedCode } from './codes.js';
import { type Captures, commonCaptures, type Diagnosis, diagnosisOf } from './diagnosis.js';
import { explainedWrites } from './explained-writes.js';
import { type FailedWrite, failedWritesIn, mayHoldWrite } from './failed-write.js';
import { type CompiledSignature, type Matcher, matcherOf } from './matcher.js';
import { hasOddCharacters, normalize } from './normalize.js';
import { placesOf } from './places-of.js';
import { capturesOf, type Match, onePerTopic, type Problem } from './problem.js';
import { isOfOtherProduct, namesDualWrite } from './product.js';
import { saysNothingElse } from './says-nothing-else.js';
import type { Phase, Topic } from './topic.js';

/**
 * Explains an error text: pasted from a page, a log, an email or a JSON response, whether escaped or wrapped.
 *
 * @returns the problems that are recognized, the innermost cause first and what merely wraps it last; an empty list
 * if nothing is recognized with certainty. An HTTP status or a number alone is never enough. A write that failed for a reason
 * that is not known is `dataverse-refused` or `finops-refused`, with what the service says as captures.
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
  if (worthTrying.length === 0 && !mayHoldMore.test(early)) return [];
  const plain = early === text ? normalize(text) : early;
  const codes = codesIn(plain);
  const problems = isOfOtherProduct(plain) ? [] : problemsIn(plain, worthTrying);
  const common = problems.length === 0 ? {} : commonCaptures(plain);
  const foundIds = new Set(codes.map(({ id }) => id));
  return [
    ...codes.filter(({ id }) => id !== undocumentedCode.id),
    ...problems.flatMap(({ topic, captures }) =>
      foundIds.has(topic.id) ? [] : [diagnosisOf(topic, { ...listsAfter(topic, plain), ...captures, ...common })],
    ),
    // An undocumented code does not explain anything; other recognized problems do.
    ...codes.filter(({ id }) => id === undocumentedCode.id),
  ];
}

const mayHoldMore = /* @__PURE__ */ new RegExp(`${mayHoldCode.source}|${mayHoldWrite.source}`, 'i');

/** The innermost first, what merely wraps it last. */
function problemsIn(plain: string, signatures: readonly CompiledSignature[]): readonly Problem[] {
  const writes = failedWritesIn(plain);
  const found = signatures.flatMap((signature) => problemOf(signature, plain, writes) ?? []);
  const problems = onePerTopic(explainedWrites(writes, onePerTopic(found)));
  if (problems.length < 2) return problems;
  return problems
    .map((problem) => ({ problem, last: problem.places.reduce((a, b) => Math.max(a, b), 0) }))
    .sort((a, b) => Number(a.problem.wraps) - Number(b.problem.wraps) || b.last - a.last)
    .map(({ problem }) => problem);
}

/** What a signature finds in a normalized text with these failed writes. */
export function problemOf(
  signature: CompiledSignature,
  plain: string,
  writes: readonly FailedWrite[],
): Problem | undefined {
  const { topic, failedWriteTo, alone, wraps } = signature;
  const matches =
    failedWriteTo === undefined
      ? matchesOf(signature, plain, 0)
      : writes
          .filter(({ to }) => to === failedWriteTo)
          .flatMap(({ start, end }) => matchesOf(signature, plain.slice(start, end), start));
  if (matches.length === 0) return undefined;
  if (alone && !(writes.length > 0 ? isAboutWrites(topic, matches) : isOwn(plain, matches))) return undefined;
  return { topic, places: matches.map(({ at }) => at), wraps, captures: capturesIn(matches) };
}

/** Whether words that any product can print may mean a topic where writes failed. What a code means there, depends on the side. */
function isAboutWrites({ phase }: Topic, matches: readonly Match[]): boolean {
  return aboutWrites.has(phase) && !matches.every(({ words }) => /^0x[0-9a-f]+$/i.test(words));
}

const aboutWrites: ReadonlySet<Phase> = new Set(['live-sync', 'throttling', 'async']);

function isOwn(plain: string, matches: readonly Match[]): boolean {
  return namesDualWrite(plain) || saysNothingElse(plain, matches);
}

/** The places of all parts of a signature; none if one of them is missing, or one is there that must not be. */
function matchesOf({ all, none }: CompiledSignature, plain: string, start: number): readonly Match[] {
  const matches: Match[] = [];
  for (const { find } of all) {
    const places = placesOf(find(), plain);
    if (places.length === 0) return [];
    for (const { 0: words, index, groups } of places) matches.push({ at: start + index, words, groups });
  }
  return none.some(({ find }) => plain.search(find()) >= 0) ? [] : matches;
}

function capturesIn(matches: readonly Match[]): Captures {
  const captures = new Map<string, Set<string>>();
  for (const { groups } of matches) {
    if (groups === undefined) continue;
    for (const [name, value = ''] of Object.entries(groups)) {
      const bare = bareOf(value);
      if (bare !== '') captures.set(name, (captures.get(name) ?? new Set()).add(bare));
    }
  }
  return capturesOf(captures);
}
