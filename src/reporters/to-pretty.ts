import picocolors from 'picocolors';
import type { Performer } from '../rules/remediation/remediation.js';
import { given, isOn } from './blocks.js';
import type { Block, DocumentModel, Inline, Item, List, Mark, Section, Table, Way, Ways } from './document.js';
import { longestName, longestText, visible, visibleStart } from './escape.js';
import { isInlines } from './inlines.js';
import { isUsual, performersInWords } from './performer-in-words.js';
import { textPicture } from './text-picture.js';
import { counted, figure, moreOf, timeInText } from './words.js';

/**
 * How text for a terminal looks.
 * @public
 */
export interface PrettyOptions {
  /** Color it for a terminal. Default: no color. */
  readonly color?: boolean | undefined;
  /** How many columns the terminal has; pictures and tables keep to it. Default: 80 for pictures, and tables are as wide as their content. */
  readonly width?: number | undefined;
}

/**
 * A document as text for a terminal. Long lists are cut, and text from outside is safe: what would change how the terminal shows
 * the text around it is shown as `\u001b`.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(activityDocument(replay), { color: process.stdout.isTTY }));
 * ```
 * @public
 */
export function toPretty(document: DocumentModel, options: PrettyOptions = {}): string {
  return prettyOf(document, options, textPicture);
}

