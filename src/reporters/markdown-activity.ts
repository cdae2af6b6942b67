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
import { markdownText } from './escape.js';
import { count } from './in-words.js';
import { textTimeline } from './text-timeline.js';

const mostShown = 100;
const timelineWidth = 76;

/**
 * All maps of a log as a table, those with something wrong first, for a ticket or a pull request.
 * @public
 */
export function markdownActivity(replay: ActivityReplay): string {
  const maps = worstFirst(replay.maps);
  const rows = maps
    .slice(0, mostShown)
    .map(
      (map) =>
        `| ${markdownText(map.map)} | ${standingInWords(map, replay.judgedAt)} | ${worstOf(map)} | ${leftToDo(map).join(', ')} |`,
    );
  const wrong = maps.slice(0, mostShown).filter((map) => map.anomalies.length > 0);
  return paragraphs([
    `## Activity of maps`,
    [overviewInWords(replay), judgedInWords(replay), ...leftOutInWords(replay)].join(' '),
    ...(rows.length === 0
      ? []
      : [['| Map | State | Anomalies | Left to do |', '|---|---|---|---|', ...rows].join('\n')]),
    ...(maps.length > mostShown ? [`… and ${count(maps.length - mostShown, 'more map')}.`] : []),
    ...wrong.map((map) => `### ${markdownText(map.map)}\n\n${anomaliesOf(map)}`),
  ]);
}

/**
 * Everything about one map, for a ticket.
 *
 * @param activity - one of the maps of the replay
 * @public
 */
export function markdownMapActivity(activity: MapActivity, replay: ActivityReplay): string {
  const { map, anomalies, initialSyncs, catchUpErrors, log } = activity;
  const drawing = textTimeline(timelineOf(activity, replay.judgedAt), timelineWidth);
  return paragraphs([
    `## ${markdownText(map)}`,
    [`${standingInWords(activity, replay.judgedAt)}.`, judgedInWords(replay), ...leftOutInWords(replay)].join(' '),
    ['```text', ...drawing, '```'].join('\n'),
    ...(anomalies.length === 0 ? [] : [`### Anomalies\n\n${anomaliesOf(activity)}`]),
    ...(initialSyncs.length === 0
      ? []
      : [
          `### Initial sync\n\n${list(
            initialSyncs.flatMap((execution) => [
              `- ${markdownText(executionInWords(execution))}: ${resultInWords(execution)}`,
              ...execution.directions.flatMap((direction) => [
                `  - ${countsInWords(direction)}`,
                ...direction.topErrors.slice(0, 5).map(({ message }) => `    - ${markdownText(message)}`),
              ]),
            ]),
          )}`,
        ]),
    ...(catchUpErrors.length === 0
      ? []
      : [
          `### Catch-up errors\n\n${list(catchUpErrors.map((error) => `- ${markdownText(catchUpErrorInWords(error))}`))}`,
        ]),
    [
      '### Activity\n',
      ...(log.length > mostShown ? [`The last ${mostShown} of ${count(log.length, 'event')}:\n`] : []),
      '| Time | Event |',
      '|---|---|',
      ...log.slice(-mostShown).map((event) => `| ${timeInWords(event.at)} | ${markdownText(eventInWords(event))} |`),
    ].join('\n'),
  ]);
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function anomaliesOf(activity: MapActivity): string {
  return list(
    anomaliesWorstFirst(activity).map(
      ({ severity, type, at, message, whatToDo }) =>
        `- **${severity}** ${type}, ${timeInWords(at)}: ${markdownText(message)}. ${markdownText(whatToDo)}`,
    ),
  );
}

function list(lines: readonly string[]): string {
  const more = lines.length > mostShown ? [`- … and ${lines.length - mostShown} more lines`] : [];
  return [...lines.slice(0, mostShown), ...more].join('\n');
}
