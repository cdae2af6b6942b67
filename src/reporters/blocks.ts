import type {
  Block,
  Details,
  Fields,
  Inline,
  Item,
  List,
  Mark,
  Medium,
  Notice,
  Paragraph,
  Picture,
  PictureData,
  Row,
  Section,
  Steps,
  Table,
} from './document.js';

type More<Shown extends { readonly type: string }, Given extends keyof Shown> = Omit<Shown, 'type' | Given>;

export function section(
  title: Inline,
  blocks: readonly Block[],
  more: More<Section, 'title' | 'blocks'> = {},
): Section {
  return { type: 'section', title, blocks, ...more };
}

/** A section with a list and how long it is; nothing where the list is empty. */
export function listSection(
  title: Inline,
  items: readonly (Inline | Item)[],
  noun: string,
  more: Pick<List, 'most' | 'look'> = {},
): readonly Section[] {
  return when(items.length > 0, () => section(title, [list(items, noun, more)], { count: items.length }));
}

export function paragraph(text: Inline, look?: Paragraph['look']): Paragraph {
  return { type: 'paragraph', text, look };
}

export function list(
  items: readonly (Inline | Item)[],
  noun: string,
  more: Pick<List, 'most' | 'left' | 'look'> = {},
): List {
  return { type: 'list', items: items.map(itemOf), noun, ...more };
}

function itemOf(item: Inline | Item): Item {
  return typeof item === 'object' && 'text' in item && !('type' in item) ? item : { text: item };
}

export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (Row | readonly Inline[])[],
  more: More<Table, 'caption' | 'columns' | 'rows'>,
): Table {
  return { type: 'table', caption, columns, rows: rows.map(rowOf), ...more };
}

function rowOf(row: Row | readonly Inline[]): Row {
  return 'cells' in row ? row : { cells: row };
}

export function fields(fields: Fields['fields'], look?: Fields['look']): Fields {
  return { type: 'fields', fields, look };
}

export function steps(steps: readonly Inline[]): Steps {
  return { type: 'steps', steps };
}

export function picture(picture: PictureData): Picture {
  return { type: 'picture', picture };
}

export function notice(mark: Mark, text: Inline, blocks?: readonly Block[]): Notice {
  return { type: 'notice', mark, text, blocks };
}

export function details(
  summary: Inline,
  blocks: readonly Block[],
  more: More<Details, 'summary' | 'blocks'> = {},
): Details {
  return { type: 'details', summary, blocks, ...more };
}

/** A block that is shown there only; everywhere without a medium. */
export function on(medium: Block['on'], block: Block): Block {
  return { ...block, on: medium };
}

export function onPage(block: Block): Block {
  return on('page', block);
}

/** A block for a terminal and Markdown, where a page shows something else. */
export function inText(block: Block): Block {
  return on(['terminal', 'markdown'], block);
}

/** The block where the condition is met, else nothing; to be spread into blocks. */
export function when<Shown>(condition: boolean, block: () => Shown): readonly Shown[] {
  return condition ? [block()] : [];
}

/** What is made of a value where there is one, else nothing; to be spread. */
export function given<Value, Shown>(
  value: Value | null | undefined,
  shownFor: (value: Value) => Shown,
): readonly Shown[] {
  return value === null || value === undefined ? [] : [shownFor(value)];
}

/** Whether a block is shown there. */
export function isOn({ on }: Pick<Block, 'on'>, medium: Medium): boolean {
  return on === undefined || on === medium || (Array.isArray(on) && on.includes(medium));
}
