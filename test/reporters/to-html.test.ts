import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel, Inline, Mark, PictureData, Section, Way } from '../../src/reporters/document.js';
import { errorsScript, errorsScriptHash } from '../../src/reporters/html/errors-script.js';
import { pagePicture } from '../../src/reporters/html/page-picture.js';
import { script, scriptHash } from '../../src/reporters/html/script.js';
import { style, styleHash } from '../../src/reporters/html/style.js';
import { toHtml, toHtmlBody } from '../../src/reporters/to-html.js';

// What every block and every part of a line become. That text from outside stays text: document.test.ts. What a browser makes of a
// page: html.test.ts.

const page: DocumentModel = {
  title: 'A title',
  header: 'A page',
  noun: 'report',
  heading: 'A heading',
  summary: [],
  blocks: [],
};
/** Icons as `{error}`, those with a name as `{error: its name}`. */
const readable = (text: string) =>
  text.replace(
    /<svg class="icon is-([a-z-]+)" (?:aria-hidden="true"|role="img" aria-label="([^"]*)") focusable="false"><use href="#icon-\1"\/><\/svg>/g,
    (_, mark: string, label?: string) => (label === undefined ? `{${mark}}` : `{${mark}: ${label}}`),
  );
/** The blocks as they are below the verdict. */
const html = (...blocks: readonly Block[]) =>
  readable(toHtmlBody({ ...page, blocks })).split('</h1>\n</section>\n')[1] ?? '';
const inWords = (text: Inline) => html(words(text)).replace(/^<p>|<\/p>\n$/g, '');
const name = (text: string): Inline => ({ type: 'name', text });
const strong = (text: Inline): Inline => ({ type: 'strong', text });
const words = (text: Inline): Block => ({ type: 'paragraph', text });
const numbers = (length: number) => Array.from({ length }, (_, index) => `no. ${index + 1}`);
const itemsOf = (texts: readonly string[]) => texts.map((text) => `<li>${text}</li>`).join('');
const section = (title: Inline, blocks: readonly Block[], more: Partial<Section> = {}): Block => ({
  type: 'section',
  title,
  blocks,
  ...more,
});
/** Blocks in a card of a chapter. */
const card = (...blocks: readonly Block[]): Block => section('A', [section('B', blocks)]);
const list = (length: number, more: object = {}): Block => ({
  type: 'list',
  items: numbers(length).map((text) => ({ text })),
  noun: 'thing',
  ...more,
});
const table = (length: number, more: object = {}): Block => ({
  type: 'table',
  caption: 'A <table>',
  columns: ['One', 'T<wo'],
  rows: numbers(length).map((text, index) => ({ cells: [text, 1_000 * index] })),
  noun: 'row',
  ...more,
});
const way: Way = { title: 'Do `this`', performedBy: ['developer'], destroys: null, steps: [] };
const drawn: PictureData = {
  of: 'hours',
  hours: numbers(5).map((_, hour) => ({ hour: new Date(hour * 3_600_000).toISOString(), count: hour })),
};
const escapedTag = '&#60;b&#62;';

