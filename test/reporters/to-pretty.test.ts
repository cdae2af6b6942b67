import { describe, expect, test } from 'vitest';
import type { Block, Inline, Mark, PictureData, Section, Way } from '../../src/reporters/document.js';
import { textPicture } from '../../src/reporters/text-picture.js';
import { type PrettyOptions, prettyOf, toPretty } from '../../src/reporters/to-pretty.js';

// What every block and every part of a line become. That text from outside stays text: document.test.ts.

const page = { title: 'A page', header: 'A page', noun: 'page', heading: 'A heading', summary: [] };
/** The blocks as they are below the heading of a document. */
const pretty = (blocks: readonly Block[], options?: PrettyOptions) => {
  const [, ...parts] = toPretty({ ...page, blocks }, options)
    .trimEnd()
    .split('\n\n');
  return parts.join('\n\n');
};
const inWords = (text: Inline) => pretty([{ type: 'paragraph', text }]);
/** Colors as a reader of this file sees them. */
const named = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colors
  text.replace(/\u001b\[(\d+)m/g, (_, code: string) => `<${colorNames[code] ?? code}>`);
const colorNames: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  22: '/',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
  39: '/',
};
const inColor = (blocks: readonly Block[]) => named(pretty(blocks, { color: true }));
const name = (text: string): Inline => ({ type: 'name', text });
const strong = (text: Inline): Inline => ({ type: 'strong', text });
const words = (text: Inline): Block => ({ type: 'paragraph', text });
const numbers = (length: number) => Array.from({ length }, (_, index) => `no. ${index + 1}`);
const numbered = (length: number) => numbers(length).map((text, index) => `${index + 1}. ${text}`);
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
  columns: ['One', 'T\u001bwo'],
  rows: numbers(length).map((text, index) => ({ cells: [text, 1_000 * index] })),
  noun: 'row',
  ...more,
});
const grid = (columns: readonly string[], ...rows: readonly (readonly Inline[])[]): Block => ({
  type: 'table',
  caption: 'Not shown',
  columns,
  rows: rows.map((cells) => ({ cells })),
  noun: 'row',
});
const way: Way = { title: 'Do it', performedBy: ['developer'], destroys: null, steps: [] };
const ways = (...all: readonly Way[]): Block => ({ type: 'ways', ways: all });
const drawn: PictureData = {
  of: 'hours',
  hours: numbers(500).map((_, hour) => ({ hour: new Date(hour * 3_600_000).toISOString(), count: hour })),
};

describe('a document', () => {
  test('is its heading with its summary, and groups of lines', () => {
    const summary = [words('first'), words('second')];
    expect(toPretty({ ...page, summary, blocks: [words('third'), list(0), section('fourth', [words('fifth')])] })).toBe(
      'A heading\nfirst\nsecond\n\nthird\n\nFOURTH\n  fifth\n',
    );
  });
  test('says what it is about', () => {
    expect(toPretty({ ...page, subject: name('it\u001b'), blocks: [] })).toBe('A heading  it\\u001b\n');
    expect(toPretty({ ...page, subject: name('it'), mark: 'error', blocks: [] })).toBe('A HEADING  it\n');
  });
  test('has a heading in bold letters, and in the color of its mark', () => {
    const color = { color: true };
    expect(named(toPretty({ ...page, subject: 'it', blocks: [] }, color))).toBe('<bold>A heading</>  <bold>it</>\n');
    expect(named(toPretty({ ...page, mark: 'passed', blocks: [] }, color))).toBe('<green><bold>A HEADING</></>\n');
  });
  test('shows what is meant for a terminal', () => {
    expect(
      pretty([
        { ...words('page'), on: 'page' },
        { ...words('markdown'), on: ['markdown', 'page'] },
        { ...words('terminal'), on: 'terminal' },
        { ...words('text'), on: ['terminal', 'markdown'] },
      ]),
    ).toBe('terminal\n\ntext');
  });
  test('has pictures that fit where they are', () => {
    const draw = (picture: PictureData, width: number) => [`${picture.of}\u001b ${width}`];
    const one: Block = { type: 'picture', picture: drawn };
    const blocks = [one, section('A', [one, section('B', [one])])];
    expect(prettyOf({ ...page, blocks }, {}, draw)).toBe(
      'A heading\n\nhours\\u001b 80\n\nA\n  hours\\u001b 78\n\nB\n    hours\\u001b 76\n',
    );
    expect(prettyOf({ ...page, blocks: [one] }, { width: 100 }, draw)).toBe('A heading\n\nhours\\u001b 100\n');
    expect(pretty([one])).toBe(textPicture(drawn, 80).join('\n'));
  });
});

