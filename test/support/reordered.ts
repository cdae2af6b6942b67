import { type Fact, factNames, type Snapshot } from '../../src/index.js';

/** Numbers from 0 to below 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The items in another order. */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Lists whose order is a part of what they say: the columns of a key. */
const keys: readonly string[] = ['integrationKeys', 'integrationKey', 'alternateKeys'];

/** The same snapshot with the rows of every fact, and the lists inside rows, in another order. */
export function reordered(snapshot: Snapshot, seed: number): Snapshot {
  const random = randomOf(seed);
  return withValues(snapshot, reorder);

  function reorder(value: unknown): unknown {
    if (Array.isArray(value)) return shuffled(value.map(reorder), random);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, keys.includes(name) ? item : reorder(item)]),
    );
  }
}

/**
 * The snapshot with more rows in each list, put together from properties of the ones that are there: so there are several about
 * the same thing, which say different things of it.
 */
export function withContradictions(snapshot: Snapshot, seed: number): Snapshot {
  const random = randomOf(seed);
  return withValues(snapshot, (value) => {
    if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object') return value;
    const any = (): object => value[Math.floor(random() * value.length)];
    const mixed = () =>
      Object.fromEntries(
        Object.entries(any()).map(([name, item]) => [
          name,
          random() < 0.3 ? (any() as Readonly<Record<string, unknown>>)[name] : item, // Safe: rows are plain objects.
        ]),
      );
    return [...value, ...Array.from({ length: 3 }, mixed)];
  });
}

function withValues(snapshot: Snapshot, change: (value: unknown) => unknown): Snapshot {
  const facts = factNames.flatMap((name) => {
    const fact: Fact<unknown> | undefined = snapshot.facts[name];
    if (fact === undefined) return [];
    return [[name, fact.status === 'known' ? { ...fact, value: change(fact.value) } : fact]];
  });
  // Safe: values keep the shape of their rows.
  return { ...snapshot, facts: Object.fromEntries(facts) as Snapshot['facts'] };
}
