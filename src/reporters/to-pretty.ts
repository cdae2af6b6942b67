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
  /** How many columns the terminal has; pictures and tables keep to it. Default 80. */
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
  { color = false, width = 80 }: PrettyOptions,
  draw: typeof textPicture,
): string {
  const context: Context = { colors: picocolors.createColors(color), width, draw, depth: 0, performedBy: undefined };
  const { heading, subject, mark, summary, blocks } = document;
  const { colors } = context;
  const title = colors.bold(inline(heading, context));
  const parts = [
    [
      mark === undefined ? title : painted(mark, title.toUpperCase(), context),
      ...given(subject, (one) => colors.bold(inline(one, context))),
    ].join('  '),
    ...summary.flatMap((block) => linesOf(block, context)),
  ];
  const groups = [parts, ...blocks.map((block) => linesOf(block, context))].filter((lines) => lines.length > 0);
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Context {
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly width: number;
  readonly draw: typeof textPicture;
  /** How many sections are around. */
  readonly depth: number;
  /** Who carries things out where nobody else is named. */
  readonly performedBy: readonly Performer[] | undefined;
}

const mostItems = 10;
const mostRows = 50;

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
      return block.fields.map(([name, value]) => `${visible(name)}: ${inline(value, context)}`);
    case 'ways':
      return ways(block, context);
    case 'steps':
      return block.steps.map((step, index) => `${index + 1}. ${inline(step, context)}`);
    case 'code':
      return block.lines.map((line) => `  ${visible(line)}`);
    case 'picture':
      return context.draw(block.picture, context.width - 2 * context.depth).map((line) => visible(line));
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
  const title = inline(block.title, context);
  const about = (block.about ?? []).map((one) => inline(one, context)).join(', ');
  const usual = given(block.performedBy, (usual) =>
    colors.dim(`Performed by ${performersInWords(usual)}, unless another role is named.`),
  );
  const content = [...usual, ...withGaps(block.blocks, context)];
  if (context.depth === 1) {
    const count = block.count === undefined ? '' : ` ${block.count}`;
    return [colors.bold(`${title.toUpperCase()}${count}`), ...content];
  }
  const words = [
    ...given(block.mark, (mark) => headMark(mark, block.code !== undefined, context)),
    ...given(block.code, ({ text }) => colors.bold(visible(text))),
    colors.bold(title),
    ...(about === '' ? [] : [colors.dim(about)]),
  ];
  return [words.join('  ').replace(/^(\S+(?: \w+ *)?) {2}/, '$1 '), ...indented(content, context.depth === 2 ? 4 : 2)];
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
    lines.push(...(isCard || context.depth > 1 ? shown : indented(shown)));
  }
  return cards > mostRows ? [...lines, '', more(cards - mostRows)] : lines;
}

function listed({ items, noun, look, most = mostItems }: List, context: Context): readonly string[] {
  return [
    ...items
      .slice(0, most)
      .flatMap((item) => itemLines(look === 'findings' ? { ...item, note: undefined } : item, context)),
    ...(items.length > most ? [more(items.length - most, noun)] : []),
  ];
}

function itemLines({ text, note, about = [], mark, items = [] }: Item, context: Context): readonly string[] {
  const words = [...about, ...given(note, (one) => one)].map((one) => inline(one, context)).join(', ');
  const aside = words === '' ? '' : `  ${context.colors.dim(words)}`;
  return [
    `${mark === undefined ? '•' : sign(mark, context)} ${inline(text, context)}${aside}`,
    ...indented(listed({ type: 'list', items, noun: 'line' }, context)),
  ];
}

/** As wide as what is in it; a column of names takes no more than its share. */
function table({ columns, rows, noun, most = mostRows }: Table, context: Context): readonly string[] {
  const shown = rows.slice(0, most).map(({ cells }) => cells.map((cell) => inline(cell, context)));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...shown.map((cells) => lengthOf(cells[index] ?? ''))),
  );
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === cells.length - 1 ? cell : padded(cell, widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    context.colors.dim(lineOf(columns)),
    ...shown.map(lineOf),
    ...(rows.length > most ? [more(rows.length - most, noun)] : []),
  ];
}

/** The ways to fix something, or what is done one after the other. */
function ways({ ways: all, inOrder = false, others }: Ways, context: Context): readonly string[] {
  const { colors } = context;
  const [first, ...rest] = all;
  if (first === undefined) return [];
  const lines = inOrder
    ? all.flatMap((way, index) => wayLines(way, `${index + 1}.`, context))
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
    ...steps.map((step, index) => `  ${index + 1}. ${inline(step, context)}`),
    ...code.flatMap((statement) => statement.split('\n').map((line) => `     ${visible(line)}`)),
    ...given(destroys, (lost) => `  ${colors.red('Lost by this:')} ${inline(lost, context)}`),
    ...links.map(({ title: page, url }) => `  ${colors.dim(`see ${inline(page, context)}: ${visibleStart(url)}`)}`),
  ];
}

/** Text in which nothing changes how the terminal shows what is around it, as long as its kind may be. */
function inline(content: Inline, context: Context): string {
  if (typeof content === 'string') return visibleStart(content, longestText);
  if (typeof content === 'number') return figure(content);
  if (isInlines(content)) return content.map((one) => inline(one, context)).join('');
  const { colors } = context;
  switch (content.type) {
    case 'name':
    case 'code':
      return visibleStart(content.text, longestName);
    case 'quote':
      return visibleStart(content.text, longestText);
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
      return visibleStart(content.text, longestText);
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
  return `… and ${moreOf(number, noun)} (--format json lists them all)`;
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
