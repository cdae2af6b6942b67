import type { SyncErrorGroups, SyncErrorSummary, SyncErrorTopic } from '../../../sync-errors/summarize-sync-errors.js';
import { type Block, name, paragraph, type Section, strong, time, when } from '../../document.js';
import { hourSteps, stepInWords } from '../../hour-steps.js';
import { counted } from '../../words.js';

/** Errors by hour as a picture, which on a page also says the same in words. */
export function byHour({ hours, inOtherHours }: SyncErrorSummary): Section {
  const beyond = `${counted(inOtherHours, 'row')} of other hours ${inOtherHours === 1 ? 'is' : 'are'} not in the picture.`;
  return {
    type: 'section',
    id: 'hours',
    title: 'By hour',
    blocks: [
      ...(hours.length === 0
        ? [paragraph('There is no error to draw.', 'intro')]
        : [
            { ...paragraph('When the error rows were written.', 'intro'), on: 'page' } as const,
            { type: 'picture', picture: { of: 'hours', hours } } as const,
            { type: 'details', summary: 'The picture in words', blocks: [hoursTable(hours)] } as const,
          ]),
      ...when(inOtherHours > 0, () => paragraph(beyond, 'intro')),
    ],
  };
}

/** As many steps as the wide picture has. */
const mostSteps = 96;

function hoursTable(hours: SyncErrorSummary['hours']): Block {
  const { hoursPerStep, steps } = hourSteps(hours, mostSteps);
  return {
    type: 'table',
    caption: `Error rows by ${stepInWords(hoursPerStep)}; steps without any are left out`,
    columns: ['From', 'Rows'],
    noun: 'step',
    look: 'counts',
    rows: steps.filter(({ count }) => count > 0).map(({ from, count }) => ({ cells: [time(from), count] })),
  };
}

/** What all rows report. */
export function knownProblems({ topics, unrecognized }: SyncErrorSummary): Section {
  const others = `${counted(unrecognized, 'row')} ${unrecognized === 1 ? 'reports' : 'report'} no known problem.`;
  return {
    type: 'section',
    id: 'topics',
    title: 'Known problems',
    count: topics.length,
    blocks: [paragraph(`What the messages and codes of all rows report. ${others}`, 'intro'), ...topics.map(topicCard)],
  };
}

function topicCard({ title, code, id, count, first, last, whatToDo }: SyncErrorTopic): Section {
  return {
    type: 'section',
    title,
    mark: 'warning',
    code: { text: code ?? id },
    about: [
      counted(count, 'row'),
      ...(first === null ? [] : [['first ', time(first)]]),
      ...(last === null ? [] : [['last ', time(last)]]),
    ],
    blocks: [paragraph([strong('What to do:'), ` ${whatToDo}`])],
  };
}

/** All rows by entity, data source, company, job and category. */
export function groupCards(summary: SyncErrorSummary): Section {
  const categories = Object.entries(summary.categories)
    .filter(([, count]) => count > 0)
    .map(([category, count]) => ({ name: category, count, first: null, last: null }));
  return {
    type: 'section',
    id: 'groups',
    title: 'Groups',
    blocks: [
      paragraph('All rows, the most frequent value first.', 'intro'),
      ...groupCard('entity', 'no entity', summary.entities),
      ...groupCard('data source', 'no data source', summary.dataSources),
      ...groupCard('company', 'all companies', summary.companies),
      ...groupCard('integration job', 'no job', summary.integrationJobs),
      ...groupCard('category', 'none', { groups: categories, inOtherGroups: 0 }),
    ],
  };
}

function groupCard(noun: string, none: string, { groups, inOtherGroups }: SyncErrorGroups): readonly Section[] {
  return when(groups.length > 0, () => ({
    type: 'section',
    title: `By ${noun}`,
    count: groups.length,
    blocks: [
      {
        type: 'table',
        caption: `Error rows by ${noun}`,
        columns: [`${noun.charAt(0).toUpperCase()}${noun.slice(1)}`, 'Rows'],
        noun: 'value',
        look: 'figures',
        rows: groups.map(({ name: value, count }) => ({ cells: [value === null ? none : name(value), count] })),
      },
      ...when(inOtherGroups > 0, () => paragraph(`${counted(inOtherGroups, 'row')} of values that are not listed.`)),
    ],
  }));
}
