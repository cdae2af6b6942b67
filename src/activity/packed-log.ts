import type { ActivityEvent } from './activity-event.js';
import { readerOf } from './packed-events.js';

/** The events of one map in the order of its log, unpacked each time that they are read. */
export class PackedLog implements Iterable<ActivityEvent> {
  readonly #lines: Iterable<readonly string[]>;
  readonly #jsonOf: ReturnType<typeof readerOf>;

  /**
   * @param map - its name, with which they were packed
   * @param lines - of `PackedEvents`, some hundred at a time
   */
  constructor(map: string, lines: Iterable<readonly string[]>) {
    this.#lines = lines;
    this.#jsonOf = readerOf(map);
  }

  *[Symbol.iterator](): Generator<ActivityEvent, void, undefined> {
    // Safe: they were made from events.
    for (const json of this.jsonOfItems(',')) yield* JSON.parse(`[${json}]`) as readonly ActivityEvent[];
  }

  /** As JSON, some hundred at a time. */
  *jsonOfItems(separator: string): Generator<string, void, undefined> {
    for (const lines of this.#lines) yield this.#jsonOf(lines, separator);
  }
}
