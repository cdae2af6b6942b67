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
  /** With an invalid time: they were not counted. */
  readonly unreadable: number;
}

/** An event that waits until none can come before it. */
interface HeldEvent {
  readonly type: string;
  readonly at: number;
  readonly map?: string | undefined;
}

interface Waiting extends HeldEvent {
  /** Equal times keep the order in which they came. */
  readonly arrival: number;
}

interface EventOrderOptions {
  readonly latenessMs: number;
  /** Events that no setting counts are not held. */
  readonly isCounted: (type: string) => boolean;
  /** Called in the order of time. */
  readonly deliver: (at: number, event: SyncErrorEvent) => void;
  readonly watermark?: number | undefined;
  /** In chronological order. */
  readonly held?: readonly HeldEvent[] | undefined;
  readonly totals?: EventTotals | undefined;
}

/**
 * Puts events in chronological order: each is held until no older event can be accepted. Without lateness, nothing is held. An
 * event in order takes amortized constant time, a late one takes the logarithm of the number of held late events.
 */
export class EventOrder {
  readonly #options: EventOrderOptions;
  readonly #late = new LateEvents();
  #inOrder: Waiting[];
  #head = 0;
  #arrivals: number;
  #watermark: number;
  #accepted: number;
  #droppedLate: number;
  #unreadable: number;

  constructor(options: EventOrderOptions) {
    const { watermark, held = [], totals } = options;
    this.#options = options;
    this.#inOrder = held.map((event, arrival) => ({ ...event, arrival }));
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

  add(event: SyncErrorEvent): 'accepted' | 'dropped-late' | 'unreadable-time' {
    const at = millisecondsOf(event.at);
    if (Number.isNaN(at)) {
      this.#unreadable += 1;
      return 'unreadable-time';
    }
    if (at < this.#watermark) {
      this.#droppedLate += 1;
      return 'dropped-late';
    }
    this.#accepted += 1;
    const { latenessMs, deliver, isCounted } = this.#options;
    if (latenessMs === 0) {
      if (this.#head < this.#inOrder.length) this.#releaseUpTo(at); // held by one that allowed lateness
      this.#watermark = at;
      deliver(at, event);
      return 'accepted';
    }
    if (isCounted(event.type)) this.#hold(at, event);
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

  #hold(at: number, { type, map }: SyncErrorEvent): void {
    const waiting = { type, at, map, arrival: this.#arrivals };
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
      this.#options.deliver(next.at, next);
    }
    this.#compact();
  }

  #first(): Waiting | undefined {
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

function byTime(a: Waiting, b: Waiting): number {
  return a.at - b.at || a.arrival - b.arrival;
}

/** A binary heap, earliest first. */
class LateEvents {
  readonly #heap: Waiting[] = [];

  first(): Waiting | undefined {
    return this.#heap[0];
  }

  latest(): number | undefined {
    return this.#heap.reduce<number | undefined>(
      (latest, { at }) => (latest === undefined || at > latest ? at : latest),
      undefined,
    );
  }

  all(): readonly Waiting[] {
    return this.#heap;
  }

  add(waiting: Waiting): void {
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