describe('a section', () => {
  const facts = { count: 1_200, mark: 'error', about: ['some words', name('a\u001b')] } as const;
  test.each<[string, Block, string]>([
    ['chapter', section(['A ', name('title\u001b')], [words('text')]), 'A TITLE\\u001b\n  text'],
    ['chapter with a number', section('A', [], facts), 'A 1,200'],
    ['chapter that counts nothing', section('A', [], { count: 0 }), 'A 0'],
    [
      'cards of a chapter',
      section('A', [section('b', [words('c'), list(1)]), section('d', []), words('e'), section('f', [])]),
      'A\nb\n    c\n    • no. 1\n\nd\n  e\n\nf',
    ],
    [
      'card with all that it can have',
      section('A', [section('b', [words('c')], { ...facts, code: { text: 'A1\u001b', url: 'https://a.example' } })]),
      'A\n✖ error   A1\\u001b  b  some words, a\\u001b\n    c',
    ],
    [
      'card with a warning',
      section('A', [section('b', [], { mark: 'warning', code: { text: 'A1' } })]),
      'A\n▲ warning A1  b',
    ],
    ['card that is in order', section('A', [section('b', [], { mark: 'passed', code: { text: 'A1' } })]), 'A\n✔ A1  b'],
    ['card with an error and without a code', section('A', [section('b', [], { mark: 'error' })]), 'A\n✖ b'],
    ['card without a mark', section('A', [section('b', [], { code: { text: 'A1' }, about: ['c'] })]), 'A\nA1  b  c'],
    ['card with a few words', section('A', [section('b', [], { about: ['c', 'd'] })]), 'A\nb  c, d'],
    ['card on a page', section('A', [words('b'), { ...section('c', []), on: 'page' }, words('d')]), 'A\n  b\n  d'],
    [
      'card on a terminal',
      section('A', [words('b'), { ...section('c', []), on: ['terminal', 'markdown'] }]),
      'A\n  b\n\nc',
    ],
    [
      'parts of a card',
      section('A', [
        section('b', [section('c', [words('d')], { mark: 'error' }), section('e', [section('f', [words('g')])])]),
      ]),
      'A\nb\n    ✖ c\n      d\n    e\n      f\n        g',
    ],
    [
      'title for pages only',
      section('A', [section('b', [words('c')])], { titleOn: 'page', about: ['nothing'] }),
      'B\n  c',
    ],
    ['empty line', section('A', [{ type: 'code', language: 'text', lines: ['b', '', 'c'] }]), 'A\n    b\n\n    c'],
  ])('%s', (_, block, text) => {
    expect(pretty([block])).toBe(text);
  });

  test('in color', () => {
    expect(
      inColor([
        section(
          'a',
          [
            section('b', [words('c')], { mark: 'error', code: { text: 'A1' }, about: ['d'] }),
            section('e', [], { mark: 'warning', code: { text: 'A2' } }),
          ],
          { count: 1, performedBy: ['developer'] },
        ),
      ]),
    ).toBe(
      [
        '<bold>A 1</>',
        '<dim>Performed by developer, unless another role is named.</>',
        '<red>✖ error  </> <bold>A1</>  <bold>b</>  <dim>d</>',
        '    c',
        '',
        '<yellow>▲ warning</> <bold>A2</>  <bold>e</>',
      ].join('\n'),
    );
  });

  test('says once who carries out what is in it', () => {
    const others: Way = { ...way, performedBy: ['tenant-administrator', 'developer'] };
    const inner = section('b', [ways(way, others)]);
    const same = section('c', [ways(way, others)], { performedBy: ['developer', 'tenant-administrator'] });
    expect(pretty([section('A', [inner, same], { performedBy: ['developer'] }), ways(way)])).toBe(
      [
        'A',
        'Performed by developer, unless another role is named.',
        'b',
        '    Fix: Do it',
        '    Or: Do it  (tenant administrator and developer)',
        '',
        'c',
        '    Performed by developer and tenant administrator, unless another role is named.',
        '    Fix: Do it  (developer)',
        '    Or: Do it',
        '',
        'Fix: Do it  (developer)',
      ].join('\n'),
    );
  });

  test('has fifty cards', () => {
    const chapter = (length: number) =>
      pretty([section('A', [...numbers(length).map((title) => section(title, [])), words('the end')])]);
    expect(chapter(50)).toMatch(/\nno\. 49\n\nno\. 50\n {2}the end$/);
    expect(chapter(52)).toMatch(/\nno\. 50\n {2}the end\n\n… and 2 more$/);
  });
});

