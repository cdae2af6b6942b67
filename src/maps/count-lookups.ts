import { nameKey } from '../facts/keys.js';
import type { FieldPath } from './field-path.js';

/**
 * How many lookups a map resolves, as the limit of an initial sync counts them: several columns behind one lookup are one, and
 * of several pairs of tables the one with the most counts, because each is synchronized separately.
 *
 * @param legs - for each pair of tables the paths of its mapped fields
 */
export function countLookups(legs: readonly (readonly FieldPath[])[]): number {
  const counts = legs.map((paths) => new Set(paths.flatMap(rootOfLookup)).size);
  return Math.max(0, ...counts);
}

function rootOfLookup(path: FieldPath): readonly string[] {
  return path.type === 'lookup' || path.type === 'polymorphic' ? [nameKey(path.column)] : [];
}
