import type { Issue } from '../fault.js';
import type { EntityMap } from '../maps/entity-map.js';

/**
 * A solution that holds table maps. Plain JSON data.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export interface DualWriteSolution {
  readonly uniqueName: string;
  /** The name that pages show, in the first language that it has one in. */
  readonly displayName: string | null;
  /** As it stands; it need not be a version. */
  readonly version: string | null;
  readonly publisher: SolutionPublisher;
  /** A managed solution cannot be changed, only uninstalled. `null` where its files do not say which it is. */
  readonly isManaged: boolean | null;
  /** Every version of every map, in the order of the files. */
  readonly maps: readonly EntityMap[];
  /** What must be there before it can be imported. */
  readonly requires: readonly SolutionRequirement[];
  /** What was not as expected in its files. Faults of maps stand with the maps. */
  readonly issues: readonly Issue[];
}

/**
 * Who a solution is from.
 * @public
 */
export interface SolutionPublisher {
  readonly uniqueName: string | null;
  readonly displayName: string | null;
  /** What the names of its components begin with: `msdyn` of `msdyn_[accounts - Customers V3]`. */
  readonly prefix: string | null;
}

/**
 * Another solution that one needs, and for what.
 * @public
 */
export interface SolutionRequirement {
  /** `null` where the component is in no solution of a name: it was made in the environment that exported. */
  readonly solution: string | null;
  /** The lowest version that will do; `null` where any does. */
  readonly version: string | null;
  /** The components that are missing, by their names. */
  readonly components: readonly string[];
}
