import { err, ok, type Result } from 'neverthrow';
import { type ActivityReplay, type MapActivity, replayActivity } from '../activity/index.js';
import { nameKey } from '../facts/keys.js';
import { scrub } from '../facts/scrub.js';
import { parseJson } from '../node/json-file.js';
import type { Complaint } from './command-result.js';
import { readText } from './read-text.js';

/**
 * The activity log of maps, replayed.
 *
 * @param file - a file, or `-` for standard input: a JSON array of events, or JSON Lines
 * @param now - what open states are judged against; left out, the last event
 */
export async function readActivity(file: string, now: Date | undefined): Promise<Result<ActivityReplay, Complaint>> {
  const text = await readText(file);
  const events = text.andThen((content) => eventsIn(file, content));
  if (events.isErr()) return err(events.error);
  const replay = withoutKeys(replayActivity(events.value, { now }));
  return replay.maps.length === 0
    ? err(`${file}: expected activity events, found none among ${replay.events.unreadable} records`)
    : ok(replay);
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

/** The map of that name, or which there are. */
export function mapOf({ maps }: ActivityReplay, name: string): Result<MapActivity, string> {
  const found = maps.find(({ map }) => nameKey(map) === nameKey(name));
  if (found !== undefined) return ok(found);
  const names = maps.slice(0, mostNamed).map(({ map }) => map);
  const more = maps.length > mostNamed ? ` and ${maps.length - mostNamed} more` : '';
  return err(`--map ${name}: the log is about ${names.join(', ')}${more}`);
}
