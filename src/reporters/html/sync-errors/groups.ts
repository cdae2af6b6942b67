import type { SyncErrorGroups, SyncErrorSummary, SyncErrorTopic } from '../../../sync-errors/summarize-sync-errors.js';
import { type Content, type Markup, markup, nameOf, prose, sentence } from '../markup.js';
import { badge } from '../parts.js';
import { counted, figure } from '../words.js';
import { moment } from './overview.js';

const mostListed = 100;

/** All rows by what they tell of, and by entity, data source, company, job and category. */
export function groups(summary: SyncErrorSummary): Markup {
  const { topics, unrecognized, entities, dataSources, companies, integrationJobs, categories } = summary;
  const byCategory = Object.entries(categories)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, count, first: null, last: null }));
  return markup`<section id="topics" aria-labelledby="topics-title">
<h2 id="topics-title">Known problems ${badge(topics.length)}</h2>
<p class="intro">What the messages and codes of all rows tell of. ${counted(unrecognized, 'row')} told of no known problem.</p>
${topics.slice(0, mostListed).map(topic)}${topics.length > mostListed ? markup`<p class="intro">And ${figure(topics.length - mostListed)} more.</p>` : undefined}</section>
<section id="groups" aria-labelledby="groups-title">
<h2 id="groups-title">Groups</h2>
<p class="intro">All rows, the most frequent value first.</p>
<div class="groups">${table('Entity', 'entity', 'entities', entities)}${table('Data source', 'data source', 'data sources', dataSources)}${table('Company', 'company', 'companies', companies)}${table('Integration job', 'integration job', 'integration jobs', integrationJobs)}${table('Category', 'category', 'categories', { groups: byCategory, inOtherGroups: 0 })}</div></section>`;
}

function topic({ title, code, id, count, first, last, whatToDo }: SyncErrorTopic): Markup {
  return markup`<article class="card is-warning"><h3><span>${sentence(title)}</span> ${badge(count)}</h3>
<ul class="about"><li><code>${nameOf(code ?? id)}</code></li><li>first ${moment(first)}</li><li>last ${moment(last)}</li></ul>
<p><strong>What to do:</strong> ${prose(whatToDo)}</p></article>
`;
}

function table(title: string, one: string, many: string, { groups: all, inOtherGroups }: SyncErrorGroups): Content {
  if (all.length === 0) return undefined;
  const rest = all.length - mostListed;
  const rows = all.slice(0, mostListed).map(
    ({
      name,
      count,
    }) => markup`<tr><th scope="row">${name === null ? 'none' : nameOf(name)}</th><td>${figure(count)}</td></tr>
`,
  );
  return markup`<details class="rest"${all.length <= 10 ? markup` open` : undefined}><summary>By ${one}: ${figure(all.length)} ${all.length === 1 ? one : many}</summary>
<table class="figures"><caption>Error rows by ${one}</caption><thead><tr><th scope="col">${title}</th><th scope="col">Rows</th></tr></thead>
<tbody>${rows}</tbody></table>${rest > 0 ? markup`<p>And ${figure(rest)} more.</p>` : undefined}${inOtherGroups > 0 ? markup`<p>${counted(inOtherGroups, 'row')} of values that are not listed.</p>` : undefined}</details>
`;
}
