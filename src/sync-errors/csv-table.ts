import { type CsvRow, unending } from './csv-row.js';
import { delimitedRows } from './delimited-rows.js';
import { columnsOf, type RowColumns, requiredProperties } from './row-columns.js';

/** The head of a table: how its cells are separated, and what its columns are. */
export interface CsvHead {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  readonly names: readonly string[];
  readonly columns: RowColumns;
  /** How many characters it takes, and where the first row begins. */
  readonly length: number;
  readonly firstLine: number;
}

const delimiters = [',', ';', '\t'];
/** Fewer known columns may be those of anything. */
const fewestColumns = 2;

/**
 * The head of a table of sync errors. The separator is the one of the line `sep=;`, which Excel writes, else the one with which
 * most columns are known. The line `#TYPE …`, which Windows PowerShell writes, is passed over.
 *
 * @param text - the beginning, with the whole first row
 * @returns `undefined` for a text that is not a table, or a table of something else
 */
export function csvHeadOf(text: string): CsvHead | undefined {
  const [blank = ''] = /^\s*\n|^/.exec(text) ?? [];
  const [said = '', separator] = /^(?:sep=(.)|#TYPE .*)\r?\n/i.exec(text.slice(blank.length)) ?? [];
  const start = blank.length + said.length;
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const beginning = text.slice(start, start + longestHead);
  const heads = (separator === undefined || separator === '"' ? delimiters : [separator]).map((delimiter) => {
    const [first] = delimitedRows(delimiter, newline).read(beginning, true, 1);
    const names = first?.cells ?? [];
    return { delimiter, newline, names, columns: columnsOf(names), length: start + (first?.length ?? 0) } as const;
  });
  const head = heads.reduce((best, next) => (next.columns.places.size > best.columns.places.size ? next : best));
  if (head.columns.places.size < fewestColumns) return undefined;
  return { ...head, firstLine: 1 + linesIn(text.slice(0, head.length), newline) };
}

/** Why a table cannot be read: columns that no row can do without are not there, or it is open which they are. */
export function missingColumnsOf(
  { columns: { places }, names }: CsvHead,
  shown: (name: string) => string,
): string | undefined {
  const missing = requiredProperties.filter((property) => !places.has(property));
  if (missing.length === 0) return undefined;
  const twice = missing.find((property) => names.filter((name) => columnsOf([name]).places.has(property)).length > 1);
  if (twice !== undefined)
    return `has several columns that may be "${captionByProperty.get(twice) ?? twice}": name one so`;
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const there = names.slice(0, mostNamed).map((name) => shown(name.trim().slice(0, 100)));
  const words = missing.map((property) => `"${captionByProperty.get(property) ?? property}"`);
  return `has no column ${words.join(', ')}: its columns are ${there.join(', ')}${more}`;
}

const mostNamed = 20;
const captionByProperty = new Map([
  ['id', 'Id'],
  ['integrationJob', 'Integration job'],
  ['entity', 'Entity'],
  ['createdOn', 'Created On'],
]);

/** Reads the rows of a table part by part. Rows without any content are left out. */
export function csvRows({
  delimiter,
  newline,
  names,
  firstLine,
}: CsvHead): (text: string, isLast: boolean) => readonly CsvRow[] {
  const reader = delimitedRows(delimiter, newline);
  let line = firstLine;
  return (text, isLast) => {
    const rows: CsvRow[] = [];
    for (const { cells, isMalformed } of reader.read(text, isLast)) {
      const begins = line;
      line += 1;
      for (const cell of cells) if (cell.includes(newline)) line += linesIn(cell, newline);
      if (cells.every((cell) => cell.trim() === '')) continue;
      const fault = isMalformed ? 'a quotation mark is not where a cell begins or ends' : faultOf(cells, names);
      rows.push({ cells, line: begins, fault });
    }
    if (reader.openLength() > longestRow) {
      rows.push({ cells: [reader.openCells().join(delimiter).slice(0, 4_096)], line, fault: unending });
    }
    return rows;
  };
}

/** In characters. No row is that long: with one quotation mark too many, it never ends. */
const longestRow = 4_000_000;
const longestHead = 1_000_000;

function faultOf(cells: readonly string[], names: readonly string[]): string | undefined {
  const filled = cells.slice(names.length).every((cell) => cell === '') ? names.length : cells.length;
  const count = Math.min(cells.length, filled);
  const cellsInWords = count === 1 ? '1 cell' : `${count} cells`;
  return count === names.length ? undefined : `it has ${cellsInWords}, and the table has ${names.length} columns`;
}

function linesIn(text: string, newline: string): number {
  return text.split(newline).length - 1;
}
