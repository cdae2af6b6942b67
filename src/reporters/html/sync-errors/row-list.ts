import { isoOrNull } from '../../../facts/instant.js';
import { type Content, type Markup, markup, nameOf, sentence } from '../markup.js';
import { badge, longList } from '../parts.js';
import { figure } from '../words.js';
import { moment } from './overview.js';
import type { ShownRow, ShownRows } from './shown-rows.js';

/** The rows with their texts and diagnoses, in the order of the file. */
export function rowList({ rows }: ShownRows, left: number): Markup {
  return markup`<section id="rows" aria-labelledby="rows-title">
<h2 id="rows-title">Rows ${badge(rows.length)}</h2>
<p class="intro">${rows.length === 0 ? 'There are none.' : 'In the order of the file, which is the order of a plan.'}${left > 0 ? ` ${figure(left)} more are not on this page.` : undefined}</p>
${rows.length === 0 ? undefined : longList(rows.map(row), 'row')}
</section>`;
}

function row(shown: ShownRow): Markup {
  const { record, at, text, topic, category, id, job, entity, dataSource, company, topicNumber } = shown;
  return markup`<li data-row="${id}" data-at="${at}" data-job="${job}" data-entity="${entity}" data-source="${dataSource}" data-company="${company}" data-topic="${topicNumber}" data-category="${category}"><p class="row-head">${moment(isoOrNull(at))} <b>${nameOf(record.entity)}</b> <i>${category}</i></p>
<p>${text.trim() === '' ? 'No message.' : sentence(text)}</p>${topic === null ? undefined : markup`<p class="known">Known problem: ${topic}</p>`}
<p class="subject">${about(shown)}</p></li>
`;
}

function about({ record }: ShownRow): Content {
  const { integrationJob, dataSource, company, uniqueKey, code, id } = record;
  return [
    markup`job ${nameOf(integrationJob)}`,
    dataSource === null ? undefined : markup`, from ${nameOf(dataSource)}`,
    company === null ? undefined : markup`, company ${nameOf(company)}`,
    uniqueKey === null ? undefined : markup`, key ${nameOf(uniqueKey)}`,
    code === null ? undefined : markup`, code ${nameOf(code)}`,
    markup`, row ${nameOf(id)}`,
  ];
}
