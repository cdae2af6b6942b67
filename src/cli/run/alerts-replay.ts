import { err, type Result } from 'neverthrow';
import type { AlertSetting } from '../../alerts/alert-setting.js';
import { type AlertReplay, replayAlerts } from '../../alerts/replay-alerts.js';
import type { Fact } from '../../facts/fact.js';
import { scrub } from '../../facts/scrub.js';
import { unreadable } from '../../node/json-file.js';
import type { ReplayLack } from '../../reporters/documents/alert-replay-document.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { readAlertSettings } from '../read-alert-settings.js';
import { openErrorEvents, type UnreadEvents } from '../read-error-events.js';

/** The arguments of `alerts replay`, as read from the command line. */
interface AlertsReplayArguments {
  /** Files, of which one may be `-` for standard input. */
  readonly settings: string;
  readonly events: string;
  /** Milliseconds that an event may be older than the newest one. */
  readonly lateness: number;
}

/** A replay of a file, with what of the files could not be read. */
type ReplayOfFile = AlertReplay & Omit<UnreadEvents, 'lacks'> & { readonly lacks?: readonly ReplayLack[] };

/** Finds which alerts would have fired over a log. */
export async function run(given: AlertsReplayArguments): Promise<CommandResult<ReplayOfFile>> {
  const settings = await readAlertSettings(given.settings);
  if (settings.isErr()) return couldNotRun(settings.error);
  const replayed = await replay(settings.value, given);
  if (replayed.isErr()) return couldNotRun(replayed.error);
  return { type: 'done', result: replayed.value, exitCode: exitCodeOf(replayed.value) };
}

/** 0 none would have fired, 1 some would, 2 none of what could be judged, but not everything could be read or judged. */
export function exitCodeOf({ alerts, events, corrupt, lacks = [] }: AlertReplay & Partial<ReplayOfFile>): 0 | 1 | 2 {
  if (alerts.some(({ fired }) => fired > 0)) return 1;
  return events.droppedLate + events.unreadable + (corrupt?.count ?? 0) + lacks.length > 0 ? 2 : 0;
}

async function replay(
  settings: Fact<readonly AlertSetting[]>,
  { events: path, lateness }: AlertsReplayArguments,
): Promise<Result<ReplayOfFile, Complaint>> {
  try {
    const opened = await openErrorEvents(path);
    if (opened.isErr()) return err(opened.error);
    const { events, isTable, unread } = opened.value;
    const latenessMs = isTable ? Number.POSITIVE_INFINITY : lateness;
    const replayed = await replayAlerts(settings.status === 'known' ? settings.value : [], events, { latenessMs });
    if (replayed.isErr()) return err(replayed.error);
    return (await unread()).map(({ lacks, ...rest }) => {
      const all = [...lackOf(settings), ...lacks];
      return { ...replayed.value, ...rest, ...(all.length === 0 ? {} : { lacks: all }) };
    });
  } catch (error) {
    return err(unreadable(path, error));
  }
}

function lackOf(settings: Fact<readonly AlertSetting[]>): readonly ReplayLack[] {
  const { status, detail } = settings;
  const more = detail === undefined ? {} : { detail: scrub(detail) };
  if (status === 'unknown') return [{ what: 'alert-settings', reason: settings.reason, ...more }];
  return settings.coverage === 'partial' ? [{ what: 'alert-settings', reason: 'partial', ...more }] : [];
}
