import type { ActivityAnomaly, ActivityReplay, MapActivity } from '../../../activity/index.js';
import { instantOf, isoOf } from '../../../facts/instant.js';
import { issueInWords } from '../../../facts/issues.js';
import { tool } from '../../../report/tool.js';
import { durationInWords, openInWords, stateInWords } from '../../activity-in-words.js';
import { type ActivityTimeline, timelineOf } from '../../activity-timeline.js';
import { type Block, code, type Inline, type Item, list, type Mark, paragraph, time, when } from '../../document.js';
import { counted } from '../../words.js';

/** The worst that is wrong with a map. */
export function markOf({ anomalies }: MapActivity): Mark & ('error' | 'warning' | 'passed') {
  if (anomalies.some(({ severity }) => severity === 'error')) return 'error';
  return anomalies.length > 0 ? 'warning' : 'passed';
}

const ranks = { error: 0, warning: 1, passed: 2 } as const;

/** Maps with errors first, then those with warnings; otherwise in their order. */
export function worstFirst(maps: readonly MapActivity[]): readonly MapActivity[] {
  return [...maps].sort((a, b) => ranks[markOf(a)] - ranks[markOf(b)]);
}

/** Errors first; otherwise in the order of time. Text shows the first `most` of them. */
export function anomalyList({ anomalies }: MapActivity, most: number): Block {
  const worstFirst = [...anomalies].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  return list(worstFirst.map(anomalyItem), 'anomaly', { most });
}

function anomalyItem({ severity, type, at, message, whatToDo }: ActivityAnomaly): Item {
  return { mark: severity, text: message, about: [code(type), time(at)], items: [{ text: whatToDo }] };
}

/** `2 errors, 1 warning`; nothing where there are none. */
export function anomaliesCounted({ anomalies }: MapActivity): string {
  const errors = anomalies.filter(({ severity }) => severity === 'error').length;
  const warnings = anomalies.length - errors;
  return [
    ...when(errors > 0, () => counted(errors, 'error')),
    ...when(warnings > 0, () => counted(warnings, 'warning')),
  ].join(', ');
}

/** What is still open although nothing may be wrong with the states of a map, if anything. */
export function stillOpen(activity: MapActivity): readonly Block[] {
  const lines = openInWords(activity);
  return when(lines.length > 0, () => paragraph(`Still open: ${lines.join(', ')}.`));
}

/** What of the log does not count, if anything. */
export function leftOut({ unreadable, events: { duplicates } }: ActivityReplay): readonly Block[] {
  const repeated = duplicates === 1 ? 'event occurs' : 'events occur';
  return [
    ...when(unreadable.length > 0, () => ({
      type: 'notice' as const,
      mark: 'inconclusive' as const,
      text: `${counted(unreadable.length, 'record')} of the log could not be read, so something may be missing here.`,
      blocks: [
        list(
          unreadable.map(({ index, issues }) => `record ${index + 1}: ${issues.map(issueInWords).join('; ')}`),
          'record',
        ),
      ],
    })),
    ...when(duplicates > 0, () => ({
      type: 'notice' as const,
      mark: 'inconclusive' as const,
      text: `${duplicates} ${repeated} more than once with the same id; each is counted once.`,
    })),
  ];
}

/** The states of a map over time as a picture, which on a page also says the same in words. */
export function timelineBlocks(
  activity: MapActivity,
  judgedAt: string | null,
  span?: Pick<ActivityTimeline, 'start' | 'end'>,
): readonly Block[] {
  const timeline = timelineOf(activity, judgedAt);
  const anomalies = activity.anomalies.map(({ at, severity }) => ({ at: instantOf(at), severity }));
  return [
    { type: 'picture', picture: { of: 'timeline', timeline, anomalies, span } },
    { type: 'details', summary: 'The timeline in words', blocks: [statesTable(activity, timeline)] },
  ];
}

/** The newest first: of a long log they matter most. */
function statesTable({ segments }: MapActivity, { stretches }: ActivityTimeline): Block {
  const rows = segments.map(({ state, from, to }, index) => {
    const { from: start = 0, to: end = 0 } = stretches[index] ?? {};
    const since: Inline = from === null ? 'before the log' : time(from);
    const until: Inline = to === null ? 'now' : time(to);
    return { cells: [stateInWords[state], since, until, from === null ? '' : durationInWords(end - start)] };
  });
  return {
    type: 'table',
    caption: 'States over time',
    columns: ['State', 'From', 'To', 'Duration'],
    noun: 'state',
    rows: rows.reverse(),
  };
}

export function madeFrom({ events }: ActivityReplay): string {
  return `Made by ${tool.name} ${tool.version} from ${counted(events.read, 'event')}.`;
}

/** What open states are judged against; nothing for an empty log. */
export function judged({ judgedAt }: ActivityReplay): readonly (readonly [string, Inline])[] {
  return judgedAt === null ? [] : [['Open items judged as of', time(judgedAt)]];
}

/** When the timelines of several maps begin and end. */
export function spanOf(
  maps: readonly MapActivity[],
  { judgedAt }: ActivityReplay,
): Pick<ActivityTimeline, 'start' | 'end'> {
  const timelines = maps.map((map) => timelineOf(map, judgedAt));
  return {
    start: timelines.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY),
    end: timelines.reduce((last, { end }) => Math.max(last, end), Number.NEGATIVE_INFINITY),
  };
}

/** `From … to …`, in ISO 8601. */
export function spanInWords({ start, end }: Pick<ActivityTimeline, 'start' | 'end'>): Inline {
  return ['From ', time(isoOf(start)), ' to ', time(isoOf(end))];
}
