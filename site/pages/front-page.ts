import type { Phase } from '../../src/diagnosis/topic.js';
import { iconShapes } from '../../src/reporters/html/icons.js';
import { type Markup, markup } from '../../src/reporters/html/markup.js';
import { commonestProblems } from './commonest-problems.js';
import type { Heading } from './markdown.js';

/** The body of `/`: the box, the problems that people have most, and the ways in. @param phases - chapters of the list of errors */
export function frontPage(phases: readonly Heading[]): string {
  const page = markup`${iconShapes()}<h1>What went wrong with dual-write?</h1>
<p class="lead">Paste an error to read how to fix it, or drop files: a HAR file, a solution, a snapshot, saved maps, a log. All of it is read in this page; nothing is uploaded.</p>
<div class="box" id="box">
<label for="box-text">Error message, code, or what you see</label>
<textarea id="box-text" rows="3" spellcheck="false" autocomplete="off" placeholder="Unable to write data to entity …"></textarea>
<div class="box-row" id="box-row" hidden><label class="button" for="box-files">Choose files</label><input type="file" id="box-files" multiple><button type="button" id="box-clear" hidden>Clear</button>
<p role="status" id="box-status">Files can also be dropped anywhere on this page.</p></div>
<p id="box-examples" class="examples" hidden>Try an example: ${examples.map(([label, text]) => markup` <button type="button" data-text="${text}">${label}</button>`)}</p>
<noscript><p>This box needs scripts. Without them, look up <a href="errors/">the message</a> or <a href="errors/by-symptom/">the symptom</a>.</p></noscript>
</div>
<div id="box-result" class="result" tabindex="-1" aria-label="Result" role="region" hidden></div>
<section aria-labelledby="common"><h2 id="common">The twelve commonest problems</h2>
<p class="intro">Most often among the messages that people published in forums, issues and articles.</p>
<ol class="common">${commonestProblems().map(({ id, title, phase }) => markup`<li><a href="errors/${id}/">${title}</a> <span class="soft">${phaseInShort[phase]}</span></li>`)}</ol></section>
<section aria-labelledby="ways"><h2 id="ways">Ways in</h2>
<div class="ways-in">
${way('By code', [
  ['rules/', 'Codes of the health check'],
  ['errors/', 'Error messages and their codes'],
])}
${way(
  'By phase',
  phases.map(({ text, id }) => [`errors/#${id}`, text] as const),
)}
${way('By symptom', [
  ['errors/by-symptom/', 'What people see where no message is'],
  ['#box-text', 'Say it in your own words, in the box'],
])}
${way('With files', [
  ['workbench/', 'The workbench: check a pair of environments'],
  ['collect/', 'How to gather the facts with a browser'],
  ['guides/getting-started/', 'On the command line'],
])}
</div></section>
`;
  return page.markup;
}

/** What people have: a message, a code in a message, and words of their own. */
const examples: readonly (readonly [label: string, text: string])[] = [
  [
    'A write that failed',
    'Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Request failed with status code BadRequest and CDS error code : 0x80040265 response message: An error occurred while attempting to authenticate.',
  ],
  ['A code of the health check', 'DWDVEV1007: The health check failed for the companies USMF and DEMF.'],
  ['Words of your own', 'records do not sync from F&O to CRM since the database refresh'],
];

function way(title: string, links: readonly (readonly [href: string, text: string])[]): Markup {
  return markup`<div><h3>${title}</h3><ul>${links.map(([href, text]) => markup`<li><a href="${href}">${text}</a></li>`)}</ul></div>`;
}

const phaseInShort: Readonly<Record<Phase, string>> = {
  link: 'linking',
  'map-start': 'starting a map',
  'initial-sync': 'initial sync',
  'live-sync': 'live sync',
  'user-interface': 'the Dual-write page',
  upgrade: 'upgrade',
  async: 'dual-write async',
  throttling: 'throttling',
};
