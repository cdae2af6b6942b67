import picocolors from 'picocolors';
import type { ActivityReplay, MapActivity } from '../activity/index.js';
import {
  anomaliesWorstFirst,
  catchUpErrorInWords,
  countsInWords,
  eventInWords,
  executionInWords,
  judgedInWords,
  leftOutInWords,
  leftToDo,
  overviewInWords,
  resultInWords,
  standingInWords,
  timeInWords,
  worstFirst,
  worstOf,
} from './activity-in-words.js';
import { timelineOf } from './activity-timeline.js';
import { visible, visibleStart } from './escape.js';
import { count } from './in-words.js';
import type { PrettyOptions } from './pretty.js';
import { stripLegend, textStrip, textTimeline } from './text-timeline.js';

/**
 * How activity looks on a terminal.
 * @public
 */
export interface PrettyActivityOptions extends PrettyOptions {
  /** How many columns the terminal has. Default 80. */
  readonly width?: number | undefined;
}

type Colors = ReturnType<typeof picocolors.createColors>;

const mostShown = 50;
const mostOfOneMap = 5;
const defaultWidth = 80;

/**
 * All maps of a log at a glance, those with something wrong first; text from outside is made harmless.
 *
 * @example
 * ```ts
 * process.stdout.write(prettyActivity(replayActivity(events)));
 * ```
 * @public
 */
export function prettyActivity(
  replay: ActivityReplay,
  { color = false, width = defaultWidth }: PrettyActivityOptions = {},
): string {
  const colors = picocolors.createColors(color);
  const maps = worstFirst(replay.maps);
  const timelines = maps.slice(0, mostShown).map((map) => ({ map, timeline: timelineOf(map, replay.judgedAt) }));
  const span = {
    start: timelines.reduce((first, { timeline }) => Math.min(first, timeline.start), Number.POSITIVE_INFINITY),
    end: timelines.reduce((last, { timeline }) => Math.max(last, timeline.end), Number.NEGATIVE_INFINITY),
  };
  const cells = Math.max(20, Math.min(120, width) - 4);
  const blocks = timelines.map(({ map, timeline }) => [
    headingOf(map, replay, colors),
    `    ${colors.dim(textStrip(timeline, span, cells))}`,
    ...leftToDo(map).map((line) => `    • ${line}`),
    ...anomaliesOf(map, colors, mostOfOneMap),
    ...(map.anomalies.length > mostOfOneMap
      ? [`  … and ${map.anomalies.length - mostOfOneMap} more (--map shows them)`]
      : []),
  ]);
  return text([
    [overviewInWords(replay), judgedInWords(replay), ...warningsOf(replay, colors)],
    ...blocks,
    ...(maps.length > mostShown
      ? [[`… and ${count(maps.length - mostShown, 'more map')} (--format json lists them all)`]]
      : []),
    ...(maps.length === 0
      ? []
      : [
          [
            colors.dim(
              `From ${timeInWords(new Date(span.start).toISOString())} to ${timeInWords(new Date(span.end).toISOString())}: ${stripLegend}`,
            ),
            colors.dim('--map NAME shows one map with everything that is known of it.'),
          ],
        ]),
  ]);
}

/**
 * Everything about one map: where it stands, its states as a drawing, what is wrong, its initial syncs, its catch-up errors and its
 * log. Text from outside is made harmless.
 *
 * @param activity - one of the maps of the replay
 * @public
 */
export function prettyMapActivity(
  activity: MapActivity,
  replay: ActivityReplay,
  { color = false, width = defaultWidth }: PrettyActivityOptions = {},
): string {
  const colors = picocolors.createColors(color);
  const { anomalies, initialSyncs, catchUpErrors, log } = activity;
  return text([
    [headingOf(activity, replay, colors), judgedInWords(replay), ...warningsOf(replay, colors)],
    [
      colors.bold('TIMELINE'),
      ...textTimeline(timelineOf(activity, replay.judgedAt), width - 2).map((line) => `  ${line}`),
    ],
    section(`ANOMALIES`, anomaliesOf(activity, colors), anomalies.length, colors),
    section(
      'INITIAL SYNC',
      initialSyncs
        .slice(0, mostShown)
        .flatMap((execution) => [
          `  ${visible(executionInWords(execution))}: ${resultInWords(execution)}${execution.completedAt === null ? '' : colors.dim(`  ${timeInWords(execution.completedAt)}`)}`,
          ...execution.directions.flatMap((direction) => [
            `    ${countsInWords(direction)}`,
            ...direction.topErrors.slice(0, 5).map(({ message }) => `      • ${visibleStart(message, 300)}`),
          ]),
        ]),
      initialSyncs.length,
      colors,
    ),
    section(
      'CATCH-UP ERRORS',
      catchUpErrors.slice(0, mostShown).map((error) => `  • ${visible(catchUpErrorInWords(error))}`),
      catchUpErrors.length,
      colors,
    ),
    [
      colors.bold('ACTIVITY'),
      ...(log.length > mostShown
        ? [`  … ${count(log.length - mostShown, 'earlier event')} (--format json lists them all)`]
        : []),
      ...log.slice(-mostShown).map((event) => {
        const line = `${colors.dim(timeInWords(event.at))}  ${visible(eventInWords(event))}`;
        return `  ${event.type === 'error' ? colors.red('!') : ' '} ${line}`;
      }),
    ],
  ]);
}

function text(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headingOf(activity: MapActivity, { judgedAt }: ActivityReplay, colors: Colors): string {
  const marks = { error: colors.red('✖'), warning: colors.yellow('▲'), none: colors.green('✔') };
  return `${marks[worstOf(activity)]} ${colors.bold(visibleStart(activity.map))}  ${standingInWords(activity, judgedAt)}`;
}

function warningsOf(replay: ActivityReplay, colors: Colors): readonly string[] {
  return leftOutInWords(replay).map((line) => colors.yellow(`? ${line}`));
}

function anomaliesOf(activity: MapActivity, colors: Colors, most = mostShown): readonly string[] {
  return anomaliesWorstFirst(activity)
    .slice(0, most)
    .flatMap(({ severity, type, at, message, whatToDo }) => [
      `  ${severity === 'error' ? colors.red('✖ error  ') : colors.yellow('▲ warning')} ${type}  ${visible(message)}  ${colors.dim(timeInWords(at))}`,
      `      ${whatToDo}`,
    ]);
}

function section(title: string, lines: readonly string[], total: number, colors: Colors): readonly string[] {
  if (total === 0) return [];
  const rest = total > mostShown ? [`  … and ${total - mostShown} more (--format json lists them all)`] : [];
  return [colors.bold(title), ...lines, ...rest];
}
