import { describe, expect, test } from 'vitest';
import type { Block, Inline, Mark, PictureData, Section, Way } from '../../src/reporters/document.js';
import { textPicture } from '../../src/reporters/text-picture.js';
import { type MarkdownOptions, markdownOf, toMarkdown } from '../../src/reporters/to-markdown.js';

// What every block and every part of a line become. That text from outside stays text: document.test.ts.

const page = { title: 'A page', header: 'A page', noun: 'page', heading: 'A heading', summary: [] };
const markdown = (blocks: readonly Block[], options?: MarkdownOptions) => toMarkdown({ ...page, blocks }, options);
const inWords = (text: Inline) => markdownOf([{ type: 'paragraph', text }]);
const name = (text: string): Inline => ({ type: 'name', text });
const strong = (text: Inline): Inline => ({ type: 'strong', text });
const words = (text: Inline): Block => ({ type: 'paragraph', text });
const numbers = (length: number) => Array.from({ length }, (_, index) => `no. ${index + 1}`);
const section = (title: Inline, blocks: readonly Block[], more: Partial<Section> = {}): Block => ({
  type: 'section',
  title,
  blocks,
  ...more,
});
const list = (length: number, more: object = {}): Block => ({
  type: 'list',
  items: numbers(length).map((text) => ({ text })),
  noun: 'thing',
  ...more,
});
const table = (length: number, more: object = {}): Block => ({
  type: 'table',
  caption: 'Not shown',
  columns: ['One', 'T|wo'],
  rows: numbers(length).map((text, index) => ({ cells: [text, 1_000 * index] })),
  noun: 'row',
  ...more,
});
const way: Way = { title: 'Do `this`', performedBy: ['developer'], destroys: null, steps: [] };
const ways = (...all: readonly Way[]): Block => ({ type: 'ways', ways: all });
const drawn = (length: number): PictureData => ({
  of: 'hours',
  hours: numbers(length).map((_, hour) => ({ hour: new Date(hour * 3_600_000).toISOString(), count: 1 })),
});

describe('a document', () => {
  test('is its heading, its summary and its blocks', () => {
    expect(toMarkdown({ ...page, summary: [words('first')], blocks: [words('second'), words('third')] })).toBe(
      '## A heading\n\nfirst\n\nsecond\n\nthird\n',
    );
  });
  test('says in its heading what it is about', () => {
    expect(toMarkdown({ ...page, heading: strong('Unhealthy'), subject: name('c_*'), blocks: [] })).toBe(
      '## **Unhealthy**: c\\_\\*\n',
    );
  });
  test('has no heading where it is a part of something else', () => {
    expect(markdownOf([words('first'), section('second', [words('third')])])).toBe('first\n\n### second\n\nthird');
  });
  test('shows what is meant for Markdown', () => {
    expect(
      markdownOf([
        { ...words('page'), on: 'page' },
        { ...words('terminal'), on: ['terminal', 'page'] },
        { ...words('markdown'), on: 'markdown' },
        { ...words('text'), on: ['terminal', 'markdown'] },
      ]),
    ).toBe('markdown\n\ntext');
  });
});

describe('a section', () => {
  const facts = { count: 1_200, mark: 'error', about: ['some words', name('a*b')] } as const;
  test.each<[string, Block, string]>([
    ['chapter', section('A *title*', [words('text')]), '### A \\*title\\*\n\ntext'],
    ['chapter with a number', section('A', [], facts), '### A (1,200)\n\nsome words, a\\*b'],
    ['chapter that counts nothing', section('A', [], { count: 0 }), '### A (0)'],
    [
      'card',
      section('A', [section('B', [words('text')], facts)]),
      '### A\n\n#### B\n\nerror, some words, a\\*b\n\ntext',
    ],
    ['card with a mark', section('A', [section('B', [], { mark: 'passed' })]), '### A\n\n#### B\n\nin order'],
    [
      'part of a card',
      section('A', [section('B', [section(['C ', strong('D')], [words('text')], facts)])]),
      '### A\n\n#### B\n\n**C D**\n\nerror, some words, a\\*b\n\ntext',
    ],
    [
      'part without a name',
      section('A', [section('B', [section(' ', [words('text')])])]),
      '### A\n\n#### B\n\n–\n\ntext',
    ],
    ['title in bold words', section(strong('A'), []), '### A'],
    ['code', section('A', [], { code: { text: 'A*1' } }), '### A\\*1 A'],
    [
      'code with a page',
      section('A', [], { code: { text: 'A1', url: 'https://a.example/A1' } }),
      '### [A1](https://a.example/A1) A',
    ],
    [
      'title for pages only',
      section('A', [section('B', [words('text')], facts)], { titleOn: 'page', about: ['nothing'] }),
      '### B (1,200)\n\nsome words, a\\*b\n\ntext',
    ],
  ])('%s', (_, block, text) => {
    expect(markdownOf([block])).toBe(text);
  });

  test('says once who carries out what is in it', () => {
    const others: Way = { ...way, performedBy: ['tenant-administrator', 'developer'] };
    const inner = section('B', [ways(way, others)]);
    const same = section('C', [ways(way, others)], { performedBy: ['developer', 'tenant-administrator'] });
    expect(markdownOf([section('A', [inner, same], { performedBy: ['developer'] }), ways(way)])).toBe(
      [
        '### A',
        'Performed by developer, unless another role is named.',
        '#### B',
        '**Fix:** Do `this`',
        '**Or:** Do `this` (tenant administrator and developer)',
        '#### C',
        'Performed by developer and tenant administrator, unless another role is named.',
        '**Fix:** Do `this` (developer)',
        '**Or:** Do `this`',
        '**Fix:** Do `this` (developer)',
      ].join('\n\n'),
    );
  });
});

