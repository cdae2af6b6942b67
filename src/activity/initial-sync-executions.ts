import { instantOf, isoOf } from '../facts/instant.js';
import { guidKey, nameKey } from '../facts/keys.js';
import type { ActivityAnomaly } from './activity-anomaly.js';
import type { InitialSyncCompleted, InitialSyncCounts, InitialSyncStarted } from './activity-event.js';
import type { MapState } from './map-state.js';

/**
 * One execution of the initial sync, after its latest run.
 * @public
 */
export interface InitialSyncExecution {
  readonly executionId?: string | undefined;
  readonly legalEntity?: string | undefined;
  /** How many times it was run: more than once after a re-run of the same execution. */
  readonly runs: number;
  /** ISO 8601; `null` if the log shows only one end. */
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  /** How many records were written and how many were not, over all directions; `null` if the log does not say. */
  readonly records: number | null;
  readonly errors: number | null;
  /** The same by direction, with the errors in the log. */
  readonly directions: readonly InitialSyncCounts[];
  /** True if the log says that it ended with errors, which it does not always count. */
  readonly withErrors?: boolean | undefined;
  readonly isUnderWay: boolean;
  /**
   * Whether it ended with errors that no later execution has fixed: rows are missing on the other side. A later execution of the
   * map, or of the same legal entity, fixes them, and so does running the map from the beginning; skipping the initial sync
   * does not.
   */
  readonly hasOpenErrors: boolean;
  /** Whether that is so, in a state of the map that allows running it again. */
  readonly canRerun: boolean;
}

interface Execution {
  readonly executionId: string | undefined;
  readonly legalEntity: string | undefined;
  runs: number;
  startedAt: string | null;
  completedAt: string | null;
  directions: readonly InitialSyncCounts[];
  withErrors?: boolean | undefined;
  round: number;
}

/** The states in which an execution with errors can be run again. */
export const rerunStates: readonly MapState[] = ['initializing', 'running', 'not-running'];

/**
 * The executions of one map, and whether its initial sync is complete. Executions that run at the same time are a round;
 * failures are fixed by an execution of a later round, for the same legal entity if legal entities are given.
 */
export class InitialSyncExecutions {
  readonly #all: Execution[] = [];
  /** The latest with an id, or without one of a legal entity. */
  readonly #latest = new Map<string, Execution>();
  readonly #underWay = new Set<Execution>();
  /** The last round that left errors, by legal entity, if no later one has fixed them. */
  readonly #failing = new Map<string, number>();
  #round = 0;
  #mendedRound = 0;
  /** How many executions ended since the map was run from the beginning, and whether all of them were counted. */
  #completed = 0;
  #areCounted = true;

  /** A run from the beginning: earlier executions no longer matter. */
  startOver(): void {
    this.#underWay.clear();
    this.#failing.clear();
    this.#completed = 0;
    this.#areCounted = true;
  }

  /** The map has left the initial sync: unfinished executions no longer matter. */
  leave(): void {
    this.#underWay.clear();
  }

