import { err, fromThrowable, ok, type Result } from 'neverthrow';
import type { Fault } from '../fault.js';
import type { EntityMap } from '../maps/entity-map.js';
import { mapNameKey } from '../maps/map-name.js';
import * as links from '../rules/remediation/links.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { namesOf, publisherKeyOf } from './publisher-key.js';
import { solutionName } from './solution-name.js';

/**
 * A change to a solution. `replace-map` replaces the existing version of a map with another one.
 * @public
 */
export type SolutionChange =
  | { readonly type: 'add-map' | 'replace-map'; readonly map: EntityMap }
  | { readonly type: 'remove-map'; readonly name: string };

/**
 * Why a solution is not changed, and what to do.
 * @public
 */
export type SolutionChangeFault = Fault & {
  /** Its name; `null` if its files do not say it. */
  readonly solution: string | null;
  readonly whatToDo: string;
} /** A managed solution can be uninstalled but not changed. */ & (
    | { readonly type: 'managed' }
    | { readonly type: 'managed-unknown' }
    /** A solution holds maps of its own publisher. `publisher` is that of the map, `null` if it has none. */
    | {
        readonly type: 'other-publisher';
        readonly map: string;
        readonly publisher: string | null;
        readonly expected: readonly string[];
      }
    | { readonly type: 'already-there' | 'not-there'; readonly map: string }
    /** Given by a caller without types. */
    | { readonly type: 'invalid-change' }
  );

/**
 * The solution after a change, and how to make the change. Plain JSON.
 * @public
 */
export interface ChangedSolution {
  readonly before: DualWriteSolution;
  readonly after: DualWriteSolution;
  readonly step: RemediationOption;
}

/**
 * Changes the maps of a solution. A managed one is refused, and so is a map of another publisher.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @example
 * ```ts
 * changeSolution(solution, { type: 'add-map', map }).match(
 *   ({ step }) => console.log(step.steps),
 *   ({ whatToDo }) => console.log(whatToDo),
 * );
 * ```
 * @public
 */
export function changeSolution(
  solution: DualWriteSolution,
  change: SolutionChange,
): Result<ChangedSolution, SolutionChangeFault> {
  // Callers without types may give anything.
  return fromThrowable(() => changed(solution, change))().unwrapOr(
    err({
      type: 'invalid-change',
      solution: null,
      because: 'the solution or the change is not what its type describes',
      whatToDo: 'Give a solution as readSolution returns it, and a SolutionChange.',
    }),
  );
}

function changed(solution: DualWriteSolution, change: SolutionChange): Result<ChangedSolution, SolutionChangeFault> {
  const { uniqueName, isManaged, maps } = solution;
  const refuse = (fault: Omitted) => err({ solution: uniqueName, ...fault });
  if (isManaged === true) {
    const whatToDo =
      'Save the maps under your own publisher and version, and add those to your own unmanaged solution.';
    return refuse({ type: 'managed', because: `${solutionName(solution)} is managed and cannot be changed`, whatToDo });
  }
  if (isManaged !== false) {
    const because = `whether ${solutionName(solution)} is managed is not known`;
    const whatToDo = 'Find out whether the solution is managed: then it cannot be changed.';
    return refuse({ type: 'managed-unknown', because, whatToDo });
  }
  const name = change.type === 'remove-map' ? change.name : change.map.name;
  const isThat = (map: EntityMap) => mapNameKey(map.name) === mapNameKey(name);
  const isThere = maps.some(isThat);
  if (change.type === 'add-map' ? isThere : !isThere) {
    const type = isThere ? 'already-there' : 'not-there';
    const whatToDo = isThere ? 'Replace the map instead.' : 'Name one of the maps of the solution.';
    const because = `${name} is ${isThere ? 'already in the solution' : 'not in the solution'}`;
    return refuse({ type, because, map: name, whatToDo });
  }
  const rest = maps.filter((map) => !isThat(map));
  if (change.type === 'remove-map') return ok(planned(solution, rest, name, 'remove-map'));
  const { publisher } = change.map;
  const expected = namesOf(solution.publisher);
  const publisherKey = publisherKeyOf(solution.publisher);
  if (expected.length === 0 || publisherKey(publisher) !== publisherKey(expected[0])) {
    const whatToDo = 'Save the map under the publisher of the solution, or choose a solution of its publisher.';
    const because = `${name} is from ${publisher ?? 'no publisher'}, but the solution is from ${expected.join(', ') || 'an unnamed publisher'}`;
    return refuse({ type: 'other-publisher', because, map: name, publisher: publisher ?? null, expected, whatToDo });
  }
  return ok(planned(solution, [...rest, change.map], name, change.type));
}

/** Omit would merge the union. */
type Omitted = SolutionChangeFault extends infer Fault
  ? Fault extends unknown
    ? Omit<Fault, 'solution'>
    : never
  : never;

function planned(
  before: DualWriteSolution,
  maps: readonly EntityMap[],
  name: string,
  type: SolutionChange['type'],
): ChangedSolution {
  const removal = `In the list of its components, select the table map ${name} and remove it from the solution; do not delete it.`;
  const addition = `Select Add existing, then the dual-write table map, choose ${name} and add it.`;
  const open = `In the Power Apps maker portal, under Solutions, open ${before.displayName ?? solutionName(before)}.`;
  return {
    before,
    after: { ...before, maps },
    step: {
      title: { 'add-map': 'Add the map', 'replace-map': 'Replace the map', 'remove-map': 'Remove the map' }[type],
      steps: [open, ...(type === 'add-map' ? [] : [removal]), ...(type === 'remove-map' ? [] : [addition])],
      performedBy: ['system-customizer'],
      destroys: null,
      links: [links.lifecycle],
    },
  };
}
