import type { ActivityEvent } from './activity-event.js';
import { Column } from './column.js';

/** A map of the log, by its number among all, from 0, and its name as most of its events write it. */
interface NamedMap {
  readonly number: number;
  readonly name: string;
}

/**
 * Events as JSON in UTF-8, in a fifth of the memory that objects take: a log has millions of them, and they cost the garbage
 * collector nothing. What comes out is equal to what was put in.
 *
 * Each is a line: its JSON without what the events of its map begin with. Some thousand at a time are put in the order of their
 * maps, so that many events of one map are read at once.
 */
export class PackedEvents {
  readonly #blocks: Uint8Array[] = [];
  /** Of each event: the number of its map; its block and, there, its first byte. */
  readonly #maps = new Column();
  readonly #places = new Column();
  /** Lines that are not in a block yet, and how long they are; the latest one by one, because thousands of small texts are slow. */
  #pending: string[] = [];
  #pendingLength = 0;
  #latest: string[] = [];

  get length(): number {
    return this.#maps.length;
  }

  add(event: ActivityEvent, map: NamedMap): void {
    this.#maps.add(map.number);
    this.#latest.push(lineOf(event, map.name));
    if (this.#latest.length === mostAtOnce) this.#join();
    if (this.#pendingLength > longestBlock) this.#pack();
  }

  /** The positions of the events of a map, by its number, in the order in which they were added. */
  positionsByMap(): (map: number) => Uint32Array {
    const counts: number[] = [];
    for (let position = 0; position < this.length; position += 1) {
      const map = this.#maps.at(position);
      counts[map] = (counts[map] ?? 0) + 1;
    }
    let start = 0;
    const next = counts.map((count) => {
      start += count;
      return start - count;
    });
    const sorted = new Uint32Array(this.length);
    for (let position = 0; position < this.length; position += 1) {
      const map = this.#maps.at(position);
      const place = next[map] ?? 0;
      sorted[place] = position;
      next[map] = place + 1;
    }
    return (map) => sorted.subarray(map === 0 ? 0 : next[map - 1], next[map] ?? 0);
  }

  /**
   * Events of one map as lines, some hundred at a time.
   *
   * @param positions - of all its events, in the order in which they were added
   * @param ranks - which of them, in any order; those that follow each other are read together
   */
  *lines(positions: Uint32Array, ranks: Uint32Array): Generator<readonly string[], void, undefined> {
    if (this.#places.length < this.length) this.#pack();
    const placeOf = (index: number) => this.#places.at(positions[ranks[index] ?? 0] ?? 0);
    for (let start = 0, end = 0; start < ranks.length; start = end) {
      const step = (ranks[start + 1] ?? 0) - (ranks[start] ?? 0);
      const block = blockOf(placeOf(start));
      const isNext = (index: number) =>
        (ranks[index] ?? 0) - (ranks[index - 1] ?? 0) === step && blockOf(placeOf(index)) === block;
      end = start + 1;
      if (step === 1 || step === -1) while (end < ranks.length && end - start < mostAtOnce && isNext(end)) end += 1;
      yield step === -1
        ? this.#between(placeOf(end - 1), placeOf(start)).reverse()
        : this.#between(placeOf(start), placeOf(end - 1));
    }
  }

  /** The line of one event of a map. */
  line(positions: Uint32Array, rank: number): string {
    return this.lines(positions, Uint32Array.of(rank)).next().value?.[0] ?? '';
  }

  /** The lines from one place to another in the same block. */
  #between(first: number, last: number): string[] {
    const block = blockOf(first);
    const bytes = this.#blocks[block] ?? new Uint8Array();
    const end = bytes.indexOf(newline, last - block * blockSize);
    return decoder.decode(bytes.subarray(first - block * blockSize, end)).split('\n');
  }

  #join(): void {
    const text = this.#latest.join('\n');
    this.#pending.push(text);
    this.#pendingLength += text.length;
    this.#latest = [];
  }

  #pack(): void {
    if (this.#latest.length > 0) this.#join();
    const lines = this.#pending.join('\n').split('\n');
    const order = this.#orderOfMaps(lines.length);
    const sorted: string[] = [];
    for (const line of order) sorted.push(lines[line] ?? '');
    const text = `${sorted.join('\n')}\n`;
    const bytes = encoder.encode(text);
    const isAscii = bytes.length === text.length;
    const places = new Float64Array(lines.length);
    let place = 0;
    for (const line of order) {
      places[line] = this.#blocks.length * blockSize + place;
      place = isAscii ? place + (lines[line] ?? '').length + 1 : bytes.indexOf(newline, place) + 1;
    }
    for (const one of places) this.#places.add(one);
    this.#blocks.push(bytes);
    this.#pending = [];
    this.#pendingLength = 0;
  }

  /** The next lines, those of one map together. */
  #orderOfMaps(count: number): Float64Array {
    const first = this.#places.length;
    const order = new Float64Array(count);
    for (let line = 0; line < count; line += 1) order[line] = this.#maps.at(first + line) * count + line;
    order.sort();
    for (let place = 0; place < count; place += 1) order[place] = (order[place] ?? 0) % count;
    return order;
  }
}

const longestBlock = 1_000_000;
/** More bytes than a text can have. */
const blockSize = 2 ** 32;
const mostAtOnce = 500;
const newline = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function blockOf(place: number): number {
  return Math.floor(place / blockSize);
}

/** The JSON of an event after `{"map":…,"type":"`, without its end; all of it if it writes the name of its map in another way. */
function lineOf(event: ActivityEvent, usualMap: string): string {
  if (event.map !== usualMap) return JSON.stringify(event);
  if (event.type === 'error') {
    const { id, at, state, message, log } = event;
    if (id !== undefined && state === undefined && log === undefined && isPlain(id) && isPlain(message)) {
      return `error","id":"${id}","at":"${at}","message":"${message}"`; // most are, and this takes a third of the time
    }
  }
  const { map, type, ...rest } = event;
  const json = JSON.stringify(rest);
  return `${type}",${json.slice(1, -1)}`;
}

/** Whether the JSON of a text is the text in quotation marks. */
function isPlain(text: string): boolean {
  return !/[^ !#-[\]-\ud7ff\ue000-\uffff]/.test(text);
}

/** Makes the JSON of an event of a map of its line again. */
export function readerOf(map: string): (line: string) => string {
  const start = `{"map":${JSON.stringify(map)},"type":"`;
  return (line) => (line.startsWith('{') ? line : `${start}${line}}`);
}

/** Whether the line is an error without a state. */
export function isPlainError(line: string): boolean {
  return line.startsWith('error"') && !line.startsWith('error","state"');
}
