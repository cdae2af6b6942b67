import type { ActivityAnomaly, ReplayedActivity, StateSegment } from '../../activity/index.js';
import { instantOf } from '../../facts/instant.js';
import { issueInWords } from '../../facts/issues.js';
import { tool } from '../../report/tool.js';
import { durationInWords, executionInWords, stateInWords } from '../activity-in-words.js';
import type { ActivityTimeline, Span } from '../activity-timeline.js';
import { details, given, list, notice, paragraph, picture, table, when } from '../blocks.js';
import type { Block, Fields, Inline, Item, Mark } from '../document.js';
import { code, time } from '../inlines.js';
import { counted } from '../words.js';
import { type MapView, type Newest, newestOf } from './map-view.js';

/** The worst that is wrong with a map. */
export function markOf({ anomalies: { errors, warnings } }: MapView): Mark & ('error' | 'warning' | 'passed') {
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'passed';
}

/** Errors first; otherwise in the order of time. Text shows the first `most` of them. */
export function anomalyList({ anomalies: { errors, warnings, worst } }: MapView, most: number): Block {
  return list(worst.map(anomalyItem), 'anomaly', { most, left: errors + warnings - worst.length });
}

function anomalyItem(anomaly: ActivityAnomaly): Item {
  const { severity, type, at, message, whatToDo } = anomaly;
  const execution = type === 'initial-sync-failed' ? [executionInWords(anomaly)] : [];
  return { mark: severity, text: message, about: [code(type), time(at), ...execution], items: [{ text: whatToDo }] };
}

/** `2 errors, 1 warning`; nothing where there are none. */
export function anomaliesCounted({ anomalies: { errors, warnings } }: MapView): string {
  return [
    ...when(errors > 0, () => counted(errors, 'error')),
    ...when(warnings > 0, () => counted(warnings, 'warning')),
  ].join(', ');
}

/** What is still open although nothing may be wrong with the states of a map, if anything. */
export function stillOpen({ open }: MapView): readonly Block[] {
  return when(open.length > 0, () => paragraph(`Still open: ${open.join(', ')}.`));
}

/** What of the log does not count, if anything. */
export function leftOut({ unreadable, lacks = [], events: { duplicates } }: ReplayedActivity): readonly Block[] {
  const unread = `${counted(unreadable.length, 'record')} of the log could not be read, so something may be missing here.`;
  const repeated = duplicates === 1 ? 'event occurs' : 'events occur';
  const lines = unreadable.map(({ index, issues }) => `record ${index + 1}: ${issues.map(issueInWords).join('; ')}`);
  return [
    ...when(lines.length > 0, () => notice('inconclusive', unread, [list(lines, 'record')])),
    ...when(lacks.length > 0, () => notice('inconclusive', 'Something is missing here:', [list([...lacks], 'reason')])),
    ...when(duplicates > 0, () =>
      notice('inconclusive', `${duplicates} ${repeated} more than once with the same id; each is counted once.`),
    ),
  ];
}

/** The states of a map over time as a picture, which on a page also says the same in words. */
export function timelineBlocks(
  { replayed, anomalies: { marks } }: MapView,
  timeline: ActivityTimeline,
  { most, span }: { readonly most?: number; readonly span?: Span } = {},
): readonly Block[] {
  return [
    picture({ of: 'timeline', timeline, anomalies: marks, span }),
    details('The timeline in words', [statesTable(newestOf(replayed.segments, most), timeline)]),
  ];
}

/** The newest first: of a long log they matter most. */
function statesTable({ items, left }: Newest<StateSegment>, { end }: ActivityTimeline): Block {
  const rows = items.map(({ state, from, to }): readonly Inline[] => {
    const until = to === null ? 'now' : time(to);
    if (from === null) return [stateInWords[state], 'before the log', until, ''];
    const lasted = (to === null ? end : instantOf(to)) - instantOf(from);
    return [stateInWords[state], time(from), until, durationInWords(lasted)];
  });
  return table('States over time', ['State', 'From', 'To', 'Duration'], rows.reverse(), { noun: 'state', left });
}

export function madeFrom({ events }: ReplayedActivity): string {
  return `Made by ${tool.name} ${tool.version} from ${counted(events.read, 'event')}.`;
}

/** What open states are judged against; nothing for an empty log. */
export function judged({ judgedAt }: ReplayedActivity): Fields['fields'] {
  return given(judgedAt, (at) => ['Open items judged as of', time(at)] as const);
}

/** When several timelines begin and end. */
export function spanOf(timelines: readonly ActivityTimeline[]): Span {
  return {
    start: timelines.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY),
    end: timelines.reduce((last, { end }) => Math.max(last, end), Number.NEGATIVE_INFINITY),
  };
}
