import picocolors from 'picocolors';
import type { CorruptLines } from '../sync-errors/error-lines.js';
import type { SuspectedInflux } from '../sync-errors/influx.js';
import type { SyncErrorGroups, SyncErrorSummary, SyncErrorTopic } from '../sync-errors/summarize-sync-errors.js';
import { visible, visibleStart } from './escape.js';
import { hourChart } from './hour-chart.js';
import { counted, figure } from './html/words.js';
import { momentInWords } from './moment-in-words.js';
import type { PrettyOptions } from './pretty.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** A summary, with the lines of its file that could not be read. */
export type SummaryOfFile = SyncErrorSummary & { readonly corrupt: CorruptLines };

const mostShown = 10;

/** A summary of sync errors for a terminal, no wider than `width` characters where it draws. */
export function prettySyncErrors(
  summary: SummaryOfFile,
  { color = false, width = 80 }: PrettyOptions & { readonly width?: number | undefined } = {},
): string {
  const colors = picocolors.createColors(color);
  const chart = hourChart(summary.hours, width - 2).map((line) => `  ${line}`);
  const sections = [
    heading(summary, colors),
    summary.corrupt.count === 0 ? [] : corruptInWords(summary.corrupt).map((line) => colors.yellow(line)),
    titled('SUSPECTED INFLUX', influxes(summary, colors), colors),
    titled('WHAT THEY TELL OF', topics(summary, colors), colors),
    titled('BY HOUR', [...chart, ...otherHours(summary)], colors),
    titled('BY ENTITY', groups(summary.entities, 'no entity'), colors),
    titled('BY DATA SOURCE', groups(summary.dataSources, 'no data source'), colors),
    titled('BY COMPANY', groups(summary.companies, 'all companies'), colors),
    titled('BY INTEGRATION JOB', groups(summary.integrationJobs, 'no job'), colors),
    titled('BY CATEGORY', categories(summary), colors),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ total, first, last, preview, corrupt }: SummaryOfFile, colors: Colors): readonly string[] {
  const when = first === null || last === null ? '' : `  ${momentInWords(first)} to ${momentInWords(last)}`;
  const none = corrupt.count === 0 ? colors.green('NO ERROR ROWS') : colors.yellow(noRowRead.toUpperCase());
  const what = total === 0 ? none : colors.red(counted(total, 'ERROR ROW').toUpperCase());
  return [`${colors.bold(what)}${when}`, colors.dim(preview)];
}

/** Where there is no row, but lines that could not be read: what they hold is not known. */
export const noRowRead = 'No error row could be read';

/** Lines that could not be read, with their numbers, in words; nothing in it is treacherous. */
export function corruptInWords({ count, lines }: CorruptLines): readonly string[] {
  if (count === 0) return [];
  const shown = lines.slice(0, mostShown);
  const rest = count - shown.length;
  return [
    `${counted(count, 'line')} could not be read and ${count === 1 ? 'counts' : 'count'} nowhere:`,
    ...shown.map(({ line, because }) => `  line ${line}: ${visibleStart(because, 160)}`),
    ...(rest > 0 ? [`  … and ${figure(rest)} more`] : []),
  ];
}

function influxes({ influxes: all }: SyncErrorSummary, colors: Colors): readonly string[] {
  const [first] = all;
  if (first === undefined) return [];
  return [
    ...all.slice(0, mostShown).map((one) => `  ${colors.yellow('▲')} ${influxInWords(one)}`),
    ...(all.length > mostShown ? [more(all.length - mostShown)] : []),
    ...first.whatToDo.map((step, index) => `    ${index + 1}. ${visibleStart(step, 400)}`),
  ];
}

/** Where and when, how many, and how sure it is. */
export function influxInWords({ hour, count, usual, sign, entity, dataSource }: SuspectedInflux): string {
  const where = [entity ?? 'no entity', ...(dataSource === null ? [] : [`from ${dataSource}`])];
  const sure =
    sign === 'no-change-expected'
      ? 'no change was expected'
      : usual === null
        ? 'there is no other hour to compare it with'
        : `${usual < 10 ? Math.round(usual * 10) / 10 : figure(Math.round(usual))} in an ordinary hour`;
  return visible(`${momentInWords(hour)}: ${counted(count, 'row')} of ${where.join(' ').slice(0, 200)} (${sure})`);
}

function topics({ topics: all, unrecognized, total }: SyncErrorSummary, colors: Colors): readonly string[] {
  if (total === 0) return [];
  const width = figure(Math.max(all[0]?.count ?? 0, unrecognized)).length;
  return [
    ...all.slice(0, mostShown).flatMap((one) => topic(one, width, colors)),
    ...(all.length > mostShown ? [more(all.length - mostShown)] : []),
    `  ${figure(unrecognized).padStart(width)}  told of no known problem`,
  ];
}

function topic({ id, code, title, count, whatToDo }: SyncErrorTopic, width: number, colors: Colors): readonly string[] {
  return [
    `  ${figure(count).padStart(width)}  ${colors.bold(visibleStart(title))}  ${colors.dim(visibleStart(code ?? id))}`,
    `  ${' '.repeat(width)}  ${colors.cyan('What to do:')} ${visibleStart(whatToDo, 400)}`,
  ];
}

function otherHours({ inOtherHours }: SyncErrorSummary): readonly string[] {
  return inOtherHours === 0 ? [] : [`  ${counted(inOtherHours, 'row')} of more hours are not in the picture`];
}

function groups({ groups: all, inOtherGroups }: SyncErrorGroups, none: string): readonly string[] {
  const width = figure(all[0]?.count ?? 0).length;
  return [
    ...all
      .slice(0, mostShown)
      .map(
        ({ name, count }) => `  ${figure(count).padStart(width)}  ${name === null ? `(${none})` : visibleStart(name)}`,
      ),
    ...(all.length > mostShown || inOtherGroups > 0 ? [more(Math.max(all.length - mostShown, 0), inOtherGroups)] : []),
  ];
}

function more(number: number, rows = 0): string {
  const beyond =
    rows === 0 ? '' : `${number === 0 ? '' : ', and '}${counted(rows, 'row')} of values that are not listed`;
  return `  … ${number === 0 ? '' : `and ${figure(number)} more`}${beyond} (--format json lists ${rows === 0 ? 'them all' : 'the first 1,000'})`;
}

function categories({ categories: counts, total }: SyncErrorSummary): readonly string[] {
  if (total === 0) return [];
  const width = figure(Math.max(...Object.values(counts))).length;
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `  ${figure(count).padStart(width)}  ${name}`);
}

function titled(title: string, lines: readonly string[], colors: Colors): readonly string[] {
  return lines.length === 0 ? [] : [colors.bold(title), ...lines];
}
