import { fc, test } from '@fast-check/vitest';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect } from 'vitest';
import type { Block, DocumentModel, Inline, Item, Mark, Row, Way } from '../../src/reporters/document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { runs } from '../support/fuzz.js';
import { hostileTexts } from '../support/hostile-report.js';
import { hostileText } from '../support/hostile-text.js';

// Every block and every piece of a line, in every arrangement: what they hold is text in each format, whatever it says.

/** Documents whose every text is one that is filled in afterward, so that two of them differ in nothing else. */
type Shape = (text: string) => DocumentModel;

const marks: readonly Mark[] = ['error', 'warning', 'inconclusive', 'accepted', 'passed'];

const inline: fc.Arbitrary<(text: string) => Inline> = fc.oneof(
  fc.constantFrom<((text: string) => Inline)[]>(
    (text) => text,
    () => 7,
    (text) => ({ type: 'name', text }),
    (text) => ({ type: 'code', text }),
    (text) => ({ type: 'quote', text }),
    (text) => ({ type: 'strong', text: { type: 'name', text } }),
    (text) => ({ type: 'soft', text }),
    (text) => ({ type: 'tag', text }),
    (text) => ({ type: 'time', iso: text }),
    (text) => ({ type: 'link', text, url: text }),
    (text) => ({ type: 'jump', text, to: 'x' }),
    (text) => ({ type: 'slot', id: 'x', text }),
    () => ({ type: 'mark', mark: 'error' }),
    (text) => ({ type: 'titled', text, about: [text, text] }),
    (text) => ({ type: 'items', items: [text, text], noun: 'thing' }),
    (text) => ['a ', text, { type: 'name', text }, ' b'],
  ),
);

const item: fc.Arbitrary<(text: string) => Item> = fc
  .tuple(inline, inline, fc.option(fc.constantFrom(...marks)), fc.boolean())
  .map(([text, note, mark, nested]) => (filled) => ({
    text: text(filled),
    note: note(filled),
    mark: mark ?? undefined,
    about: [note(filled)],
    items: nested ? [{ text: text(filled) }] : [],
    facets: { row: filled },
  }));

const way: fc.Arbitrary<(text: string) => Way> = fc.tuple(inline, fc.boolean()).map(([step, destroys]) => (filled) => ({
  title: filled,
  performedBy: ['developer'],
  destroys: destroys ? filled : null,
  steps: [step(filled), filled],
  links: [{ title: filled, url: filled }],
}));

const leaf: fc.Arbitrary<(text: string) => Block> = fc.oneof(
  inline.map(
    (text) =>
      (filled: string): Block => ({ type: 'paragraph', text: text(filled) }),
  ),
  fc
    .tuple(item, fc.constantFrom('findings', 'checks', 'rows', 'plain', undefined), fc.integer({ min: 0, max: 40 }))
    .map(([one, look, times]) => (filled: string): Block => {
      return { type: 'list', items: Array.from({ length: times }, () => one(filled)), noun: 'thing', look };
    }),
  fc.tuple(inline, inline).map(
    ([a, b]) =>
      (filled: string): Block => ({
        type: 'table',
        caption: filled,
        columns: ['One', 'Two'],
        rows: [{ cells: [a(filled), b(filled)] }, { cells: [filled, filled] }] satisfies Row[],
        noun: 'row',
      }),
  ),
  inline.map(
    (value) =>
      (filled: string): Block => ({ type: 'fields', fields: [['Name', value(filled)]] }),
  ),
  fc.tuple(way, fc.boolean(), fc.boolean()).map(([one, inOrder, others]) => (filled: string): Block => {
    return { type: 'ways', ways: [one(filled), one(filled)], inOrder, ...(others ? { others: filled } : {}) };
  }),
  inline.map(
    (step) =>
      (filled: string): Block => ({ type: 'steps', steps: [step(filled), filled] }),
  ),
  fc.constant((filled: string): Block => ({ type: 'code', language: 'sql', lines: ['x', filled] })),
  inline.map((text) => (filled: string): Block => {
    return { type: 'notice', mark: 'warning', text: text(filled), blocks: [{ type: 'paragraph', text: filled }] };
  }),
  inline.map((text) => (filled: string): Block => {
    return { type: 'details', summary: text(filled), isOpen: true, blocks: [{ type: 'paragraph', text: filled }] };
  }),
);

