import type { SyncErrorGroups } from '../sync-errors/summarize-sync-errors.js';
import { markdownText, startOf } from './escape.js';
import { hourSteps, stepInWords } from './hour-steps.js';
import { counted, figure } from './html/words.js';
import { momentInWords } from './moment-in-words.js';
import { corruptInWords, influxInWords, noRowRead, type SummaryOfFile } from './pretty-sync-errors.js';

const mostRows = 50;
const mostSteps = 48;

/** A summary of sync errors for a ticket or a pull request, in tables. */
export function markdownSyncErrors(summary: SummaryOfFile): string {
  const { total, first, last, preview, influxes, topics, unrecognized, corrupt, hours, inOtherHours } = summary;
  const when = first === null || last === null ? '' : `, ${momentInWords(first)} to ${momentInWords(last)}`;
  const { hoursPerStep, steps } = hourSteps(hours, mostSteps);
  const blocks = [
    `## ${total === 0 && corrupt.count > 0 ? noRowRead : counted(total, 'error row')}${when}`,
    preview,
    ...(corrupt.count === 0 ? [] : [corruptInWords(corrupt).map(listedLine).join('\n')]),
    ...(influxes[0] === undefined
      ? []
      : [
          '### Suspected influx',
          influxes
            .slice(0, mostRows)
            .map((one) => `- ${text(influxInWords(one))}`)
            .join('\n'),
          influxes[0].whatToDo.map((step, index) => `${index + 1}. ${text(step)}`).join('\n'),
        ]),
    ...(total === 0
      ? []
      : [
          '### What they tell of',
          table(
            ['Rows', 'Problem', 'Topic', 'What to do'],
            [
              ...topics
                .slice(0, mostRows)
                .map(({ count, title, code, id, whatToDo }) => [
                  figure(count),
                  text(title),
                  text(code ?? id),
                  text(whatToDo),
                ]),
              [figure(unrecognized), 'told of no known problem', '', ''],
            ],
          ),
          `### By ${stepInWords(hoursPerStep)}`,
          table(
            ['From', 'Rows'],
            steps.map(({ from, count }) => [momentInWords(from), figure(count)]),
          ),
          ...(inOtherHours === 0 ? [] : [`${counted(inOtherHours, 'row')} of more hours are not in this table.`]),
        ]),
    ...group('entity', summary.entities),
    ...group('data source', summary.dataSources),
    ...group('company', summary.companies),
    ...group('integration job', summary.integrationJobs),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function group(title: string, { groups, inOtherGroups }: SyncErrorGroups): readonly string[] {
  if (groups.length === 0) return [];
  const rest = groups.length - mostRows;
  return [
    `### By ${title}`,
    table(
      ['Rows', 'Name'],
      [
        ...groups.slice(0, mostRows).map(({ name, count }) => [figure(count), name === null ? '(none)' : text(name)]),
        ...(rest > 0 ? [['', `and ${figure(rest)} more`]] : []),
        ...(inOtherGroups > 0 ? [[figure(inOtherGroups), 'of values that are not listed']] : []),
      ],
    ),
  ];
}

function listedLine(line: string, index: number): string {
  return index === 0 ? `${text(line)}\n` : `- ${text(line.trim())}`;
}

function text(given: string): string {
  return markdownText(startOf(given, 400));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
