import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type DelimitedRow, delimitedRows } from '../../src/sync-errors/delimited-rows.js';
import { runs } from '../support/fuzz.js';

type Newline = '\n' | '\r';

function rowsIn(parts: readonly string[], delimiter = ',', newline: Newline = '\n'): readonly DelimitedRow[] {
  const { read } = delimitedRows(delimiter, newline);
  return [...parts.flatMap((part) => read(part, false)), ...read('', true)];
}

const cellsIn = (text: string, delimiter?: string, newline?: Newline) =>
  rowsIn([text], delimiter, newline).map(({ cells }) => cells);

/** The text in parts that end at these places. */
function cut(text: string, places: readonly number[]): readonly string[] {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return ends.map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
}

const cuts = fc.oneof(fc.array(fc.nat(), { maxLength: 6 }), fc.constant(Array.from({ length: 400 }, (_, at) => at)));
const units = ['a', 'ß', '"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '\u{1D11E}', '""', '",', '"\n', 'sep='];
const anyText = fc.string({ unit: fc.constantFrom(...units), maxLength: 12 });
const delimiters = fc.constantFrom(',', ';', '\t', '|', ' ');

describe('rows that were written', () => {
  const written = fc.record({
    text: anyText,
    isQuoted: fc.boolean(),
    blanks: fc.constantFrom('', '', ' ', '\u00a0\v'),
  });
  property.prop(
    [
      fc.array(fc.array(written, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      delimiters,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      cuts,
    ],
    { numRuns: runs(500) },
  )('come back, in whatever parts they arrive', (rows, delimiter, lineEnd, endsWithBreak, places) => {
    const lines = rows.map((cells) =>
      cells
        .map(({ text, isQuoted, blanks }) =>
          isQuoted || text.includes(delimiter) || /["\r\n]/.test(text)
            ? `"${text.replaceAll('"', '""')}"${blanks.replaceAll(delimiter, '')}`
            : text,
        )
        .join(delimiter),
    );
    const text = lines.join(lineEnd) + (endsWithBreak ? lineEnd : '');
    const found = rowsIn(cut(text, places), delimiter, lineEnd === '\r' ? '\r' : '\n');
    const expected = rows.map((cells) => cells.map((cell) => cell.text));
    // A last line without anything in it is not a row.
    if (!endsWithBreak && lines.at(-1) === '') expected.pop();
    expect(found.map(({ cells }) => cells)).toEqual(expected);
    expect(found.some(({ isMalformed }) => isMalformed)).toBe(false);
    expect(found.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
  });
});

describe('any text', () => {
  const longer = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
  property.prop([longer, delimiters, fc.constantFrom<Newline[]>('\n', '\r'), cuts], { numRuns: runs(1_000) })(
    'gives the same rows in whatever parts it arrives, and every character is in one of them',
    (text, delimiter, newline, places) => {
      const rows = rowsIn([text], delimiter, newline);
      expect(rowsIn(cut(text, places), delimiter, newline)).toEqual(rows);
      expect(rows.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
    },
  );

  property.prop([longer, longer])('stops after as many rows as are wanted', (first, second) => {
    const { read } = delimitedRows(',', '\n');
    const rows = rowsIn([`${first}\n${second}`]);
    expect(read(`${first}\n${second}`, true, 1)).toEqual(rows.slice(0, 1));
  });
});

describe('what is open', () => {
  test('is the row that has not ended', () => {
    const { read, openLength, openCells } = delimitedRows(',', '\n');
    expect([openLength(), openCells()]).toEqual([0, ['']]);
    read('a,b\nc,"d\n', false);
    expect([openLength(), openCells()]).toEqual([5, ['c', 'd\n']]);
    read('e', false);
    expect([openLength(), openCells()]).toEqual([6, ['c', 'd\ne']]);
    expect(read('"\n', false)).toEqual([{ cells: ['c', 'd\ne'], isMalformed: false, length: 8 }]);
    expect([openLength(), openCells()]).toEqual([0, ['']]);
  });
});

describe('well-formed', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    ['', []],
    ['\n', [['']]],
    ['\n\n', [[''], ['']]],
    [',', [['', '']]],
    ['a', [['a']]],
    ['a,b', [['a', 'b']]],
    ['a,b,', [['a', 'b', '']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\r', [['a', 'b']]],
    ['a\r,b', [['a\r', 'b']]],
    ['""', [['']]],
    ['"","",""', [['', '', '']]],
    ['""""', [['"']]],
    ['"a""b"', [['a"b']]],
    ['"a,b","c\nd"', [['a,b', 'c\nd']]],
    ['"a\r\nb"\r\n', [['a\r\nb']]],
    ['"a\r"\n', [['a\r']]],
    ['"a" ,"b"\t\r\nc', [['a', 'b'], ['c']]],
    ['"a" ', [['a']]],
    ['x,"a"\r', [['x', 'a']]],
    // Marks inside a cell that does not begin with one are text.
    ['a"b,c', [['a"b', 'c']]],
    ['a"b"', [['a"b"']]],
    [' "a",b', [[' "a"', 'b']]],
    [
      'a,b"\nc,d',
      [
        ['a', 'b"'],
        ['c', 'd'],
      ],
    ],
  ])('%j', (text, expected) => {
    const rows = rowsIn([text]);
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
    expect(rows.some(({ isMalformed }) => isMalformed)).toBe(false);
    expect(cellsIn(text.replaceAll(',', ';'), ';')).toEqual(
      expected.map((row) => row.map((cell) => cell.replace(',', ';'))),
    );
  });

  test('with returns between rows', () => {
    expect(cellsIn('a,b\r"c\r\nd",e\r', ',', '\r')).toEqual([
      ['a', 'b'],
      ['c\r\nd', 'e'],
    ]);
  });

  test('with a delimiter that is a blank', () => {
    expect(cellsIn('"a"\t"b"\t\n', '\t')).toEqual([['a', 'b', '']]);
    expect(cellsIn('"a"  b\n', ' ')).toEqual([['a', '', 'b']]);
  });
});

describe('malformed: the row is marked, and those after it are read', () => {
  test.each<[string, readonly (readonly string[])[], readonly number[]]>([
    ['"a', [['a']], [0]],
    ['"', [['']], [0]],
    ['"""', [['"']], [0]],
    ['"a""', [['a"']], [0]],
    ['x,"a\nb,c\n', [['x', 'a\nb,c\n']], [0]],
    ['"a"b', [['a"b']], [0]],
    ['"a"b,c\nd', [['a"b,c\nd']], [0]],
    [
      '"a"b",c\nd,e',
      [
        ['a"b', 'c'],
        ['d', 'e'],
      ],
      [0],
    ],
    [
      '"a" b",c\nd,e',
      [
        ['a" b', 'c'],
        ['d', 'e'],
      ],
      [0],
    ],
    ['"a" "b",c', [['a" "b', 'c']], [0]],
    [
      '"say "hi" now",c\nd,e',
      [
        ['say "hi" now', 'c'],
        ['d', 'e'],
      ],
      [0],
    ],
    ['"a"b""c",d', [['a"b"c', 'd']], [0]],
    ['"a" b"" "\nc', [['a" b" '], ['c']], [0]],
    ['a,b\n"c"d"\ne,f\n"g', [['a', 'b'], ['c"d'], ['e', 'f'], ['g']], [1, 3]],
    ['"a\r\n', [['a\r\n']], [0]],
  ])('%j', (text, expected, malformed) => {
    const rows = rowsIn([text]);
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
    expect(rows.flatMap(({ isMalformed }, index) => (isMalformed ? [index] : []))).toEqual(malformed);
  });
});