/** The same with other pictures: who has none does not pay for drawing them. */
export function prettyOf(
  document: DocumentModel,
  { color = false, width }: PrettyOptions,
  draw: typeof textPicture,
): string {
  const context: Context = {
    colors: picocolors.createColors(color),
    width,
    draw,
    depth: 0,
    isUpper: false,
    performedBy: undefined,
  };
  const { heading, subject, mark, summary, blocks } = document;
  const { colors } = context;
  const title = (isUpper: boolean) => colors.bold(inline(heading, { ...context, isUpper }));
  const parts = [
    [
      mark === undefined ? title(false) : painted(mark, title(true), context),
      ...given(subject, (one) => colors.bold(inline(one, context))),
    ].join('  '),
    ...summary.flatMap((block) => linesOf(block, context)),
  ];
  const groups = [parts, ...blocks.map((block) => linesOf(block, context))].filter((lines) => lines.length > 0);
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Context {
  readonly colors: ReturnType<typeof picocolors.createColors>;
  /** Where the terminal has one. */
  readonly width: number | undefined;
  readonly draw: typeof textPicture;
  /** How many sections are around. */
  readonly depth: number;
  /** Titles are in capitals: their letters, not what escapes or colors them. */
  readonly isUpper: boolean;
  /** Who carries things out where nobody else is named. */
  readonly performedBy: readonly Performer[] | undefined;
}

const mostItems = 10;
const mostRows = 50;
/** Of code, and of drawings such as trees. */
const mostLines = 500;
const pictureWidth = 80;

function linesOf(block: Block, context: Context): readonly string[] {
  if (!isOn(block, 'terminal')) return [];
  const { colors } = context;
  switch (block.type) {
    case 'section':
      return section(block, context);
    case 'paragraph':
      return [block.look === 'lost' ? colors.red(inline(block.text, context)) : inline(block.text, context)];
    case 'list':
      return listed(block, context);
    case 'table':
      return table(block, context);
    case 'fields':
      return firstLines(block.fields, mostRows, 'field', ([name, value]) => [
        `${visibleStart(name)}: ${inline(value, context)}`,
      ]);
    case 'ways':
      return ways(block, context);
    case 'steps':
      return numbered(block.steps, context);
    case 'code':
      return indented(verbatim(block.lines));
    case 'picture':
      return verbatim(context.draw(block.picture, (context.width ?? pictureWidth) - 2 * context.depth));
    case 'notice':
      return [
        `${sign(block.mark, context)} ${inline(block.text, context)}`,
        ...indented(blocksOf(block.blocks, context)),
      ];
    case 'details':
      return block.isOpen === true
        ? [colors.bold(inline(block.summary, context)), ...indented(blocksOf(block.blocks, context))]
        : [];
    case 'tiles':
    case 'filter':
      return [];
  }
}

function blocksOf(blocks: readonly Block[] = [], context: Context): readonly string[] {
  return blocks.flatMap((block) => linesOf(block, context));
}

/** A chapter, a card, or a part of a card. */
function section(block: Section, outer: Context): readonly string[] {
  if (block.titleOn === 'page') return blocksOf(block.blocks, outer);
  const context = { ...outer, depth: outer.depth + 1, performedBy: block.performedBy ?? outer.performedBy };
  const { colors } = context;
  const title = inline(block.title, { ...context, isUpper: context.depth === 1 });
  const about = (block.about ?? []).map((one) => inline(one, context)).join(', ');
  const usual = given(block.performedBy, (usual) =>
    colors.dim(`Performed by ${performersInWords(usual)}, unless another role is named.`),
  );
  const content = [...usual, ...withGaps(block.blocks, context)];
  if (context.depth === 1) {
    const count = block.count === undefined ? '' : ` ${figure(block.count)}`;
    return [colors.bold(`${title}${count}`), ...content];
  }
  const before = block.mark === undefined ? '' : `${headMark(block.mark, block.code !== undefined, context)} `;
  const words = [
    ...given(block.code, ({ text }) => colors.bold(visible(text))),
    colors.bold(title),
    ...(about === '' ? [] : [colors.dim(about)]),
  ];
  return [`${before}${words.join('  ')}`, ...indented(content, context.depth === 2 ? 4 : 2)];
}

/** A failed check is named too: colors and signs alone are easy to overlook. */
function headMark(mark: Mark, isCheck: boolean, context: Context): string {
  const isNamed = isCheck && (mark === 'error' || mark === 'warning');
  return painted(mark, isNamed ? `${signs[mark]} ${mark.padEnd(7)}` : signs[mark], context);
}

/** Cards have an empty line between them, and not too many of them are shown. */
function withGaps(blocks: readonly Block[], context: Context): readonly string[] {
  let cards = 0;
  const lines: string[] = [];
  for (const block of blocks) {
    const isCard = block.type === 'section' && isOn(block, 'terminal');
    if (isCard) cards += 1;
    if (isCard && cards > mostRows) continue;
    const shown = linesOf(block, context);
    if (isCard && lines.length > 0 && context.depth === 1) lines.push('');
    // A card begins where its chapter does; everything else in a chapter is indented.
    for (const line of isCard || context.depth > 1 ? shown : indented(shown)) lines.push(line);
  }
  return cards > mostRows ? [...lines, '', more(cards - mostRows)] : lines;
}

function listed(
  { items, noun, look, most = mostItems, left }: Omit<List, 'type'>,
  context: Context,
): readonly string[] {
  // A line that says that there is one more takes as much room as that one.
  const shown = items.length === most + 1 ? items.length : most;
  return firstLines(
    items,
    shown,
    noun,
    (item) => itemLines(look === 'findings' ? { ...item, note: undefined } : item, context),
    left,
  );
}

function itemLines({ text, note, about = [], mark, items = [] }: Item, context: Context): readonly string[] {
  const words = [...about, ...given(note, (one) => one)].map((one) => inline(one, context)).join(', ');
  const aside = words === '' ? '' : `  ${context.colors.dim(words)}`;
  return [
    `${mark === undefined ? '•' : sign(mark, context)} ${inline(text, context)}${aside}`,
    ...indented(listed({ items, noun: 'line' }, context)),
  ];
}

/** As wide as what is in it, or as the terminal: then cells take several lines. */
function table({ columns, rows, noun, most = mostRows, left = 0 }: Table, context: Context): readonly string[] {
  const shown = rows.slice(0, most).map(({ cells }) => cells.map((cell) => inline(cell, context)));
  const natural = columns.map((column, index) =>
    shown.reduce((most, cells) => Math.max(most, lengthOf(cells[index] ?? '')), column.length),
  );
  const room = (context.width ?? Number.POSITIVE_INFINITY) - 2 * context.depth - gap.length * (columns.length - 1);
  const widths = fitted(natural, room);
  const linesOfRow = (cells: readonly string[]) => {
    const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 0));
    const height = Math.max(...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, index) => padded(lines[line] ?? '', widths[index] ?? 0))
        .join(gap)
        .trimEnd(),
    );
  };
  return [
    ...linesOfRow(columns.map((column) => visibleStart(column))).map((line) => context.colors.dim(line)),
    ...shown.flatMap(linesOfRow),
    ...(rows.length + left > shown.length ? [more(rows.length + left - shown.length, noun)] : []),
  ];
}

const gap = '  ';
/** Narrower columns would hold a letter or two on each line. */
const narrowest = 12;

/** Widths that fit into a room, the widest columns made narrower first. */
function fitted(natural: readonly number[], room: number): readonly number[] {
  const total = (limit: number) => natural.reduce((sum, width) => sum + Math.min(width, limit), 0);
  let limit = Math.max(...natural);
  while (limit > narrowest && total(limit) > room) limit -= 1;
  return natural.map((width) => Math.min(width, limit));
}

/** Text in lines of a width; a word that is longer has a line of its own. */
function wrap(text: string, width: number): readonly string[] {
  return joined(joined(text.split(' '), isSign), (line, word) => lengthOf(line) + 1 + lengthOf(word) <= width);
}

/** A sign is not parted from what it is about. */
function isSign(word: string): boolean {
  return lengthOf(word) === 1;
}

