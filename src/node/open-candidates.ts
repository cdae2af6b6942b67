import { err, ok, type Result } from 'neverthrow';
import { parseJsonText } from '../facts/parse-json-text.js';
import { scrub } from '../facts/scrub.js';
import { type CsvRow, unending } from '../sync-errors/csv-row.js';
import { type CorruptLine, corruptLine, parseJsonLine } from '../sync-errors/error-lines.js';
import { isPlainRow, type RowReading } from '../sync-errors/row-reading.js';
import { jsonArraySplitter } from './json-array-splitter.js';
import { jsonOf } from './json-of.js';
import { type OpenRecords, openRecords, type RecordsFault } from './open-records.js';
import { type LineSource, readLines } from './read-lines.js';

/** What may be rows, one after the other. */
export interface Candidates {
  readonly values: readonly unknown[];
  /** The line on which a value is, by its index; in a list its place, from 1. */
  placeAt(index: number): number;
  /** The text of a value, by its index, where the file gives it. */
  textAt(index: number): string | undefined;
  /** What is not even a value, by its index; the value there is `undefined`. */
  readonly corrupt: ReadonlyMap<number, CorruptLine>;
}

/** A file of rows in one of its forms. */
export interface CandidateFile {
  /** What the places count. */
  readonly unit: 'line' | 'record';
  /** Whether there is nothing but blanks in it. */
  readonly isEmpty: boolean;
  /** Iterating throws errors of the file system. */
  readonly batches: AsyncGenerator<Candidates, void, undefined>;
  /** To be asked at the end: why the file cannot be read to its end. */
  readonly fault: () => RecordsFault | undefined;
}

/**
 * Opens a file or a stream of rows: JSON Lines, a list, an envelope, pages, a fact, a snapshot or a table of CSV, in any encoding. Lines, lists and
 * tables are read in memory that does not grow with them.
 *
 * @param parseLine - parses a line of JSON Lines; `undefined` if it is not JSON
 * @throws what the file system throws
 */
export async function openCandidates(
  source: LineSource,
  reading: RowReading,
  parseLine: (line: string) => unknown = jsonOf,
): Promise<Result<CandidateFile, RecordsFault>> {
  const opened = await openRecords(source, reading.lack);
  return opened.isErr() ? err(opened.error) : candidatesOf(opened.value, reading, parseLine);
}

async function candidatesOf(
  opened: OpenRecords,
  reading: RowReading,
  parseLine: (line: string) => unknown,
): Promise<Result<CandidateFile, RecordsFault>> {
  switch (opened.form) {
    case 'empty':
      return ok(fileOf('line', nothing));
    case 'lines':
      return ok(fileOf('line', () => inLines(opened.chunks, reading, parseLine)));
    case 'list':
      return ok(fileOf('record', () => inList(opened.chunks, reading)));
    case 'document':
      return ok(
        fileOf('record', async function* () {
          const values = reading.candidatesIn(opened.value);
          yield { values, placeAt: (index) => index + 1, textAt: () => undefined, corrupt: new Map() };
          return undefined;
        }),
      );
    case 'text': {
      // Only tables need what reads them.
      const { csvHeadOf, csvRows, missingColumnsOf } = await import('../sync-errors/csv-table.js');
      const head = csvHeadOf(opened.head);
      if (head === undefined) return ok(fileOf('line', () => inLines(opened.chunks, reading, parseLine)));
      const missing = missingColumnsOf(head, scrub);
      if (missing !== undefined) return err({ type: 'malformed', because: missing });
      reading.noteColumns(head.columns);
      const take = csvRows(head);
      const candidateOf = (cells: readonly string[]) => reading.candidateOfCells(cells, head.columns);
      return ok(fileOf('line', () => inTable(opened.chunks, head.length, take, candidateOf)));
    }
  }
}

type Reader = () => AsyncGenerator<Candidates, RecordsFault | undefined, undefined>;

// biome-ignore lint/correctness/useYield: there is nothing in it
async function* nothing(): ReturnType<Reader> {
  return undefined;
}

function fileOf(unit: CandidateFile['unit'], read: Reader): CandidateFile {
  let fault: RecordsFault | undefined;
  async function* batches(): AsyncGenerator<Candidates, void, undefined> {
    fault = (yield* read()) ?? undefined;
  }
  return { unit, isEmpty: read === nothing, batches: batches(), fault: () => fault };
}

