import { byCodeUnits } from '../facts/by-code-units.js';
import { isoOrNull } from '../facts/instant.js';
import { nameKey } from '../facts/keys.js';
import { Column } from './column.js';
import { PackedEvents } from './packed-events.js';
import { readActivityEvent } from './parse-activity-event.js';
import { idHash } from './repeated-ids.js';
import { type ReplayedActivity, type ReplayedMap, replayMap, type UnreadableEvent } from './replay-map.js';

/** A map of the log, as it was first written. */
interface LoggedMap {
  readonly number: number;
  readonly name: string;
  /** How many events occurred again; known when the map was replayed. */
  duplicates: number;
}

/** A log: it is read, one event at a time, and then replayed, one map at a time. It may hold millions of events. */
export class ActivityLog {
  /** In the order of the log. */
  readonly unreadable: UnreadableEvent[] = [];
  readonly #events = new PackedEvents();
  /** Of each event: milliseconds, its position in the log, the hash of its id. */
  readonly #instants = new Column();
  readonly #indexes = new Column();
  readonly #hashes = new Column();
  /** By the key of the name, and by every name as it is written. */
  readonly #mapsByKey = new Map<string, LoggedMap>();
  readonly #mapsByName = new Map<string, LoggedMap>();
  #last = Number.NEGATIVE_INFINITY;

  /** @param input - untrusted */
  add(input: unknown): void {
    const index = this.#instants.length + this.unreadable.length;
    const read = readActivityEvent(input);
    if ('issues' in read) {
      this.unreadable.push({ index, issues: read.issues });
      return;
    }
    const { event, instant } = read;
    this.#events.add(event, this.#mapOf(event.map));
    this.#instants.add(instant);
    this.#indexes.add(index);
    this.#hashes.add(idHash(event.id));
    if (instant > this.#last) this.#last = instant;
  }

  /** The names of the maps, in their order. */
  names(): readonly string[] {
    return [...this.#mapsByKey].sort(([a], [b]) => byCodeUnits(a, b)).map(([, { name }]) => name);
  }

  /**
   * What it shows, made while it is read.
   *
   * @param given - what open states are judged against, in milliseconds; left out, the last event
   */
  replay(given: number | undefined): ReplayedActivity {
    const count = () => this.#counts();
    return {
      judgedAt: isoOrNull(given ?? this.#last),
      maps: this.#replayMaps(given ?? this.#last),
      get events() {
        return count();
      },
      unreadable: this.unreadable,
    };
  }

  /** One map alone, by its name. */
  replayMap(name: string, now: number): ReplayedMap {
    const map = this.#mapOf(name);
    return this.#replay(map, this.#events.positionsByMap()(map.number), now);
  }

  /** In the order of their names. */
  *#replayMaps(now: number): Generator<ReplayedMap, void, undefined> {
    const positionsOf = this.#events.positionsByMap();
    for (const name of this.names()) {
      const map = this.#mapOf(name);
      yield this.#replay(map, positionsOf(map.number), now);
    }
  }

  #replay(map: LoggedMap, positions: Uint32Array, now: number): ReplayedMap {
    const { replayed, duplicates } = replayMap(map.name, {
      now,
      positions,
      events: this.#events,
      instantAt: (position) => this.#instants.at(position),
      indexAt: (position) => this.#indexes.at(position),
      hashes: this.#hashes.pick(positions),
    });
    map.duplicates = duplicates;
    return replayed;
  }

  #counts(): ReplayedActivity['events'] {
    let duplicates = 0;
    for (const map of this.#mapsByKey.values()) duplicates += map.duplicates;
    return { read: this.#instants.length - duplicates, duplicates, unreadable: this.unreadable.length };
  }

  #mapOf(name: string): LoggedMap {
    const known = this.#mapsByName.get(name);
    if (known !== undefined) return known;
    const key = nameKey(name);
    const map = this.#mapsByKey.get(key) ?? { number: this.#mapsByKey.size, name, duplicates: 0 };
    this.#mapsByKey.set(key, map);
    this.#mapsByName.set(name, map);
    return map;
  }
}