describe('a block', () => {
  test.each<[string, Block, string]>([
    ['paragraph', words(' some *words* '), 'some \\*words\\*'],
    ['paragraph with bold words', words(['a ', strong('b')]), 'a **b**'],
    ['paragraph without words', words(' '), '–'],
    ['paragraph about a loss', { type: 'paragraph', text: ['a ', strong('b')], look: 'lost' }, '**a b**'],
    ['paragraph about no loss', { type: 'paragraph', text: '', look: 'lost' }, '–'],
    ['empty list', list(0), ''],
    ['list', list(2), '- no. 1\n- no. 2'],
    ['list that is cut', list(4, { most: 2 }), '- no. 1\n- no. 2\n- … and 2 more things'],
    ['list of which the rest is elsewhere', list(2, { left: 1_000 }), '- no. 1\n- no. 2\n- … and 1,000 more things'],
    ['list of both', list(3, { most: 1, left: 5 }), '- no. 1\n- … and 7 more things'],
    [
      'list with all that an item has',
      {
        type: 'list',
        noun: 'thing',
        items: [
          { text: 'a', mark: 'warning', note: 'b', about: ['c', name('d')] },
          { text: 'e', items: [{ text: 'f', items: [{ text: 'g' }] }, { text: 'h' }] },
          { text: '', note: '' },
          { text: ' ' },
        ],
      },
      '- **warning** a – c, d, b\n- e\n  - f\n    - g\n  - h\n- –\n- –',
    ],
    [
      'list of findings, without what they are about',
      {
        type: 'list',
        noun: 'finding',
        look: 'findings',
        items: [
          { text: 'a', note: 'b' },
          { text: 'c', about: ['d'] },
        ],
      },
      '- a\n- c – d',
    ],
    ['empty table', table(0), ''],
    ['table', table(2), '| One | T\\|wo |\n| --- | --- |\n| no. 1 | 0 |\n| no. 2 | 1,000 |'],
    [
      'table that is cut',
      table(3, { most: 1, left: 2 }),
      '| One | T\\|wo |\n| --- | --- |\n| no. 1 | 0 |\n| … and 4 more rows |  |',
    ],
    [
      'table with lists in cells',
      table(1, { rows: [{ cells: ['a', { type: 'items', items: ['b', strong('c')], noun: 'thing' }] }] }),
      '| One | T\\|wo |\n| --- | --- |\n| a | b; **c** |',
    ],
    [
      'fields',
      {
        type: 'fields',
        fields: [
          ['A *name*', 'a value'],
          ['B', 1_000],
        ],
      },
      '- A \\*name\\*: a value\n- B: 1,000',
    ],
    ['no fields', { type: 'fields', fields: [] }, ''],
    ['steps', { type: 'steps', steps: ['a', strong('b')] }, '1. a\n2. **b**'],
    ['no steps', { type: 'steps', steps: [] }, ''],
    ['code', { type: 'code', language: 'sh', lines: ['a *b*', '', 'c\u001b'] }, '```sh\na *b*\n\nc\\u001b\n```'],
    [
      'code with a fence',
      { type: 'code', language: 'text', lines: ['```', '`a` `````'] },
      '``````text\n```\n`a` `````\n``````',
    ],
    ['code with ticks', { type: 'code', language: 'sql', lines: ['`a`', '``'] }, '```sql\n`a`\n``\n```'],
    ...[72, 73].map((hours): [string, Block, string] => [
      `picture of ${hours} hours, of which 72 fit`,
      { type: 'picture', picture: drawn(hours) },
      `\`\`\`text\n${textPicture(drawn(hours), 76).join('\n')}\n\`\`\``,
    ]),
    ['picture of what words say', { type: 'picture', picture: { of: 'checks', parts: [], waits: false } }, ''],
    ['notice', { type: 'notice', mark: 'warning', text: 'a *b*' }, '**Warning:** a \\*b\\*'],
    ['notice with more', { type: 'notice', mark: 'error', text: 'a', blocks: [words('b')] }, '**Error:** a\n\nb'],
    ['details', { type: 'details', summary: 'a', blocks: [words('b')] }, ''],
    [
      'open details',
      { type: 'details', summary: ['a ', strong('b')], isOpen: true, blocks: [words('c')] },
      '**a b**\n\nc',
    ],
    ['open details without a name', { type: 'details', summary: '', isOpen: true, blocks: [] }, '–'],
    ['way into a page', { type: 'tiles', tiles: [{ to: 'a', count: 1, label: 'b' }] }, ''],
    ['filter of a page', { type: 'filter', of: 'rows', total: 1, fields: [] }, ''],
  ])('%s', (_, block, text) => {
    expect(markdownOf([block])).toBe(text);
    // What shows nothing leaves no gap.
    expect(markdownOf([words('before'), block, words('after')])).toBe(
      ['before', ...(text === '' ? [] : [text]), 'after'].join('\n\n'),
    );
  });

  test.each<[string, Block, string]>([
    ['a list', list(5), '- no. 1\n- no. 2\n- … and 3 more things'],
    ['a list that allows more', list(5, { most: 4 }), '- no. 1\n- no. 2\n- … and 3 more things'],
    ['a list that allows less', list(5, { most: 1 }), '- no. 1\n- … and 4 more things'],
    [
      'a list in a list',
      { type: 'list', noun: 'thing', items: [{ text: 'a', items: numbers(3).map((text) => ({ text })) }] },
      '- a\n  - no. 1\n  - no. 2\n  - … and 1 more line',
    ],
    [
      'fields',
      { type: 'fields', fields: numbers(3).map((text) => [text, 1]) },
      '- no. 1: 1\n- no. 2: 1\n- … and 1 more field',
    ],
    [
      'a table that allows more',
      table(3, { most: 4 }),
      '| One | T\\|wo |\n| --- | --- |\n| no. 1 | 0 |\n| no. 2 | 1,000 |\n| … and 1 more row |  |',
    ],
    ['steps that fit', { type: 'steps', steps: numbers(2) }, '1. no. 1\n2. no. 2'],
    ['steps', { type: 'steps', steps: numbers(4) }, '1. no. 1\n2. no. 2\n3. … and 2 more steps'],
    [
      'steps of a way',
      ways({ ...way, steps: numbers(3) }),
      '**Fix:** Do `this` (developer)\n\n1. no. 1\n2. no. 2\n3. … and 1 more step',
    ],
  ])('%s, at most two of each', (_, block, text) => {
    expect(markdown([block], { most: 2 })).toBe(`## A heading\n\n${text}\n`);
  });
});

