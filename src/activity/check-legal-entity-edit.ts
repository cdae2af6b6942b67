import { err, ok, type Result } from 'neverthrow';
import type { Fault } from '../fault.js';
import type { MapState } from './map-state.js';

/**
 * How many legal entities an environment may link so that initial writes are made for new ones: 40.
 *
 * Source: *Edit a legal entity after dual-write setup*, 2020-07-21.
 */
const mostLegalEntitiesForInitialWrites = 40;

/**
 * A change of the linked legal entities.
 * @public
 */
export interface LegalEntityEdit {
  readonly type: 'add' | 'remove';
  /** How many are linked afterward. */
  readonly total: number;
  /** For `add`: start without copying existing data of the new ones. */
  readonly skipInitialWrites?: boolean | undefined;
}

/**
 * The parts of a map that matter for legal entities.
 * @public
 */
export interface MapInState {
  readonly name: string;
  readonly state: MapState | 'unknown';
}

/**
 * Why legal entities cannot be edited now, because of which maps, and what to do.
 * @public
 */
export interface LegalEntityEditFault extends Fault<'map-initializing' | 'map-paused' | 'map-state-unknown'> {
  readonly maps: readonly string[];
  readonly whatToDo: string;
}

/**
 * Whether legal entities can be added to or removed from the link now: neither while a map is in its initial writes, and none
 * can be removed while a map is paused. Running and paused maps perform initial writes for added legal entities.
 *
 * Source: *Edit a legal entity after dual-write setup*, 2020-07-21.
 *
 * @returns whether initial writes are made for added legal entities, or a {@link LegalEntityEditFault}
 *
 * @example
 * ```ts
 * const edit = checkLegalEntityEdit({ type: 'add', total: 12 }, [{ name: 'Customers V3', state: 'running' }]);
 * ```
 * @public
 */
export function checkLegalEntityEdit(
  { type, total, skipInitialWrites = false }: LegalEntityEdit,
  maps: readonly MapInState[],
): Result<{ readonly initialWrites: boolean }, LegalEntityEditFault> {
  const inState = (state: MapInState['state']) => maps.filter((map) => map.state === state).map(({ name }) => name);
  const initializing = inState('initializing');
  if (initializing.length > 0) {
    const whatToDo = 'Wait until the initial writes of these maps have finished.';
    const because = `initial writes are under way: ${initializing.join(', ')}`;
    return err({ type: 'map-initializing', because, maps: initializing, whatToDo });
  }
  const paused = type === 'remove' ? inState('paused') : [];
  if (paused.length > 0) {
    const because = `legal entities cannot be removed while a map is paused: ${paused.join(', ')}`;
    const whatToDo = 'Resume these maps first, and let them catch up.';
    return err({ type: 'map-paused', because, maps: paused, whatToDo });
  }
  const unknown = inState('unknown');
  if (unknown.length > 0) {
    const whatToDo = 'Find out the state of these maps: one of them may prevent the change.';
    const because = `the state of maps is not known: ${unknown.join(', ')}`;
    return err({ type: 'map-state-unknown', because, maps: unknown, whatToDo });
  }
  return ok({ initialWrites: type === 'add' && !skipInitialWrites && total <= mostLegalEntitiesForInitialWrites });
}
