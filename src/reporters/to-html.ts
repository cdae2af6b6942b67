import type { Performer } from '../rules/remediation/remediation.js';
import { given, isOn } from './blocks.js';
import type {
  Block,
  Details,
  DocumentModel,
  Facets,
  Fields,
  Filter,
  Inline,
  Item,
  List,
  Mark,
  Section,
  Table,
  Tiles,
  Way,
  Ways,
} from './document.js';
import { visibleStart } from './escape.js';
import { errorsScript, errorsScriptHash } from './html/errors-script.js';
import { icon } from './html/icons.js';
import { type Content, type Markup, markup, nameOf, prose, verbatim, whole } from './html/markup.js';
import { page } from './html/page.js';
import { pagePicture } from './html/page-picture.js';
import { script, scriptHash } from './html/script.js';
import { style, styleHash } from './html/style.js';
import { isInlines } from './inlines.js';
import { isUsual, performersInWords } from './performer-in-words.js';
import { siteUrl } from './site-url.js';
import { counted, dateInWords, figure, moreOf } from './words.js';

/**
 * A document as a page for a browser: one file that asks nothing of the network, can be read without its script, which filters, and
 * can be printed with everything in it. Its content security policy allows its own style and script and nothing else; text from
 * outside is text.
 *
 * @example
 * ```ts
 * await writeFile('activity.html', toHtml(activityDocument(replay)));
 * ```
 * @public
 */
export function toHtml(document: DocumentModel): string {
  const { title, header, noun, blocks, footer = [] } = document;
  const filter = blocks.find((block): block is Block & Filter => block.type === 'filter');
  return page({
    title: visibleStart(title, 120),
    skip: `Skip to the ${noun}`,
    header,
    main: bodyOf(document),
    footer: markup`${footer.map((line) => markup`<p>${inline(line)}</p>`)}`,
    styles: [{ text: style, hash: styleHash }],
    ...(filter === undefined ? {} : { script: filter.of === 'checks' ? checksScript : rowsScript }),
  });
}

/**
 * A document as a part of a page that has the style and the icons of {@link toHtml}: its verdict and everything below it, for pages
 * that show results beside other things. Text from outside is text.
 *
 * @example
 * ```ts
 * element.innerHTML = toHtmlBody(diagnosesDocument(diagnose(text)));
 * ```
 * @beta
 */
export function toHtmlBody(document: DocumentModel): string {
  return bodyOf(document).markup;
}

function bodyOf({ heading, subject, mark, summary, blocks }: DocumentModel): Markup {
  const context = { depth: 0, performedBy: undefined, ids: idsOf() };
  return markup`<section class="verdict${given(mark, (one) => ` is-${one}`)}" aria-labelledby="verdict">
<h1 id="verdict">${given(mark, signOf)}<span>${inline(heading)}</span></h1>
${given(subject, (one) => markup`<p class="about-whom">${inline(one)}</p>`)}${blocksOf(summary, context)}</section>
${blocksOf(blocks, context)}`;
}

const checksScript = { text: script, hash: scriptHash };
const rowsScript = { text: errorsScript, hash: errorsScriptHash };

interface Context {
  /** How many sections are around. */
  readonly depth: number;
  /** Who carries things out where nobody else is named. */
  readonly performedBy: readonly Performer[] | undefined;
  /** Names for elements that have none of their own. */
  readonly ids: () => string;
}

function idsOf(): () => string {
  let last = 0;
  return () => `part-${++last}`;
}

/** More of anything makes a page that browsers are slow to open. */
const most = 10_000;
const mostSteps = 1_000;
/** How many items of a list are open; the others are one step away, in a list that scrolls by itself. */
const shownAtOnce = 10;

function blocksOf(blocks: readonly Block[], context: Context): Content {
  const shown = blocks.filter((block) => isOn(block, 'page'));
  const sections = shown.filter(({ type }) => type === 'section').length;
  let left = most;
  return [
    ...shown.map((block) => (block.type === 'section' && --left < 0 ? undefined : blockOf(block, context))),
    sections > most ? rest(sections, most) : undefined,
  ];
}

function blockOf(block: Block, context: Context): Content {
  switch (block.type) {
    case 'section':
      return section(block, context);
    case 'paragraph':
      return markup`<p${classOf(block.look)}>${inline(block.text)}</p>
`;
    case 'list':
      return list(block);
    case 'table':
      return table(block, context);
    case 'fields':
      return fields(block);
    case 'ways':
      return ways(block, context);
    case 'steps':
      return markup`${stepList(block.steps)}
`;
    case 'code':
      return code(block.lines);
    case 'picture':
      return pagePicture(block.picture, context.ids());
    case 'notice':
      return markup`<div class="${context.depth === 0 ? 'notice' : 'aside'}">${icon(block.mark)}<div>${inline(block.text)}${blocksOf(block.blocks ?? [], context)}</div></div>
`;
    case 'details':
      return details(block, context);
    case 'tiles':
      return tiles(block);
    case 'filter':
      return controls(block);
  }
}

