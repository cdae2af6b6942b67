import { type CompiledPart, compileTemplate } from './compile-template.js';
import type { Pattern, Signature, Topic } from './topic.js';

/** A signature of a topic, ready to run. */
export interface CompiledSignature {
  readonly topic: Topic;
  readonly all: readonly CompiledPart[];
  readonly none: readonly CompiledPart[];
  readonly alone: boolean;
  readonly wraps: boolean;
}

/** Finds the few signatures that are worth trying on a text. */
export interface Matcher {
  /** Signatures all of whose words are in the text, even if it is still escaped and quoted. */
  readonly candidates: (text: string) => readonly CompiledSignature[];
}

/** Compiles topics, and files each signature under its most distinctive word. */
export function matcherOf(topics: readonly Topic[]): Matcher {
  const byWord = new Map<string, { readonly signature: CompiledSignature; readonly words: readonly string[] }[]>();
  const byAnchor: { readonly signature: CompiledSignature; readonly anchors: readonly string[] }[] = [];
  for (const topic of topics) {
    for (const given of topic.signatures) {
      const signature = compileSignature(topic, given);
      const words = signature.all.flatMap((part) => part.words).sort((a, b) => tellingOf(b) - tellingOf(a));
      const anchors = given.all.filter(isPattern).map(({ anchor }) => anchor.toLowerCase());
      const [mostTelling] = words;
      if (mostTelling === undefined) byAnchor.push({ signature, anchors });
      else byWord.set(mostTelling, [...(byWord.get(mostTelling) ?? []), { signature, words }]);
    }
  }
  // One pass of the expression engine rules out most texts before words are analyzed.
  const longest = byAnchor.map(({ anchors }) => anchors.reduce((a, b) => (b.length > a.length ? b : a), ''));
  const anything = new RegExp([...byWord.keys(), ...longest].join('|'), 'i');
  return {
    candidates(text) {
      if (!anything.test(text)) return [];
      const lower = text.toLowerCase();
      const words = new Set(lower.match(wordsAndEscapes));
      const found = byAnchor
        .filter(({ anchors }) => anchors.every((anchor) => lower.includes(anchor)))
        .map(({ signature }) => signature);
      for (const word of words) {
        for (const filed of byWord.get(word) ?? [])
          if (filed.words.every((other) => words.has(other) || lower.includes(other))) found.push(filed.signature);
      }
      return found;
    },
  };
}

/** Long words are rare, except for those that are in every log. */
function tellingOf(word: string): number {
  return everyday.has(word) ? 0 : word.length;
}

const everyday: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'access already before changes check code company contacts customer disabled enabled error exceeded existing export failed ' +
    'filter found health import includes invalid item link live location message missing module multiple nothing number open page ' +
    'party query range record request requests resource response returned returns server success supports table token type ' +
    'unable used value values version'
  ).split(' '),
);

/** Escapes of JSON are matched as such, so that their letters do not merge with the word that follows. */
const wordsAndEscapes = /\\(?:u[0-9a-f]{4}|[nrt])|[a-z0-9_]{4,}/g;

/** Compiles one signature. */
export function compileSignature(topic: Topic, { all, none = [], alone, wraps }: Signature): CompiledSignature {
  return {
    topic,
    all: all.map((part) =>
      isPattern(part) ? { find: new RegExp(part.find, 'gi'), words: [] } : compileTemplate(part),
    ),
    none: none.map(compileTemplate),
    alone: alone === true,
    wraps: wraps === true,
  };
}

function isPattern(part: string | Pattern): part is Pattern {
  return typeof part !== 'string';
}
