import type { ActivityEvent } from './activity-event.js';
import { type MapState, mapStates } from './map-state.js';
import { PackedTexts } from './packed-texts.js';

/**
 * Events in the order in which they were added, in a fifth of the memory that objects take: a log has millions of them. What
 * comes out is equal to what was put in.
 *
 * Each is a line of cells: its type, state and time; its id; its map; what its type has besides.
 */
export class PackedEvents {
  readonly #lines = new PackedTexts();

  /** @param usualMap - the name of its map that most events have, as it is written */
  add(event: ActivityEvent, usualMap: string): void {
    const own = ownValuesOf(event);
    const map = event.map === usualMap ? undefined : event.map;
    const state = event.state === undefined ? mapStates.length : mapStates.indexOf(event.state);
    const head = letters.charAt(types.indexOf(event.type)) + letters.charAt(state);
    const line = `${head}${event.at}\t${cellOf(event.id)}\t${cellOf(map)}\t${cellOf(own[0])}\t${cellOf(own[1])}\t${cellOf(own[2])}`;
    this.#lines.add(line);
  }

  at(position: number, usualMap: string): ActivityEvent {
    // By their numbers: to take a list apart by its iterator takes several times as long.
    const cells = this.#lines.at(position).split('\t');
    const head = cells[0] ?? '';
    const type = types[head.charCodeAt(0) - firstLetter] ?? 'error';
    const state = mapStates[head.charCodeAt(1) - firstLetter];
    const base = { id: textIn(cells[1]), map: textIn(cells[2]) ?? usualMap, at: head.slice(2), state };
    return eventOf(type, base, cells);
  }
}

type EventType = ActivityEvent['type'];

const types = [
  'map-created',
  'field-mappings-updated',
  'run',
  'initial-sync-started',
  'initial-sync-completed',
  'paused',
  'queue-measured',
  'resumed',
  'catch-up-started',
  'catch-up-completed',
  'stopped',
  'error',
] as const satisfies readonly EventType[];

const letters = 'abcdefghijklmnopqrstuvwxyz';
const firstLetter = letters.charCodeAt(0);

/** What an event has besides the properties of all. */
function ownValuesOf(event: ActivityEvent): readonly [unknown?, unknown?, unknown?] {
  switch (event.type) {
    case 'map-created':
    case 'field-mappings-updated':
      return [event.version, event.publisher];
    case 'run':
      return [event.skipInitialSync];
    case 'initial-sync-started':
      return [event.executionId, event.legalEntity];
    case 'initial-sync-completed':
      return [event.executionId, event.legalEntity, event.directions];
    case 'paused':
    case 'queue-measured':
    case 'catch-up-started':
      return [event.queuedBytes, event.queuedRecords];
    case 'resumed':
      return [event.queuedBytes, event.queuedRecords, event.option];
    case 'catch-up-completed':
      return [event.errors];
    case 'stopped':
      return [];
    case 'error':
      return [event.message, event.log];
  }
}

interface Base {
  readonly id: string | undefined;
  readonly map: string;
  readonly at: string;
  readonly state: MapState | undefined;
}

/** The reverse of {@link ownValuesOf}, in the same order. */
function eventOf(type: EventType, { id, map, at, state }: Base, cells: readonly string[]): ActivityEvent {
  const first = cells[3];
  const second = cells[4];
  const third = cells[5];
  switch (type) {
    case 'map-created':
    case 'field-mappings-updated':
      return { type, id, map, at, state, version: textIn(first), publisher: textIn(second) };
    case 'run':
      return { type, id, map, at, state, skipInitialSync: valueIn(first) };
    case 'initial-sync-started':
      return { type, id, map, at, state, executionId: textIn(first), legalEntity: textIn(second) };
    case 'initial-sync-completed': {
      const directions = valueIn<(ActivityEvent & { readonly type: typeof type })['directions']>(third) ?? [];
      return { type, id, map, at, state, executionId: textIn(first), legalEntity: textIn(second), directions };
    }
    case 'paused':
    case 'queue-measured':
    case 'catch-up-started':
      return { type, id, map, at, state, queuedBytes: valueIn(first), queuedRecords: valueIn(second) };
    case 'resumed': {
      const option = valueIn<(ActivityEvent & { readonly type: typeof type })['option']>(third) ?? 'catch-up';
      return { type, id, map, at, state, queuedBytes: valueIn(first), queuedRecords: valueIn(second), option };
    }
    case 'catch-up-completed': {
      const errors = valueIn<(ActivityEvent & { readonly type: typeof type })['errors']>(first) ?? [];
      return { type, id, map, at, state, errors };
    }
    case 'stopped':
      return { type, id, map, at, state };
    case 'error':
      return { type, id, map, at, state, message: textIn(first) ?? '', log: textIn(second) };
  }
}

/** Text is its own cell where it can be; everything else is JSON after a sign. */
function cellOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' && !mustBeJson.test(value) ? value : `=${JSON.stringify(value)}`;
}

/** Halves of surrogate pairs do not survive encoding. */
const mustBeJson = /^$|^=|[\t\ud800-\udfff]/;

function textIn(cell: string | undefined): string | undefined {
  return valueIn(cell);
}

function valueIn<Value>(cell: string | undefined): Value | undefined {
  if (cell === undefined || cell === '') return undefined;
  // Safe: the cell was made from such a value.
  return cell.charCodeAt(0) === 61 ? JSON.parse(cell.slice(1)) : (cell as Value);
}
