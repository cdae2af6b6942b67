import type { ActivityReplay, InitialSyncCounts, InitialSyncExecution, MapActivity } from '../../activity/index.js';
import {
  countsInWords,
  eventInWords,
  executionInWords,
  resultInWords,
  retryInWords,
  statusInWords,
} from '../activity-in-words.js';
import { details, fields, given, list, onPage, paragraph, section, table, when } from '../blocks.js';
import type { Block, DocumentModel, Item, Mark, Section } from '../document.js';
import { code, name, time } from '../inlines.js';
import { counted } from '../words.js';
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
export function mapActivityDocument(activity: MapActivity, replay: ActivityReplay): DocumentModel {
  const { map, log, anomalies, initialSyncs, catchUpErrors } = activity;
  const intro = onPage(paragraph('All times are in UTC.', 'intro'));
  const timeline = [intro, ...timelineBlocks(activity, replay.judgedAt)];
  const chapter = (id: string, title: string, all: readonly unknown[], blocks: readonly Block[]) =>
    section(title, blocks, { id, count: all.length });
  return {
    title: `${map} – dual-write activity`,
    header: 'Dual-write activity',
    noun: 'activity',
    ...verdictOf(activity, replay),
    subject: name(map),
    summary: [
      paragraph(statusInWords(activity, replay.judgedAt), 'lead'),
      fields([...judged(replay), ['Events', log.length]]),
      ...stillOpen(activity),
      ...leftOut(replay),
    ],
    blocks: [
      section('States over time', timeline, { id: 'timeline' }),
      chapter('anomalies', 'Anomalies', anomalies, [
        anomalies.length === 0 ? paragraph('None.', 'intro') : anomalyList(activity, 50),
      ]),
      chapter('initial-sync', 'Initial sync details', initialSyncs, initialSyncCards(activity)),
      chapter('catch-up-errors', 'Catch-up errors', catchUpErrors, catchUpBlocks(activity)),
      chapter('log', 'Activity log', log, logBlocks(activity)),
    ],
    footer: [madeFrom(replay)],
  };
}

/** A record that could not be read may be one of this map. */
function verdictOf(
  activity: MapActivity,
  { events: { unreadable } }: ActivityReplay,
): { readonly heading: string; readonly mark: Mark } {
  const heading = anomaliesCounted(activity);
  if (heading !== '') return { heading, mark: markOf(activity) };
  return unreadable > 0
    ? { heading: 'Nothing unusual in what could be read', mark: 'inconclusive' }
    : { heading: 'Nothing unusual', mark: 'passed' };
}

function initialSyncCards({ initialSyncs }: MapActivity): readonly Block[] {
  return initialSyncs.length === 0
    ? [paragraph('The log shows no initial sync.', 'intro')]
    : initialSyncs.map(executionCard);
}

/** The counts, in total and by direction. */
function executionCard(execution: InitialSyncExecution): Section {
  const { completedAt, directions, canRerun, isUnderWay, errors } = execution;
  const result = paragraph([resultInWords(execution), ...given(completedAt, (at) => [', ', time(at)])]);
  return section(executionInWords(execution), [result, ...directions.map(direction)], {
    mark: canRerun ? 'warning' : isUnderWay || errors === null ? 'inconclusive' : 'passed',
  });
}

/** One direction, with the errors that the log gives. */
function direction(counts: InitialSyncCounts): Block {
  const { errors, topErrors } = counts;
  if (errors === 0) return paragraph(countsInWords(counts));
  const messages = topErrors.map(({ message, recordId }): Item => {
    const [note] = given(recordId, (id) => ['record ', code(id)]);
    return { text: message, note };
  });
  const content =
    messages.length === 0 ? paragraph('The log gives no messages.') : list(messages, 'error', { most: 5 });
  return details(countsInWords(counts), [content], { isOpen: true });
}

function catchUpBlocks({ catchUpErrors: all }: MapActivity): readonly Block[] {
  const open = all.filter(({ retryStatus }) => retryStatus !== 'completed').length;
  const intro = `${counted(open, 'record')} without a successful retry. Each is kept for a day.`;
  return [
    paragraph(all.length === 0 ? 'None.' : intro, 'intro'),
    ...when(all.length > 0, () => list(all.map(catchUpErrorItem), 'catch-up error', { most: 50 })),
  ];
}

function catchUpErrorItem(error: MapActivity['catchUpErrors'][number]): Item {
  const { id, message, retryStatus, purgedAt, isPurged } = error;
  const isDone = retryStatus === 'completed';
  return {
    mark: isDone ? 'passed' : isPurged ? 'error' : 'warning',
    text: [code(id), ': ', message === '' ? 'no message' : message],
    about: [retryInWords[retryStatus], ...(isDone ? [] : [isPurged ? 'purged' : ['kept until ', time(purgedAt)]])],
  };
}

function logBlocks({ log }: MapActivity): readonly Block[] {
  const rows = log.map((event) => [time(event.at), eventInWords(event)]).reverse();
  if (rows.length === 0) return [paragraph('None.', 'intro')];
  return [
    paragraph('The newest event comes first.', 'intro'),
    table('Activity log', ['Time', 'Event'], rows, { noun: 'earlier event', look: 'log' }),
  ];
}
