import type { Performer } from '../rules/remediation/remediation.js';
import { given, isOn } from './blocks.js';
import type { Block, DocumentModel, Inline, Item, List, Mark, Section, Table, Way, Ways } from './document.js';
import { longestName, longestText, markdownText, startOf, visible } from './escape.js';
import { isInlines } from './inlines.js';
import { isUsual, performersInWords } from './performer-in-words.js';
import { textPicture } from './text-picture.js';
import { figure, isMoment, moreOf, timeInText } from './words.js';

/**
 * How a Markdown text looks.
 * @public
 */
export interface MarkdownOptions {
  /** At most so many items of a list and rows of a table, with a line that counts the others; a comment on GitHub holds 65,536 characters. Default: 10,000. */
  readonly most?: number | undefined;
}

/**
 * A document for a pull request, a ticket or a wiki, in Markdown with tables. Text from outside is not read as markup, links nowhere
 * and mentions nobody.
 *
 * @example
 * ```ts
 * const comment = toMarkdown(activityDocument(replay), { most: 20 });
 * ```
 * @public
 */
export function toMarkdown(document: DocumentModel, { most = 10_000 }: MarkdownOptions = {}): string {
  const { heading, subject, summary, blocks } = document;
  const context: Context = { most, depth: 0, performedBy: undefined };
  const parts = [
    `## ${inline(heading)}${subject === undefined ? '' : `: ${inline(subject)}`}`,
    ...partsOf([...summary, ...blocks], context),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Some blocks, for what holds Markdown itself. */
export function markdownOf(blocks: readonly Block[]): string {
  return partsOf(blocks, { most: 10_000, depth: 0, performedBy: undefined }).join('\n\n');
}

interface Context {
  readonly most: number;
  /** How many sections are around. */
  readonly depth: number;
  /** Who carries things out where nobody else is named. */
  readonly performedBy: readonly Performer[] | undefined;
}

const mostSections = 1_000;

/** Blocks of Markdown, with empty lines between them. */
function partsOf(blocks: readonly Block[] = [], context: Context): readonly string[] {
  const shown = blocks.filter((block) => isOn(block, 'markdown'));
  const sections = shown.filter(({ type }) => type === 'section').length;
  let left = mostSections;
  return [
    ...shown.flatMap((block) => (block.type === 'section' && --left < 0 ? [] : partsOfBlock(block, context))),
    ...(sections > mostSections ? [more(sections - mostSections)] : []),
  ];
}

function partsOfBlock(block: Block, context: Context): readonly string[] {
  switch (block.type) {
    case 'section':
      return section(block, context);
    case 'paragraph':
      return [visibleWords(block.look === 'lost' ? bold(inline(block.text, true)) : inline(block.text))];
    case 'list':
      return lines(listLines(block, context));
    case 'table':
      return table(block, context);
    case 'fields':
      return lines(
        listLines(
          {
            noun: 'field',
            items: block.fields.map(([name, value]) => ({ text: [{ type: 'name', text: name }, ': ', value] })),
          },
          context,
        ),
      );
    case 'ways':
      return ways(block, context);
    case 'steps':
      return lines(numbered(block.steps, context));
    case 'code':
      return [fenced(block.lines, block.language)];
    case 'picture': {
      const drawing = textPicture(block.picture, pictureWidth);
      return drawing.length === 0 ? [] : [fenced(drawing, 'text')];
    }
    case 'notice':
      return [`**${wordOf[block.mark]}:** ${inline(block.text)}`, ...partsOf(block.blocks, context)];
    case 'details':
      return block.isOpen === true
        ? [visibleWords(bold(inline(block.summary, true))), ...partsOf(block.blocks, context)]
        : [];
    case 'tiles':
    case 'filter':
      return [];
  }
}

const pictureWidth = 76;

const wordOf: Readonly<Record<Mark, string>> = {
  error: 'Error',
  warning: 'Warning',
  inconclusive: 'Note',
  blocked: 'Blocked',
  errored: 'Error',
  accepted: 'Accepted',
  passed: 'Passed',
  'not-applicable': 'Note',
  skipped: 'Note',
};

function section(block: Section, outer: Context): readonly string[] {
  const { title, titleOn, code, count, mark, about = [], performedBy, blocks } = block;
  if (titleOn === 'page') return partsOf(blocks, outer);
  const context = { ...outer, depth: outer.depth + 1, performedBy: performedBy ?? outer.performedBy };
  const named = code === undefined ? '' : `${linked(code.text, code.url ?? '')} `;
  const words = `${named}${inline(title, true)}${count === undefined || context.depth > 1 ? '' : ` (${figure(count)})`}`;
  const notes = [
    ...(context.depth === 1 ? [] : given(mark, (one) => markInText[one])),
    ...about.map((one) => inline(one)),
  ];
  return [
    context.depth > 2 ? visibleWords(bold(words)) : `${'#'.repeat(context.depth + 2)} ${words}`,
    ...(notes.length === 0 ? [] : [notes.join(', ')]),
    ...given(performedBy, (usual) => `Performed by ${performersInWords(usual)}, unless another role is named.`),
    ...partsOf(blocks, context),
  ];
}

const markInText: Readonly<Record<Mark, string>> = {
  error: 'error',
  warning: 'warning',
  inconclusive: 'not known',
  blocked: 'blocked',
  errored: 'crashed',
  accepted: 'accepted',
  passed: 'in order',
  'not-applicable': 'not applicable',
  skipped: 'skipped',
};

function listLines({ items, noun, look, most, left = 0 }: Omit<List, 'type'>, context: Context): readonly string[] {
  const limit = Math.min(most ?? context.most, context.most);
  const others = Math.max(items.length - limit, 0) + left;
  return [
    ...items
      .slice(0, limit)
      .flatMap((item) => itemLines(look === 'findings' ? { ...item, note: undefined } : item, context)),
    ...(others > 0 ? [`- ${more(others, noun)}`] : []),
  ];
}

function itemLines(item: Item, context: Context): readonly string[] {
  const { text: words, note, about = [], mark, items = [] } = item;
  const sign = mark === undefined ? '' : `**${markInText[mark]}** `;
  const notes = [...about, ...given(note, (one) => one)].map((one) => inline(one));
  const aside = notes.length === 0 ? '' : ` – ${notes.join(', ')}`;
  return [
    `- ${visibleWords(`${sign}${inline(words)}${aside}`)}`,
    ...listLines({ items, noun: 'line' }, context).map((line) => `  ${line}`),
  ];
}

function table({ columns, rows, noun, most, left = 0 }: Table, context: Context): readonly string[] {
  if (rows.length === 0) return [];
  const limit = Math.min(most ?? context.most, context.most);
  const others = Math.max(rows.length - limit, 0) + left;
  const lines = [
    columns.map((column) => text(column, longestName)),
    columns.map(() => '---'),
    ...rows.slice(0, limit).map(({ cells }) => cells.map((one) => inline(one))),
    ...(others > 0 ? [columns.map((_, index) => (index === 0 ? more(others, noun) : ''))] : []),
  ];
  return [lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

function ways({ ways: all, inOrder = false, others }: Ways, context: Context): readonly string[] {
  const [first, ...rest] = all;
  if (first === undefined) return [];
  if (inOrder) {
    const shown = all.slice(0, mostSections).flatMap((way, index) => wayParts(way, `${index + 1}.`, context));
    return all.length > mostSections ? [...shown, more(all.length - mostSections, 'step')] : shown;
  }
  if (others === undefined) return all.flatMap((way, index) => wayParts(way, index === 0 ? 'Fix:' : 'Or:', context));
  const titles = rest.map(
    ({ title, destroys }) => `- ${inline(title)}${destroys === null ? '' : ` (lost by this: ${inline(destroys)})`}`,
  );
  return [
    ...wayParts({ ...first, links: [] }, 'Fix:', context),
    ...(rest.length === 0 ? [] : ['Other ways:', ...lines(titles)]),
  ];
}

function wayParts(
  { title, performedBy, destroys, steps, links = [], code = [] }: Way,
  label: string,
  context: Context,
) {
  const who = isUsual(performedBy, context.performedBy) ? '' : ` (${performersInWords(performedBy)})`;
  return [
    `**${label}** ${inline(title)}${who}`,
    ...lines(numbered(steps, context)),
    ...(code.length === 0 ? [] : [fenced(code.join('\n').split('\n'), 'sql')]),
    ...given(destroys, (lost) => `**Lost by this:** ${inline(lost)}`),
    ...(links.length === 0 ? [] : [visibleWords(links.map(({ title: page, url }) => linked(page, url)).join(' · '))]),
  ];
}

function numbered(steps: readonly Inline[], context: Context): readonly string[] {
  const shown = steps.slice(0, context.most).map((step, index) => `${index + 1}. ${inline(step)}`);
  return steps.length > context.most
    ? [...shown, `${context.most + 1}. ${more(steps.length - context.most, 'step')}`]
    : shown;
}

function lines(all: readonly string[]): readonly string[] {
  return all.length === 0 ? [] : [all.join('\n')];
}

/** Of code, and of drawings such as trees. */
const mostLines = 5_000;

/** The fence is longer than any row of backticks in the text. */
function fenced(texts: readonly string[], language: string): string {
  const rest = texts.length - mostLines;
  const shown = [...texts.slice(0, mostLines), ...(rest > 0 ? [more(rest, 'line')] : [])].map(visible);
  let longest = 2;
  for (const line of shown) for (const [ticks] of line.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

/** Within bold words nothing else is bold: the marks would end them. */
function inline(content: Inline, inBold = false): string {
  if (typeof content === 'string') return prose(content);
  if (typeof content === 'number') return figure(content);
  if (isInlines(content)) return content.map((one) => inline(one, inBold)).join('');
  switch (content.type) {
    case 'name':
      return text(content.text, longestName);
    case 'code':
      return codeOf(content.text);
    case 'quote':
    case 'slot':
      return text(content.text, longestText);
    case 'strong':
      return inBold ? inline(content.text, true) : bold(inline(content.text, true));
    case 'soft':
    case 'tag':
    case 'jump':
      return inline(content.text, inBold);
    case 'time':
      return isMoment(content.iso) ? timeInText(content.iso) : text(content.iso, longestName);
    case 'link':
      return linked(content.text, content.url);
    case 'mark':
      return markInText[content.mark];
    case 'titled':
      return [content.text, ...content.about].map((one) => inline(one)).join(', ');
    case 'items': {
      const { items, noun } = content;
      const rest = items.length > mostInCell ? [more(items.length - mostInCell, noun)] : [];
      return [...items.slice(0, mostInCell).map((one) => inline(one)), ...rest].join('; ');
    }
  }
}

const mostInCell = 20;

/** Words between backticks are code, as rules write their steps; a lone backtick is text. */
function prose(given: string): string {
  const parts = startOf(given, longestText).split('`');
  return parts
    .map((part, index) => {
      const isCode = index % 2 === 1 && index < parts.length - 1;
      if (isCode) return codeOf(part);
      const isAfterLone = index % 2 === 1;
      return `${isAfterLone ? '\\`' : ''}${markdownText(part)}`;
    })
    .join('');
}

function text(given: string, longest: number): string {
  return markdownText(startOf(given, longest));
}

/** Words that stay as they are for copying; what would end the code is shown as text. */
function codeOf(given: string): string {
  const shown = visible(startOf(given, longestName).replace(/\s+/g, ' '));
  return shown === '' || /^ | $|[`|]/.test(shown) ? markdownText(shown) : `\`${shown}\``;
}

/** A link only where it leads to the web, by an address that cannot end it. */
function linked(title: string, url: string): string {
  return url.search(/^https?:\/\/[^\s()<>"'\\|]{1,1000}$/i) === 0 && URL.canParse(url)
    ? `[${text(title, longestName)}](${url})`
    : text(title, longestName);
}

/** A line without words would not be one, and its neighbors would become one list. */
function visibleWords(text: string): string {
  return text.trim() || '–';
}

/** Bold; nothing where there is nothing. */
function bold(text: string): string {
  return text.trim() === '' ? '' : `**${text.trim()}**`;
}

function more(number: number, noun?: string): string {
  return `… and ${moreOf(number, noun)}`;
}
