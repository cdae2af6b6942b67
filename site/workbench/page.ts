import { iconShapes } from '../../src/reporters/html/icons.js';
import { type Content, type Markup, markup } from '../../src/reporters/html/markup.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { healthCheck } from '../../src/rules/health-check.js';
import { mapDesign } from '../../src/rules/map-design.js';
import { operations } from '../../src/rules/operations.js';
import { type FactField, factFields } from './person-facts.js';

/** The workbench before anything was given: what its script fills. It is the same on the site and in the file of its own. */
export function workbenchPage(): string {
  return markup`${iconShapes()}<div class="workbench" id="wb">
<div class="wb-head"><h1>Workbench</h1>
<p class="intro">Drop, choose or paste what you have: an error text, a HAR file, a solution, a snapshot, saved maps, sync errors, a log. It is read in this page. Nothing is uploaded and nothing is kept.</p>
<noscript><p>The workbench needs scripts. Without them, look up <a href="${siteUrl}errors/">the message</a> or <a href="${siteUrl}errors/by-symptom/">the symptom</a>, or use <a href="${siteUrl}guides/getting-started/">the command line</a>.</p></noscript></div>
<div class="wb-verdict" id="wb-verdict"><p role="status" id="wb-verdict-text">Nothing was given yet.</p><a href="#wb-result" id="wb-to-result" hidden>Go to the result</a></div>
<div class="wb-side">
<section aria-labelledby="wb-in"><h2 id="wb-in">What you have</h2>
<label for="wb-text">Error text, code, or anything copied</label>
<textarea id="wb-text" rows="3" spellcheck="false" autocomplete="off"></textarea>
<div class="wb-row"><button type="button" class="wb-first" id="wb-add">Add text</button><button type="button" id="wb-choose">Choose files</button><button type="button" id="wb-folder">Choose a folder</button><button type="button" id="wb-sample">Try the sample</button></div>
<input type="file" id="wb-files" multiple hidden><input type="file" id="wb-folder-files" webkitdirectory hidden>
<p class="soft">Files and folders can be dropped anywhere on this page.</p>
<p class="wb-news" role="status" id="wb-news"></p>
<ul id="wb-cards" aria-label="What was given"></ul></section>
<details class="wb-part" id="wb-facts"><summary>What only you know</summary>
<p class="soft">What is typed here counts over the cards. A blank field is what the cards say.</p>
<form id="wb-form" autocomplete="off">
${fieldset('Link', 'link')}${fieldset('Dataverse', 'dataverseEnvironment')}${fieldset('Finance and operations', 'finopsEnvironment')}<div class="wb-row"><button type="button" id="wb-clear-facts">Clear what was typed</button></div></form></details>
<details class="wb-part" id="wb-known"><summary>Facts <span class="count" id="wb-known-count">0</span></summary><ul class="wb-fact-list" id="wb-fact-list"></ul></details>
<details class="wb-part" id="wb-options"><summary>How it is checked</summary>
<form id="wb-option-form" autocomplete="off">
${select('validator', 'Which checks', [
  ['health-check', 'Health check'],
  ['operations', 'Operations'],
  ['map-design', 'Map design'],
])}
${select('failOn', 'Unhealthy from', [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
])}
${select('roleModel', 'Roles that are required', [
  ['least-privilege', 'Least privilege'],
  ['system-administrator', 'System administrator'],
])}
${select('gate', 'When prerequisites fail', [
  ['documented', 'Wait with the rest'],
  ['none', 'Check the rest anyway'],
])}
<div class="wb-field"><label for="wb-option-only">Only these codes</label><input id="wb-option-only" name="only" spellcheck="false" list="wb-codes-health-check" aria-describedby="wb-only-hint wb-problem"><p class="soft" id="wb-only-hint">Codes with commas between them; blank for all.</p><p class="wb-problem" role="alert" id="wb-problem"></p></div>
${codes('health-check', healthCheck.codes)}${codes('operations', operations.codes)}${codes('map-design', mapDesign.codes)}</form></details>
<div class="wb-memory"><label><input type="checkbox" id="wb-remember"> Remember on this computer</label> <button type="button" id="wb-forget" hidden>Forget everything</button><p class="soft" role="status" id="wb-memory-news"></p></div>
</div>
<div class="wb-main">
<div class="wb-field wb-environments" id="wb-environments" hidden><label for="wb-environment">Environment</label><select id="wb-environment"></select></div>
<ul class="wb-unused" id="wb-unused"></ul>
<nav class="wb-nav" id="wb-nav" aria-label="Results" hidden><ul class="wb-results" id="wb-results"></ul></nav>
<div class="wb-out" id="wb-out" role="group" aria-label="Take it along" hidden>${out('ticket', 'Copy for a ticket')}${out('html', 'HTML')}${out('markdown', 'Markdown')}${out('json', 'JSON')}${out('sarif', 'SARIF')}${out('junit', 'JUnit')}${out('snapshot', 'Redacted snapshot')}<button type="button" id="wb-print">Print</button><p class="soft" role="status" id="wb-out-news"></p></div>
<div class="wb-missing" id="wb-missing" hidden><p id="wb-missing-text"></p><button type="button" id="wb-to-facts">Show what is missing</button></div>
<div class="wb-result" id="wb-result" role="region" aria-label="Result" tabindex="-1"><ul class="wb-ideas">${ideas.map(([given, shown]) => markup`<li><strong>${given}</strong> <span class="soft">${shown}</span></li>`)}</ul></div>
</div>
</div>
`.markup;
}

