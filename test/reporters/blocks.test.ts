import { describe, expect, test } from 'vitest';
import {
  details,
  fields,
  given,
  inText,
  isOn,
  list,
  listSection,
  notice,
  on,
  onPage,
  paragraph,
  picture,
  section,
  steps,
  table,
  when,
} from '../../src/reporters/blocks.js';
import type { Block, Inline, Medium, PictureData } from '../../src/reporters/document.js';
import {
  code,
  isInlines,
  items,
  joined,
  jump,
  link,
  name,
  quote,
  series,
  sign,
  soft,
  strong,
  tag,
  time,
  timeOrDash,
} from '../../src/reporters/inlines.js';

const text = paragraph('some text');
const drawn: PictureData = { of: 'hours', hours: [] };

test.each<[string, Block, Block]>([
  ['paragraph', paragraph('a', 'lead'), { type: 'paragraph', text: 'a', look: 'lead' }],
  ['section', section('a', [text], { id: 'b' }), { type: 'section', title: 'a', blocks: [text], id: 'b' }],
  ['section of nothing', section('a', []), { type: 'section', title: 'a', blocks: [] }],
  [
    'list of texts, inline parts and items',
    list(['a', 1, name('b'), ['c', 'd'], { text: 'e', note: 'f' }], 'thing', { most: 3, left: 4, look: 'rows' }),
    {
      type: 'list',
      items: [{ text: 'a' }, { text: 1 }, { text: name('b') }, { text: ['c', 'd'] }, { text: 'e', note: 'f' }],
      noun: 'thing',
      most: 3,
      left: 4,
      look: 'rows',
    },
  ],
  [
    'table of cells and rows',
    table('a', ['b', 'c'], [['d', 'e'], { cells: ['f', 'g'], facets: { h: 1 } }], { noun: 'row', left: 2 }),
    {
      type: 'table',
      caption: 'a',
      columns: ['b', 'c'],
      rows: [{ cells: ['d', 'e'] }, { cells: ['f', 'g'], facets: { h: 1 } }],
      noun: 'row',
      left: 2,
    },
  ],
  ['fields', fields([['a', 'b']], 'legend'), { type: 'fields', fields: [['a', 'b']], look: 'legend' }],
  ['steps', steps(['a', 'b']), { type: 'steps', steps: ['a', 'b'] }],
  ['picture', picture(drawn), { type: 'picture', picture: drawn }],
  ['notice', notice('error', 'a', [text]), { type: 'notice', mark: 'error', text: 'a', blocks: [text] }],
  ['details', details('a', [text], { isOpen: true }), { type: 'details', summary: 'a', blocks: [text], isOpen: true }],
  ['block on a terminal', on('terminal', text), { ...text, on: 'terminal' }],
  ['block on a page', onPage(text), { ...text, on: 'page' }],
  ['block in text', inText(text), { ...text, on: ['terminal', 'markdown'] }],
])('a %s', (_, block, expected) => {
  expect(block).toEqual(expected);
});

test('a section with a list says how long it is, and is not there without items', () => {
  expect(listSection('a', ['b', 'c'], 'thing', { most: 1, look: 'plain' })).toEqual([
    section('a', [list(['b', 'c'], 'thing', { most: 1, look: 'plain' })], { count: 2 }),
  ]);
  expect(listSection('a', [], 'thing')).toEqual([]);
});

test('what depends on a condition or a value', () => {
  expect(when(true, () => 'a')).toEqual(['a']);
  expect(when(false, () => 'a')).toEqual([]);
  expect([0, '', false].map((value) => given(value, String))).toEqual([['0'], [''], ['false']]);
  expect([null, undefined].map((value) => given(value, String))).toEqual([[], []]);
});

test.each<[Block['on'], readonly Medium[]]>([
  [undefined, ['terminal', 'markdown', 'page']],
  ['page', ['page']],
  ['terminal', ['terminal']],
  [
    ['terminal', 'markdown'],
    ['terminal', 'markdown'],
  ],
  [[], []],
])('a block on %j is shown on %j', (medium, shown) => {
  expect((['terminal', 'markdown', 'page'] as const).filter((one) => isOn({ on: medium }, one))).toEqual(shown);
});

describe('inline parts', () => {
  test.each<[string, Inline, Inline]>([
    ['name', name('a'), { type: 'name', text: 'a' }],
    ['code', code('a'), { type: 'code', text: 'a' }],
    ['quote', quote('a'), { type: 'quote', text: 'a' }],
    ['strong words', strong(name('a')), { type: 'strong', text: name('a') }],
    ['soft words', soft('a'), { type: 'soft', text: 'a' }],
    ['tag', tag('a'), { type: 'tag', text: 'a' }],
    ['time', time('2026-11-20T10:00:00Z'), { type: 'time', iso: '2026-11-20T10:00:00Z' }],
    ['time that there is', timeOrDash('2026-11-20T10:00:00Z'), { type: 'time', iso: '2026-11-20T10:00:00Z' }],
    ['time that there is not', timeOrDash(null), '–'],
    ['link', link('a', 'https://a.example'), { type: 'link', text: 'a', url: 'https://a.example' }],
    ['jump', jump('a', 'b'), { type: 'jump', text: 'a', to: 'b' }],
    ['mark', sign('error'), { type: 'mark', mark: 'error' }],
    ['items', items(['a', 'b'], 'thing'), { type: 'items', items: ['a', 'b'], noun: 'thing' }],
  ])('a %s', (_, inline, expected) => {
    expect(inline).toEqual(expected);
  });

  const words = (content: Inline): string => (isInlines(content) ? content.map(words).join('') : String(content));
  test.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a and b', 'a; b'],
    [['a', 'b', 'c'], 'a, b, and c', 'a; b; c'],
    [['a', 'b', 'c', 'd'], 'a, b, c, and d', 'a; b; c; d'],
  ])('%j in a line', (parts, inSeries, withSeparator) => {
    expect(words(series(parts))).toBe(inSeries);
    expect(words(joined(parts, '; '))).toBe(withSeparator);
  });
});
