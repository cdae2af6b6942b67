import picocolors from 'picocolors';
import type { AlertReplay, ReplayedAlert } from '../alerts/replay-alerts.js';
import type { CorruptLines } from '../sync-errors/error-lines.js';
import { markdownText, startOf, visibleStart } from './escape.js';
import { counted, figure } from './html/words.js';
import { momentInWords } from './moment-in-words.js';
import type { PrettyOptions } from './pretty.js';
import { corruptInWords } from './pretty-sync-errors.js';

/** A replay of a file, with the lines of it that could not be read. */
export type ReplayOfFile = AlertReplay & { readonly corrupt: CorruptLines };

/** Which alerts would have fired, for a terminal. */
export function prettyAlertReplay(replay: ReplayOfFile, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const rows = [head, ...replay.alerts.map((alert) => cellsOf(alert, (text) => visibleStart(text, 60)))];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [title = '', ...others] = lines;
  return `${[
    colors.bold(headline(replay)),
    ...(replay.alerts.length === 0 ? [] : [[colors.dim(title), ...others].join('\n')]),
    eventsInWords(replay).join('\n'),
    ...(replay.corrupt.count === 0 ? [] : [corruptInWords(replay.corrupt).join('\n')]),
  ].join('\n\n')}\n`;
}

/** The same for a ticket. */
export function markdownAlertReplay(replay: ReplayOfFile): string {
  const rows = replay.alerts.map((alert) => cellsOf(alert, (text) => markdownText(startOf(text))));
  return `${[
    `## ${headline(replay)}`,
    ...(rows.length === 0
      ? []
      : [[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')]),
    eventsInWords(replay).join('\n'),
    ...corruptInWords(replay.corrupt).map((line) => markdownText(line.trim())),
  ].join('\n\n')}\n`;
}

const head = ['Alert', 'Fired', 'First', 'Last', 'Action', 'Threshold', 'Most in its window'] as const;

function cellsOf(alert: ReplayedAlert, safe: (text: string) => string): readonly string[] {
  const { name, enabled, fired, first, last, action, threshold, largest } = alert;
  const moment = (iso: string | null) => (iso === null ? '–' : momentInWords(iso));
  return [
    safe(name),
    enabled ? figure(fired) : 'disabled',
    moment(first),
    moment(last),
    action,
    figure(threshold),
    largest === null ? 'none' : `${figure(largest.count)} (${momentInWords(largest.at)})`,
  ];
}

function headline({ alerts, events, corrupt }: ReplayOfFile): string {
  const times = alerts.reduce((sum, { fired }) => sum + fired, 0);
  const which = alerts.filter(({ fired }) => fired > 0).length;
  if (alerts.length === 0) return 'There are no alert settings';
  const isWhole = events.droppedLate + events.unreadable + corrupt.count === 0;
  return times === 0
    ? `None of ${counted(alerts.length, 'alert')} would have fired${isWhole ? '' : ' for the events that could be judged'}`
    : `${figure(which)} of ${counted(alerts.length, 'alert')} would have fired, ${counted(times, 'time')} in all`;
}

function eventsInWords({ events }: AlertReplay): readonly string[] {
  const { accepted, droppedLate, unreadable } = events;
  return [
    `${counted(accepted, 'event')} ${accepted === 1 ? 'was' : 'were'} judged.`,
    ...(droppedLate === 0
      ? []
      : [
          `${counted(droppedLate, 'event')} came too late to be judged: allow more with --lateness, or sort the file by time.`,
        ]),
    ...(unreadable === 0 ? [] : [`${counted(unreadable, 'event')} had no time that can be read.`]),
  ];
}