describe('a page', () => {
  const filter = (of: 'checks' | 'rows'): Block => ({ type: 'filter', of, total: 1, fields: [] });

  test('says what it is, and how to get to its main part', () => {
    const text = toHtml({ ...page, header: 'A <b>', footer: ['made by ', name('x')], blocks: [words('text')] });
    expect(text).toContain('<title>A title</title>');
    expect(text).toContain('<a class="skip" href="#main">Skip to the report</a>');
    expect(text).toContain(`<header><p>A ${escapedTag}</p></header>`);
    expect(text).toContain('<footer><p>made by </p><p><bdi>x</bdi></p></footer>');
    expect(text).toContain(
      `<main id="main" tabindex="-1">\n${toHtmlBody({ ...page, blocks: [words('text')] })}\n</main>`,
    );
    expect(toHtml(page)).toContain('<footer></footer>');
  });
  test('has a title of 120 characters', () => {
    expect(toHtml({ ...page, title: 't'.repeat(120) })).toContain(`<title>${'t'.repeat(120)}</title>`);
    expect(toHtml({ ...page, title: 't'.repeat(121) })).toContain(`<title>${'t'.repeat(120)}…</title>`);
  });
  test.each([
    ['nothing but its style', [words('text')], undefined],
    ['the script that filters checks', [words('text'), filter('checks')], [script, scriptHash]],
    ['the script that filters rows', [filter('rows')], [errorsScript, errorsScriptHash]],
  ] as const)('allows %s', (_, blocks, allowed) => {
    const text = toHtml({ ...page, blocks });
    expect(text).toContain(`<style>${style}</style>`);
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, one]) => one);
    expect(scripts).toEqual(allowed === undefined ? [] : [allowed[0]]);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src '${styleHash}'`,
      ...(allowed === undefined ? [] : [`script-src '${allowed[1]}'`]),
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });
  test('begins with the verdict', () => {
    expect(toHtmlBody(page)).toBe(
      '<section class="verdict" aria-labelledby="verdict">\n<h1 id="verdict"><span>A heading</span></h1>\n</section>\n',
    );
    const verdict = {
      ...page,
      mark: 'error',
      subject: name('<b>'),
      summary: [words('first')],
      blocks: [words('second')],
    } as const;
    expect(readable(toHtmlBody(verdict))).toBe(
      '<section class="verdict is-error" aria-labelledby="verdict">\n' +
        '<h1 id="verdict">{error}<span>A heading</span></h1>\n' +
        `<p class="about-whom"><bdi>${escapedTag}</bdi></p><p>first</p>\n</section>\n<p>second</p>\n`,
    );
  });
  test('shows what is meant for a page', () => {
    expect(
      html(
        { ...words('terminal'), on: 'terminal' },
        { ...words('text'), on: ['terminal', 'markdown'] },
        { ...words('page'), on: 'page' },
        { ...words('some'), on: ['terminal', 'page'] },
      ),
    ).toBe('<p>page</p>\n<p>some</p>\n');
  });
});

describe('a section', () => {
  const facts = {
    count: 1_200,
    about: ['some words', name('<b>')],
    code: { text: 'A1' },
    facets: { rule: 'A"1', 'two-words': 2, 'no name': 3, A: 4 },
  } as const;
  const about = `<ul class="about"><li><code><bdi>A1</bdi></code></li><li>some words</li><li><bdi>${escapedTag}</bdi></li></ul>\n`;
  const badge = ' <span class="count">1,200</span>';
  const chapter = (text: string) =>
    `<section id="part-1" aria-labelledby="part-1-title" data-section>\n<h2 id="part-1-title">A</h2>\n${text}</section>\n`;

  test.each<[string, Block, string]>([
    ['chapter', section('A', [words('text')]), chapter('<p>text</p>\n')],
    [
      'chapter with a name',
      section(strong('A'), [], { id: 'own', ...facts }),
      `<section id="own" aria-labelledby="own-title" data-section>\n<h2 id="own-title"><strong>A</strong>${badge}</h2>\n${about}</section>\n`,
    ],
    [
      'chapter that counts nothing',
      section('A', [], { count: 0 }),
      chapter('').replace('A</h2>', 'A <span class="count">0</span></h2>'),
    ],
    ['card', card(words('text')), chapter('<article class="card"><h3><span>B</span></h3>\n<p>text</p>\n</article>\n')],
    [
      'card with all that it can have',
      section('A', [section(strong('B'), [words('text')], { ...facts, id: 'own', mark: 'not-applicable' })]),
      chapter(
        '<article class="card is-not-applicable" id="own" aria-labelledby="own-title" data-rule="A&#34;1" data-two-words="2">' +
          `<h3 id="own-title">{not-applicable: not applicable}<span><strong>B</strong></span>${badge}</h3>\n${about}<p>text</p>\n</article>\n`,
      ),
    ],
    [
      'card with a page about its code',
      section('A', [section('B', [], { code: { text: 'A1', url: 'https://a.example/A1' } })]),
      chapter(
        '<article class="card"><h3><span>B</span></h3>\n' +
          '<ul class="about"><li><a href="https://a.example/A1" rel="noreferrer"><bdi>A1</bdi></a> <span class="host"><bdi>a.example</bdi></span></li></ul>\n</article>\n',
      ),
    ],
    [
      'part of a card',
      card(section('C', [words('text'), section('D', [])], { ...facts, id: 'own', mark: 'error' })),
      chapter(
        `<article class="card"><h3><span>B</span></h3>\n<h4>C${badge}</h4>\n${about}<p>text</p>\n<h4>D</h4>\n</article>\n`,
      ),
    ],
  ])('%s', (_, block, text) => {
    expect(html(block)).toBe(text);
  });

  test('chapters have names of their own', () => {
    const ids = html(section('A', []), section('B', [], { id: 'own' }), section('C', []));
    expect(ids.match(/(?<=<section id=")[^"]*/g)).toEqual(['part-1', 'own', 'part-2']);
  });

  test('says once who carries out what is in it', () => {
    const others: Way = { ...way, performedBy: ['tenant-administrator', 'developer'] };
    const ways: Block = { type: 'ways', ways: [way, others] };
    const same = section('C', [ways], { performedBy: ['developer', 'tenant-administrator'] });
    const text = html(section('A', [section('B', [ways]), same], { performedBy: ['developer'] }), ways);
    expect(text.match(/(?<=<p class="intro">|<span class="who">)[^<]*/g)).toEqual([
      'Performed by developer, unless another role is named.',
      '',
      'Performed by: tenant administrator and developer',
      'Performed by developer and tenant administrator, unless another role is named.',
      'Performed by: developer',
      '',
      'Performed by: developer',
      'Performed by: tenant administrator and developer',
    ]);
  });
});

describe('a list', () => {
  const open = (length: number) => `<ul class="items">${itemsOf(numbers(length))}</ul>\n`;
  const folded = (from: number, to: number, noun: string) => {
    const others = `${to - from} more ${noun}`;
    return (
      `<details class="more" data-list><summary>${others}</summary>\n` +
      `<div class="long" role="group" tabindex="0" aria-label="${others}"><ul class="items">${itemsOf(numbers(to).slice(from))}</ul></div></details>\n`
    );
  };
  test.each<[string, Block, string]>([
    ['of a few', list(2), open(2)],
    ['of a handful more than are open', list(20), open(20)],
    ['of many', list(21), open(10) + folded(10, 21, 'things')],
    [
      'of which the rest is elsewhere',
      list(1, { left: 1_000 }),
      `${open(1)}<p class="intro">… and 1,000 more things.</p>\n`,
    ],
    ['of a few words each', list(21, { look: 'plain' }), `<ul class="gaps">${itemsOf(numbers(21))}</ul>\n`],
    [
      'of checks',
      list(2, { look: 'checks', left: 1 }),
      `<ul class="checks">${itemsOf(numbers(2))}</ul><p class="intro">… and 1 more thing.</p>\n\n`,
    ],
    [
      'of items with all that they can have',
      {
        type: 'list',
        noun: 'thing',
        items: [
          { text: strong('a'), mark: 'not-applicable', note: strong('b'), about: ['c', 'd'], facets: { row: '"' } },
          { text: 'e', items: [{ text: 'f', items: [{ text: 'g' }] }, { text: 'h' }] },
        ],
      },
      '<ul class="items"><li data-row="&#34;">{not-applicable: not applicable} <strong>a</strong>' +
        '<ul class="about"><li>c</li><li>d</li></ul>\n<span class="advice"><strong>b</strong></span></li>' +
        '<li>e<ul class="gaps"><li>f<ul class="gaps"><li>g</li></ul>\n</li><li>h</li></ul>\n</li></ul>\n',
    ],
    [
      'of findings',
      {
        type: 'list',
        noun: 'finding',
        look: 'findings',
        items: [{ text: 'a', note: 'b', facets: { status: 'open' } }],
      },
      '<ul class="items"><li data-finding data-status="open">a<span class="subject">b</span></li></ul>\n',
    ],
    [
      'of rows',
      {
        type: 'list',
        noun: 'row',
        look: 'rows',
        items: [
          {
            text: strong('a'),
            note: strong('b'),
            facets: { row: 1 },
            items: [{ text: strong('c'), mark: 'error' }, { text: 'd' }],
          },
          { text: 'e' },
        ],
      },
      '<ul class="items"><li data-row="1"><p class="row-head"><strong>a</strong></p>\n' +
        '<p class="is-error"><strong>c</strong></p><p>d</p><p class="subject"><strong>b</strong></p></li>\n' +
        '<li><p class="row-head">e</p>\n</li>\n</ul>\n',
    ],
  ])('%s', (_, block, text) => {
    expect(html(block)).toBe(text);
  });
});

describe('a table', () => {
  const whole = (kind: string, rows: readonly string[], foot = '') =>
    `<table class="${kind}"><caption>A &#60;table&#62;</caption><thead><tr><th scope="col"><span>One</span></th><th scope="col"><span>T&#60;wo</span></th></tr></thead>\n` +
    `<tbody>${rows.join('')}</tbody>${foot}</table>\n`;
  const row = (first: string, second: string, data = '') =>
    `<tr><th scope="row">${first}</th><td${data}>${second}</td></tr>\n`;
  const stacked = ' data-column="T&#60;wo"';

  test.each<[string, Block, string]>([
    ['of nothing', table(0), whole('stacked', [])],
    ['of rows', table(2), whole('stacked', [row('no. 1', '0', stacked), row('no. 2', '1,000', stacked)])],
    ['of figures', table(1, { look: 'figures' }), whole('figures', [row('no. 1', '0')])],
    [
      'with a sum',
      table(3, { look: 'counts', hasTotal: true }),
      whole('counts', [row('no. 1', '0'), row('no. 2', '1,000')], `<tfoot>${row('no. 3', '2,000')}</tfoot>`),
    ],
    [
      'of which the rest is elsewhere',
      table(1, { look: 'log', left: 2 }),
      `${whole('log', [row('no. 1', '0')])}<p class="intro">… and 2 more rows.</p>\n`,
    ],
    [
      'of rows that a script finds',
      table(1, { rows: [{ cells: [strong('a'), strong('b')], facets: { row: '"' } }, { cells: [] }] }),
      whole('stacked', [
        `<tr data-row="&#34;"><th scope="row"><strong>a</strong></th><td${stacked}><strong>b</strong></td></tr>\n`,
        '<tr><th scope="row"></th></tr>\n',
      ]),
    ],
  ])('%s', (_, block, text) => {
    expect(html(block)).toBe(text);
  });

  test('in a card scrolls by itself where it is long', () => {
    const long = '<div class="long" role="group" tabindex="0" aria-label="A &#60;table&#62;"><table';
    expect(html(card(table(20)))).not.toContain(long);
    expect(html(card(table(21)))).toContain(long);
    expect(html(card(table(21)))).toMatch(/<\/table>\n<\/div><\/article>/);
    expect(html(section('A', [table(21)]))).not.toContain(long);
  });
});

