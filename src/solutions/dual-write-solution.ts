import type { Issue } from '../fault.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { MapCoverage } from '../maps/map-coverage.js';

/**
 * A solution that holds table maps. Plain JSON data. What its files do not say is `null`: without `solution.xml`, everything but its
 * maps. `coverage` is `partial` where it may have more maps, because a file that can hold them was not given.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export interface DualWriteSolution extends MapCoverage {
  readonly uniqueName: string | null;
  /** The name that pages show, in its first available language. */
  readonly displayName: string | null;
  /** As written; it is not necessarily a version. */
  readonly version: string | null;
  readonly publisher: SolutionPublisher;
  /** A managed solution cannot be changed, only uninstalled. `null` if its files do not say which it is. */
  readonly isManaged: boolean | null;
  /** Every version of every map, in the order of the files. */
  readonly maps: readonly EntityMap[];
  /** What must be installed before it can be imported. */
  readonly requires: readonly SolutionRequirement[] | null;
  /** Unexpected content of its files. Faults of maps are listed with the maps. */
  readonly issues: readonly Issue[];
}

/**
 * The publisher of a solution.
 * @public
 */
export interface SolutionPublisher {
  readonly uniqueName: string | null;
  readonly displayName: string | null;
  /** The prefix of the names of its components: `msdyn` of `msdyn_[accounts - Customers V3]`. */
  readonly prefix: string | null;
}

/**
 * A required solution, and the reason.
 * @public
 */
export interface SolutionRequirement {
  /** `null` if the component is not in a named solution: it was created in the environment that exported. */
  readonly solution: string | null;
  /** The lowest sufficient version; `null` if any version is sufficient. */
  readonly version: string | null;
  /** The components that are missing, by their names. */
  readonly components: readonly string[];
}