  start({ executionId, legalEntity, at }: InitialSyncStarted): void {
    if (this.#underWay.size === 0) this.#round += 1;
    const known = executionId === undefined ? undefined : this.#latest.get(keyOf({ executionId, legalEntity }));
    const execution = known ?? this.#add({ executionId, legalEntity });
    execution.runs += 1;
    execution.startedAt = at;
    execution.completedAt = null;
    execution.directions = [];
    execution.withErrors = undefined;
    execution.round = this.#round;
    this.#underWay.add(execution);
  }

  /** @returns whether it was under way */
  complete({ executionId, legalEntity, directions, withErrors, at }: InitialSyncCompleted): boolean {
    const known = this.#latest.get(keyOf({ executionId, legalEntity }));
    const isKnown = known !== undefined && (executionId !== undefined || known.completedAt === null);
    const execution = isKnown ? known : this.#add({ executionId, legalEntity });
    const wasUnderWay = this.#underWay.delete(execution);
    if (!wasUnderWay) {
      // Only its end is in the log; or a second end, so it was run again.
      if (known !== undefined) this.#round += 1;
      execution.runs += 1;
      execution.startedAt = null;
      execution.round = this.#round;
    }
    execution.completedAt = at;
    execution.directions = directions;
    execution.withErrors = withErrors;
    // An end without an id ends everything.
    const endsAll = executionId === undefined && legalEntity === undefined && this.#underWay.size > 0;
    if (endsAll) this.#underWay.clear();
    this.#completed += 1;
    this.#areCounted &&= directions.length > 0;
    this.#note(execution);
    return wasUnderWay || endsAll;
  }

  /** Whether nothing is running and nothing has ended with errors that still exist. */
  isThrough(): boolean {
    return this.#underWay.size === 0 && this.#failing.size === 0;
  }

  isUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  /** Whether all rows were certainly copied since the map was run from the beginning. */
  haveCopiedAll(): boolean {
    return this.isThrough() && this.#completed > 0 && this.#areCounted;
  }

  *all(state: MapState): Generator<InitialSyncExecution, void, undefined> {
    for (const execution of this.#all) {
      const { round, ...shown } = execution;
      const hasOpenErrors = this.#hasOpenErrors(execution);
      yield {
        ...shown,
        records: sumOf(shown.directions.map(({ records }) => records)),
        errors: sumOf(shown.directions.map(({ errors }) => errors)),
        isUnderWay: this.#underWay.has(execution),
        hasOpenErrors,
        canRerun: hasOpenErrors && rerunStates.includes(state),
      };
    }
  }

  anomalies(): readonly ActivityAnomaly[] {
    return this.#all.filter((execution) => this.#hasOpenErrors(execution)).map(failureOf);
  }

  #hasOpenErrors(execution: Execution): boolean {
    if (!hasErrors(execution)) return false;
    const failedRound = this.#failing.get(entityOf(execution));
    return failedRound !== undefined && execution.round >= failedRound;
  }

  #add(names: Pick<Execution, 'executionId' | 'legalEntity'>): Execution {
    const { executionId, legalEntity } = names;
    const nothing = { runs: 0, startedAt: null, completedAt: null, directions: [], round: this.#round };
    const execution = { executionId, legalEntity, ...nothing };
    this.#all.push(execution);
    this.#latest.set(keyOf(names), execution);
    return execution;
  }

  #note(execution: Execution): void {
    const { round, legalEntity } = execution;
    const entity = entityOf(execution);
    if (legalEntity === undefined) this.#mendAll(round);
    else if ((this.#failing.get(entity) ?? round) < round) this.#failing.delete(entity);
    if (hasErrors(execution)) this.#failing.set(entity, round);
  }

  /** Once per round: what remains afterward failed in this round. */
  #mendAll(round: number): void {
    if (round <= this.#mendedRound) return;
    this.#mendedRound = round;
    for (const [entity, failed] of this.#failing) if (failed < round) this.#failing.delete(entity);
  }
}

function failureOf({ executionId, legalEntity, directions, completedAt }: Execution): ActivityAnomaly {
  const errors = directions.reduce((sum, direction) => sum + direction.errors, 0);
  return {
    type: 'initial-sync-failed',
    severity: 'error',
    at: isoOf(instantOf(completedAt ?? '')), // what has errors has ended
    ...(executionId === undefined ? {} : { executionId }),
    ...(legalEntity === undefined ? {} : { legalEntity }),
    errors,
    message: `An initial sync ended with ${errorsInWords(errors)}: rows are missing on the other side`,
    whatToDo: 'Look at the initial sync details, fix what their messages describe, and run the execution again.',
  };
}

function errorsInWords(errors: number): string {
  if (errors === 0) return 'errors that the log does not count';
  return errors === 1 ? '1 error' : `${errors} errors`;
}

function entityOf({ legalEntity }: Pick<Execution, 'legalEntity'>): string {
  return nameKey(legalEntity ?? '');
}

function hasErrors({ directions, withErrors }: Execution): boolean {
  return withErrors === true || directions.some(({ errors }) => errors > 0);
}

function keyOf({ executionId, legalEntity }: Pick<Execution, 'executionId' | 'legalEntity'>): string {
  return executionId === undefined ? `of ${entityOf({ legalEntity })}` : `id ${guidKey(executionId)}`;
}

/** `null` if not everything is known. */
function sumOf(counts: readonly (number | undefined)[]): number | null {
  if (counts.length === 0) return null;
  return counts.reduce<number | null>((sum, count) => (sum === null || count === undefined ? null : sum + count), 0);
}
