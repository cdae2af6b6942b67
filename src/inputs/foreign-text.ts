/*
 * Texts of other programs that are not words: settings and tables. A log or a message has lines like theirs, so most of the first lines
 * must be alike.
 */

/** What a text is that holds data of something else, as it continues "it looks like"; `undefined` for words. Nothing of it is quoted. */
export function foreignText(text: string): string | undefined {
  if (/^\s*\{\\rtf\d/.test(text)) return 'a document in Rich Text Format: save it as text';
  const lines = firstLines(text);
  return kinds.find(({ is }) => is(lines))?.looksLike;
}

const kinds: readonly { readonly looksLike: string; readonly is: (lines: readonly string[]) => boolean }[] = [
  { looksLike: 'a YAML file', is: isYaml },
  { looksLike: 'a file of settings', is: isSettings },
  { looksLike: 'a table (CSV) of something else than sync errors', is: isTable },
];

/** In characters, and in lines. */
const mostLooked = 8_192;
const mostLines = 30;

/** The first lines that are neither blank nor a comment. The last one may be cut off. */
function firstLines(text: string): readonly string[] {
  const lines = text.slice(0, mostLooked).split(/\r\n|\r|\n/);
  const whole = text.length > mostLooked ? lines.slice(0, -1) : lines;
  return whole.filter((line) => line.trim() !== '' && !/^\s*[#;]/.test(line)).slice(0, mostLines);
}

/** Keys without blanks that begin small, and one of them with something below it: messages have captions and sentences. */
function isYaml(lines: readonly string[]): boolean {
  const content = lines.filter((line) => !/^(?:---|\.\.\.)\s*$/.test(line));
  const hasMark = content.length < lines.length && /^---/.test(lines[0] ?? '');
  const isNested = content.some(
    (line, index) => /^[\w"'.-]+:\s*$/.test(line) && /^(?:\s+\S|-\s)/.test(content[index + 1] ?? ''),
  );
  return (
    content.length > 1 &&
    (isNested || hasMark) &&
    content.every((line) => /^\s*(?:-\s|["']?[a-z][\w./-]{0,60}["']?:(?:\s|$))/.test(line))
  );
}

/** `[section]` and `key = value`, or `KEY=value` alone. */
function isSettings(lines: readonly string[]): boolean {
  const pairs = lines.filter((line) => /^\s*[\w.-]{1,60}\s*=/.test(line)).length;
  const sections = lines.filter((line) => /^\s*\[{1,2}[\w. "'\\/:-]{1,100}\]{1,2}\s*$/.test(line)).length;
  return pairs > 1 - Math.min(sections, 1) && pairs + sections === lines.length;
}

/** Three columns or more, with the same number of separators in each line. */
function isTable(lines: readonly string[]): boolean {
  const [head = '', ...rows] = lines;
  const separator = [',', ';', '\t', '|'].find((mark) => separatorsIn(head, mark) > 1);
  if (separator === undefined || rows.length === 0 || !isHead(head.split(separator))) return false;
  const count = separatorsIn(head, separator);
  return rows.every((row) => separatorsIn(row, separator) === count);
}

function separatorsIn(line: string, separator: string): number {
  return line.replace(/"[^"]*"/g, '').split(separator).length - 1;
}

/** Captions are short, there for each column, and not sentences. */
function isHead(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\s*"?[^".!?]{1,60}"?\s*$/.test(cell) && cell.trim().split(/\s+/).length <= 5);
}