describe('a block', () => {
  test.each<[string, Block, string]>([
    ['paragraph', words(strong('a')), '<p><strong>a</strong></p>\n'],
    ['paragraph with a look', { type: 'paragraph', text: 'a', look: 'lead' }, '<p class="lead">a</p>\n'],
    [
      'fields',
      {
        type: 'fields',
        fields: [
          ['A <b>', strong('a')],
          ['B', 1_000],
        ],
      },
      `<dl class="where"><div><dt>A ${escapedTag}</dt><dd><strong>a</strong></dd></div><div><dt>B</dt><dd>1,000</dd></div></dl>\n`,
    ],
    ['fields with a look', { type: 'fields', fields: [], look: 'legend' }, '<dl class="legend"></dl>\n'],
    [
      'steps',
      { type: 'steps', steps: ['a', strong('b')] },
      '<ol class="steps"><li>a</li><li><strong>b</strong></li></ol>\n',
    ],
    [
      'code',
      { type: 'code', language: 'sql', lines: ['<b>', '', 'x'.repeat(2_000)] },
      `<pre tabindex="0"><code>${escapedTag}\n\n${'x'.repeat(2_000)}\n</code></pre>\n`,
    ],
    ['picture', { type: 'picture', picture: drawn }, pagePicture(drawn, 'part-1').markup],
    [
      'notice',
      { type: 'notice', mark: 'warning', text: strong('a') },
      '<div class="notice">{warning}<div><strong>a</strong></div></div>\n',
    ],
    [
      'notice with more',
      { type: 'notice', mark: 'error', text: 'a', blocks: [words('b')] },
      '<div class="notice">{error}<div>a<p>b</p>\n</div></div>\n',
    ],
    [
      'details',
      { type: 'details', summary: strong('a'), blocks: [words('b')] },
      '<details class="words" data-list><summary><span><strong>a</strong></span></summary>\n<p>b</p>\n</details>\n',
    ],
    [
      'details with a mark',
      { type: 'details', summary: 'a', mark: 'passed', blocks: [] },
      '<details class="rest" data-list><summary>{passed}<span>a</span></summary>\n</details>\n',
    ],
    [
      'open details',
      { type: 'details', summary: 'a', isOpen: true, blocks: [] },
      '<details class="words" data-list open><summary><span>a</span></summary>\n</details>\n',
    ],
    [
      'ways into a page',
      {
        type: 'tiles',
        tiles: [
          { mark: 'error', to: 'a"', count: 1_000, label: 'A <b>', note: 'to "do"' },
          { to: 'b', count: 0, label: 'B' },
          { mark: 'passed', to: 'c', count: 0, label: 'C', note: '' },
          { to: 'd', count: 1, label: 'D' },
        ],
      },
      '<nav class="summary" aria-label="Parts of this page"><ul>' +
        `<li><a class="is-error" href="#a&#34;"><span class="number">{error}1,000</span> <span class="label">A ${escapedTag}</span> <span class="review">to &#34;do&#34;</span></a></li>` +
        '<li><a class="plain none" href="#b"><span class="number">0</span> <span class="label">B</span></a></li>' +
        '<li><a class="is-passed" href="#c"><span class="number">{passed}0</span> <span class="label">C</span> <span class="review"></span></a></li>' +
        '<li><a class="plain" href="#d"><span class="number">1</span> <span class="label">D</span></a></li>' +
        '</ul></nav>\n',
    ],
  ])('%s', (_, block, text) => {
    expect(html(block)).toBe(text);
  });
  test('within a card looks less important', () => {
    expect(html(card({ type: 'notice', mark: 'error', text: 'a' }))).toContain(
      '<div class="aside">{error}<div>a</div></div>\n',
    );
    expect(html(section('A', [{ type: 'notice', mark: 'error', text: 'a' }]))).toContain('<div class="aside">');
    const details: Block = { type: 'details', summary: 'a', mark: 'passed', blocks: [] };
    expect(html(card(details))).toContain(
      '<details class="words" data-list><summary>{passed}<span>a</span></summary>\n</details>\n',
    );
    expect(html(section('A', [details]))).toContain('<details class="rest" data-list>');
  });
  test('with a picture has names of its own', () => {
    const one: Block = { type: 'picture', picture: drawn };
    expect(html(one, one)).toBe(pagePicture(drawn, 'part-1').markup + pagePicture(drawn, 'part-2').markup);
  });
});

