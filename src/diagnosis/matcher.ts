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
  /** Signatures all of whose words stand in the text, escaped and quoted as it still may be. */
  readonly candidates: (text: string) => readonly CompiledSignature[];
}

/** Compiles topics, and files each signature under its longest word. */
export function matcherOf(topics: readonly Topic[]): Matcher {
  const byWord = new Map<string, { readonly signature: CompiledSignature; readonly words: readonly string[] }[]>();
  const byAnchor: { readonly signature: CompiledSignature; readonly anchors: readonly string[] }[] = [];
  for (const topic of topics) {
    for (const given of topic.signatures) {
      const signature = compileSignature(topic, given);
      const words = signature.all.flatMap((part) => part.words).sort((a, b) => b.length - a.length);
      const anchors = given.all.filter(isPattern).map(({ anchor }) => anchor.toLowerCase());
      const [longest] = words;
      if (longest === undefined) byAnchor.push({ signature, anchors });
      else byWord.set(longest, [...(byWord.get(longest) ?? []), { signature, words }]);
    }
  }
  return {
    candidates(text) {
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

/** Escapes of JSON are matched as such, so that their letters do not stick to the word that follows. */
const wordsAndEscapes = /\\(?:u[0-9a-f]{4}|[nrt])|[\p{L}\p{N}_]{4,}/gu;

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
