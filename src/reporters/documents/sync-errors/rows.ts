import { byCodeUnits } from '../../../facts/by-code-units.js';
import { isoOrNull } from '../../../facts/instant.js';
import type { SyncErrorRecord } from '../../../sync-errors/record.js';
import type { SyncErrorSummary } from '../../../sync-errors/summarize-sync-errors.js';
import { given, list, onPage, paragraph, section, when } from '../../blocks.js';
import type { Block, Inline, Item } from '../../document.js';
import { name, strong, tag, timeOrDash } from '../../inlines.js';
import { countedDo } from '../../words.js';
import { sending } from './sending.js';
import { type Names, type ShownRow, type ShownRows, shownRows } from './shown-rows.js';

/** What a page shows of the rows themselves; text has no room for them. */
export function rowParts(
  summary: SyncErrorSummary,
  records: readonly SyncErrorRecord[],
  left: number,
): readonly Block[] {
  const rows = shownRows(records);
  if (summary.total === 0) return [rowList(rows, left)];
  return [filter(rows, Object.keys(summary.categories), left), sending(summary, rows, left), rowList(rows, left)];
}

function filter(
  { rows, jobs, entities, dataSources, companies, topics }: ShownRows,
  categories: readonly string[],
  left: number,
): Block {
  return {
    type: 'filter',
    of: 'rows',
    total: rows.length,
    left,
    fields: [
      { id: 'text', label: 'Search', choices: 'text' },
      { id: 'from', label: 'Created on from (UTC)', choices: 'time' },
      { id: 'to', label: 'Created on before (UTC)', choices: 'time' },
      { id: 'entity', label: 'Entity', choices: choicesOf(entities) },
      { id: 'source', label: 'Data source', choices: choicesOf(dataSources) },
      { id: 'company', label: 'Company', choices: choicesOf(companies) },
      { id: 'job', label: 'Integration job', choices: choicesOf(jobs) },
      { id: 'topic', label: 'Known problem', choices: choicesOf(topics) },
      { id: 'category', label: 'Category', choices: categories.map((category) => [category, category]) },
    ],
  };
}

/** By name; `null` last. */
function choicesOf(names: Names): readonly (readonly [value: string, label: string])[] {
  return names
    .map((one, number) => ({ one, number }))
    .sort((a, b) => Number(a.one === null) - Number(b.one === null) || byCodeUnits(a.one ?? '', b.one ?? ''))
    .map(({ one, number }) => [String(number), one ?? 'none']);
}

/** The rows with their messages and diagnoses, in the order of the file. */
function rowList({ rows }: ShownRows, left: number): Block {
  const order = rows.length === 0 ? 'There are none.' : 'In the order of the file, which is the order of a plan.';
  const more = left === 0 ? '' : ` ${countedDo(left, 'more row', 'is', 'are')} not on this page.`;
  const meaning =
    ' Created on is when the error row was written, in UTC, not when the business record was created or changed: that can be much earlier.';
  const blocks = [
    paragraph(`${order}${more}${rows.length === 0 ? '' : meaning}`, 'intro'),
    ...when(rows.length > 0, () => list(rows.map(rowItem), 'row', { look: 'rows' })),
  ];
  return onPage(section('Rows', blocks, { id: 'rows', count: rows.length }));
}

function rowItem(row: ShownRow): Item {
  const { record, at, message, topic, category, id, job, entity, dataSource, company, topicNumber } = row;
  return {
    text: ['Created on ', timeOrDash(isoOrNull(at)), ' ', strong(name(record.entity)), ' ', tag(category)],
    items: [
      { text: message.trim() === '' ? 'No message.' : message },
      ...given(topic, (title): Item => ({ mark: 'warning', text: `Known problem: ${title}` })),
    ],
    note: aboutRow(record),
    facets: { row: id, at, job, entity, source: dataSource, company, topic: topicNumber, category },
  };
}

function aboutRow({ integrationJob, dataSource, company, uniqueKey, code, id }: SyncErrorRecord): Inline {
  const named = (label: string, value: string | null) => given(value, (text) => [label, name(text)]);
  return [
    ...named('job ', integrationJob),
    ...named(', from ', dataSource),
    ...named(', company ', company),
    ...named(', key ', uniqueKey),
    ...named(', code ', code),
    ...named(', row ', id),
  ];
}
