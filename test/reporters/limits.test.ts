import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel } from '../../src/reporters/document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';

// Whatever there is too much of is cut where it is shown, and what is cut is announced.

const documentOf = (...blocks: readonly Block[]): DocumentModel => ({
  title: 'A page',
  header: 'A page',
  noun: 'page',
  heading: 'A heading',
  mark: 'error',
  summary: [],
  blocks: [{ type: 'section', title: 'A chapter', blocks }],
});

const number = 200_000;
const many = Array.from({ length: number }, (_, index) => `thing ${index}`);
const way = { title: 'A way', performedBy: ['developer'], destroys: null, steps: ['a step'] } as const;

const blocks: Readonly<Record<string, Block>> = {
  list: { type: 'list', items: many.map((text) => ({ text })), noun: 'thing' },
  'list in a list': { type: 'list', items: [{ text: 'all', items: many.map((text) => ({ text })) }], noun: 'thing' },
  table: {
    type: 'table',
    caption: 'x',
    columns: ['One', 'Two'],
    rows: many.map((text) => ({ cells: [text, 1] })),
    noun: 'row',
  },
  'cell of a table': {
    type: 'table',
    caption: 'x',
    columns: ['One', 'Two'],
    rows: [{ cells: ['a', { type: 'items', items: many, noun: 'thing' }] }],
    noun: 'row',
  },
  steps: { type: 'steps', steps: many },
  'steps of a way': { type: 'ways', ways: [{ ...way, steps: many }] },
  'ways in their order': { type: 'ways', ways: many.map((title) => ({ ...way, title })), inOrder: true },
  code: { type: 'code', language: 'sql', lines: many },
  'code of a way': { type: 'ways', ways: [{ ...way, code: many }] },
  fields: { type: 'fields', fields: many.map((text) => [text, text]) },
};

describe.each(Object.entries(blocks))('%s', (name, block) => {
  test.each([
    ['pretty', toPretty, 1_000],
    ['markdown', toMarkdown, 40_100],
    ['html', toHtml, 60_000],
  ] as const)('as %s', (_, show, lines) => {
    const shown = show(documentOf(block));
    expect(shown.split('\n').length).toBeLessThan(lines);
    // The list of fields of a page is short by its nature, but complete.
    if (!(name === 'fields' && show === toHtml)) expect(shown).toMatch(/… and [\d,]{3,} more/);
    expect(shown).toContain('thing 3');
  });
});

test('Markdown shows no more than asked for, whatever a block allows', () => {
  const list: Block = { type: 'list', items: many.map((text) => ({ text })), noun: 'thing', most: 500 };
  expect(toMarkdown(documentOf(list), { most: 20 }).match(/^- thing/gm)).toHaveLength(20);
});

test('a list that is one too long is shown whole: saying so takes as much room', () => {
  const list: Block = { type: 'list', items: many.slice(0, 11).map((text) => ({ text })), noun: 'thing' };
  expect(toPretty(documentOf(list))).toContain('thing 10');
  expect(toPretty(documentOf(list))).not.toContain('more');
});

test('a line with half a million backticks, and a fence that holds it', () => {
  const shown = toMarkdown(documentOf({ type: 'code', language: 'text', lines: ['` '.repeat(250_000), '````'] }));
  expect(shown).toContain('\n`````text\n');
});

test('colors are colors, in capitals too', () => {
  const document = {
    ...documentOf({ type: 'paragraph', text: { type: 'strong', text: 'x' } }),
    heading: ['a', { type: 'strong', text: 'b\u001b' }],
  } as const;
  const shown = toPretty(
    { ...document, blocks: [{ type: 'section', title: { type: 'soft', text: 'c\u001b' }, blocks: [] }] },
    { color: true },
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colors
  const escapes = shown.match(/\u001b[^\dm]*\[?[\d;]*\w/g) ?? [];
  expect(escapes.length).toBeGreaterThan(4);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colors
  for (const one of escapes) expect(one).toMatch(/^\u001b\[\d+m$/);
  expect(shown).toContain('B\\u001b');
  expect(shown).toContain('C\\u001b');
});
