import type { UncomparedPart } from '../maps/compare-maps.js';
import type { MapDifference } from '../maps/map-difference.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { SolutionPublisher } from './dual-write-solution.js';

/**
 * What becomes of a map:
 * `added` – there is none of that name; `replaced` – an older version of the same publisher makes way; `same` – it is there and says
 * the same; `overwrites-customization` – what was changed in the environment is written over; `version-conflict` – what is there is
 * newer, or says something else under the same number; `other-publisher` – only others have saved this map; `unreadable` – the map that
 * comes cannot be read; `unknown` – not enough is known to say.
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
 * What is gone afterwards. Unknown is a status of its own: it never reads as nothing.
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
  /** From what is there to what comes. */
  readonly differences: readonly MapDifference[];
  readonly notCompared: readonly UncomparedPart[];
  readonly loss: MapLoss;
  /** Whether the map runs in the environment. `absent`: it is not there. */
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
  /** `null` when the row does not tell. */
  readonly isManaged: boolean | null;
}

/**
 * Something that stands in the way until it is dealt with.
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
 * Something that the plan does not know, and how to find out.
 * @public
 */
export interface PlanUnknown {
  readonly subject: string;
  readonly because: string;
  readonly whatToDo: string;
}

/**
 * What a plan comes to: `obstructed` – something stands in the way; `lossy` – something is lost; `unknown` – neither is proven, and not
 * all is known; `clear` – all is known, and nothing is in the way or lost.
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
  /** The maps that it is about, in the order in which to take them; empty for all or none. */
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
    readonly uniqueName: string;
    readonly version: string | null;
    readonly publisher: SolutionPublisher;
    readonly isManaged: boolean | null;
  };
  readonly environment: string;
  /** Those first that others need. */
  readonly maps: readonly PlannedMap[];
  /** Maps of the solution that need each other: no order is right for all of them. */
  readonly circles: readonly (readonly string[])[];
  readonly obstacles: readonly PlanObstacle[];
  readonly unknowns: readonly PlanUnknown[];
  /** In order. */
  readonly steps: readonly PlanStep[];
  readonly verdict: PlanVerdict;
}

/** What a plan comes to. */
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
