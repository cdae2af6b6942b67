import type { NonEmptyTuple } from 'type-fest';
import { groupsBy } from '../facts/groups-by.js';
import type { Captures } from './diagnosis.js';
import type { Topic } from './topic.js';

/** A topic that is in a text. */
export interface Problem {
  readonly topic: Topic;
  /** Where its words begin: in a chain of errors the inner ones come later. */
  readonly places: readonly number[];
  /** Whether all of its words merely wrap another error. */
  readonly wraps: boolean;
  readonly captures: Captures;
}

/** Words of a signature in a text. */
export interface Match {
  readonly at: number;
  readonly words: string;
  readonly groups: Readonly<Record<string, string | undefined>> | undefined;
}

/** One problem for each topic, out of all that were found. */
export function onePerTopic(problems: readonly Problem[]): readonly Problem[] {
  return [...groupsBy(problems, ({ topic }) => topic.id).values()].map((found) => ({
    topic: withAllCauses(found),
    places: found.flatMap(({ places }) => places),
    wraps: found.every(({ wraps }) => wraps),
    captures: allCaptures(found.map(({ captures }) => captures)),
  }));
}

/** Codes of Dataverse give one topic several causes, and not the same people to act. */
function withAllCauses(found: readonly [Problem, ...Problem[]]): Topic {
  const [{ topic }] = found;
  const causes = new Set(found.flatMap((problem) => problem.topic.causes));
  const performedBy = new Set(found.flatMap((problem) => problem.topic.performedBy));
  return { ...topic, causes: listOf(causes) ?? topic.causes, performedBy: listOf(performedBy) ?? topic.performedBy };
}

function listOf<Value>([first, ...more]: ReadonlySet<Value>): NonEmptyTuple<Value> | undefined {
  return first === undefined ? undefined : [first, ...more];
}

/** What several captures have, each value once. */
export function allCaptures(given: readonly Captures[]): Captures {
  const all = new Map<string, Set<string>>();
  for (const captures of given) {
    for (const [name, values] of Object.entries(captures)) {
      const known = all.get(name) ?? new Set();
      for (const value of values) known.add(value);
      all.set(name, known);
    }
  }
  return capturesOf(all);
}

/** Captures out of sets of values by their names. */
export function capturesOf(values: ReadonlyMap<string, ReadonlySet<string>>): Captures {
  return Object.fromEntries([...values].map(([name, set]) => [name, [...set]]));
}