describe('a block', () => {
  test.each<[string, Block, string]>([
    ['paragraph', words(['some ', strong('words')]), 'some words'],
    ['paragraph about a loss', { type: 'paragraph', text: 'a', look: 'lost' }, 'a'],
    ['empty list', list(0), ''],
    ['list', list(2), '• no. 1\n• no. 2'],
    ['list that is cut', list(12), [...numbers(10).map((text) => `• ${text}`), '… and 2 more things'].join('\n')],
    [
      'list that is one too long',
      list(11),
      numbers(11)
        .map((text) => `• ${text}`)
        .join('\n'),
    ],
    ['list that is cut early', list(4, { most: 2 }), '• no. 1\n• no. 2\n… and 2 more things'],
    ['list that is one too long early', list(3, { most: 2 }), '• no. 1\n• no. 2\n• no. 3'],
    ['list of which the rest is elsewhere', list(2, { left: 1_000 }), '• no. 1\n• no. 2\n… and 1,000 more things'],
    ['list of both', list(5, { most: 1, left: 5 }), '• no. 1\n… and 9 more things'],
    [
      'list with all that an item has',
      {
        type: 'list',
        noun: 'thing',
        items: [
          { text: 'a', mark: 'warning', note: 'b', about: ['c', name('d')] },
          { text: 'e', items: [{ text: 'f', items: [{ text: 'g' }] }, { text: 'h' }] },
          { text: 'i', note: '' },
          { text: 'j', items: numbers(12).map((text) => ({ text })) },
        ],
      },
      [
        '▲ a  c, d, b',
        '• e',
        '  • f',
        '    • g',
        '  • h',
        '• i',
        '• j',
        ...numbers(10).map((text) => `  • ${text}`),
        '  … and 2 more lines',
      ].join('\n'),
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
      '• a\n• c  d',
    ],
    ['empty table', table(0), 'One  T\\u001bwo'],
    ['table', table(3), 'One    T\\u001bwo\nno. 1  0\nno. 2  1,000\nno. 3  2,000'],
    ['table that is cut', table(3, { most: 1, left: 2 }), 'One    T\\u001bwo\nno. 1  0\n… and 4 more rows'],
    ['table of which the rest is elsewhere', table(1, { left: 1 }), 'One    T\\u001bwo\nno. 1  0\n… and 1 more row'],
    ['table that is as long as it may be', table(2, { most: 2 }), 'One    T\\u001bwo\nno. 1  0\nno. 2  1,000'],
    [
      'table with a row that is too short',
      grid(['One', 'Two', 'Three'], ['a'], ['', 'b', 'c']),
      'One  Two  Three\na\n     b    c',
    ],
    [
      'table with lists in cells',
      grid(['One'], [{ type: 'items', items: ['a', 1_000], noun: 'thing' }]),
      'One\na; 1,000',
    ],
    [
      'fields',
      {
        type: 'fields',
        fields: [
          ['A\u001b', 'a value'],
          ['B', 1_000],
        ],
      },
      'A\\u001b: a value\nB: 1,000',
    ],
    [
      'many fields',
      { type: 'fields', fields: numbers(52).map((text) => [text, 'a']) },
      [...numbers(50).map((text) => `${text}: a`), '… and 2 more fields'].join('\n'),
    ],
    [
      'fifty fields',
      { type: 'fields', fields: numbers(50).map((text) => [text, 'a']) },
      numbers(50)
        .map((text) => `${text}: a`)
        .join('\n'),
    ],
    ['steps', { type: 'steps', steps: ['a', strong('b')] }, '1. a\n2. b'],
    ['many steps', { type: 'steps', steps: numbers(51) }, [...numbered(50), '… and 1 more step'].join('\n')],
    ['code', { type: 'code', language: 'sh', lines: ['a  b', '', 'c\u001b'] }, '  a  b\n\n  c\\u001b'],
    ['picture of what words say', { type: 'picture', picture: { of: 'checks', parts: [], waits: false } }, ''],
    ['notice', { type: 'notice', mark: 'warning', text: 'a' }, '▲ a'],
    [
      'notice with more',
      { type: 'notice', mark: 'error', text: 'a', blocks: [words('b'), list(1)] },
      '✖ a\n  b\n  • no. 1',
    ],
    ['details', { type: 'details', summary: 'a', blocks: [words('b')] }, ''],
    ['open details', { type: 'details', summary: 'a', isOpen: true, blocks: [words('b')] }, 'a\n  b'],
    ['way into a page', { type: 'tiles', tiles: [{ to: 'a', count: 1, label: 'b' }] }, ''],
    ['filter of a page', { type: 'filter', of: 'rows', total: 1, fields: [] }, ''],
  ])('%s', (_, block, text) => {
    expect(pretty([block])).toBe(text);
  });

  test('with as many rows and lines of code as fit', () => {
    const code = (length: number): Block => ({ type: 'code', language: 'text', lines: numbers(length) });
    expect(pretty([table(50)])).toMatch(/\nno\. 50 +49,000$/);
    expect(pretty([table(52)])).toMatch(/\nno\. 50 +49,000\n… and 2 more rows$/);
    expect(pretty([code(500)])).toMatch(/\n {2}no\. 500$/);
    expect(pretty([code(502)])).toMatch(/\n {2}no\. 500\n {2}… and 2 more lines$/);
  });

  test.each<[string, Block, string]>([
    ['paragraph about a loss', { type: 'paragraph', text: 'a', look: 'lost' }, '<red>a</>'],
    ['paragraph', { type: 'paragraph', text: 'a', look: 'lead' }, 'a'],
    [
      'list',
      { type: 'list', noun: 'thing', items: [{ text: 'a', note: 'b', mark: 'error' }] },
      '<red>✖</> a  <dim>b</>',
    ],
    ['table', grid(['One', 'Two'], [strong('a'), 'b']), '<dim>One  Two</>\n<bold>a</>    b'],
    ['open details', { type: 'details', summary: 'a', isOpen: true, blocks: [words('b')] }, '<bold>a</>\n  b'],
    ['notice', { type: 'notice', mark: 'passed', text: 'a' }, '<green>✔</> a'],
  ])('%s in color', (_, block, text) => {
    expect(inColor([block])).toBe(text);
  });
});

