import { type Markup, markup } from './markup.js';
import type { Check } from './standing.js';

/** The controls of the script, which shows them: without a script nobody sees what would do nothing. */
export function filter(checks: readonly Check[]): Markup {
  return markup`<div class="filter" role="search" aria-label="Filter this report" id="filter" data-checks="${checks.length}" hidden>
<div><label for="filter-text">Search</label><input type="search" id="filter-text" autocomplete="off" spellcheck="false"></div>
<div><label for="filter-status">Status</label><select id="filter-status">${options(statusOptions)}</select></div>
<div><label for="filter-severity">Severity</label><select id="filter-severity">${options(severityOptions)}</select></div>
<button type="button" id="filter-clear" hidden>Show all</button>
<p role="status" id="filter-result"></p>
</div>`;
}

const statusOptions = [
  ['', 'All'],
  ['failed', 'Failed'],
  ['inconclusive', 'Inconclusive'],
  ['blocked', 'Blocked'],
  ['errored', 'Broke off'],
  ['accepted', 'Accepted'],
  ['passed', 'Passed'],
  ['not-applicable', 'Not applicable'],
  ['skipped', 'Skipped'],
] as const;

const severityOptions = [
  ['', 'All'],
  ['error', 'Error'],
  ['warning', 'Warning'],
] as const;

function options(choices: readonly (readonly [value: string, label: string])[]): readonly Markup[] {
  return choices.map(([value, label]) => markup`<option value="${value}">${label}</option>`);
}
