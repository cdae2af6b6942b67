import type { ComparedMap, EnvironmentComparison } from '../maps/compare-environments.js';
import type { MapSummary, SummarizedMap, SummarizedVersion } from '../maps/summarize-maps.js';
import { mapPicture } from './html/map-picture.js';
import { mapStyle, mapStyleHash } from './html/map-style.js';
import { type Content, type Markup, markup, nameOf, sentence } from './html/markup.js';
import { page } from './html/page.js';
import { badge, longList } from './html/parts.js';
import { style, styleHash } from './html/style.js';
import { linesOf, totalsOf, versionsInWords } from './map-comparison.js';
import { mapInWords, statusInWords, statusOrder } from './map-difference-in-words.js';
import { notesOf, stateInWords, totalsInWords } from './map-list.js';
import { needsOf } from './map-tree.js';

/**
 * A page with a picture of what needs what, and all maps with their versions. One file that asks nothing of the network and runs
 * no script; its content security policy allows its style and nothing else.
 *
 * @example
 * ```ts
 * await writeFile('maps.html', htmlMaps(summarizeMaps(maps)));
 * ```
 * @public
 */
export function htmlMaps(summary: MapSummary): string {
  const { maps, dependencies } = summary;
  const needs = needsOf(dependencies);
  const notes = notesOf(dependencies).map((note) => markup`<li>${sentence(note)}</li>`);
  const main = markup`<h1>Table maps</h1>
<p class="intro">${totalsInWords(summary)}</p>
<section aria-labelledby="needs"><h2 id="needs">What needs what</h2>
<p class="intro">A line leads from a map to what has to run before it, on its left. Dashed lines are concluded from names of columns. What very many need has a letter instead of lines.</p>
${mapPicture(dependencies)}
${notes.length === 0 ? undefined : markup`<ul class="items">${notes}</ul>`}</section>
<section aria-labelledby="maps"><h2 id="maps">Maps ${badge(maps.length)}</h2>
<table class="overview"><caption>Every map with its versions</caption>
<thead><tr><th scope="col">Map</th><th scope="col">Versions</th><th scope="col">Needs</th></tr></thead>
<tbody>${maps.map((map) => row(map, needs.get(map.name) ?? []))}</tbody></table></section>`;
  return page({
    title: 'Table maps – dual-write health',
    skip: 'Skip to the maps',
    header: 'Dual-write table maps',
    main,
    footer: markup`<p>${totalsInWords(summary)}</p>`,
    styles: [
      { text: style, hash: styleHash },
      { text: mapStyle, hash: mapStyleHash },
    ],
  });
}

function row({ name, versions }: SummarizedMap, needs: readonly string[]): Markup {
  const needed = needs.map((one) => markup`<li>${nameOf(mapInWords(one))}</li>`);
  return markup`<tr><th scope="row">${nameOf(mapInWords(name))}</th><td>${longList(versions.map(versionItem), 'version')}</td><td>${needed.length === 0 ? undefined : longList(needed, 'map')}</td></tr>
`;
}

function versionItem(version: SummarizedVersion): Markup {
  const { publisher, fields, lookups, faults } = version;
  const state = stateInWords(version);
  const counts = fields === null || lookups === null ? 'fields not known' : `${fields} fields, ${lookups} lookups`;
  return markup`<li><strong>${nameOf(version.version ?? 'without a version')}</strong> ${nameOf(publisher ?? 'publisher not known')}${state === '' ? undefined : `, ${state}`}<span class="subject">${counts}</span>${
    faults.length === 0
      ? undefined
      : markup`<div class="faults">${longList(
          faults.map((fault) => markup`<li>${sentence(fault)}</li>`),
          'fault',
        )}</div>`
  }</li>`;
}

/**
 * A page about what is different between the maps of two environments. One file that asks nothing of the network and runs no script.
 * @public
 */
export function htmlMapComparison(comparison: EnvironmentComparison): string {
  const { before, after, maps } = comparison;
  const main = markup`<h1>Maps of two environments</h1>
<dl class="where"><div><dt>Before</dt><dd>${nameOf(mapInWords(before.name))}</dd></div><div><dt>After</dt><dd>${nameOf(mapInWords(after.name))}</dd></div></dl>
<p class="lead">${totalsOf(comparison)}</p>
${statusOrder.map((status) =>
  section(
    status,
    maps.filter((map) => map.status === status),
  ),
)}`;
  return page({
    title: 'Maps of two environments – dual-write health',
    skip: 'Skip to the differences',
    header: 'Dual-write table maps',
    main,
    footer: markup`<p>${totalsOf(comparison)}</p>`,
    styles: [
      { text: style, hash: styleHash },
      { text: mapStyle, hash: mapStyleHash },
    ],
  });
}

const standings = {
  different: 'error',
  'only-before': 'warning',
  'only-after': 'warning',
  unknown: 'inconclusive',
  same: 'passed',
} as const satisfies Readonly<Record<ComparedMap['status'], string>>;

function section(status: ComparedMap['status'], maps: readonly ComparedMap[]): Content {
  if (maps.length === 0) return undefined;
  const names = maps.map(({ name }) => markup`<li>${nameOf(mapInWords(name))}</li>`);
  const content = status === 'same' ? longList(names, 'map') : maps.map((map) => card(map, standings[status]));
  return markup`<section aria-labelledby="${status}"><h2 id="${status}">${statusInWords[status]} ${badge(maps.length)}</h2>
${content}</section>
`;
}

function card(map: ComparedMap, standing: string): Markup {
  const lines = linesOf(map).map((line) => markup`<li>${sentence(line)}</li>`);
  return markup`<article class="card is-${standing}"><h3><span>${nameOf(mapInWords(map.name))}</span></h3>
<ul class="about"><li>${sentence(versionsInWords(map))}</li></ul>
${lines.length === 0 ? undefined : longList(lines, 'difference')}</article>
`;
}
