import type { AlertReplay, ReplayedAlert } from '../../alerts/replay-alerts.js';
import type { UnknownReason } from '../../facts/fact.js';
import { tool } from '../../report/tool.js';
import type { CorruptLines } from '../../sync-errors/error-lines.js';
import type { ColumnMapping } from '../../sync-errors/row-columns.js';
import { notice, paragraph, table, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Mark } from '../document.js';
import { reasonInWords } from '../in-words.js';
import { name, time, timeOrDash } from '../inlines.js';
import { counted, countedDo, figure } from '../words.js';
import { columnNotes } from './column-notes.js';
import { unreadableLines } from './unreadable-lines.js';

/**
 * What a replay did not see: the alert settings, or some of them; pages of a list of events; or the error types of rows of sync
 * errors, which were not counted then.
 * @public
 */
export type ReplayLack =
  | {
      readonly what: 'alert-settings';
      readonly reason: UnknownReason | 'partial';
      readonly detail?: string | undefined;
    }
  | { readonly what: 'events'; readonly detail?: string | undefined }
  | { readonly what: 'error-types'; readonly rows: number };

/** A replay of a file, with what of it could not be read. */
type ReplayOfFile = AlertReplay & {
  readonly corrupt?: CorruptLines | undefined;
  readonly columns?: ColumnMapping | undefined;
  readonly lacks?: readonly ReplayLack[] | undefined;
};

/**
 * Which alerts would have fired over a log: how often, when, and how close the others came; and which events could not be judged.
 *
 * @param replay - with `corrupt`, the lines that could not be read are named too, and with `lacks` what else was not seen
 *
 * @example
 * ```ts
 * const text = replayAlerts(settings, events).map((replay) => toMarkdown(alertReplayDocument(replay)));
 * ```
 * @public
 */
export function alertReplayDocument(replay: ReplayOfFile): DocumentModel {
  const { alerts, corrupt, lacks = [] } = replay;
  const { heading, mark } = verdictOf(replay);
  return {
    title: `${heading} – dual-write alerts`,
    header: 'Replay of dual-write alerts',
    noun: 'replay',
    heading,
    mark,
    summary: [
      ...eventLines(replay),
      ...lacks.map((lack) => notice('warning', lackInWords(lack))),
      ...columnNotes(replay.columns),
      ...unreadableLines(corrupt),
    ],
    blocks: when(alerts.length > 0, () => table('Alerts', columns, alerts.map(alertRow), { noun: 'alert' })),
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

function verdictOf({ alerts, events, corrupt, lacks = [] }: ReplayOfFile): {
  readonly heading: string;
  readonly mark: Mark;
} {
  const unseen = lacks.find(({ what }) => what === 'alert-settings');
  const eventsUnread = events.droppedLate + events.unreadable + (corrupt?.count ?? 0);
  const isEveryEventSeen = eventsUnread === 0 && lacks.every(({ what }) => what === 'alert-settings');
  if (alerts.length === 0) {
    return unseen === undefined
      ? { heading: 'There are no alert settings', mark: isEveryEventSeen ? 'not-applicable' : 'inconclusive' }
      : { heading: 'The alert settings are not known', mark: 'inconclusive' };
  }
  const times = alerts.reduce((sum, { fired }) => sum + fired, 0);
  const all = counted(alerts.length, 'alert');
  if (times > 0) {
    const which = figure(alerts.filter(({ fired }) => fired > 0).length);
    return { heading: `${which} of ${all} would have fired, ${counted(times, 'time')} in total`, mark: 'warning' };
  }
  const none = `None of ${all} would have fired`;
  if (!isEveryEventSeen) {
    const heading = events.accepted === 0 ? 'No event was judged' : `${none} for the events that could be judged`;
    return { heading, mark: 'inconclusive' };
  }
  if (unseen !== undefined) return { heading: `${none}, but there may be other alerts`, mark: 'inconclusive' };
  return events.accepted === 0
    ? { heading: 'There are no events', mark: 'not-applicable' }
    : { heading: none, mark: 'passed' };
}

function eventLines({ events: { accepted, droppedLate, unreadable } }: AlertReplay): readonly Block[] {
  const late = `${counted(droppedLate, 'event')} arrived too late to be judged: allow more lateness (\`--lateness\` on the command line, \`latenessMs\` in code), or sort the events by time.`;
  return [
    paragraph(`${countedDo(accepted, 'event', 'was', 'were')} judged.`, 'lead'),
    ...when(droppedLate > 0, () => notice('warning', late)),
    ...when(unreadable > 0, () =>
      notice('warning', `${counted(unreadable, 'event')} had no readable time or no known error type.`),
    ),
  ];
}

function lackInWords(lack: ReplayLack): Inline {
  switch (lack.what) {
    case 'alert-settings': {
      const more = lack.detail === undefined ? '' : ` (${lack.detail})`;
      return `The alert settings: ${reasonInWords[lack.reason]}${more}`;
    }
    case 'events':
      return lack.detail === undefined
        ? 'The events are a part of a list: the other pages were not read.'
        : `The events are not all: ${lack.detail}.`;
    case 'error-types':
      return `${countedDo(lack.rows, 'sync error', 'has', 'have')} no known error type and ${lack.rows === 1 ? 'is' : 'are'} not counted: the category is not an application failure, and neither the code nor the message names a status.`;
  }
}

const columns = ['Alert', 'Fired', 'First', 'Last', 'Action', 'Threshold', 'Highest count in one window'];

function alertRow(alert: ReplayedAlert): readonly Inline[] {
  const { enabled, fired, first, last, action, threshold, largest } = alert;
  const most = largest === null ? 'none' : [figure(largest.count), ' (', time(largest.at), ')'];
  const moments = [timeOrDash(first), timeOrDash(last)];
  return [name(alert.name), enabled ? figure(fired) : 'off', ...moments, action, threshold, most];
}