const section = (inner: fc.Arbitrary<(text: string) => Block>): fc.Arbitrary<(text: string) => Block> =>
  fc.tuple(inline, inline, fc.array(inner, { maxLength: 3 })).map(
    ([title, about, blocks]) =>
      (filled: string): Block => ({
        type: 'section',
        title: title(filled),
        code: { text: filled },
        mark: 'error',
        about: [about(filled)],
        blocks: blocks.map((one) => one(filled)),
      }),
  );

const shape: fc.Arbitrary<Shape> = fc
  .tuple(
    inline,
    fc.array(leaf, { maxLength: 2 }),
    fc.array(section(fc.oneof(leaf, section(fc.oneof(leaf, section(leaf))))), { maxLength: 3 }),
  )
  .map(
    ([heading, summary, blocks]) =>
      (text: string): DocumentModel => ({
        title: text,
        header: 'A page',
        noun: 'page',
        heading: heading(text),
        subject: { type: 'name', text },
        mark: 'error',
        summary: summary.map((one) => one(text)),
        blocks: blocks.map((one) => one(text)),
        footer: [text],
      }),
  );

/** Those that take a parser long say nothing that shorter ones do not. */
const hostile = Object.entries(hostileTexts).map(([name, text]) => [name, text.slice(0, 300)] as const);
const treacherous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe.each(hostile)('%s', (_, text) => {
  test.prop([shape], { numRuns: runs(15) })('is text on a terminal, on its line', (document) => {
    expectLine(document, text);
  });
  test.prop([shape], { numRuns: runs(15) })('is text in Markdown', (document) => expectWords(document, text));
  test.prop([shape], { numRuns: runs(15) })('is text on a page', (document) => expectText(document, text));
});

describe('any hostile text', () => {
  test.prop([shape, hostileText], { numRuns: runs(150) })('is text on a terminal, on its line', expectLine);
  test.prop([shape, hostileText], { numRuns: runs(150) })('is text in Markdown', expectWords);
  test.prop([shape, hostileText], { numRuns: runs(150) })('is text on a page', expectText);
});

function expectLine(document: Shape, text: string): void {
  const shown = toPretty(document(text));
  expect(shown.replaceAll('\n', '')).not.toMatch(treacherous);
  expect(shown.split('\n')).toHaveLength(toPretty(document('x')).split('\n').length);
}

function expectWords(document: Shape, text: string): void {
  const shown = toMarkdown(document(text));
  expect(shown.replaceAll('\n', '')).not.toMatch(treacherous);
  for (const parse of [fromMarkdown, asOnGitHub]) {
    const root = parse(shown);
    expect(JSON.stringify(skeleton(root))).toBe(JSON.stringify(skeleton(parse(toMarkdown(document('x'))))));
    expect(wordsOf(root).filter((word) => /@\w|#\d|GH-\d|:\/\/|www\./i.test(word))).toEqual([]);
  }
}

function expectText(document: Shape, text: string): void {
  const shown = toHtml(document(text)).replace(/<style>[\s\S]*?<\/style>/, '');
  expect(shown.replaceAll('\n', '')).not.toMatch(treacherous);
  expect(tagsOf(shown)).toEqual(tagsOf(toHtml(document('x')).replace(/<style>[\s\S]*?<\/style>/, '')));
}

function asOnGitHub(text: string): Nodes {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The kinds of nodes, but for words and code, which are all that text may become. */
function skeleton(node: Nodes): unknown {
  if (node.type === 'text' || node.type === 'inlineCode') return [];
  const children = 'children' in node ? node.children.map(skeleton).filter((child) => String(child) !== '') : [];
  const isHollow = ['paragraph', 'strong'].includes(node.type) && children.length === 0;
  return isHollow ? [] : [node.type, ...children];
}

function wordsOf(node: Nodes): readonly string[] {
  if (node.type === 'text') return [node.value];
  return 'children' in node ? node.children.flatMap(wordsOf) : [];
}

/** The tags with the names of their attributes, but for the code that words between backticks become. */
function tagsOf(page: string): readonly string[] {
  return [
    ...page.replace(/<code>[^<]*<\/code>/g, '').matchAll(/<(\/?[a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g),
  ].map(
    ([, name = '', attributes = '']) =>
      `${name} ${[...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/g)].map(([, one]) => one).join()}`,
  );
}
