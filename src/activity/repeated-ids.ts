import { guidKey } from '../facts/keys.js';
import type { ActivityEvent } from './activity-event.js';

/**
 * Compares the events of one map, which come in chronological order, by their ids. A set of a million ids would take a hundred
 * megabytes, so only those are kept whose hash occurs again.
 */
export class RepeatedIds {
  readonly #hashes: ReadonlySet<number>;
  readonly #known = new Map<string, { readonly index: number; readonly contents: Set<string> }>();

  /** @param hashes - of all events, by {@link idHash} */
  constructor(hashes: Float64Array) {
    this.#hashes = repeatedIn(hashes);
  }

  /** Whether an event with this hash has to be added. */
  mayBeRepeated(hash: number): boolean {
    return this.#hashes.size > 0 && this.#hashes.has(hash);
  }

  /**
   * @returns `same` if it was added before, the index of the first one with its id if that has other content, and `undefined` if
   * its id is new
   */
  add(event: ActivityEvent, instant: number, index: number): 'same' | number | undefined {
    const id = guidKey(event.id ?? '');
    const content = contentOf(event, instant);
    const first = this.#known.get(id);
    if (first === undefined) {
      this.#known.set(id, { index, contents: new Set([content]) });
      return undefined;
    }
    if (first.contents.has(content)) return 'same';
    first.contents.add(content);
    return first.index;
  }
}

/** Different ids may share a hash. */
function repeatedIn(hashes: Float64Array): ReadonlySet<number> {
  const sorted = hashes.slice().sort();
  return new Set(sorted.filter((hash, place) => hash === sorted[place - 1]));
}

/**
 * Equal for ids that `guidKey` makes equal: letter case, blanks, punctuation and braces do not matter, nor what is not ASCII.
 * `NaN` without an id.
 */
export function idHash(id: string | undefined): number {
  if (id === undefined) return Number.NaN;
  let hash = 0;
  for (let place = 0; place < id.length; place += 1) {
    const code = id.charCodeAt(place);
    if (code > 127) return idHash(asciiOf(id));
    if (code > 47 && code < 123) hash = (Math.imul(hash, 31) + (code | 32)) | 0;
  }
  return hash;
}

/** In lower case first: the sign for kelvin becomes a letter. */
function asciiOf(id: string): string {
  return id.toLowerCase().replace(/[^\0-\x7f]/g, '');
}

/** What must be equal besides the id. */
function contentOf({ id, map, at, ...content }: ActivityEvent, instant: number): string {
  return JSON.stringify({ ...content, instant });
}
