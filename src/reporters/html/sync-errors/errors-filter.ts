import { byCodeUnits } from '../../../facts/by-code-units.js';
import { type Content, type Markup, markup, nameOf } from '../markup.js';
import { figure } from '../words.js';
import type { Names, ShownRows } from './shown-rows.js';

/** The controls of the script, which shows them: without a script nobody sees what would do nothing. */
export function errorsFilter(
  { length, jobs, entities, dataSources, companies, topics }: ShownRows,
  left: number,
): Markup {
  const categories = ['application', 'system', 'concurrency', 'conflict', 'unknown'];
  return markup`<div class="filter" role="search" aria-label="Filter the rows" id="filter" data-rows="${length}" data-left="${left}" hidden>
<div><label for="filter-text">Search</label><input type="search" id="filter-text" autocomplete="off" spellcheck="false"></div>
<div><label for="filter-from">From (UTC)</label><input type="datetime-local" id="filter-from"></div>
<div><label for="filter-to">Before (UTC)</label><input type="datetime-local" id="filter-to"></div>
${choice('entity', 'Entity', entities)}${choice('source', 'Data source', dataSources)}${choice('company', 'Company', companies)}${choice('job', 'Integration job', jobs)}${choice('topic', 'Known problem', topics)}<div><label for="filter-category">Category</label><select id="filter-category"><option value="">All</option>${categories.map((name) => markup`<option value="${name}">${name}</option>`)}</select></div>
<button type="button" id="filter-clear" hidden>Show all</button>
<p role="status" id="filter-result"></p>
</div>
${left > 0 ? markup`<p class="intro filter-note">The filter looks through the ${figure(length)} rows on this page.</p>` : undefined}`;
}

const mostOptions = 500;

/** By name; `null` last. */
function choice(id: string, label: string, names: Names): Content {
  const sorted = names
    .map((name, number) => ({ name, number }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || byCodeUnits(a.name ?? '', b.name ?? ''))
    .slice(0, mostOptions);
  return markup`<div><label for="filter-${id}">${label}</label><select id="filter-${id}"><option value="">All</option>${sorted.map(({ name, number }) => markup`<option value="${number}">${name === null ? 'none' : optionText(name)}</option>`)}</select></div>
`;
}

/** An option holds no elements. */
function optionText(name: string): Content {
  return { markup: nameOf(name).markup.replace(/^<bdi>|<\/bdi>$/g, '') };
}
