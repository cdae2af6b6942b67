import type { SyncErrorGroups, SyncErrorSummary, SyncErrorTopic } from '../../../sync-errors/summarize-sync-errors.js';
import { details, given, on, onPage, paragraph, picture, section, table, when } from '../../blocks.js';
import type { Block, Section } from '../../document.js';
import { hourSteps, stepInWords } from '../../hour-steps.js';
import { name, time } from '../../inlines.js';
import { errorPage } from '../../site-url.js';
import { capitalized, counted, countedDo } from '../../words.js';
import { whatToDo } from '../what-to-do.js';

/** Errors by hour as a picture, and as numbers where there is room for them. */
export function byHour({ hours, inOtherHours }: SyncErrorSummary): Section {
  const beyond = `${counted(inOtherHours, 'row')} of other hours ${inOtherHours === 1 ? 'is' : 'are'} not in the picture.`;
  const blocks = [
    ...(hours.length === 0
      ? [paragraph('There is no error to draw.', 'intro')]
      : [
          onPage(paragraph('When the error rows were written (Created on).', 'intro')),
          picture({ of: 'hours', hours }),
          details('The picture in words', [hoursTable(hours)]),
          on('markdown', hoursTable(hours)),
        ]),
    ...when(inOtherHours > 0, () => paragraph(beyond, 'intro')),
  ];
  return section('By hour', blocks, { id: 'hours' });
}

/** As many steps as the wide picture has. */
const mostSteps = 96;

function hoursTable(hours: SyncErrorSummary['hours']): Block {
  const { hoursPerStep, steps } = hourSteps(hours, mostSteps);
  const rows = steps.filter(({ count }) => count > 0).map(({ from, count }) => [time(from), count]);
  const caption = `Error rows by ${stepInWords(hoursPerStep)}; steps without any are left out`;
  return table(caption, ['From', 'Rows'], rows, { noun: 'step', look: 'counts' });
}

/** What all rows report. */
export function knownProblems({ topics, unrecognized }: SyncErrorSummary): Section {
  const others = `${countedDo(unrecognized, 'row', 'matches', 'match')} no known problem.`;
  const isEmpty = topics.length + unrecognized === 0;
  const intro = paragraph(
    isEmpty ? 'There are no rows.' : `What the messages and codes of all rows report. ${others}`,
    'intro',
  );
  return section('Known problems', [intro, ...topics.map(topicCard)], { id: 'topics', count: topics.length });
}

function topicCard({ title, code, id, count, first, last, whatToDo: advice }: SyncErrorTopic): Section {
  return section(title, [paragraph(whatToDo(advice))], {
    mark: 'warning',
    code: { text: code ?? id, url: errorPage(id) },
    about: [
      counted(count, 'row'),
      ...given(first, (at) => ['first ', time(at)]),
      ...given(last, (at) => ['last ', time(at)]),
    ],
  });
}

/** All rows by entity, data source, company, job and category. */
export function groupCards(summary: SyncErrorSummary): Section {
  const categories = Object.entries(summary.categories)
    .filter(([, count]) => count > 0)
    .map(([category, count]) => ({ name: category, count, first: null, last: null }));
  const blocks = [
    paragraph('All rows, the most frequent value first.', 'intro'),
    ...groupCard('entity', 'no entity', summary.entities),
    ...groupCard('data source', 'no data source', summary.dataSources),
    ...groupCard('company', 'all companies', summary.companies),
    ...groupCard('integration job', 'no job', summary.integrationJobs),
    ...groupCard('category', 'none', { groups: categories, inOtherGroups: 0 }),
  ];
  return section('Groups', blocks, { id: 'groups' });
}

function groupCard(noun: string, none: string, { groups, inOtherGroups }: SyncErrorGroups): readonly Section[] {
  const rows = groups.map(({ name: value, count }) => [value === null ? none : name(value), count]);
  const columns = [capitalized(noun), 'Rows'];
  const blocks = [
    table(`Error rows by ${noun}`, columns, rows, { noun: 'value', look: 'figures' }),
    ...when(inOtherGroups > 0, () => paragraph(`${counted(inOtherGroups, 'row')} of values that are not listed.`)),
  ];
  return when(rows.length > 0, () => section(`By ${noun}`, blocks, { count: rows.length }));
}