describe('ways', () => {
  const kept = '<p class="kept">Nothing is lost by this.</p>';
  const summary = (number: string, title: string, lost = '') =>
    `<summary><span>${number}<strong>${title}</strong> <span class="who">Performed by: developer${lost}</span></span></summary>\n`;
  const option = (text: string) => `<span class="option">${text}</span> `;
  const none = '<ol class="steps"></ol></details>\n';
  const lossy: Way = {
    ...way,
    title: 'Start over',
    destroys: 'all of `it`',
    steps: ['a', strong('b')],
    code: ['SELECT 1;\nSELECT 2;', 'SELECT <3;'],
    links: [
      { title: 'A page', url: 'https://a.example/' },
      { title: 'B', url: 'no address' },
    ],
  };
  const whole =
    '<p class="lost"><strong>Lost by this:</strong> all of <code>it</code></p><ol class="steps"><li>a</li><li><strong>b</strong></li></ol>' +
    '<pre tabindex="0"><code>SELECT 1;\nSELECT 2;\nSELECT &#60;3;\n</code></pre>\n' +
    '<p class="links-head">Read more</p><ul class="links"><li><a href="https://a.example/" rel="noreferrer"><bdi>A page</bdi></a> <span class="host"><bdi>a.example</bdi></span></li><li><bdi>B</bdi></li></ul></details>\n';
  const isLost = ' <span class="destroys">Something is lost</span>';

  test.each<[string, Block, string]>([
    [
      'one',
      { type: 'ways', ways: [way] },
      `<details class="fix" data-list open>\n${summary('', 'Do <code>this</code>')}${kept}${none}`,
    ],
    [
      'several, the first one open',
      { type: 'ways', ways: [way, lossy], others: 'elsewhere' },
      `<details class="fix" data-list open>\n${summary(option('Option 1'), 'Do <code>this</code>')}${kept}${none}` +
        `<details class="fix" data-list>\n${summary(option('Option 2'), 'Start over', isLost)}${whole}`,
    ],
    [
      'one after the other, all open',
      { type: 'ways', ways: [way, lossy], inOrder: true },
      `<details class="fix" data-list open>\n${summary(option('Step 1'), 'Do <code>this</code>')}${none}` +
        `<details class="fix" data-list open>\n${summary(option('Step 2'), 'Start over', isLost)}${whole}`,
    ],
  ])('%s', (_, block, text) => {
    expect(html(block)).toBe(text);
  });
});

