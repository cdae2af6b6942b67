import { groupsBy } from '../facts/groups-by.js';

/** Two lists, paired by a key. */
interface Paired<Item> {
  readonly pairs: readonly (readonly [Item, Item])[];
  /** The remaining items of the first list, in their order. */
  readonly left: readonly Item[];
  readonly right: readonly Item[];
}

/**
 * Pairs the items of two lists that have the same key, in their order. With `onlyUnique`, only if there is exactly one on each
 * side; items without a key are not paired.
 */
export function pairUp<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => string | undefined,
  { onlyUnique = false }: { readonly onlyUnique?: boolean } = {},
): Paired<Item> {
  const [lefts, rights] = [byKey(left, keyOf), byKey(right, keyOf)];
  const pairs: (readonly [Item, Item])[] = [];
  // By their positions: one object may be in both lists.
  const [doneLeft, doneRight] = [new Set<number>(), new Set<number>()];
  for (const [key, places] of lefts) {
    const others = rights.get(key) ?? [];
    if (onlyUnique && (places.length !== 1 || others.length !== 1)) continue;
    for (const [index, [place, item]] of places.entries()) {
      const other = others[index];
      if (other === undefined) break;
      pairs.push([item, other[1]]);
      doneLeft.add(place);
      doneRight.add(other[0]);
    }
  }
  return {
    pairs,
    left: left.filter((_, place) => !doneLeft.has(place)),
    right: right.filter((_, place) => !doneRight.has(place)),
  };
}

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined) {
  const groups = groupsBy(items.entries(), ([, item]) => keyOf(item));
  groups.delete(undefined);
  return groups;
}
