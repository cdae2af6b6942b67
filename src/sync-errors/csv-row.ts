/** A row of a table, or why it is not one. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** The line on which it begins. */
  readonly line: number;
  readonly fault?: string | undefined;
}

/** The fault after which nothing more can be read. */
export const unending = 'a cell in quotation marks does not end';
