import type { ActivityReplay, InitialSyncCounts, InitialSyncExecution, MapActivity } from '../../activity/index.js';
import {
  countsInWords,
  eventInWords,
  executionInWords,
  resultInWords,
  retryInWords,
  statusInWords,
} from '../activity-in-words.js';
import {
  type Block,
  code,
  type Document,
  type Item,
  list,
  name,
  paragraph,
  type Section,
  time,
  when,
} from '../document.js';
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
} from './activity/activity-parts.js';

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
export function mapActivityDocument(activity: MapActivity, replay: ActivityReplay): Document {
  const { map, log } = activity;
  return {
    title: `${map} – dual-write activity`,
    header: 'Dual-write activity',
    noun: 'activity',
    heading: anomaliesCounted(activity) || 'Nothing unusual',
    subject: name(map),
    mark: markOf(activity),
    summary: [
      paragraph(statusInWords(activity, replay.judgedAt), 'lead'),
      { type: 'fields', fields: [...judged(replay), ['Events', log.length]] },
      ...stillOpen(activity),
      ...leftOut(replay),
    ],
    blocks: [
      {
        type: 'section',
        id: 'timeline',
        title: 'States over time',
        blocks: [
          { ...paragraph('All times are in UTC.', 'intro'), on: 'page' },
          ...timelineBlocks(activity, replay.judgedAt),
        ],
      },
      anomalies(activity),
      initialSyncs(activity),
      catchUpErrors(activity),
      activityLog(activity),
    ],
    footer: [madeFrom(replay)],
  };
}

function anomalies(activity: MapActivity): Section {
  const { length } = activity.anomalies;
  return chapter('anomalies', 'Anomalies', length, [
    length === 0 ? paragraph('None.', 'intro') : anomalyList(activity, 50),
  ]);
}

function chapter(id: string, title: string, count: number, blocks: readonly Block[]): Section {
  return { type: 'section', id, title, count, blocks };
}

function initialSyncs({ initialSyncs: all }: MapActivity): Section {
  const none = paragraph('The log shows no initial sync.', 'intro');
  return chapter(
    'initial-sync',
    'Initial sync details',
    all.length,
    all.length === 0 ? [none] : all.map(executionCard),
  );
}

/** The counts, in total and by direction. */
function executionCard(execution: InitialSyncExecution): Section {
  const { completedAt, directions, canRerun, isUnderWay, errors } = execution;
  return {
    type: 'section',
    title: executionInWords(execution),
    mark: canRerun ? 'warning' : isUnderWay || errors === null ? 'inconclusive' : 'passed',
    blocks: [
      paragraph([resultInWords(execution), ...(completedAt === null ? [] : [', ', time(completedAt)])]),
      ...directions.map(direction),
    ],
  };
}

/** One direction, with the errors that the log gives. */
function direction(counts: InitialSyncCounts): Block {
  const { errors, topErrors } = counts;
  if (errors === 0) return paragraph(countsInWords(counts));
  const messages = topErrors.map(
    ({ message, recordId }): Item => ({
      text: message,
      ...(recordId === undefined ? {} : { note: ['record ', code(recordId)] }),
    }),
  );
  const errorList = list(messages, 'error', { most: 5 });
  const content = messages.length === 0 ? paragraph('The log gives no messages.') : errorList;
  return { type: 'details', summary: countsInWords(counts), isOpen: true, blocks: [content] };
}

function catchUpErrors({ catchUpErrors: all }: MapActivity): Section {
  const open = all.filter(({ retryStatus }) => retryStatus !== 'completed').length;
  const intro =
    all.length === 0 ? 'None.' : `${counted(open, 'record')} without a successful retry. Each is kept for a day.`;
  return chapter('catch-up-errors', 'Catch-up errors', all.length, [
    paragraph(intro, 'intro'),
    ...when(all.length > 0, () => list(all.map(catchUpErrorItem), 'catch-up error', { most: 50 })),
  ]);
}

function catchUpErrorItem({
  id,
  message,
  retryStatus,
  purgedAt,
  isPurged,
}: MapActivity['catchUpErrors'][number]): Item {
  const isDone = retryStatus === 'completed';
  return {
    mark: isDone ? 'passed' : isPurged ? 'error' : 'warning',
    text: [code(id), ': ', message === '' ? 'no message' : message],
    about: [retryInWords[retryStatus], ...(isDone ? [] : [isPurged ? 'purged' : ['kept until ', time(purgedAt)]])],
  };
}

function activityLog({ log }: MapActivity): Section {
  const rows = log.map((event) => ({ cells: [time(event.at), eventInWords(event)] }));
  return chapter('log', 'Activity log', log.length, [
    paragraph('The newest event comes first.', 'intro'),
    {
      type: 'table',
      caption: 'Activity log',
      columns: ['Time', 'Event'],
      noun: 'earlier event',
      look: 'log',
      rows: rows.reverse(),
    },
  ]);
}