describe('a table of a width', () => {
  const sentence = 'one two three four five six';
  test.each<[string, number, Block, readonly string[]]>([
    [
      'that is as wide as the terminal',
      25,
      grid(['A', 'B'], [sentence.slice(0, 18), 'words']),
      ['A                   B', 'one two three four  words'],
    ],
    [
      'that is one wider',
      24,
      grid(['A', 'B'], [sentence.slice(0, 18), 'words']),
      ['A                  B', 'one two three      words', 'four'],
    ],
    [
      'with two wide columns',
      36,
      grid(['A', 'B', 'C'], [sentence, sentence, 'c']),
      ['A                B                C', 'one two three    one two three    c', 'four five six    four five six'],
    ],
    [
      'that cannot fit',
      5,
      grid(['A', 'B'], [sentence, 'a-word-that-is-long, and more']),
      ['A             B', 'one two       a-word-that-is-long,', 'three four    and more', 'five six'],
    ],
    ['with signs before words', 5, grid(['A'], ['four words • here - too']), ['A', 'four words', '• here - too']],
    [
      'with colors',
      24,
      grid(['A', 'B'], [[strong('one'), ' two three four'], 'words']),
      ['A                  B', 'one two three      words', 'four'],
    ],
  ])('%s', (_, width, block, lines) => {
    expect(pretty([block], { width }).split('\n')).toEqual(lines);
    const colored = named(pretty([block], { width, color: true }));
    expect(colored.replace(/<[^>]*>/g, '').split('\n')).toEqual(lines);
  });
  test('within a chapter has less room', () => {
    const block = grid(['A', 'B'], [sentence.slice(0, 18), 'words']);
    expect(pretty([section('A', [block])], { width: 27 })).toBe(
      'A\n  A                   B\n  one two three four  words',
    );
    expect(pretty([section('A', [block])], { width: 26 })).toBe(
      'A\n  A                  B\n  one two three      words\n  four',
    );
  });
});