describe('ways', () => {
  const lossy: Way = {
    ...way,
    title: 'Start over',
    destroys: 'all of `it`',
    steps: ['a', 'b'],
    code: ['SELECT 1;\nSELECT 2;', 'SELECT 3;'],
    links: [
      { title: 'A page', url: 'https://a.example/' },
      { title: 'B', url: 'no address' },
    ],
  };
  const whole = [
    '1. a\n2. b',
    '```sql\nSELECT 1;\nSELECT 2;\nSELECT 3;\n```',
    '**Lost by this:** all of `it`',
    '[A page](https://a.example/) · B',
  ];
  test.each<[string, Block, readonly string[]]>([
    ['none', ways(), []],
    ['none, where others would be elsewhere', { type: 'ways', ways: [], others: 'elsewhere' }, []],
    ['one', ways(way), ['**Fix:** Do `this` (developer)']],
    [
      'all',
      ways(way, lossy, way),
      ['**Fix:** Do `this` (developer)', '**Or:** Start over (developer)', ...whole, '**Or:** Do `this` (developer)'],
    ],
    [
      'one after the other',
      { type: 'ways', ways: [lossy, way], inOrder: true, others: 'elsewhere' },
      ['**1.** Start over (developer)', ...whole, '**2.** Do `this` (developer)'],
    ],
    [
      'the first, where the others are elsewhere',
      { type: 'ways', ways: [lossy, way, lossy], others: 'elsewhere' },
      [
        '**Fix:** Start over (developer)',
        ...whole.slice(0, 3),
        'Other ways:',
        '- Do `this`\n- Start over (lost by this: all of `it`)',
      ],
    ],
    [
      'the only one, where others would be elsewhere',
      { type: 'ways', ways: [lossy], others: 'elsewhere' },
      ['**Fix:** Start over (developer)', ...whole.slice(0, 3)],
    ],
    [
      'a link without words',
      ways({ ...way, links: [{ title: ' ', url: 'x' }] }),
      ['**Fix:** Do `this` (developer)', '–'],
    ],
  ])('%s', (_, block, parts) => {
    expect(markdownOf([block])).toBe(parts.join('\n\n'));
  });
});

