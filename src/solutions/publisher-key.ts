import { nameKey } from '../facts/keys.js';
import type { SolutionPublisher } from './dual-write-solution.js';

/** The key of a publisher: equal for two names of the same one; `undefined` where the publisher is not known. */
export type PublisherKey = (name: string | undefined) => string | undefined;

/** Rows name a publisher by its prefix, pages by its other names: all names in `publisher` mean the same publisher. */
export function publisherKeyOf(publisher?: SolutionPublisher): PublisherKey {
  const [own, ...others] = namesOf(publisher).map(nameKey);
  const aliases = new Set(others);
  return (name) => {
    const key = name === undefined ? undefined : nameKey(name);
    return key !== undefined && aliases.has(key) ? own : key;
  };
}

/** The names under which a publisher is found. */
export function namesOf(publisher: SolutionPublisher | undefined): readonly string[] {
  const { uniqueName, displayName, prefix } = publisher ?? {};
  return [prefix, uniqueName, displayName].filter((name) => name != null);
}
