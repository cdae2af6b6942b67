import { nameKey } from '../facts/keys.js';
import type { SolutionPublisher } from './dual-write-solution.js';

/** Whether two names are the same publisher; `undefined` where one of them is not known. */
export type SamePublisher = (one: string | undefined, other: string | undefined) => boolean | undefined;

/** Rows name a publisher by its prefix, pages by its other names: all names in `publisher` mean the same publisher. */
export function samePublisher(publisher?: SolutionPublisher): SamePublisher {
  const aliases = new Set(namesOf(publisher).map(nameKey));
  return (one, other) => {
    if (one === undefined || other === undefined) return undefined;
    const [a, b] = [nameKey(one), nameKey(other)];
    return a === b || (aliases.has(a) && aliases.has(b));
  };
}

/** The names under which a publisher is found. */
export function namesOf(publisher: SolutionPublisher | undefined): readonly string[] {
  const { uniqueName, displayName, prefix } = publisher ?? {};
  return [prefix, uniqueName, displayName].filter((name) => name != null);
}
