import leven from 'leven';

/**
 * The names in the order of their distance from an unknown name, ignoring letter case; at the same distance, names
 * with the same beginning come first. Only the beginning of a very long name counts.
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
