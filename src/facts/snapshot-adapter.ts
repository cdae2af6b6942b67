import type { Adapter } from './adapter.js';
import { factNames } from './fact-names.js';
import type { Snapshot } from './snapshot.js';

/**
 * An adapter that answers from a saved snapshot, for tests, demonstrations and replay.
 *
 * @public
 */
export function snapshotAdapter(snapshot: Snapshot): Adapter {
  const readers = Object.fromEntries(
    factNames.flatMap((name) => {
      const fact = Object.hasOwn(snapshot.facts, name) ? snapshot.facts[name] : undefined;
      return fact === undefined ? [] : [[name, () => fact]];
    }),
  );
  return { name: 'snapshot', environment: snapshot.environment, readers };
}
