import { err, ok, type Result } from 'neverthrow';
import { type AlertSetting, parseAlertSettings } from '../../alerts/alert-setting.js';
import { type AlertReplay, replayAlerts } from '../../alerts/replay-alerts.js';
import { parseSyncErrorEvent, type SyncErrorEvent } from '../../alerts/sync-error-event.js';
import { parseJson, unreadable } from '../../node/json-file.js';
import { readLines } from '../../node/read-lines.js';
import {
  type CorruptLine,
  type CorruptLines,
  corruptLine,
  corruptLineTally,
  parseJsonLine,
} from '../../sync-errors/error-lines.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { sourceOf } from '../errors-selection.js';
import { readText } from '../read-text.js';

/** The arguments of `alerts replay`, as read from the command line. */
interface AlertsReplayArguments {
  /** Files, of which one may be `-` for standard input. */
  readonly settings: string;
  readonly events: string;
  /** Milliseconds that an event may be older than the newest one. */
  readonly lateness: number;
}

/** A replay of a file, with the lines of it that could not be read. */
type ReplayOfFile = AlertReplay & { readonly corrupt: CorruptLines };

/** Finds which alerts would have fired over a log. */
export async function run(given: AlertsReplayArguments): Promise<CommandResult<ReplayOfFile>> {
  const { events, lateness: latenessMs } = given;
  if (given.settings === '-' && events === '-') {
    return couldNotRun('expected standard input for the settings or for the events, not for both');
  }
  const settings = await settingsOf(given.settings);
  if (settings.isErr()) return couldNotRun(settings.error);
  const corrupt = corruptLineTally();
  const replayed = await replay(settings.value, events, { latenessMs, onCorruptLine: corrupt.add });
  if (replayed.isErr()) return couldNotRun(replayed.error);
  const result = { ...replayed.value, corrupt: corrupt.summary() };
  return { type: 'done', result, exitCode: exitCodeOf(result) };
}

/** 0 none would have fired, 1 some would, 2 none of what could be judged, but not all could, or there was nothing to judge. */
function exitCodeOf({ alerts, events, corrupt }: ReplayOfFile): 0 | 1 | 2 {
  if (alerts.some(({ fired }) => fired > 0)) return 1;
  const isNothing = alerts.length === 0 || events.accepted === 0;
  return isNothing || events.droppedLate + events.unreadable + corrupt.count > 0 ? 2 : 0;
}

async function settingsOf(path: string): Promise<Result<readonly AlertSetting[], Complaint>> {
  const text = await readText(path);
  return text
    .andThen((content) => parseJson(path, content))
    .andThen((json) => parseAlertSettings(json).mapErr((fault) => ({ path, ...fault })));
}

async function replay(
  settings: readonly AlertSetting[],
  path: string,
  options: { readonly latenessMs: number; readonly onCorruptLine: (line: CorruptLine) => void },
): Promise<Result<AlertReplay, Complaint>> {
  try {
    return ok(await replayAlerts(settings, eventsOf(path, options.onCorruptLine), options));
  } catch (error) {
    return err(unreadable(path, error));
  }
}

async function* eventsOf(path: string, onCorruptLine: (line: CorruptLine) => void): AsyncGenerator<SyncErrorEvent> {
  for await (const { first, texts, isCutOff } of readLines(sourceOf(path))) {
    for (const [index, text] of texts.entries()) {
      if (text.trim() === '') continue;
      const event = isCutOff
        ? err({ type: 'too-long', because: 'the line is too long for an event' } as const)
        : eventIn(text);
      if (event.isOk()) yield event.value;
      else onCorruptLine(corruptLine(text, first + index, event.error));
    }
  }
}

function eventIn(text: string): Result<SyncErrorEvent, Pick<CorruptLine, 'type' | 'because'>> {
  return parseJsonLine(text).andThen(parseSyncErrorEvent);
}