describe('ways', () => {
  const lossy: Way = {
    ...way,
    title: 'Start over',
    destroys: 'all of it',
    steps: ['a', 'b'],
    code: ['SELECT 1;\nSELECT 2;', 'SELECT\u001b 3;'],
    links: [{ title: 'A page', url: 'https://a.example/\u001b' }],
  };
  const whole = [
    '  1. a',
    '  2. b',
    '     SELECT 1;',
    '     SELECT 2;',
    '     SELECT\\u001b 3;',
    '  Lost by this: all of it',
    '  see A page: https://a.example/\\u001b',
  ];
  test.each<[string, Block, readonly string[]]>([
    ['none', ways(), []],
    ['none, where others would be elsewhere', { type: 'ways', ways: [], others: 'elsewhere' }, []],
    ['one', ways(way), ['Fix: Do it  (developer)']],
    [
      'all',
      ways(way, lossy, way),
      ['Fix: Do it  (developer)', 'Or: Start over  (developer)', ...whole, 'Or: Do it  (developer)'],
    ],
    [
      'one after the other',
      { type: 'ways', ways: [lossy, way], inOrder: true, others: 'elsewhere' },
      ['1. Start over  (developer)', ...whole, '2. Do it  (developer)'],
    ],
    [
      'many one after the other',
      { type: 'ways', ways: numbers(51).map((title) => ({ ...way, title })), inOrder: true },
      [...numbered(50).map((text) => `${text}  (developer)`), '… and 1 more step'],
    ],
    [
      'the first, where the others are elsewhere',
      { type: 'ways', ways: [lossy, way, lossy], others: 'else\u001bwhere' },
      ['Fix: Start over  (developer)', ...whole.slice(0, 6), '  2 other ways: else\\u001bwhere'],
    ],
    [
      'the only one, where others would be elsewhere',
      { type: 'ways', ways: [lossy], others: 'elsewhere' },
      ['Fix: Start over  (developer)', ...whole.slice(0, 6)],
    ],
  ])('%s', (_, block, lines) => {
    expect(pretty([block])).toBe(lines.join('\n'));
  });

  test('in color', () => {
    expect(inColor([ways({ ...lossy, steps: [], code: [] })])).toBe(
      [
        '<cyan>Fix:</> Start over  <dim>(developer)</>',
        '  <red>Lost by this:</> all of it',
        '  <dim>see A page: https://a.example/\\u001b</>',
      ].join('\n'),
    );
    expect(inColor([{ type: 'ways', ways: [way, way], others: 'x' }])).toBe(
      '<cyan>Fix:</> Do it  <dim>(developer)</>\n  <dim>1 other way: x</>',
    );
  });
});