/** A chapter, a card, or a part of a card. */
function section(
  { title, id, mark, code, count, about = [], performedBy, blocks, facets }: Section,
  outer: Context,
): Markup {
  const context = { ...outer, depth: outer.depth + 1, performedBy: performedBy ?? outer.performedBy };
  const badge = given(count, (number) => markup` <span class="count">${figure(number)}</span>`);
  const notes = aboutList([...given(code, codeOf), ...about]);
  const usual = given(
    performedBy,
    (roles) => markup`<p class="intro">Performed by ${performersInWords(roles)}, unless another role is named.</p>
`,
  );
  const content = [usual, blocksOf(blocks, context)];
  if (context.depth === 1) {
    const name = id ?? context.ids();
    return markup`<section id="${name}" aria-labelledby="${name}-title" data-section>
<h2 id="${name}-title">${inline(title)}${badge}</h2>
${notes}${content}</section>
`;
  }
  if (context.depth > 2)
    return markup`<h4>${inline(title)}${badge}</h4>
${notes}${content}`;
  const named = given(id, (own) => markup` id="${own}" aria-labelledby="${own}-title"`);
  const titled = given(id, (own) => markup` id="${own}-title"`);
  return markup`<article class="card${given(mark, (one) => ` is-${one}`)}"${named}${facetsOf(facets)}><h3${titled}>${given(mark, namedSignOf)}<span>${inline(title)}</span>${badge}</h3>
${notes}${content}</article>
`;
}

/** A code, with a link to the page about it where there is one. */
function codeOf({ text, url }: NonNullable<Section['code']>): Inline {
  return url === undefined ? { type: 'code', text } : { type: 'link', text, url };
}

function signOf(mark: Mark): Markup {
  return icon(mark);
}

/** A mark where no words say the same, for those who do not see its icon too. */
function namedSignOf(mark: Mark): Markup {
  return icon(mark, mark.replace('-', ' '));
}

function classOf(look: string | undefined): Content {
  return given(look, (name) => markup` class="${name}"`);
}

function aboutList(about: readonly Inline[]): Content {
  return about.length === 0
    ? undefined
    : markup`<ul class="about">${about.map((one) => markup`<li>${inline(one)}</li>`)}</ul>
`;
}

function facetsOf(facets: Facets = {}): Content {
  return Object.entries(facets)
    .filter(([name]) => /^[a-z][a-z-]*$/.test(name))
    .map(([name, value]) => markup` data-${name}="${String(value)}"`);
}

/** A list that stays readable with ten thousand items, without a script. */
function list({ items, noun, look, left: unlisted = 0 }: Omit<List, 'type'>): Content {
  const shown = items.slice(0, most).map((item) => itemOf(item, look));
  const left = restOf(items.length + unlisted, shown.length, noun);
  if (look === 'checks' || look === 'plain') {
    return markup`<ul class="${look === 'checks' ? 'checks' : 'gaps'}">${shown}</ul>${left}
`;
  }
  return [longList(shown, noun), left];
}

function longList(items: readonly Markup[], noun: string): Markup {
  // A handful more does not need to be hidden.
  if (items.length <= 2 * shownAtOnce)
    return markup`<ul class="items">${items}</ul>
`;
  const others = moreOf(items.length - shownAtOnce, noun);
  return markup`<ul class="items">${items.slice(0, shownAtOnce)}</ul>
<details class="more" data-list><summary>${others}</summary>
<div class="long" role="group" tabindex="0" aria-label="${others}"><ul class="items">${items.slice(shownAtOnce)}</ul></div></details>
`;
}

function itemOf(item: Item, look: List['look']): Markup {
  const { text, note, mark, about = [], items = [], facets } = item;
  if (look === 'rows') {
    const lines = items.map(
      (line) => markup`<p${given(line.mark, (one) => markup` class="is-${one}"`)}>${inline(line.text)}</p>`,
    );
    return markup`<li${facetsOf(facets)}><p class="row-head">${inline(text)}</p>
${lines}${given(note, (words) => markup`<p class="subject">${inline(words)}</p>`)}</li>
`;
  }
  const sign = given(mark, (one) => markup`${namedSignOf(one)} `);
  const finding = look === 'findings' ? markup` data-finding` : undefined;
  const kind = look === 'findings' ? 'subject' : 'advice';
  const aside = given(note, (words) => markup`<span class="${kind}">${inline(words)}</span>`);
  const below = items.length === 0 ? undefined : list({ items, noun: 'line', look: 'plain' });
  return markup`<li${finding}${facetsOf(facets)}>${sign}${inline(text)}${aboutList(about)}${aside}${below}</li>`;
}