describe('a filter', () => {
  test('of checks', () => {
    expect(html({ type: 'filter', of: 'checks', total: 7, fields: [] })).toBe(
      '<div class="filter of-checks" role="search" aria-label="Filter the checks" id="filter" data-checks="7" hidden>\n' +
        '<button type="button" id="filter-clear" hidden>Show all</button>\n<p role="status" id="filter-result"></p>\n</div>\n',
    );
  });
  test('of rows that are not all on the page', () => {
    const choices = Array.from({ length: 501 }, (_, index) => [`v"${index}`, `${index} ${'n'.repeat(300)}`] as const);
    const text = html({
      type: 'filter',
      of: 'rows',
      total: 1_000,
      left: 2,
      fields: [
        { id: 'search', label: 'Search <b>', choices: 'text' },
        { id: 'from', label: 'From', choices: 'time' },
        { id: 'map', label: 'Map', choices },
      ],
    });
    const options = choices
      .slice(0, 500)
      .map(([, shown], index) => `<option value="v&#34;${index}">${shown.slice(0, 200)}…</option>`)
      .join('');
    expect(text).toBe(
      '<div class="filter of-rows" role="search" aria-label="Filter the rows" id="filter" data-rows="1000" data-left="2" hidden>\n' +
        `<div><label for="filter-search">Search ${escapedTag}</label><input type="search" id="filter-search" autocomplete="off" spellcheck="false"></div>\n` +
        '<div><label for="filter-from">From</label><input type="datetime-local" id="filter-from"></div>\n' +
        `<div><label for="filter-map">Map</label><select id="filter-map"><option value="">All</option>${options}</select></div>\n` +
        '<button type="button" id="filter-clear" hidden>Show all</button>\n<p role="status" id="filter-result"></p>\n</div>\n' +
        '<p class="intro filter-note">The filter looks through the 1,000 rows on this page.</p>',
    );
  });
  test('of all rows', () => {
    const text = html({ type: 'filter', of: 'rows', total: 1, fields: [] });
    expect(text).toContain(' data-rows="1" data-left="0" hidden>');
    expect(text).not.toContain('filter-note');
  });
});