/** What comes of what. */
const ideas = [
  ['An error text or a code', 'What it means, who can fix it, and the steps'],
  ['A HAR file of the Dual-write page', 'The health report of the environments, as far as the answers in it go'],
  ['A snapshot or saved answers', 'The health report; with an error text, what confirms the cause'],
  ['A solution and saved maps', 'What an import changes, and what is missing for it'],
  ['Saved maps of two environments', 'How their maps differ'],
  ['Sync errors and alert settings', 'What fails most, and which alerts had fired'],
  ['Two snapshots or reports', 'What has changed'],
  ['Facts that only you know', 'Type them on the left: the verdict follows'],
] as const;

function fieldset(legend: string, fact: FactField['fact']): Markup {
  return markup`<fieldset><legend>${legend}</legend>${factFields.filter((one) => one.fact === fact).map(factInput)}</fieldset>
`;
}

function factInput({ id, label, hint, kind }: FactField): Markup {
  const described = markup`aria-describedby="wb-known-${id}"`;
  const choices =
    kind === 'yes-no'
      ? ([
          ['yes', 'Yes'],
          ['no', 'No'],
        ] as const)
      : Array.isArray(kind)
        ? kind
        : undefined;
  const input =
    choices === undefined
      ? markup`<input id="wb-fact-${id}" name="${id}" spellcheck="false"${kind === 'number' ? markup` inputmode="numeric"` : undefined}${hint === undefined ? undefined : markup` placeholder="${hint}"`} ${described}>`
      : markup`<select id="wb-fact-${id}" name="${id}" ${described}><option value="">Not known</option>${choices.filter(([value]) => value !== 'unknown').map(option)}</select>`;
  return markup`<div class="wb-field"><label for="wb-fact-${id}">${label}</label>${input}<p class="soft" id="wb-known-${id}"></p></div>
`;
}

function option([value, label]: readonly [string, string]): Markup {
  return markup`<option value="${value}">${label}</option>`;
}

function select(name: string, label: string, choices: readonly (readonly [string, string])[]): Content {
  return markup`<div class="wb-field"><label for="wb-option-${name}">${label}</label><select id="wb-option-${name}" name="${name}">${choices.map(option)}</select></div>`;
}

/** What the field for codes proposes while the checks of a validator are chosen. */
function codes(validator: string, all: readonly string[]): Markup {
  const rules = catalogue.filter(({ code }) => all.includes(code));
  return markup`<datalist id="wb-codes-${validator}">${rules.map(({ code, title }) => markup`<option value="${code}" label="${code} ${title}"></option>`)}</datalist>
`;
}

function out(format: string, label: string): Markup {
  return markup`<button type="button" data-format="${format}">${label}</button>`;
}
