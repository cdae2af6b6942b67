import type { AlertReplay, ReplayedAlert } from '../../alerts/replay-alerts.js';
import { tool } from '../../report/tool.js';
import type { CorruptLines } from '../../sync-errors/error-lines.js';
import {
  type Block,
  type Document,
  type Inline,
  type Mark,
  name,
  paragraph,
  type Row,
  time,
  when,
} from '../document.js';
import { counted, figure } from '../words.js';
import { unreadableLines } from './unreadable-lines.js';

type ShownReplay = AlertReplay & { readonly corrupt?: CorruptLines | undefined };

/**
 * Which alerts would have fired over a log: how often, when, and how close the others came; and which events could not be judged.
 *
 * @param replay - with `corrupt`, the lines that could not be read are named too
 *
 * @example
 * ```ts
 * const text = toMarkdown(alertReplayDocument(replayAlerts(settings, events)));
 * ```
 * @public
 */
export function alertReplayDocument(replay: AlertReplay & { readonly corrupt?: CorruptLines | undefined }): Document {
  const { alerts, corrupt } = replay;
  const { heading, mark } = verdictOf(replay);
  return {
    title: `${heading} – dual-write alerts`,
    header: 'Replay of dual-write alerts',
    noun: 'replay',
    heading,
    mark,
    summary: [...eventLines(replay), ...unreadableLines(corrupt)],
    blocks: when(alerts.length > 0, () => alertTable(alerts)),
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

function verdictOf({ alerts, events, corrupt }: ShownReplay): { readonly heading: string; readonly mark: Mark } {
  const times = alerts.reduce((sum, { fired }) => sum + fired, 0);
  const which = alerts.filter(({ fired }) => fired > 0).length;
  if (alerts.length === 0) return { heading: 'There are no alert settings', mark: 'inconclusive' };
  if (times > 0) {
    const heading = `${figure(which)} of ${counted(alerts.length, 'alert')} would have fired, ${counted(times, 'time')} in total`;
    return { heading, mark: 'warning' };
  }
  if (events.accepted === 0) return { heading: 'No event was judged', mark: 'inconclusive' };
  const none = `None of ${counted(alerts.length, 'alert')} would have fired`;
  return events.droppedLate + events.unreadable + (corrupt?.count ?? 0) === 0
    ? { heading: none, mark: 'passed' }
    : { heading: `${none} for the events that could be judged`, mark: 'inconclusive' };
}

function eventLines({ events: { accepted, droppedLate, unreadable } }: AlertReplay): readonly Block[] {
  const late = `${counted(droppedLate, 'event')} arrived too late to be judged: allow more lateness (\`--lateness\` on the command line, \`latenessMs\` in code), or sort the events by time.`;
  return [
    paragraph(`${counted(accepted, 'event')} ${accepted === 1 ? 'was' : 'were'} judged.`, 'lead'),
    ...when(droppedLate > 0, () => ({ type: 'notice' as const, mark: 'warning' as const, text: late })),
    ...when(unreadable > 0, () => ({
      type: 'notice' as const,
      mark: 'warning' as const,
      text: `${counted(unreadable, 'event')} had no readable time.`,
    })),
  ];
}

function alertTable(alerts: readonly ReplayedAlert[]): Block {
  return {
    type: 'table',
    caption: 'Alerts',
    columns: ['Alert', 'Fired', 'First', 'Last', 'Action', 'Threshold', 'Most errors in its window'],
    noun: 'alert',
    rows: alerts.map(alertRow),
  };
}

function alertRow({ name: alert, enabled, fired, first, last, action, threshold, largest }: ReplayedAlert): Row {
  const moment = (iso: string | null): Inline => (iso === null ? '–' : time(iso));
  return {
    cells: [
      name(alert),
      enabled ? fired : 'off',
      moment(first),
      moment(last),
      action,
      threshold,
      largest === null ? 'none' : [largest.count, ' (', time(largest.at), ')'],
    ],
  };
}
