import type { Link, RemediationOption } from '../../rules/remediation/remediation.js';
import type { Subject } from '../../rules/verdict.js';
import { performerInWords } from '../performer-in-words.js';
import { type Content, type Markup, markup, nameOf, prose, sentence } from './markup.js';
import type { Check } from './standing.js';
import { counted, dateInWords, figure, listed, originInWords } from './words.js';

/** Pieces that several sections show. */

/** Attributes by which the script finds and filters a check; the same check may be shown in several places. */
export function filterable({ outcome, number, standing }: Check): Markup {
  const status = standing === 'error' || standing === 'warning' ? 'failed' : standing;
  return markup`data-check="${number}" data-status="${status}" data-severity="${outcome.severity}"`;
}

/** Code, validation and origin, which stand wherever a code is shown. */
export function aboutCheck({ outcome }: Check, more?: Content): Markup {
  const { code, validation, origin, severity, defaultSeverity } = outcome;
  const overridden =
    defaultSeverity === undefined || defaultSeverity === severity
      ? undefined
      : markup`<li>${severity} here, ${defaultSeverity} by default</li>`;
  return markup`<ul class="about"><li><code>${nameOf(code)}</code></li><li>${validation}</li><li>${originInWords[origin]}</li>${overridden}${more}</ul>`;
}

/** `company USMF, Contoso Entertainment` */
export function subjectOf({ kind, id, name }: Subject): Markup {
  const called = name === undefined || name === id ? undefined : markup`, ${nameOf(name)}`;
  return markup`${kind.replaceAll('-', ' ')} <code>${nameOf(id)}</code>${called}`;
}

/** A number beside a heading. */
export function badge(number: number): Markup {
  return markup`<span class="count">${figure(number)}</span>`;
}

export function time(iso: string): Markup {
  return markup`<time datetime="${iso}">${dateInWords(iso)}</time>`;
}

/** How many items of a list stand open; the others are one step away, in a list that scrolls by itself. */
const shownAtOnce = 10;

/** A list that stays readable with ten thousand items, without a script. */
export function longList(items: readonly Markup[], noun: string): Markup {
  // A handful more is no reason to hide anything.
  if (items.length <= 2 * shownAtOnce) return markup`<ul class="items">${items}</ul>`;
  const others = counted(items.length - shownAtOnce, `more ${noun}`);
  return markup`<ul class="items">${items.slice(0, shownAtOnce)}</ul>
<details class="more" data-list><summary>${others}</summary>
<div class="long" role="group" tabindex="0" aria-label="${others}"><ul class="items">${items.slice(shownAtOnce)}</ul></div></details>`;
}

/** Every way to fix something, the least destructive one open. */
export function fixes(options: readonly RemediationOption[]): Markup {
  return markup`${options.map((option, index) => fix(option, index, options.length))}`;
}

function fix({ title, steps, performedBy, destroys, links }: RemediationOption, index: number, of: number): Markup {
  const number = of === 1 ? undefined : markup`<span class="option">Option ${index + 1}</span> `;
  const lost =
    destroys === null
      ? markup`<p class="kept">Nothing is lost by this.</p>`
      : markup`<p class="lost"><strong>Lost by this:</strong> ${prose(destroys)}</p>`;
  return markup`<details class="fix"${index === 0 ? markup` open` : undefined}>
<summary><span>${number}<strong>${prose(title)}</strong> <span class="who">Performed by: ${listed(performedBy.map(performerInWords))}${destroys === null ? undefined : markup` <span class="destroys">Something is lost</span>`}</span></span></summary>
${lost}<ol class="steps">${steps.map((step) => markup`<li>${prose(step)}</li>`)}</ol>${linkList(links)}</details>
`;
}

function linkList(links: readonly Link[]): Content {
  if (links.length === 0) return undefined;
  return markup`<p class="links-head">Read more</p><ul class="links">${links.map((link) => markup`<li>${anchor(link)}</li>`)}</ul>`;
}

/** Longer than any page's, and no longer than {@link markup} leaves a text whole: half an address leads astray. */
const longestUrl = 1_000;

/** A link only where it leads to the web, and then with the host in sight: titles come from outside too. */
function anchor({ title, url }: Link): Markup {
  const isWeb = url.length <= longestUrl && /^https?:\/\//i.test(url) && URL.canParse(url);
  const target = isWeb ? new URL(url) : undefined;
  if (target === undefined) return sentence(title);
  return markup`<a href="${target.href}" rel="noreferrer">${sentence(title)}</a> <span class="host">${nameOf(target.host)}</span>`;
}