test.each<[Mark, string, string]>([
  ['error', 'Error', 'error'],
  ['warning', 'Warning', 'warning'],
  ['inconclusive', 'Note', 'not known'],
  ['blocked', 'Blocked', 'blocked'],
  ['errored', 'Error', 'crashed'],
  ['accepted', 'Accepted', 'accepted'],
  ['passed', 'Passed', 'in order'],
  ['not-applicable', 'Note', 'not applicable'],
  ['skipped', 'Note', 'skipped'],
])('%s in words', (mark, before, within) => {
  expect(markdownOf([{ type: 'notice', mark, text: 'a' }])).toBe(`**${before}:** a`);
  expect(markdownOf([{ type: 'list', noun: 'thing', items: [{ text: 'a', mark }] }])).toBe(`- **${within}** a`);
  expect(inWords({ type: 'mark', mark })).toBe(within);
});

describe('within a line', () => {
  const longName = 'n'.repeat(201);
  const longText = 't'.repeat(1_001);
  test.each<[string, Inline, string]>([
    ['text', 'a *b*', 'a \\*b\\*'],
    ['long text', longText, `${longText.slice(1)}…`],
    ['code in text', 'a `b_*` c `d`', 'a `b_*` c `d`'],
    ['code in long text', `\`a\` ${longText}`, `\`a\` ${longText.slice(5)}…`],
    ['a lone backtick', 'a ` b', 'a \\` b'],
    ['code, and a lone backtick', 'a `b` c ` d', 'a `b` c \\` d'],
    ['code between letters, and a lone backtick', 'a*`b`c*`d*', 'a\\*`b`c\\*\\`d\\*'],
    ['a number', 12_000, '12,000'],
    ['parts', ['a ', ['b', 1_000], name(' c')], 'a b1,000 c'],
    ['a name', name('a*b`c'), 'a\\*b\\`c'],
    ['a long name', name(longName), `${longName.slice(1)}…`],
    ['code', { type: 'code', text: 'a_*\n b\u001b' }, '`a_* b\\u001b`'],
    ['long code', { type: 'code', text: longName }, `\`${longName.slice(1)}…\``],
    ['nothing as code', ['a', { type: 'code', text: '' }, 'b'], 'ab'],
    ['code with a backtick', { type: 'code', text: 'a`*' }, 'a\\`\\*'],
    ['code with the end of a cell', { type: 'code', text: 'a|*' }, 'a\\|\\*'],
    ['code with a space before it', ['a', { type: 'code', text: ' *' }], 'a \\*'],
    ['code with a space after it', [{ type: 'code', text: '* ' }, 'a'], '\\* a'],
    ['code with a space in it', { type: 'code', text: 'a *' }, '`a *`'],
    ['a quotation', { type: 'quote', text: 'a `b`' }, 'a \\`b\\`'],
    ['a long quotation', { type: 'quote', text: longText }, `${longText.slice(1)}…`],
    ['what a script rewrites', { type: 'slot', id: 'x', text: 'a*' }, 'a\\*'],
    ['bold words', ['a ', strong(' b ')], 'a **b**'],
    ['bold words within bold words', strong(['a ', strong('b'), { type: 'soft', text: strong(' c') }]), '**a b c**'],
    ['bold words in several bold words', strong(['a ', strong(['b ', strong('c')])]), '**a b c**'],
    ['no words in bold', ['a', strong(' '), 'b'], 'ab'],
    ['soft words', { type: 'soft', text: strong('a') }, '**a**'],
    ['a tag', { type: 'tag', text: 'a' }, 'a'],
    ['a time', { type: 'time', iso: '2026-11-20T10:00:00+01:00' }, '2026-11-20 09:00:00 UTC'],
    ['what is not a time', { type: 'time', iso: 'so*n' }, 'so\\*n'],
    ['what is not a time, and long', { type: 'time', iso: longName }, `${longName.slice(1)}…`],
    ['a way into a page', { type: 'jump', text: strong('a'), to: 'b' }, '**a**'],
    ['what has something below it', { type: 'titled', text: 'a', about: [strong('b'), 1_000] }, 'a, **b**, 1,000'],
    ['a few items', { type: 'items', items: numbers(20), noun: 'thing' }, numbers(20).join('; ')],
    [
      'many items',
      { type: 'items', items: numbers(22), noun: 'thing' },
      `${numbers(20).join('; ')}; … and 2 more things`,
    ],
  ])('%s', (_, content, text) => {
    expect(inWords(content)).toBe(text);
  });

  test.each([
    ['https://a.example/b?c=d#e', '[a\\*](https://a.example/b?c=d#e)'],
    ['HTTP://a.example', '[a\\*](HTTP://a.example)'],
    [`https://a.example/${'b'.repeat(990)}`, `[a\\*](https://a.example/${'b'.repeat(990)})`],
  ])('a link to %j', (url, text) => {
    expect(inWords({ type: 'link', text: 'a*', url })).toBe(text);
  });
  test.each([
    '',
    'javascript:alert(1)',
    ' https://a.example',
    'x https://a.example',
    'https://a.example b',
    'https://a.example/(b',
    'https://a.example/b)',
    'https://a.example/<b',
    'https://a.example/"b',
    "https://a.example/'b",
    'https://a.example/\\b',
    'https://a.example/|b',
    'https://a.example\n',
    'https://',
    'https://[',
    `https://a.example/${'b'.repeat(991)}`,
  ])('a link to %j is a name', (url) => {
    expect(inWords({ type: 'link', text: 'a*', url })).toBe('a\\*');
  });
  test('a link with a long name', () => {
    expect(inWords({ type: 'link', text: longName, url: 'https://a.example' })).toBe(
      `[${longName.slice(1)}…](https://a.example)`,
    );
    expect(inWords({ type: 'link', text: longName, url: 'no address' })).toBe(`${longName.slice(1)}…`);
  });
});

