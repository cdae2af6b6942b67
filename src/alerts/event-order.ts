import { millisecondsOf, type SyncErrorEvent } from './sync-error-event.js';

/**
 * What happened to the events so far.
 * @public
 */
export interface EventTotals {
  /** Accepted, even if no setting has their type. */
  readonly accepted: number;
  /** Older than the lateness allows: they were not counted. */
  readonly droppedLate: number;
  /** With an invalid time, or with a type that is not an error type: they were not counted. */
  readonly unreadable: number;
}

/** An event that waits until none can come before it. */
interface HeldEvent {
  readonly type: string;
  readonly at: number;
  readonly map?: string | undefined;
}

interface Waiting<Found> extends HeldEvent {
  readonly found: Found;
  /** Equal times keep the order in which they came. */
  readonly arrival: number;
}

interface EventOrderOptions<Found extends object> {
  readonly latenessMs: number;
  /** Events that no setting counts are not held, and those of an unknown type are refused. */
  readonly find: (type: string) => Found | 'not-counted' | 'unknown-type';
  /** Called in the order of time, with what was found for the type. */
  readonly deliver: (at: number, event: SyncErrorEvent, found: Found) => void;
  readonly watermark?: number | undefined;
  /** In chronological order. */
  readonly held?: readonly HeldEvent[] | undefined;
  readonly totals?: EventTotals | undefined;
}

/**
 * Puts events in chronological order: each is held until no older event can be accepted. Without lateness, nothing is held. An
 * event in order takes amortized constant time, a late one takes the logarithm of the number of held late events.
 */
export class EventOrder<Found extends object> {
  readonly #options: EventOrderOptions<Found>;
  readonly #late = new LateEvents<Found>();
  #inOrder: Waiting<Found>[];
  #head = 0;
  #arrivals: number;
  #watermark: number;
  #accepted: number;
  #droppedLate: number;
  #unreadable: number;

  constructor(options: EventOrderOptions<Found>) {
    const { watermark, held = [], totals, find } = options;
    this.#options = options;
    this.#inOrder = held.flatMap((event, arrival) => {
      const found = find(event.type);
      return typeof found === 'string' ? [] : [{ ...event, found, arrival }];
    });
    this.#arrivals = held.length;
    this.#watermark = watermark ?? Number.NEGATIVE_INFINITY;
    this.#accepted = totals?.accepted ?? 0;
    this.#droppedLate = totals?.droppedLate ?? 0;
    this.#unreadable = totals?.unreadable ?? 0;
  }

  /** Everything up to this time has been delivered, and nothing older is accepted. */
  get watermark(): number {
    return this.#watermark;
  }

  get totals(): EventTotals {
    return { accepted: this.#accepted, droppedLate: this.#droppedLate, unreadable: this.#unreadable };
  }

  add(event: SyncErrorEvent): 'accepted' | 'dropped-late' | 'unreadable-time' | 'unknown-type' {
    const at = millisecondsOf(event.at);
    if (Number.isNaN(at)) return this.#refuse('unreadable-time');
    const found = this.#options.find(event.type);
    if (found === 'unknown-type') return this.#refuse(found);
    if (at < this.#watermark) {
      this.#droppedLate += 1;
      return 'dropped-late';
    }
    this.#accepted += 1;
    const { latenessMs, deliver } = this.#options;
    if (latenessMs === 0) {
      if (this.#head < this.#inOrder.length) this.#releaseUpTo(at); // held by one that allowed lateness
      this.#watermark = at;
      if (typeof found !== 'string') deliver(at, event, found);
      return 'accepted';
    }
    if (typeof found !== 'string') this.#hold(at, event, found);
    this.#releaseUpTo(at - latenessMs);
    return 'accepted';
  }

  /** As if an event at this time had been seen. */
  advanceTo(time: number): void {
    this.#releaseUpTo(time - this.#options.latenessMs);
  }

  /** Delivers everything that is held. */
  finish(): void {
    this.#releaseUpTo(Math.max(this.#inOrder.at(-1)?.at ?? this.#watermark, this.#late.latest() ?? this.#watermark));
  }

  /** The held events, in chronological order. */
  held(): readonly HeldEvent[] {
    return [...this.#inOrder.slice(this.#head), ...this.#late.all()]
      .sort(byTime)
      .map(({ type, at, map }) => ({ type, at, ...(map === undefined ? {} : { map }) }));
  }

  #refuse<Because extends string>(because: Because): Because {
    this.#unreadable += 1;
    return because;
  }

  #hold(at: number, { type, map }: SyncErrorEvent, found: Found): void {
    const waiting = { type, at, map, found, arrival: this.#arrivals };
    this.#arrivals += 1;
    const last = this.#inOrder.at(-1);
    if (last === undefined || last.at <= at) this.#inOrder.push(waiting);
    else this.#late.add(waiting);
  }

  #releaseUpTo(time: number): void {
    if (time > this.#watermark) this.#watermark = time;
    // Even if the time is unchanged: an event at the age limit does not wait.
    for (let next = this.#first(); next !== undefined && next.at <= this.#watermark; next = this.#first()) {
      if (next === this.#inOrder[this.#head]) this.#head += 1;
      else this.#late.removeFirst();
      this.#options.deliver(next.at, next, next.found);
    }
    this.#compact();
  }

  #first(): Waiting<Found> | undefined {
    const late = this.#late.first();
    const inOrder = this.#inOrder[this.#head];
    if (late === undefined || inOrder === undefined) return late ?? inOrder;
    return byTime(late, inOrder) < 0 ? late : inOrder;
  }

  /** Drops delivered events once they are half of the list: each event is moved once on average. */
  #compact(): void {
    if (this.#head < 32 || this.#head * 2 < this.#inOrder.length) return;
    this.#inOrder = this.#inOrder.slice(this.#head);
    this.#head = 0;
  }
}

function byTime(a: Waiting<unknown>, b: Waiting<unknown>): number {
  return a.at - b.at || a.arrival - b.arrival;
}

/** A binary heap, earliest first. */
class LateEvents<Found> {
  readonly #heap: Waiting<Found>[] = [];

  first(): Waiting<Found> | undefined {
    return this.#heap[0];
  }

  latest(): number | undefined {
    return this.#heap.reduce<number | undefined>(
      (latest, { at }) => (latest === undefined || at > latest ? at : latest),
      undefined,
    );
  }

  all(): readonly Waiting<Found>[] {
    return this.#heap;
  }

  add(waiting: Waiting<Found>): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || byTime(parent, waiting) <= 0) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = waiting;
  }

  removeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      let child = heap[below];
      if (child === undefined) break;
      const right = heap[below + 1];
      if (right !== undefined && byTime(right, child) < 0) {
        child = right;
        below += 1;
      }
      if (byTime(last, child) <= 0) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
  }
}
