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
  /** Lines that are not in a block yet: the latest as texts, because some hundred are encoded at once; the others, and where each ends. */
  #latest: string[] = [];
  #pending = new Uint8Array();
  #ends = [0];

  get length(): number {
    return this.#maps.length;
  }

  add(event: ActivityEvent, map: NamedMap): void {
    this.#maps.add(map.number);
    this.#latest.push(lineOf(event, map.name));
    if (this.#latest.length === mostAtOnce) this.#encode();
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
    if (this.#latest.length > 0) this.#encode();
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

  #encode(): void {
    const text = this.#latest.join('\n');
    let end = this.#ends.at(-1) ?? 0;
    let bytes = this.#pending;
    const most = end + 3 * text.length + 1;
    if (bytes.length < most) {
      bytes = new Uint8Array(Math.max(most, 2 * longestBlock));
      bytes.set(this.#pending);
      this.#pending = bytes;
    }
    const { written } = encoder.encodeInto(text, bytes.subarray(end));
    bytes[end + written] = newline;
    for (const { length } of this.#latest) {
      end = written === text.length ? end + length + 1 : bytes.indexOf(newline, end) + 1;
      this.#ends.push(end);
    }
    this.#latest = [];
    if (end > longestBlock) this.#pack();
  }

  #pack(): void {
    const ends = this.#ends;
    const block = new Uint8Array(ends.at(-1) ?? 0);
    const places = new Float64Array(ends.length - 1);
    let place = 0;
    for (const line of this.#orderOfMaps(places.length)) {
      const bytes = this.#pending.subarray(ends[line], ends[line + 1]);
      block.set(bytes, place);
      places[line] = this.#blocks.length * blockSize + place;
      place += bytes.length;
    }
    for (const one of places) this.#places.add(one);
    this.#blocks.push(block);
    this.#ends = [0];
    if (this.#pending.length > 2 * longestBlock) this.#pending = new Uint8Array();
  }

  /** The next lines, those of one map together. */
  #orderOfMaps(count: number): Float64Array {
    const first = this.#places.length;
    const order = new Float64Array(count);
    for (let line = 0; line < count; line += 1) order[line] = this.#maps.at(first + line) * count + line;
    return order.sort().map((key) => key % count);
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

/** Makes the JSON of events of a map of their lines again. */
export function readerOf(map: string): (lines: readonly string[], separator: string) => string {
  const start = `{"map":${JSON.stringify(map)},"type":"`;
  return (lines, separator) =>
    lines.some(isWhole)
      ? lines.map((line) => (isWhole(line) ? line : `${start}${line}}`)).join(separator)
      : `${start}${lines.join(`}${separator}${start}`)}}`;
}

function isWhole(line: string): boolean {
  return line.charAt(0) === '{';
}

/** Whether the line is an error without a state, which would precede its id and time. */
export function isPlainError(line: string): boolean {
  return line.startsWith('error","id"') || line.startsWith('error","at"');
}
