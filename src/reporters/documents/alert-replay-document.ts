import type { AlertReplay, ReplayedAlert } from '../../alerts/replay-alerts.js';
import { tool } from '../../report/tool.js';
import type { CorruptLines } from '../../sync-errors/error-lines.js';
import { notice, paragraph, table, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Mark } from '../document.js';
import { name, time, timeOrDash } from '../inlines.js';
import { counted, countedDo, figure } from '../words.js';
import { unreadableLines } from './unreadable-lines.js';

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
export function alertReplayDocument(
  replay: AlertReplay & { readonly corrupt?: CorruptLines | undefined },
): DocumentModel {
  const { alerts, corrupt } = replay;
  const { heading, mark } = verdictOf(replay, corrupt?.count ?? 0);
  return {
    title: `${heading} – dual-write alerts`,
    header: 'Replay of dual-write alerts',
    noun: 'replay',
    heading,
    mark,
    summary: [...eventLines(replay), ...unreadableLines(corrupt)],
    blocks: when(alerts.length > 0, () => table('Alerts', columns, alerts.map(alertRow), { noun: 'alert' })),
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

function verdictOf(
  { alerts, events }: AlertReplay,
  corrupt: number,
): { readonly heading: string; readonly mark: Mark } {
  if (alerts.length === 0) return { heading: 'There are no alert settings', mark: 'inconclusive' };
  const times = alerts.reduce((sum, { fired }) => sum + fired, 0);
  const all = counted(alerts.length, 'alert');
  if (times > 0) {
    const which = figure(alerts.filter(({ fired }) => fired > 0).length);
    return { heading: `${which} of ${all} would have fired, ${counted(times, 'time')} in total`, mark: 'warning' };
  }
  if (events.accepted === 0) return { heading: 'No event was judged', mark: 'inconclusive' };
  const none = `None of ${all} would have fired`;
  return events.droppedLate + events.unreadable + corrupt === 0
    ? { heading: none, mark: 'passed' }
    : { heading: `${none} for the events that could be judged`, mark: 'inconclusive' };
}

function eventLines({ events: { accepted, droppedLate, unreadable } }: AlertReplay): readonly Block[] {
  const late = `${counted(droppedLate, 'event')} arrived too late to be judged: allow more lateness (\`--lateness\` on the command line, \`latenessMs\` in code), or sort the events by time.`;
  return [
    paragraph(`${countedDo(accepted, 'event', 'was', 'were')} judged.`, 'lead'),
    ...when(droppedLate > 0, () => notice('warning', late)),
    ...when(unreadable > 0, () => notice('warning', `${counted(unreadable, 'event')} had no readable time.`)),
  ];
}

const columns = ['Alert', 'Fired', 'First', 'Last', 'Action', 'Threshold', 'Highest count in one window'];

function alertRow(alert: ReplayedAlert): readonly Inline[] {
  const { enabled, fired, first, last, action, threshold, largest } = alert;
  const most = largest === null ? 'none' : [figure(largest.count), ' (', time(largest.at), ')'];
  const moments = [timeOrDash(first), timeOrDash(last)];
  return [name(alert.name), enabled ? figure(fired) : 'off', ...moments, action, threshold, most];
}