function table({ caption, columns, rows, noun, look, left = 0, hasTotal = false }: Table, { depth }: Context): Content {
  // Where the screen is narrow, the cells of a row are below each other, each with the name of its column.
  const isStacked = look === undefined;
  const shown = rows.slice(0, most).map(({ cells, facets }) => {
    const [first = '', ...others] = cells;
    const data = others.map((cell, index) => {
      const column = isStacked ? markup` data-column="${columns[index + 1]}"` : undefined;
      return markup`<td${column}>${inline(cell)}</td>`;
    });
    return markup`<tr${facetsOf(facets)}><th scope="row">${inline(first)}</th>${data}</tr>
`;
  });
  const [total] = hasTotal ? shown.splice(-1) : [];
  const element = markup`<table class="${look ?? 'stacked'}"><caption>${caption}</caption><thead><tr>${columns.map((column) => markup`<th scope="col"><span>${column}</span></th>`)}</tr></thead>
<tbody>${shown}</tbody>${given(total, (sum) => markup`<tfoot>${sum}</tfoot>`)}</table>
`;
  // A card stays short: its long tables scroll by themselves.
  const isLong = depth > 1 && rows.length > 2 * shownAtOnce;
  return [
    isLong ? markup`<div class="long" role="group" tabindex="0" aria-label="${caption}">${element}</div>` : element,
    restOf(rows.length + left, Math.min(rows.length, most), noun),
  ];
}

function restOf(total: number, shown: number, noun: string): Markup | undefined {
  return total > shown ? rest(total, shown, noun) : undefined;
}

function rest(total: number, shown: number, noun?: string): Markup {
  return markup`<p class="intro">… and ${moreOf(total - shown, noun)}.</p>
`;
}

function fields({ fields: all, look }: Fields): Markup {
  return markup`<dl class="${look ?? 'where'}">${all.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${inline(value)}</dd></div>`)}</dl>
`;
}

/** Every way, the least destructive one open; steps in their order are all open. */
function ways({ ways: all, inOrder = false }: Ways, context: Context): Markup {
  const shown = all.slice(0, mostSteps).map((way, index) => wayOf(way, { index, of: all.length, inOrder }, context));
  return markup`${shown}${all.length > mostSteps ? rest(all.length, mostSteps, 'step') : undefined}`;
}

interface Place {
  readonly index: number;
  readonly of: number;
  readonly inOrder: boolean;
}

function wayOf(
  { title, steps, performedBy, destroys, links = [], code: statements = [] }: Way,
  { index, of, inOrder }: Place,
  context: Context,
): Markup {
  const number =
    of === 1 ? undefined : markup`<span class="option">${inOrder ? 'Step' : 'Option'} ${index + 1}</span> `;
  const lost =
    destroys !== null
      ? markup`<p class="lost"><strong>Lost by this:</strong> ${prose(destroys)}</p>`
      : inOrder
        ? undefined
        : markup`<p class="kept">Nothing is lost by this.</p>`;
  const who = isUsual(performedBy, context.performedBy) ? undefined : `Performed by: ${performersInWords(performedBy)}`;
  return markup`<details class="fix" data-list${index === 0 || inOrder ? markup` open` : undefined}>
<summary><span>${number}<strong>${prose(title)}</strong> <span class="who">${who}${given(destroys, () => markup` <span class="destroys">Something is lost</span>`)}</span></span></summary>
${lost}${stepList(steps)}${statements.length === 0 ? undefined : code(statements.flatMap((statement) => statement.split('\n')))}${linkList(links)}</details>
`;
}

function stepList(steps: readonly Inline[]): Markup {
  const more =
    steps.length > mostSteps ? markup`<li>… and ${moreOf(steps.length - mostSteps, 'step')}</li>` : undefined;
  return markup`<ol class="steps">${steps.slice(0, mostSteps).map((step) => markup`<li>${inline(step)}</li>`)}${more}</ol>`;
}

function linkList(links: NonNullable<Way['links']>): Content {
  if (links.length === 0) return undefined;
  return markup`<p class="links-head">Read more</p><ul class="links">${links.map(({ title, url }) => markup`<li>${anchor(title, url)}</li>`)}</ul>`;
}

/** Longer than any page's, and no longer than {@link markup} leaves a text whole: half an address leads somewhere else. */
const longestUrl = 1_000;

/** A link only where it leads to the web, and then with its host beside it, unless it is ours: titles come from outside too. */
function anchor(title: string, url: string): Content {
  if (url.length > longestUrl || url.search(/^https?:\/\//i) < 0 || !URL.canParse(url)) return nameOf(title);
  const { href, host } = new URL(url);
  if (href.startsWith(siteUrl)) return markup`<a href="${href}">${nameOf(title)}</a>`;
  return markup`<a href="${href}" rel="noreferrer">${nameOf(title)}</a> <span class="host">${nameOf(host)}</span>`;
}

function code(lines: readonly string[]): Markup {
  const shown = lines.slice(0, most).map((line) => [whole(line), verbatim('\n')]);
  return markup`<pre tabindex="0"><code>${shown}</code></pre>
