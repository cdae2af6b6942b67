import leven from 'leven';

/**
 * The names in the order of their distance from one that is not among them, letter case aside; of those at the same distance,
 * those that begin as it does come first. Of a very long one only the beginning counts.
 */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.slice(0, 40).toUpperCase();
  return names
    .map((candidate) => {
      const known = candidate.toUpperCase();
      return { candidate, distance: leven(wanted, known), shared: sharedStart(wanted, known) };
    })
    .sort((a, b) => a.distance - b.distance || b.shared - a.shared)
    .map(({ candidate }) => candidate);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
