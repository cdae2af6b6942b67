import { err, ok, type Result } from 'neverthrow';
import { issueInWords } from '../facts/issues.js';
import { parseJsonText } from '../facts/parse-json-text.js';
import { scrub } from '../facts/scrub.js';
import type { Fault } from '../fault.js';
import { parseSyncErrorRecord, type SyncErrorRecord } from './record.js';

/**
 * A line of a JSON Lines file that is not of the same kind as the other lines.
 * @public
 */
export interface CorruptLine extends Fault<'invalid-json' | 'malformed' | 'too-long'> {
  /** The first line of the file is 1; in a list, the place of the row. */
  readonly line: number;
  /** Which file, where there are several. */
  readonly file?: string | undefined;
  /** Its beginning, without tokens and email addresses. */
  readonly text: string;
}

/**
 * The lines of a file that could not be read.
 * @public
 */
export interface CorruptLines {
  /** How many there are; they are not counted elsewhere. */
  readonly count: number;
  /** The first hundred of them. */
  readonly lines: readonly CorruptLine[];
  /** In a list, rows have no lines. */
  readonly unit?: 'record' | undefined;
}

const mostCorruptLines = 100;

/** Counts lines that cannot be read, and keeps the first of them. */
export function corruptLineTally() {
  const lines: CorruptLine[] = [];
  let count = 0;
  return {
    add: (line: CorruptLine): void => {
      count += 1;
      if (lines.length < mostCorruptLines) lines.push(line);
    },
    summary: (): CorruptLines => ({ count, lines: [...lines] }),
  };
}

/**
 * One line of a JSON Lines file as an error row.
 *
 * @param text - without its end
 * @param line - its number, from 1
 * @returns the row; `undefined` for a blank line; or what is wrong with it
 * @public
 */
export function parseSyncErrorLine(text: string, line: number): Result<SyncErrorRecord | undefined, CorruptLine> {
  if (text.trim() === '') return ok(undefined);
  return parseJsonLine(text)
    .andThen((value) =>
      parseSyncErrorRecord(value).mapErr(({ type, issues }) => ({
        type,
        because: issues.map(issueInWords).join('; '),
      })),
    )
    .orElse((fault) => err(corruptLine(text, line, fault)));
}

/** One line of a JSON Lines file as any JSON value. */
export function parseJsonLine(text: string): Result<unknown, Fault<'invalid-json'>> {
  return parseJsonText(text, 'line').mapErr(({ type, because }) => ({ type, because: `it ${because}` }));
}

/** The report about a line. */
export function corruptLine(
  text: string,
  line: number,
  { type, because }: Pick<CorruptLine, 'type' | 'because'>,
): CorruptLine {
  return { type, line, because: scrub(because), text: scrub(text.slice(0, mostOfALine)).slice(0, shownOfALine) };
}

/** A token must not be cut before it is recognized. */
const mostOfALine = 4_096;
const shownOfALine = 200;
