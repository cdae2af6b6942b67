import type { ActivityAnomaly, ActivityReplay, MapActivity } from '../../activity/index.js';
import { instantOf } from '../../facts/instant.js';
import { issueInWords } from '../../facts/issues.js';
import { tool } from '../../report/tool.js';
import { durationInWords, openInWords, stateInWords } from '../activity-in-words.js';
import { type ActivityTimeline, type Span, timelineOf } from '../activity-timeline.js';
import { details, given, list, notice, paragraph, picture, table, when } from '../blocks.js';
import type { Block, Fields, Inline, Item, Mark } from '../document.js';
import { code, time } from '../inlines.js';
import { counted } from '../words.js';

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
  const unread = `${counted(unreadable.length, 'record')} of the log could not be read, so something may be missing here.`;
  const repeated = duplicates === 1 ? 'event occurs' : 'events occur';
  const lines = unreadable.map(({ index, issues }) => `record ${index + 1}: ${issues.map(issueInWords).join('; ')}`);
  return [
    ...when(lines.length > 0, () => notice('inconclusive', unread, [list(lines, 'record')])),
    ...when(duplicates > 0, () =>
      notice('inconclusive', `${duplicates} ${repeated} more than once with the same id; each is counted once.`),
    ),
  ];
}

/** The states of a map over time as a picture, which on a page also says the same in words. */
export function timelineBlocks(activity: MapActivity, judgedAt: string | null, span?: Span): readonly Block[] {
  const timeline = timelineOf(activity, judgedAt);
  const anomalies = activity.anomalies.map(({ at, severity }) => ({ at: instantOf(at), severity }));
  return [
    picture({ of: 'timeline', timeline, anomalies, span }),
    details('The timeline in words', [statesTable(activity, timeline)]),
  ];
}

/** The newest first: of a long log they matter most. */
function statesTable({ segments }: MapActivity, { stretches }: ActivityTimeline): Block {
  const rows = segments.map(({ state, from, to }, index): readonly Inline[] => {
    const { from: start = 0, to: end = 0 } = stretches[index] ?? {};
    return from === null
      ? [stateInWords[state], 'before the log', to === null ? 'now' : time(to), '']
      : [stateInWords[state], time(from), to === null ? 'now' : time(to), durationInWords(end - start)];
  });
  return table('States over time', ['State', 'From', 'To', 'Duration'], rows.reverse(), { noun: 'state' });
}

export function madeFrom({ events }: ActivityReplay): string {
  return `Made by ${tool.name} ${tool.version} from ${counted(events.read, 'event')}.`;
}

/** What open states are judged against; nothing for an empty log. */
export function judged({ judgedAt }: ActivityReplay): Fields['fields'] {
  return given(judgedAt, (at) => ['Open items judged as of', time(at)] as const);
}

/** When the timelines of several maps begin and end. */
export function spanOf(maps: readonly MapActivity[], { judgedAt }: ActivityReplay): Span {
  const timelines = maps.map((map) => timelineOf(map, judgedAt));
  return {
    start: timelines.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY),
    end: timelines.reduce((last, { end }) => Math.max(last, end), Number.NEGATIVE_INFINITY),
  };
}
