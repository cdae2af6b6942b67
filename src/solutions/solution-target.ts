import type { Fact } from '../facts/fact.js';
import type { SnapshotFacts } from '../facts/snapshot.js';
import type { EntityMap } from '../maps/entity-map.js';

/**
 * The target environment of a solution or a backup, as far as it is known. What is left out is not known: it is never treated
 * as empty.
 * @public
 */
export interface SolutionTarget {
  readonly name: string;
  /** Of a snapshot: `solutions`, `entityMaps`, `mapActivity`, `mapDefinitions` and `finopsEnvironment` are used. */
  readonly facts: SnapshotFacts;
  /**
   * The saved maps, one row per version. Without them, `mapDefinitions` provides them; without that, `entityMaps` provides the versions,
   * but their content is not known.
   */
  readonly maps?: Fact<readonly EntityMap[]> | undefined;
}
