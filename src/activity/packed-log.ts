import type { ActivityEvent } from './activity-event.js';
import type { PackedEvents } from './packed-events.js';

/** The events of one map in the order of its log, unpacked each time that they are read. */
export class PackedLog implements Iterable<ActivityEvent> {
  readonly #events: PackedEvents;
  readonly #positions: Uint32Array;
  readonly #ranks: Uint32Array;
  readonly #start: string;

  /**
   * @param map - its name, with which it was added
   * @param positions - of all its events, in the order in which they were added
   * @param ranks - which of them are in this log: their places among the positions
   */
  constructor(events: PackedEvents, map: string, positions: Uint32Array, ranks: Uint32Array) {
    this.#events = events;
    this.#positions = positions;
    this.#ranks = ranks;
    this.#start = startOf(map);
  }

  *[Symbol.iterator](): Generator<ActivityEvent, void, undefined> {
    // Safe: they were made from events.
    for (const json of this.jsonOfItems(',')) yield* JSON.parse(`[${json}]`) as readonly ActivityEvent[];
  }

  /** As JSON, some hundred at a time. */
  *jsonOfItems(separator: string): Generator<string, void, undefined> {
    for (const lines of this.lines()) yield lines.map((line) => this.#jsonOf(line)).join(separator);
  }

  /** Some hundred at a time. */
  lines(): Generator<readonly string[], void, undefined> {
    return this.#events.lines(this.#positions, this.#ranks);
  }

  eventOf(line: string): ActivityEvent {
    return JSON.parse(this.#jsonOf(line)); // safe: it was made from one
  }

  /** The event with this rank, whether or not it is in this log. */
  at(rank: number): ActivityEvent {
    const [line = ''] = this.#events.lines(this.#positions, Uint32Array.of(rank)).next().value ?? [];
    return this.eventOf(line);
  }

  #jsonOf(line: string): string {
    return line.startsWith('{') ? line : `${this.#start}${line}}`;
  }
}

/** What the JSON of its events begins with. */
function startOf(map: string): string {
  return `{"map":${JSON.stringify(map)},"type":"`;
}