describe('within a line', () => {
  const longName = 'n'.repeat(201);
  const longText = 't'.repeat(1_001);
  test.each<[string, Inline, string]>([
    ['text', '<b> & "c"', `${escapedTag} &#38; &#34;c&#34;`],
    ['long text', longText, `${longText.slice(1)}…`],
    ['code in text', 'a `<b>` c', `a <code>${escapedTag}</code> c`],
    ['a number', 12_000, '12,000'],
    ['parts', ['a ', ['b', 1_000], strong(' c')], 'a b1,000<strong> c</strong>'],
    ['a name', name('<b>'), `<bdi>${escapedTag}</bdi>`],
    ['a long name', name(longName), `<bdi>${longName.slice(1)}…</bdi>`],
    ['code', { type: 'code', text: '<b>' }, `<code><bdi>${escapedTag}</bdi></code>`],
    ['a quotation', { type: 'quote', text: '`<b>`' }, `<q>\`${escapedTag}\`</q>`],
    ['soft words', { type: 'soft', text: strong('a') }, '<span class="soft"><strong>a</strong></span>'],
    ['a tag', { type: 'tag', text: strong('a') }, '<span class="tag"><strong>a</strong></span>'],
    [
      'a time',
      { type: 'time', iso: '2026-11-20T10:00:00Z' },
      '<time datetime="2026-11-20T10:00:00Z">November 20, 2026, 10:00 UTC</time>',
    ],
    [
      'what is not a time',
      { type: 'time', iso: '"<b>' },
      `<time datetime="&#34;${escapedTag}">&#34;${escapedTag}</time>`,
    ],
    ['a way into the page', { type: 'jump', text: strong('a'), to: 'b"' }, '<a href="#b&#34;"><strong>a</strong></a>'],
    [
      'what a script rewrites',
      { type: 'slot', id: 'x"', text: '<b>' },
      `<span id="x&#34;" data-all="${escapedTag}">${escapedTag}</span>`,
    ],
    [
      'what has something below it',
      { type: 'titled', text: strong('a'), about: ['b', 1_000] },
      '<strong>a</strong><ul class="about"><li>b</li><li>1,000</li></ul>\n',
    ],
    ['what has nothing below it', { type: 'titled', text: 'a', about: [] }, 'a'],
    [
      'a few items',
      { type: 'items', items: ['a', strong('b')], noun: 'thing' },
      '<ul class="items"><li>a</li><li><strong>b</strong></li></ul>\n',
    ],
  ])('%s', (_, content, text) => {
    expect(inWords(content)).toBe(text);
  });

  test.each([
    ['https://a.example/b"c', 'https://a.example/b%22c', 'a.example'],
    ['HTTP://A.example:8080', 'http://a.example:8080/', 'a.example:8080'],
    ['https://b@a.example/', 'https://b@a.example/', 'a.example'],
    [`https://a.example/${'b'.repeat(982)}`, `https://a.example/${'b'.repeat(982)}`, 'a.example'],
    // Not ours, although it begins like it.
    [
      'https://dual-write-health.github.io.a.example/',
      'https://dual-write-health.github.io.a.example/',
      'dual-write-health.github.io.a.example',
    ],
  ])('a link to %s names its host', (url, href, host) => {
    expect(inWords({ type: 'link', text: 'a', url })).toBe(
      `<a href="${href}" rel="noreferrer"><bdi>a</bdi></a> <span class="host"><bdi>${host}</bdi></span>`,
    );
  });
  test('a link to our own pages does not', () => {
    const url = 'https://dual-write-health.github.io/dual-write-health/rules/';
    expect(inWords({ type: 'link', text: '<b>', url })).toBe(`<a href="${url}"><bdi>${escapedTag}</bdi></a>`);
  });
  test.each([
    '',
    'javascript:alert(1)//https://a.example',
    'ftp://a.example',
    ' https://a.example',
    'xhttps://a.example',
    'https://',
    'https:/a.example',
    'https://[',
    `https://a.example/${'b'.repeat(983)}`,
  ])('a link to %j is a name', (url) => {
    expect(inWords({ type: 'link', text: '<b>', url })).toBe(`<bdi>${escapedTag}</bdi>`);
  });
});