test.each<[Mark, string, string]>([
  ['error', '✖', 'red'],
  ['warning', '▲', 'yellow'],
  ['inconclusive', '?', 'yellow'],
  ['blocked', '?', 'yellow'],
  ['errored', '?', 'yellow'],
  ['accepted', '○', 'dim'],
  ['passed', '✔', 'green'],
  ['not-applicable', '–', 'dim'],
  ['skipped', '–', 'dim'],
])('the sign of %s', (mark, sign, color) => {
  expect(inWords({ type: 'mark', mark })).toBe(sign);
  expect(inColor([words({ type: 'mark', mark })])).toBe(`<${color}>${sign}</>`);
});

describe('within a line', () => {
  const longName = 'n'.repeat(201);
  const longText = 't'.repeat(1_001);
  test.each<[string, Inline, string]>([
    ['text', 'a `b`\u001b', 'a `b`\\u001b'],
    ['long text', longText, `${longText.slice(1)}…`],
    ['a number', 12_000, '12,000'],
    ['parts', ['a ', ['b', 1_000], name(' c')], 'a b1,000 c'],
    ['a long name', name(longName), `${longName.slice(1)}…`],
    ['code', { type: 'code', text: 'a\u001b' }, 'a\\u001b'],
    ['long code', { type: 'code', text: longName }, `${longName.slice(1)}…`],
    ['a quotation', { type: 'quote', text: 'a\u001b' }, 'a\\u001b'],
    ['a long quotation', { type: 'quote', text: longText }, `${longText.slice(1)}…`],
    ['what a script rewrites', { type: 'slot', id: 'x', text: longText }, `${longText.slice(1)}…`],
    ['bold words', ['a ', strong('b')], 'a <bold>b</>'],
    ['soft words', { type: 'soft', text: 'a' }, '<dim>a</>'],
    ['a tag', { type: 'tag', text: 'a' }, '<dim>a</>'],
    ['a time', { type: 'time', iso: '2026-11-20T10:00:00+01:00' }, '2026-11-20 09:00:00 UTC'],
    ['what is not a time', { type: 'time', iso: 'soon\u001b' }, 'soon\\u001b'],
    ['what is not a time, and long', { type: 'time', iso: longName }, `${longName.slice(1)}…`],
    [
      'a link',
      { type: 'link', text: 'a\u001b', url: 'https://a.example/\u001b' },
      'a\\u001b (https://a.example/\\u001b)',
    ],
    ['a way into a page', { type: 'jump', text: strong('a'), to: 'b' }, '<bold>a</>'],
    ['what has something below it', { type: 'titled', text: 'a', about: [strong('b'), 1_000] }, 'a, <bold>b</>, 1,000'],
    ['a few items', { type: 'items', items: numbers(10), noun: 'thing' }, numbers(10).join('; ')],
    [
      'many items',
      { type: 'items', items: numbers(12), noun: 'thing' },
      `${numbers(10).join('; ')}; … and 2 more things`,
    ],
  ])('%s', (_, content, text) => {
    expect(inColor([words(content)])).toBe(text);
    expect(inWords(content)).toBe(text.replace(/<[^>]*>/g, ''));
  });

  test('of a title, letters are capitals, and numbers, times and escapes are what they are', () => {
    const title: Inline = [
      'ä\u001b ',
      1_000,
      name(' b'),
      { type: 'quote', text: ' c' },
      { type: 'link', text: ' d', url: 'https://a.example' },
      { type: 'slot', id: 'x', text: ' e' },
      { type: 'items', items: [' f'], noun: 'thing' },
      { type: 'titled', text: ' g', about: ['h'] },
      { type: 'jump', text: ' i', to: 'x' },
    ];
    expect(pretty([section(title, [])])).toBe('Ä\\u001b 1,000 B C D (https://a.example) E F G, H I');
  });
});