/** Each piece behind the one before, where the two belong together. */
function joined(pieces: readonly string[], belong: (before: string, piece: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const before = lines.at(-1);
    if (before !== undefined && belong(before, piece)) lines[lines.length - 1] = `${before} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** The ways to fix something, or what is done one after the other. */
function ways({ ways: all, inOrder = false, others }: Ways, context: Context): readonly string[] {
  const { colors } = context;
  const [first, ...rest] = all;
  if (first === undefined) return [];
  const lines = inOrder
    ? firstLines(all, mostRows, 'step', (way, index) => wayLines(way, `${index + 1}.`, context))
    : others === undefined
      ? all.flatMap((way, index) => wayLines(way, index === 0 ? 'Fix:' : 'Or:', context))
      : wayLines({ ...first, links: [] }, 'Fix:', context);
  const elsewhere = others === undefined || rest.length === 0 || inOrder;
  return elsewhere ? lines : [...lines, `  ${colors.dim(`${counted(rest.length, 'other way')}: ${visible(others)}`)}`];
}

function wayLines(
  { title, performedBy, destroys, steps, links = [], code = [] }: Way,
  label: string,
  context: Context,
) {
  const { colors } = context;
  const who = isUsual(performedBy, context.performedBy) ? '' : `  ${colors.dim(`(${performersInWords(performedBy)})`)}`;
  return [
    `${colors.cyan(label)} ${inline(title, context)}${who}`,
    ...indented(numbered(steps, context)),
    ...indented(verbatim(code.flatMap((statement) => statement.split('\n'))), 5),
    ...given(destroys, (lost) => `  ${colors.red('Lost by this:')} ${inline(lost, context)}`),
    ...links.map(({ title: page, url }) => `  ${colors.dim(`see ${inline(page, context)}: ${visibleStart(url)}`)}`),
  ];
}

function numbered(steps: readonly Inline[], context: Context): readonly string[] {
  return firstLines(steps, mostRows, 'step', (step, index) => [`${index + 1}. ${inline(step, context)}`]);
}

/** Lines that stay as they are, but for what a terminal would take for something else. */
function verbatim(lines: readonly string[]): readonly string[] {
  return firstLines(lines, mostLines, 'line', (line) => [visible(line)]);
}

/** The lines of the first of them, and how many there are more. */
function firstLines<One>(
  all: readonly One[],
  most: number,
  noun: string,
  linesOfOne: (one: One, index: number) => readonly string[],
  left = 0,
): readonly string[] {
  const lines = all.slice(0, most).flatMap(linesOfOne);
  const others = Math.max(all.length - most, 0) + left;
  return others > 0 ? [...lines, more(others, noun)] : lines;
}

/** Text in which nothing changes how the terminal shows what is around it, as long as its kind may be. */
function inline(content: Inline, context: Context): string {
  if (typeof content === 'string') return letters(content, longestText, context);
  if (typeof content === 'number') return figure(content);
  if (isInlines(content)) return content.map((one) => inline(one, context)).join('');
  const { colors } = context;
  switch (content.type) {
    case 'name':
    case 'code':
      return letters(content.text, longestName, context);
    case 'quote':
      return letters(content.text, longestText, context);
    case 'strong':
      return colors.bold(inline(content.text, context));
    case 'soft':
    case 'tag':
      return colors.dim(inline(content.text, context));
    case 'time':
      return visibleStart(timeInText(content.iso), longestName);
    case 'link':
      return `${inline(content.text, context)} (${visibleStart(content.url)})`;
    case 'jump':
      return inline(content.text, context);
    case 'slot':
      return letters(content.text, longestText, context);
    case 'mark':
      return sign(content.mark, context);
    case 'titled':
      return [content.text, ...content.about].map((one) => inline(one, context)).join(', ');
    case 'items': {
      const { items, noun } = content;
      const shown = items.slice(0, mostItems).map((one) => inline(one, context));
      return [...shown, ...(items.length > mostItems ? [more(items.length - mostItems, noun)] : [])].join('; ');
    }
  }
}

function letters(text: string, longest: number, { isUpper }: Context): string {
  return visibleStart(isUpper ? text.toUpperCase() : text, longest);
}

const signs: Readonly<Record<Mark, string>> = {
  error: '✖',
  warning: '▲',
  inconclusive: '?',
  blocked: '?',
  errored: '?',
  accepted: '○',
  passed: '✔',
  'not-applicable': '–',
  skipped: '–',
};

function sign(mark: Mark, context: Context): string {
  return painted(mark, signs[mark], context);
}

function painted(mark: Mark, text: string, { colors }: Context): string {
  switch (mark) {
    case 'error':
      return colors.red(text);
    case 'passed':
      return colors.green(text);
    case 'accepted':
    case 'not-applicable':
    case 'skipped':
      return colors.dim(text);
    default:
      return colors.yellow(text);
  }
}

function more(number: number, noun?: string): string {
  return `… and ${moreOf(number, noun)}`;
}

function indented(lines: readonly string[], by = 2): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

/** Colors take no room. */
function lengthOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colors themselves
  return text.replace(/\u001b\[\d+m/g, '').length;
}