// Last, because it takes longest.
describe('as many as anybody reads:', () => {
  test.each([
    ['a list', list(10_000), list(10_001), '\n- … and 1 more thing'],
    ['a table', table(10_000), table(10_001), '\n| … and 1 more row |  |'],
  ])('ten thousand of %s', (_, fits, isCut, more) => {
    for (const show of [markdown, markdownOf]) {
      expect(show([fits]).trimEnd()).toMatch(/no\. 10000\b.*$/);
      expect(show([isCut]).trimEnd().endsWith(more)).toBe(true);
      expect(show([isCut])).not.toContain('no. 10001');
    }
  });
  test('a thousand sections, and everything else', () => {
    const sections = (length: number) => numbers(length).map((title) => section(title, []));
    expect(markdownOf([...sections(1_000), words('the end')])).toMatch(/### no\. 999\n\n### no\. 1000\n\nthe end$/);
    expect(markdownOf([...sections(1_002), words('the end')])).toMatch(/### no\. 1000\n\nthe end\n\n… and 2 more$/);
  });
  test('five thousand lines of code', () => {
    const code = (length: number): Block => ({ type: 'code', language: 'text', lines: numbers(length) });
    expect(markdownOf([code(5_000)])).toMatch(/no\. 5000\n```$/);
    expect(markdownOf([code(5_002)])).toMatch(/no\. 5000\n… and 2 more lines\n```$/);
  });
  test('a thousand ways in their order', () => {
    const inOrder = (length: number): Block => ({
      type: 'ways',
      ways: numbers(length).map((title) => ({ ...way, title })),
      inOrder: true,
    });
    expect(markdownOf([inOrder(1_000)])).toMatch(/\n\n\*\*1000\.\*\* no\. 1000 \(developer\)$/);
    expect(markdownOf([inOrder(1_002)])).toMatch(/\n\n\*\*1000\.\*\* no\. 1000 \(developer\)\n\n… and 2 more steps$/);
  });
});
