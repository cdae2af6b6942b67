/** How well a text fits a question. */
export interface RankedText {
  /** The place of the text among those that were given. */
  readonly place: number;
  /** What a term of the question counts on average, times the share of the terms that were found. */
  readonly score: number;
  /** How many terms of the question occur in the text. */
  readonly found: number;
}

/** Ranks texts by the terms of a question, best first, and leaves out those in which none occurs. */
export type Ranking = (terms: readonly string[], weightOf: (term: string) => number) => readonly RankedText[];

/**
 * A ranking by BM25+ in each part of the texts: a term counts more the fewer texts have it, the more often a text has it, and the shorter
 * the part is.
 *
 * @param weights - how much a term counts in a part
 */
export function rankingOf<Part extends string>(
  texts: readonly Readonly<Record<Part, string>>[],
  weights: Readonly<Record<Part, number>>,
  termsIn: (text: string) => readonly string[],
): Ranking {
  // The keys of the weights are the parts.
  const names = Object.keys(weights) as Part[];
  const parts = names.map((name) => ({
    weight: weights[name],
    scores: scoresByTerm(texts.map((text) => termsIn(text[name]))),
  }));
  return (terms, weightOf) => {
    const scoresByPlace = new Map<number, Map<string, number>>();
    for (const term of terms) {
      for (const { weight, scores } of parts) {
        for (const [place, score] of scores.get(term) ?? []) {
          const own = scoresByPlace.get(place) ?? new Map<string, number>();
          scoresByPlace.set(place, own.set(term, (own.get(term) ?? 0) + weight * weightOf(term) * score));
        }
      }
    }
    return [...scoresByPlace]
      .map(([place, own]) => {
        const score = (sum(own.values()) / terms.length) * (own.size / terms.length);
        return { place, score, found: own.size };
      })
      .sort((a, b) => b.score - a.score || a.place - b.place);
  };
}

/** The score of each term in each text that has it. */
function scoresByTerm(texts: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const counts = new Map<string, Map<number, number>>();
  for (const [place, terms] of texts.entries()) {
    for (const term of terms) {
      const own = counts.get(term) ?? new Map<number, number>();
      counts.set(term, own.set(place, (own.get(place) ?? 0) + 1));
    }
  }
  const lengths = texts.map((terms) => terms.length);
  const average = sum(lengths) / texts.length;
  const scoreOf = (count: number, place: number) =>
    least +
    (count * (saturation + 1)) / (count + saturation * (1 - shortness + (shortness * (lengths[place] ?? 0)) / average));
  return new Map(
    [...counts].map(([term, own]) => {
      const rarity = Math.log(1 + (texts.length - own.size + 0.5) / (own.size + 0.5));
      return [term, new Map([...own].map(([place, count]) => [place, rarity * scoreOf(count, place)]))];
    }),
  );
}

/** The usual constants of BM25+: how soon more of a term counts no more, how much a short text counts, and what a term counts at least. */
const saturation = 1.2;
const shortness = 0.7;
const least = 0.5;

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
