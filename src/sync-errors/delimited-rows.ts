/** A row of a text with delimited cells. */
export interface DelimitedRow {
  readonly cells: readonly string[];
  /** A quotation mark is not where a cell begins or ends: what its cells are is a guess. */
  readonly isMalformed: boolean;
  /** How many characters it takes, with its line break. */
  readonly length: number;
}

export interface DelimitedRows {
  /**
   * The rows that end in the next part of the text; with the last part, also one that has no line break.
   *
   * @param most - it stops after so many rows, and must not be asked again
   */
  readonly read: (part: string, isLast: boolean, most?: number) => readonly DelimitedRow[];
  /** How many characters have been read of the row that has not ended. */
  readonly openLength: () => number;
  /** Its cells so far. */
  readonly openCells: () => readonly string[];
}

/**
 * Reads the rows of a text part by part (*Common Format and MIME Type for Comma-Separated Values (CSV) Files*, RFC 4180, 2005-10). A cell
 * in quotation marks may have blanks after it. If anything else follows, the mark is text and its row is malformed; the cell ends at the
 * next mark that can end it. No part is read again, so a cell may be in any number of them.
 */
export function delimitedRows(delimiter: string, newline: '\n' | '\r'): DelimitedRows {
  /** `after-mark`: in a cell in quotation marks, after one that ends it, unless what follows shows otherwise. */
  let state: 'before-cell' | 'plain' | 'quoted' | 'after-mark' = 'before-cell';
  let cells: string[] = [];
  let cell = '';
  let blanks = '';
  let isMalformed = false;
  let length = 0;

  return { read, openLength: () => length, openCells: () => [...cells, cell] };

  function read(part: string, isLast: boolean, most = Number.POSITIVE_INFINITY): readonly DelimitedRow[] {
    const rows: DelimitedRow[] = [];
    const nextDelimiter = positionsOf(delimiter, part);
    const nextNewline = positionsOf(newline, part);
    const nextMark = positionsOf('"', part);
    let rowStart = 0;
    let at = 0;
    while (at < part.length && rows.length < most) {
      if (state === 'before-cell' && part[at] === '"') {
        state = 'quoted';
        at += 1;
      } else if (state === 'before-cell' || state === 'plain') {
        const lineEnd = nextNewline(at);
        if (cells.length === 0 && cell === '' && lineEnd < part.length && nextMark(at) > lineEnd) {
          cells = withoutReturn(part.slice(at, lineEnd)).split(delimiter);
          at = lineEnd + 1;
          endRow();
        } else {
          const end = Math.min(nextDelimiter(at), lineEnd);
          cell += part.slice(at, end);
          at = end;
          state = 'plain';
          if (at < part.length) endCell();
        }
      } else if (state === 'quoted') {
        const first = nextMark(at);
        let end = first;
        while (part[end + 1] === '"') end = nextMark(end + 2);
        const text = part.slice(at, end);
        cell += end === first ? text : text.replaceAll('""', '"');
        at = end + 1;
        if (end < part.length) state = 'after-mark';
      } else afterMark(part[at] ?? '');
    }
    length += part.length - rowStart;
    if (isLast && length > 0 && rows.length < most) {
      if (state === 'quoted') isMalformed = true;
      cells.push(state === 'plain' ? withoutReturn(cell) : cell);
      cell = '';
      at = rowStart;
      endRow();
    }
    return rows;

    function afterMark(next: string): void {
      if (next === delimiter || next === newline) endCell();
      else if (next === '"' && blanks === '') {
        cell += '"';
        state = 'quoted';
        at += 1;
      } else if (isBlank(next)) {
        const start = at;
        while (isBlank(part[at])) at += 1;
        blanks += part.slice(start, at);
      } else {
        isMalformed = true;
        cell += `"${blanks}`;
        blanks = '';
        state = 'quoted';
      }
    }

    function isBlank(character: string | undefined): boolean {
      return character?.trim() === '' && character !== delimiter && character !== newline;
    }

    function endCell(): void {
      const isLastOfRow = part[at] === newline;
      cells.push(isLastOfRow && state === 'plain' ? withoutReturn(cell) : cell);
      cell = '';
      blanks = '';
      state = 'before-cell';
      at += 1;
      if (isLastOfRow) endRow();
    }

    function endRow(): void {
      rows.push({ cells, isMalformed, length: length + at - rowStart });
      rowStart = at;
      cells = [];
      isMalformed = false;
      length = 0;
    }
  }
}

/** Where the next one is, or the length of the text. To be asked with rising positions: what was found is not looked for again. */
function positionsOf(mark: string, text: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = text.indexOf(mark, from);
      found = next === -1 ? text.length : next;
    }
    return found;
  };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
