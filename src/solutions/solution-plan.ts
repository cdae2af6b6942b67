import type { UncomparedPart } from '../maps/compare-maps.js';
import type { MapDifference } from '../maps/map-difference.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { SolutionPublisher } from './dual-write-solution.js';

/**
 * What happens to a map:
 * `added` – there is none of that name; `replaced` – an older version of the same publisher is replaced; `same` – it exists
 * with the same content; `overwrites-customization` – changes in the environment are overwritten; `version-conflict` – the
 * existing version is newer, or has different content under the same number; `other-publisher` – only others have saved this
 * map; `unreadable` – the new map cannot be read; `unknown` – not enough is known.
 * @public
 */
export type MapChange =
  | 'added'
  | 'replaced'
  | 'same'
  | 'overwrites-customization'
  | 'version-conflict'
  | 'other-publisher'
  | 'unreadable'
  | 'unknown';

/**
 * What is lost. Unknown is a separate status: it never counts as nothing.
 * @public
 */
export type MapLoss =
  | { readonly status: 'nothing' }
  | { readonly status: 'lost'; readonly what: string }
  | { readonly status: 'unknown'; readonly because: string };

/**
 * A map of a plan. Plain JSON.
 * @public
 */
export interface PlannedMap {
  readonly name: string;
  readonly id: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly change: MapChange;
  readonly because: string;
  /** The version of the environment that it was compared with. */
  readonly present: PresentVersion | null;
  /** From the existing version to the new one. */
  readonly differences: readonly MapDifference[];
  readonly notCompared: readonly UncomparedPart[];
  readonly loss: MapLoss;
  /** Whether the map runs in the environment. `absent`: it does not exist there. */
  readonly activity: 'runs' | 'off' | 'unknown' | 'absent';
}

/**
 * A version that the environment has.
 * @public
 */
export interface PresentVersion {
  readonly id: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  /** `null` if the row does not show it. */
  readonly isManaged: boolean | null;
}

/**
 * An obstacle that must be removed first.
 * @public
 */
export interface PlanObstacle {
  readonly type:
    | 'core-missing'
    | 'solution-missing'
    | 'solution-outdated'
    | 'application-outdated'
    | 'other-kind-installed'
    | 'newer-installed'
    | 'not-imported'
    | 'version-conflict'
    | 'broken-map';
  /** The solution, application or map. */
  readonly subject: string;
  readonly because: string;
  readonly whatToDo: string;
}

/**
 * Something that is not known, and how to find out.
 * @public
 */
export interface PlanUnknown {
  readonly subject: string;
  readonly because: string;
  readonly whatToDo: string;
}

/**
 * The verdict of a plan: `obstructed` – there is an obstacle; `lossy` – something is lost; `unknown` – neither is proven, but
 * not everything is known; `clear` – everything is known, and there is no obstacle or loss.
 * @public
 */
export type PlanVerdict = 'clear' | 'obstructed' | 'lossy' | 'unknown';

/**
 * A step of a plan, in the form of a fix: what to do, who does it, and what it destroys.
 * @public
 */
export interface PlanStep extends RemediationOption {
  readonly kind:
    | 'install-core'
    | 'install-required'
    | 'backup'
    | 'stop'
    | 'import'
    | 'check-import'
    | 'apply'
    | 'choose-version'
    | 'create'
    | 'run'
    | 'verify';
  /** The affected maps, in the order in which to process them; empty for all or none. */
  readonly maps: readonly string[];
}

/**
 * What importing or applying a solution does to an environment. Plain JSON; nothing is done.
 * @public
 */
export interface SolutionPlan {
  readonly schemaVersion: 1;
  readonly kind: 'import' | 'apply';
  readonly solution: {
    readonly uniqueName: string | null;
    readonly version: string | null;
    readonly publisher: SolutionPublisher;
    readonly isManaged: boolean | null;
  };
  readonly environment: string;
  /** Those that others need come first. */
  readonly maps: readonly PlannedMap[];
  /** Maps of the solution that need each other: no order fits all of them. */
  readonly circles: readonly (readonly string[])[];
  readonly obstacles: readonly PlanObstacle[];
  readonly unknowns: readonly PlanUnknown[];
  /** In order. */
  readonly steps: readonly PlanStep[];
  readonly verdict: PlanVerdict;
}

/** The verdict of a plan. */
export function verdictOf({
  maps,
  obstacles,
  unknowns,
}: {
  readonly maps: readonly Pick<PlannedMap, 'loss'>[];
  readonly obstacles: readonly PlanObstacle[];
  readonly unknowns: readonly PlanUnknown[];
}): PlanVerdict {
  if (obstacles.length > 0) return 'obstructed';
  if (maps.some(({ loss }) => loss.status === 'lost')) return 'lossy';
  const isOpen = unknowns.length > 0 || maps.some(({ loss }) => loss.status === 'unknown');
  return isOpen ? 'unknown' : 'clear';
}