test.each<[Mark, string]>([
  ['error', 'error'],
  ['not-applicable', 'not applicable'],
  ['passed', 'passed'],
])('%s has its icon, which is named where no words say the same', (mark, label) => {
  expect(inWords({ type: 'mark', mark })).toBe(`{${mark}}`);
  expect(html({ type: 'list', noun: 'thing', items: [{ text: 'a', mark }] })).toContain(
    `<li>{${mark}: ${label}} a</li>`,
  );
});

// Last, because it takes longest.
describe('as many as a browser opens soon:', () => {
  test('ten thousand sections, and everything else', () => {
    const parts = (length: number) => html(...numbers(length).map((title) => section(title, [])), words('the end'));
    expect(parts(10_000)).toMatch(/>no\. 10000<\/h2>\n<\/section>\n<p>the end<\/p>\n$/);
    expect(parts(10_002)).toMatch(
      />no\. 10000<\/h2>\n<\/section>\n<p>the end<\/p>\n<p class="intro">… and 2 more\.<\/p>\n$/,
    );
  });
  test('ten thousand lines below an item', () => {
    expect(
      html({ type: 'list', noun: 'thing', items: [{ text: 'a', items: numbers(10_001).map((text) => ({ text })) }] }),
    ).toContain('<li>no. 10000</li></ul><p class="intro">… and 1 more line.</p>\n');
  });
  test('ten thousand items of a list', () => {
    expect(html(list(10_000))).toMatch(/<li>no\. 10000<\/li><\/ul><\/div><\/details>\n$/);
    expect(html(list(10_002, { left: 3 }))).toMatch(
      /<summary>9,990 more things<[\s\S]*<li>no\. 10000<\/li><\/ul><\/div><\/details>\n<p class="intro">… and 5 more things\.<\/p>\n$/,
    );
  });
  test('ten thousand rows', () => {
    const rows = (length: number) => html(table(length)).split('no. 10000<')[1];
    expect(rows(10_000)).toMatch(/<\/table>\n$/);
    expect(rows(10_002)).toMatch(/<\/table>\n<p class="intro">… and 2 more rows\.<\/p>\n$/);
    expect(rows(10_002)).not.toContain('10001');
  });
  test('ten thousand lines of code, and a thousand steps', () => {
    const code = (length: number) => html({ type: 'code', language: 'text', lines: numbers(length) });
    expect(code(10_000)).toMatch(/\nno\. 10000\n<\/code><\/pre>\n$/);
    expect(code(10_002)).toMatch(/\nno\. 10000\n<\/code><\/pre>\n<p class="intro">… and 2 more lines\.<\/p>\n$/);
    const steps = (length: number) => html({ type: 'steps', steps: numbers(length) });
    expect(steps(1_000)).toMatch(/<li>no\. 1000<\/li><\/ol>\n$/);
    expect(steps(1_002)).toMatch(/<li>no\. 1000<\/li><li>… and 2 more steps<\/li><\/ol>\n$/);
  });
  test('a thousand ways', () => {
    const ways = (length: number) => html({ type: 'ways', ways: numbers(length).map((title) => ({ ...way, title })) });
    expect(ways(1_000)).toMatch(/<strong>no\. 1000<\/strong>.*\n.*<\/details>\n$/);
    expect(ways(1_002)).toMatch(
      /<strong>no\. 1000<\/strong>.*\n.*<\/details>\n<p class="intro">… and 2 more steps\.<\/p>\n$/,
    );
  });
  test('ten thousand items in a line', () => {
    const items = (length: number) => inWords({ type: 'items', items: numbers(length), noun: 'thing' });
    expect(items(10_000)).toMatch(
      /^<ul class="items">[\s\S]*<summary>9,990 more things<[\s\S]*<li>no\. 10000<\/li><\/ul><\/div><\/details>\n$/,
    );
    expect(items(10_002)).toMatch(/<li>no\. 10000<\/li><li>… and 2 more things<\/li><\/ul><\/div><\/details>\n$/);
  });
});