${lines.length > most ? rest(lines.length, most, 'line') : undefined}`;
}

function details({ summary, mark, isOpen, blocks }: Details, context: Context): Markup {
  const look = context.depth > 1 || mark === undefined ? 'words' : 'rest';
  return markup`<details class="${look}" data-list${isOpen === true ? markup` open` : undefined}><summary>${given(mark, signOf)}<span>${inline(summary)}</span></summary>
${blocksOf(blocks, context)}</details>
`;
}

/** Ways into the page, each with its number. */
function tiles({ tiles: all }: Tiles): Markup {
  const items = all.map(({ mark, to, count, label, note }) => {
    const isNone = count === 0 && note === undefined;
    const look = `${mark === undefined ? 'plain' : `is-${mark}`}${isNone ? ' none' : ''}`;
    const review = given(note, (words) => markup` <span class="review">${words}</span>`);
    return markup`<li><a class="${look}" href="#${to}"><span class="number">${given(mark, signOf)}${figure(count)}</span> <span class="label">${label}</span>${review}</a></li>`;
  });
  return markup`<nav class="summary" aria-label="Parts of this page"><ul>${items}</ul></nav>
`;
}

/** More choices do not help; the search finds the others. */
const mostChoices = 500;

/** The script shows them: without a script they would do nothing. */
function controls({ of, total, left = 0, fields: all }: Filter): Markup {
  const data = of === 'checks' ? markup` data-checks="${total}"` : markup` data-rows="${total}" data-left="${left}"`;
  const inputs = all.map(({ id, label, choices }) => {
    const input =
      choices === 'text'
        ? markup`<input type="search" id="filter-${id}" autocomplete="off" spellcheck="false">`
        : choices === 'time'
          ? markup`<input type="datetime-local" id="filter-${id}">`
          : markup`<select id="filter-${id}"><option value="">All</option>${choices.slice(0, mostChoices).map(([value, shown]) => markup`<option value="${value}">${visibleStart(shown)}</option>`)}</select>`;
    return markup`<div><label for="filter-${id}">${label}</label>${input}</div>
`;
  });
  return markup`<div class="filter of-${of}" role="search" aria-label="Filter the ${of}" id="filter"${data} hidden>
${inputs}<button type="button" id="filter-clear" hidden>Show all</button>
<p role="status" id="filter-result"></p>
</div>
${left > 0 ? markup`<p class="intro filter-note">The filter looks through the ${counted(total, 'row')} on this page.</p>` : undefined}`;
}

function inline(content: Inline): Content {
  if (typeof content === 'string') return prose(content);
  if (typeof content === 'number') return figure(content);
  if (isInlines(content)) return content.map(inline);
  switch (content.type) {
    case 'name':
      return nameOf(content.text);
    case 'code':
      return markup`<code>${nameOf(content.text)}</code>`;
    case 'quote':
      return markup`<q>${content.text}</q>`;
    case 'strong':
      return markup`<strong>${inline(content.text)}</strong>`;
    case 'soft':
      return markup`<span class="soft">${inline(content.text)}</span>`;
    case 'tag':
      return markup`<span class="tag">${inline(content.text)}</span>`;
    case 'time':
      return markup`<time datetime="${content.iso}">${dateInWords(content.iso)}</time>`;
    case 'link':
      return anchor(content.text, content.url);
    case 'jump':
      return markup`<a href="#${content.to}">${inline(content.text)}</a>`;
    case 'slot':
      return markup`<span id="${content.id}" data-all="${content.text}">${content.text}</span>`;
    case 'mark':
      return icon(content.mark);
    case 'titled':
      return [inline(content.text), aboutList(content.about)];
    case 'items': {
      const { items, noun } = content;
      const shown = items.slice(0, most).map((one) => markup`<li>${inline(one)}</li>`);
      const more = items.length > most ? [markup`<li>… and ${moreOf(items.length - most, noun)}</li>`] : [];
      return longList([...shown, ...more], noun);
    }
  }
}
