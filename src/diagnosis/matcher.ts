import { once } from '../facts/once.js';
import { type CompiledPart, compileTemplate } from './compile-template.js';
import type { WriteSide } from './failed-write.js';
import type { Pattern, Signature, Topic } from './topic.js';

/** A signature of a topic, ready to run. */
export interface CompiledSignature {
  readonly topic: Topic;
  readonly all: readonly CompiledPart[];
  readonly none: readonly CompiledPart[];
  readonly alone: boolean;
  readonly failedWriteTo: WriteSide | undefined;
  readonly wraps: boolean;
}

/** Finds the few signatures that are worth trying on a text. */
export interface Matcher {
  /** Signatures all of whose words are in the text, even if it is still escaped and quoted. */
  readonly candidates: (text: string) => readonly CompiledSignature[];
}

interface Filed {
  readonly signature: CompiledSignature;
  /** The words and anchors that it is not filed under. */
  readonly others: readonly string[];
}

/** Compiles topics, and files each signature under its most distinctive word. */
export function matcherOf(topics: readonly Topic[]): Matcher {
  const byKey = new Map<string, Filed[]>();
  for (const topic of topics) {
    for (const given of topic.signatures) {
      const signature = compileSignature(topic, given);
      const { key, others } = wordsOf(signature, given);
      const filed = byKey.get(key) ?? [];
      byKey.set(key, filed);
      filed.push({ signature, others });
    }
  }
  // The longest first: an expression finds one word at each place, and those that are part of it are found with it.
  const longestFirst = [...byKey].sort(([a], [b]) => b.length - a.length);
  const filedByPlace = new Map<string, readonly Filed[]>();
  // Only for keys that occur: of all keys it would take longer than to diagnose a text.
  const filedAt = (place: string): readonly Filed[] => {
    const filed = filedByPlace.get(place) ?? longestFirst.flatMap(([key, some]) => (place.includes(key) ? some : []));
    filedByPlace.set(place, filed);
    return filed;
  };
  const anyKey = new RegExp(longestFirst.map(([key]) => key).join('|'), 'gi');
  return {
    candidates(text) {
      const places = text.match(anyKey);
      if (places === null) return [];
      const lower = text.toLowerCase();
      const filed = new Set(places.flatMap((place) => filedAt(place.toLowerCase())));
      return [...filed]
        .filter(({ others }) => others.every((other) => lower.includes(other)))
        .map(({ signature }) => signature);
    },
  };
}

/**
 * The most distinctive word of a signature, and its others.
 *
 * @throws a SyntaxError if there is none: a mistake in a topic
 */
function wordsOf({ all }: CompiledSignature, given: Signature): { key: string; others: readonly string[] } {
  const words = all.flatMap((part) => part.words).sort((a, b) => tellingOf(b) - tellingOf(a));
  const anchors = given.all.filter(isPattern).map(({ anchor }) => anchor.toLowerCase());
  const [key, ...others] = [...words, ...anchors.sort((a, b) => b.length - a.length)].filter((word) => word !== '');
  if (key === undefined) throw new SyntaxError('a signature has a word or an anchor');
  return { key, others };
}

/** Long words are rare, except for those that are in every log. */
function tellingOf(word: string): number {
  return everyday.has(word) ? word.length / 100 : word.length;
}

const everyday: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'access already before changes check code company connection contacts customer dataverse different disabled enabled ' +
    'environment error exceeded exist existing export failed filled format from must occurred operation operations project related ' +
    'string that validation with ' +
    'filter found health import includes invalid item link live location message missing module multiple nothing number open page ' +
    'party query range record request requests resource response returned returns server success supports table token type ' +
    'unable used value values version'
  ).split(' '),
);

/** Compiles one signature. */
export function compileSignature(
  topic: Topic,
  { all, none = [], alone, failedWriteTo, wraps }: Signature,
): CompiledSignature {
  return {
    topic,
    all: all.map(compilePart),
    none: none.map(compilePart),
    alone: alone === true,
    failedWriteTo,
    wraps: wraps === true,
  };
}

function compilePart(part: string | Pattern): CompiledPart {
  return isPattern(part) ? { find: once(() => new RegExp(part.find, 'gi')), words: [] } : compileTemplate(part);
}

function isPattern(part: string | Pattern): part is Pattern {
  return typeof part !== 'string';
}
