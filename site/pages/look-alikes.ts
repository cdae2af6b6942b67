import type { Topic } from '../../src/diagnosis/topic.js';

type Compared = Pick<Topic, 'id' | 'title' | 'phase' | 'rules' | 'signatures'>;

/**
 * The topics that are easily taken for another, nearest first: their messages or titles share rare words, the same rules detect them, or
 * they occur in the same phase. None of the last two is enough alone.
 */
export function lookAlikes<T extends Compared>(topic: Compared, topics: readonly T[]): readonly T[] {
  const words = new Map(topics.map((one) => [one.id, wordsOf(one)]));
  const topicsWith = new Map<string, number>();
  for (const word of [...words.values()].flatMap((all) => [...all]))
    topicsWith.set(word, (topicsWith.get(word) ?? 0) + 1);
  const weightOf = (all: Iterable<string>) =>
    [...all].reduce((sum, word) => sum + Math.log(topics.length / (topicsWith.get(word) ?? 1)), 0);
  const own = wordsOf(topic);
  return topics
    .filter(({ id }) => id !== topic.id)
    .map((other) => {
      const others = words.get(other.id) ?? new Set();
      const size = Math.sqrt(weightOf(own) * weightOf(others));
      const ofWords = size === 0 ? 0 : weightOf([...own].filter((word) => others.has(word))) / size;
      const ofRules = other.rules.some((rule) => topic.rules.includes(rule)) ? weightOfRules : 0;
      return { other, nearness: ofWords + ofRules + (other.phase === topic.phase ? weightOfPhase : 0) };
    })
    .filter(({ nearness }) => nearness >= leastNearness)
    .sort((a, b) => b.nearness - a.nearness || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

const most = 5;
const weightOfRules = 0.1;
const weightOfPhase = 0.05;
const leastNearness = 0.2;

/** The words of its title, and those by which it is recognized, without placeholders. */
function wordsOf({ title, signatures }: Compared): ReadonlySet<string> {
  const templates = signatures.flatMap(({ all }) => all.map((part) => (typeof part === 'string' ? part : part.anchor)));
  return new Set(
    [title, ...templates]
      .join(' ')
      .replace(/\{[^}]*\}/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  );
}