async function* inLines(
  chunks: AsyncIterable<Uint8Array>,
  reading: RowReading,
  parseLine: (line: string) => unknown,
): ReturnType<Reader> {
  for await (const { first, texts, isCutOff } of readLines(chunks)) {
    const values: unknown[] = [];
    const corrupt = new Map<number, CorruptLine>();
    // Mostly each line is one value: which line a value is on is only kept from the first line on that is not.
    const lines: number[] = [];
    const add = (value: unknown, line: number) => {
      if (values.length !== line || lines.length > 0) lines.push(line);
      values.push(value);
    };
    const lineAt = (index: number) => lines[index - (values.length - lines.length)] ?? index;
    for (let line = 0; line < texts.length; line += 1) {
      const text = texts[line] ?? '';
      const value = isCutOff ? undefined : parseLine(text);
      if (isPlainRow(value)) add(value, line);
      else if (value !== undefined) for (const found of reading.candidatesIn(value)) add(found, line);
      else if (text.trim() !== '') {
        corrupt.set(values.length, faultOfLine(text, first + line, isCutOff));
        add(undefined, line);
      }
    }
    yield { values, placeAt: (index) => first + lineAt(index), textAt: (index) => texts[lineAt(index)], corrupt };
  }
  return undefined;
}

function faultOfLine(text: string, line: number, isCutOff: boolean): CorruptLine {
  if (isCutOff) return corruptLine(text, line, { type: 'too-long', because: 'the line is too long for a row' });
  const fault = parseJsonLine(text);
  return corruptLine(text, line, fault.isErr() ? fault.error : { type: 'invalid-json', because: 'it is not JSON' });
}

async function* inList(chunks: AsyncIterable<Uint8Array>, reading: RowReading): ReturnType<Reader> {
  const splitter = jsonArraySplitter();
  const decoder = new TextDecoder();
  let items = 0;
  let rows = 0;
  for await (const chunk of chunks) {
    const found = newCandidates();
    for (const text of splitter.push(decoder.decode(chunk, { stream: true }))) {
      items += 1;
      const item = parseJsonText(text);
      if (item.isErr()) return { ...item.error, because: `item ${items} of the list ${item.error.because}` };
      for (const value of reading.candidatesIn(item.value)) {
        rows += 1;
        found.add(value, rows);
      }
    }
    yield found;
  }
  if (splitter.isWhole()) return undefined;
  const because = `is not JSON: it ends too early or continues after its end, after ${items} items of the list`;
  return { type: 'invalid-json', because };
}

async function* inTable(
  chunks: AsyncIterable<Uint8Array>,
  headLength: number,
  take: (text: string, isLast: boolean) => readonly CsvRow[],
  candidateOf: (cells: readonly string[]) => unknown,
): ReturnType<Reader> {
  const decoder = new TextDecoder();
  let skip = headLength;
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    const rows = take(text.slice(skip), false);
    yield rowsOf(rows);
    skip = Math.max(0, skip - text.length);
    const last = rows.at(-1);
    if (last?.fault === unending) return { type: 'malformed', because: `line ${last.line}: ${unending}` };
  }
  yield rowsOf(take(decoder.decode().slice(skip), true));
  return undefined;

  function rowsOf(rows: readonly CsvRow[]): Candidates {
    const found = newCandidates();
    for (const { cells, line, fault } of rows) {
      if (fault === undefined) found.add(candidateOf(cells), line);
      else found.addCorrupt(corruptLine(cells.join(', '), line, { type: 'malformed', because: fault }));
    }
    return found;
  }
}

function newCandidates() {
  const values: unknown[] = [];
  const places: number[] = [];
  const corrupt = new Map<number, CorruptLine>();
  function add(value: unknown, place: number): void {
    values.push(value);
    places.push(place);
  }
  function addCorrupt(line: CorruptLine): void {
    corrupt.set(values.length, line);
    add(undefined, line.line);
  }
  return { values, placeAt: (index: number) => places[index] ?? 0, textAt: () => undefined, corrupt, add, addCorrupt };
}
