import type {
  ActivityEvent,
  CatchUpError,
  DiscardedQueue,
  InitialSyncCounts,
  InitialSyncExecution,
  ReplayedActivity,
  ReplayedMap,
} from '../../activity/index.js';
import {
  countsInWords,
  eventInWords,
  executionInWords,
  queueInWords,
  resultInWords,
  retryInWords,
  statusInWords,
} from '../activity-in-words.js';
import { timelineOf } from '../activity-timeline.js';
import { details, fields, given, list, onPage, paragraph, section, table, when } from '../blocks.js';
import type { Block, DocumentModel, Item, Mark, Section } from '../document.js';
import { code, name, time } from '../inlines.js';
import { moreOf } from '../words.js';
import {
  anomaliesCounted,
  anomalyList,
  judged,
  leftOut,
  madeFrom,
  markOf,
  stillOpen,
  timelineBlocks,
} from './activity-parts.js';
import { type MapView, mapViewOf, type Newest, newestOf } from './map-view.js';

/**
 * Everything about one map: its state, its states over time as a picture, what is wrong, its initial syncs with both directions, its
 * catch-up errors and its log.
 *
 * @param activity - one of the maps of the replay
 *
 * @example
 * ```ts
 * const text = toMarkdown(mapActivityDocument(replay.maps[0], replay));
 * ```
 * @public
 */
export function mapActivityDocument(activity: ReplayedMap, replay: ReplayedActivity): DocumentModel {
  const view = mapViewOf(activity);
  const { map, state } = activity;
  const log = newestOf(activity.log);
  const initialSyncs = newestOf(activity.initialSyncs);
  const discardedQueues = newestOf(activity.discardedQueues);
  const catchUpErrors = newestOf(activity.catchUpErrors);
  const intro = onPage(paragraph('All times are in UTC.', 'intro'));
  const timeline = [intro, ...timelineBlocks(view, timelineOf(activity, replay.judgedAt))];
  const found = view.anomalies.errors + view.anomalies.warnings;
  return {
    title: `${map} – dual-write activity`,
    header: 'Dual-write activity',
    noun: 'activity',
    ...verdictOf(view, replay),
    subject: name(map),
    summary: [
      paragraph(statusInWords(state, view.since, replay.judgedAt), 'lead'),
      fields([...judged(replay), ['Events', countOf(log)]]),
      ...stillOpen(view),
      ...leftOut(replay),
    ],
    blocks: [
      section('States over time', timeline, { id: 'timeline' }),
      section('Anomalies', [found === 0 ? paragraph('None.', 'intro') : anomalyList(view, 50)], {
        id: 'anomalies',
        count: found,
      }),
      section('Initial sync details', initialSyncCards(initialSyncs), {
        id: 'initial-sync',
        count: countOf(initialSyncs),
      }),
      ...when(countOf(discardedQueues) > 0, () =>
        section('Discarded changes', [discardList(discardedQueues)], {
          id: 'discarded',
          count: countOf(discardedQueues),
        }),
      ),
      section('Catch-up errors', catchUpBlocks(catchUpErrors), {
        id: 'catch-up-errors',
        count: countOf(catchUpErrors),
      }),
      section('Activity log', logBlocks(log), { id: 'log', count: countOf(log) }),
    ],
    footer: [madeFrom(replay)],
  };
}

function countOf({ items, left }: Newest<unknown>): number {
  return left + items.length;
}

/** A record that could not be read may be one of this map. */
function verdictOf(
  view: MapView,
  { events: { unreadable }, lacks = [] }: ReplayedActivity,
): { readonly heading: string; readonly mark: Mark } {
  const heading = anomaliesCounted(view);
  if (heading !== '') return { heading, mark: markOf(view) };
  return unreadable + lacks.length > 0
    ? { heading: 'Nothing unusual in what could be read', mark: 'inconclusive' }
    : { heading: 'Nothing unusual', mark: 'passed' };
}

function initialSyncCards({ items, left }: Newest<InitialSyncExecution>): readonly Block[] {
  if (items.length === 0) return [paragraph('The log shows no initial sync.', 'intro')];
  return [
    ...when(left > 0, () => paragraph(`… and ${moreOf(left, 'initial sync')} before these.`, 'intro')),
    ...items.map(executionCard),
  ];
}

/** The counts, in total and by direction. */
function executionCard(execution: InitialSyncExecution): Section {
  const { completedAt, directions, hasOpenErrors, isUnderWay, errors } = execution;
  const result = paragraph([resultInWords(execution), ...given(completedAt, (at) => [', ', time(at)])]);
  return section(executionInWords(execution), [result, ...directions.map(direction)], {
    mark: hasOpenErrors ? 'error' : isUnderWay || errors === null ? 'inconclusive' : 'passed',
  });
}

/** One direction, with the errors that the log gives. */
function direction(counts: InitialSyncCounts): Block {
  const { errors, topErrors } = counts;
  if (errors === 0 && topErrors.length === 0) return paragraph(countsInWords(counts));
  const messages = topErrors.map(({ message, recordId }): Item => {
    const [note] = given(recordId, (id) => ['record ', code(id)]);
    return { text: message, note };
  });
  const content =
    messages.length === 0 ? paragraph('The log gives no messages.') : list(messages, 'error', { most: 5 });
  return details(countsInWords(counts), [content], { isOpen: true });
}

function discardList({ items, left }: Newest<DiscardedQueue>): Block {
  const all = items.map(({ at, isLost, ...queue }): Item => {
    const fate = isLost ? 'lost' : 'arrived with a later initial sync';
    return { mark: isLost ? 'error' : 'passed', text: time(at), about: [...queueInWords(queue), fate] };
  });
  return list(all, 'queue', { most: 50, left });
}

function catchUpBlocks({ items, left }: Newest<CatchUpError>): readonly Block[] {
  if (items.length === 0) return [paragraph('None.', 'intro')];
  return [
    paragraph('Each is kept for a day.', 'intro'),
    list(items.map(catchUpErrorItem), 'catch-up error', { most: 50, left }),
  ];
}

function catchUpErrorItem({ id, message, retryStatus, purgedAt, isPurged, isOpen }: CatchUpError): Item {
  const isRetried = retryStatus === 'completed';
  const fate = isOpen ? [isPurged ? 'purged' : ['kept until ', time(purgedAt)]] : ['arrived with a later initial sync'];
  return {
    mark: isOpen ? (isPurged ? 'error' : 'warning') : 'passed',
    text: [code(id), ': ', message === '' ? 'no message' : message],
    about: [retryInWords[retryStatus], ...(isRetried ? [] : fate)],
  };
}

function logBlocks({ items, left }: Newest<ActivityEvent>): readonly Block[] {
  const rows = items.map((event) => [time(event.at), eventInWords(event)]).reverse();
  if (rows.length === 0) return [paragraph('None.', 'intro')];
  return [
    paragraph('The newest event comes first.', 'intro'),
    table('Activity log', ['Time', 'Event'], rows, { noun: 'earlier event', look: 'log', left }),
  ];
}
