import { ok } from 'neverthrow';
import type { ActivityReplay, MapActivity } from '../../activity/index.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { mapOf, readActivity } from '../read-activity.js';

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
  /** The requested one. */
  readonly map: MapActivity | undefined;
}

/**
 * Replays the activity log of maps. Exit code: 0 no anomaly, 1 some, 2 none, but part of the log could not be read; of the map
 * that is shown, or of all.
 */
export async function run({ file, map, now }: ActivityArguments): Promise<CommandResult<ReplayedLog>> {
  const replay = await readActivity(file, now);
  if (replay.isErr()) return couldNotRun(replay.error);
  const shown = map === undefined ? ok(undefined) : mapOf(replay.value, map);
  if (shown.isErr()) return couldNotRun(shown.error);
  const one = shown.value;
  return {
    type: 'done',
    result: { replay: replay.value, map: one },
    exitCode: exitCodeOf(one === undefined ? replay.value.maps : [one], replay.value),
  };
}

function exitCodeOf(maps: readonly MapActivity[], { events }: ActivityReplay): 0 | 1 | 2 {
  if (maps.some(({ anomalies }) => anomalies.length > 0)) return 1;
  return events.unreadable > 0 ? 2 : 0;
}
