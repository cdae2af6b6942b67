import { byCodeUnits } from '../facts/by-code-units.js';
import { scrub } from '../facts/scrub.js';
import { takeEach } from '../facts/take-each.js';
import { diagnose } from './diagnose.js';

/**
 * What a log reports, problem by problem.
 * @public
 */
export interface LineSummary {
  /** The problems, most frequent first. */
  readonly topics: readonly TopicCount[];
  /** How many records did not show a known problem. */
  readonly unrecognized: number;
}

/**
 * How often one problem occurs in a log.
 * @public
 */
export interface TopicCount {
  /** The id of the topic; with `code` where it is `unknown-code`. */
  readonly id: string;
  readonly code?: string;
  readonly title: string;
  readonly count: number;
  /** The earliest and the latest time in its records, as written there; `null` if they have none. */
  readonly first: string | null;
  readonly last: string | null;
  /** The first few records, shortened and without tokens and email addresses. */
  readonly examples: readonly string[];
}

/**
 * Explains a log line by line, in memory that does not grow with it. Lines that continue a record – a stack trace, an indented
 * line, or, in a log with times, a line without one – are joined to it. Each record counts once, for its innermost cause.
 *
 * @param lines - lines without their ends, or with them
 * @returns at once; a promise where the lines come asynchronously
 * @public
 */
export function diagnoseLines(lines: Iterable<string>): LineSummary;
/** The same, one line at a time. @public */
export function diagnoseLines(lines: AsyncIterable<string>): Promise<LineSummary>;
export function diagnoseLines(lines: Iterable<string> | AsyncIterable<string>): LineSummary | Promise<LineSummary> {
  const tally = new Tally();
  const records = new Records((record) => tally.add(record));
  const take = (line: string) => records.push(line);
  return takeEach(lines, take, () => {
    records.end();
    return tally.summary();
  });
}

interface LogRecord {
  readonly text: string;
  readonly time: string | undefined;
}

/** More text of one record adds nothing. */
const mostCharacters = 65_536;

/** The records of a text, with the time at which each begins where it has one. */
export function recordsIn(text: string): readonly LogRecord[] {
  const records: LogRecord[] = [];
  const joining = new Records((record) => records.push(record));
  for (const line of text.split(/\r?\n/)) joining.push(line);
  joining.end();
  return records;
}

/** Joins lines to records. */
class Records {
  #parts: string[] = [];
  #length = 0;
  #time: string | undefined;

  constructor(private readonly onRecord: (record: LogRecord) => void) {}

  push(line: string): void {
    const time = timeAtStart(line);
    if (time === undefined && this.#continues(line)) {
      if (this.#length < mostCharacters) this.#keep(line);
      return;
    }
    this.end();
    if (line.trim() === '') return;
    this.#time = time;
    this.#keep(line);
  }

  end(): void {
    if (this.#parts.length > 0) this.onRecord({ text: this.#parts.join('\n'), time: this.#time });
    this.#parts = [];
    this.#length = 0;
    this.#time = undefined;
  }

  #continues(line: string): boolean {
    if (this.#time !== undefined) return !/^\s*\{.*\}\s*$/.test(line); // in a log with times, a JSON record does not need one
    return /^(?:\s+\S|at |--- |Caused by|[}\])]|Session ID|Root activity)/.test(line);
  }

  #keep(line: string): void {
    const part = line.slice(0, mostCharacters - this.#length);
    this.#parts.push(part);
    this.#length += part.length + 1;
  }
}

/** A date with a time, or a time, optionally after a level or a key. */
const time =
  /^(?:\W{0,10}(?:\w{1,12}\W{1,6})?)(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?|\d{1,2}[/.]\d{1,2}[/.]\d{4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?|\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)/i;

function timeAtStart(line: string): string | undefined {
  return time.exec(line)?.[1];
}

interface Count {
  readonly id: string;
  readonly code: string | undefined;
  readonly title: string;
  count: number;
  first: string | undefined;
  last: string | undefined;
  readonly examples: string[];
}

const mostExamples = 3;
const exampleLength = 300;

class Tally {
  readonly #counts = new Map<string, Count>();
  #unrecognized = 0;

  add({ text, time }: LogRecord): void {
    const [cause] = diagnose(text);
    if (cause === undefined) {
      this.#unrecognized += 1;
      return;
    }
    const { id, code, title } = cause;
    const key = code ?? id;
    const count = this.#counts.get(key) ?? {
      id,
      code,
      title,
      count: 0,
      first: undefined,
      last: undefined,
      examples: [],
    };
    this.#counts.set(key, count);
    count.count += 1;
    if (time !== undefined) {
      if (count.first === undefined || instant(time) < instant(count.first)) count.first = time;
      if (instant(time) >= instant(count.last ?? time)) count.last = time;
    }
    if (count.examples.length < mostExamples)
      count.examples.push(scrub(text.slice(0, 2 * exampleLength)).slice(0, exampleLength));
  }

  summary(): LineSummary {
    const topics = [...this.#counts.values()]
      .sort((a, b) => b.count - a.count || byCodeUnits(a.id, b.id))
      .map(({ id, code, title, count, first, last, examples }) => ({
        id,
        ...(code === undefined ? {} : { code }),
        title,
        count,
        first: first ?? null,
        last: last ?? null,
        examples,
      }));
    return { topics, unrecognized: this.#unrecognized };
  }
}

/**
 * Milliseconds, for comparison only. Only ISO dates are read: in `03/04/2026` it is not clear which part is the month, so
 * such times keep their original order.
 */
function instant(time: string): number {
  const parsed = time.includes('-') ? Date.parse(time.replace(',', '.')) : Number.NaN;
  return Number.isNaN(parsed) ? 0 : parsed;
}
