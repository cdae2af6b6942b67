import { err, ok, type Result } from 'neverthrow';
import { type ActivityReplay, type MapActivity, replayActivity } from '../../activity/index.js';
import { nameKey } from '../../facts/keys.js';
import { scrub } from '../../facts/scrub.js';
import { parseJson } from '../../node/json-file.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { readText } from '../read-text.js';

/** The arguments of `activity`, as read from the command line. */
interface ActivityArguments {
  /** A file, or `-` for standard input: a JSON array of events, or JSON Lines. */
  readonly file: string;
  /** Show this map alone. */
  readonly map?: string | undefined;
  /** What open states are judged against. */
  readonly now?: Date | undefined;
}

export interface ReplayedLog {
  readonly replay: ActivityReplay;
  /** The one that was asked for. */
  readonly map: MapActivity | undefined;
}

/**
 * Replays the activity log of maps. Exit code: 0 no anomaly, 1 some, 2 none, but part of the log could not be read; of the map
 * that is shown, or of all.
 */
export async function run({ file, map, now }: ActivityArguments): Promise<CommandResult<ReplayedLog>> {
  const text = await readText(file);
  if (text.isErr()) return couldNotRun(text.error);
  const events = eventsIn(file, text.value);
  if (events.isErr()) return couldNotRun(events.error);
  const replay = withoutKeys(replayActivity(events.value, { now }));
  if (replay.maps.length === 0) {
    return couldNotRun(`${file}: expected activity events, found none among ${replay.events.unreadable} records`);
  }
  const shown = map === undefined ? ok(undefined) : mapOf(replay, map);
  if (shown.isErr()) return couldNotRun(shown.error);
  const one = shown.value;
  return {
    type: 'done',
    result: { replay, map: one },
    exitCode: exitCodeOf(one === undefined ? replay.maps : [one], replay),
  };
}

function exitCodeOf(maps: readonly MapActivity[], { events }: ActivityReplay): 0 | 1 | 2 {
  if (maps.some(({ anomalies }) => anomalies.length > 0)) return 1;
  return events.unreadable > 0 ? 2 : 0;
}

/** The records of a JSON array, or one for each line; a line that is no JSON is a record that nobody can read. */
function eventsIn(file: string, text: string): Result<readonly unknown[], Complaint> {
  if (text.trimStart().startsWith('[')) {
    return parseJson(file, text).map((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return ok(lines.map((line) => parseJson(file, line).unwrapOr(undefined)));
}

/** References of logs may hold keys, which no output needs. */
function withoutKeys(replay: ActivityReplay): ActivityReplay {
  const maps = replay.maps.map((map) => ({
    ...map,
    log: map.log.map((event) =>
      event.type === 'error' && event.log !== undefined ? { ...event, log: scrub(event.log) } : event,
    ),
  }));
  return { ...replay, maps };
}

const mostNamed = 10;

function mapOf({ maps }: ActivityReplay, name: string): Result<MapActivity, string> {
  const found = maps.find(({ map }) => nameKey(map) === nameKey(name));
  if (found !== undefined) return ok(found);
  const names = maps.slice(0, mostNamed).map(({ map }) => map);
  const more = maps.length > mostNamed ? ` and ${maps.length - mostNamed} more` : '';
  return err(`--map ${name}: the log tells of ${names.join(', ')}${more}`);
}
