import { ok } from 'neverthrow';
import type { ActivityAnomaly, ReplayedActivity, ReplayedMap } from '../../activity/index.js';
import { madeEachTime } from '../../activity/replay-map.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { mapNamed, readActivity } from '../read-activity.js';

/** The arguments of `activity`, as read from the command line. */
interface ActivityArguments {
  /** A file, or `-` for standard input. */
  readonly file: string;
  /** Show this map alone. */
  readonly map?: string | undefined;
  /** What open states are judged against. */
  readonly now?: Date | undefined;
}

export interface ReplayedLog {
  readonly replay: ReplayedActivity;
  /** Whether it is about the requested map alone. */
  readonly isOfOneMap: boolean;
}

/**
 * Replays the activity log of maps. Exit code: 0 no anomaly, 1 some, 2 none, but part of the log could not be read; of the map
 * that is shown, or of all.
 */
export async function run({ file, map, now }: ActivityArguments): Promise<CommandResult<ReplayedLog>> {
  const read = await readActivity(file);
  if (read.isErr()) return couldNotRun(read.error);
  const { log, lacks } = read.value;
  const only = map === undefined ? ok(undefined) : mapNamed(map, log.names());
  if (only.isErr()) return couldNotRun(only.error);
  const shown = replayOf(log.replay(now?.getTime()), lacks, only.value);
  return { type: 'done', result: { replay: shown.replay, isOfOneMap: map !== undefined }, exitCode: shown.exitCode };
}

/** The replay of this map, or of all, and its exit code: known when everything in it has been read. */
function replayOf(all: ReplayedActivity, lacks: readonly string[], only: string | undefined) {
  let hasAnomalies = false;
  const replay: ReplayedActivity = {
    judgedAt: all.judgedAt,
    maps: maps(),
    get events() {
      return all.events;
    },
    unreadable: all.unreadable,
    ...(lacks.length === 0 ? {} : { lacks }),
  };
  const lost = all.unreadable.length + lacks.length;
  return { replay, exitCode: () => (hasAnomalies ? 1 : lost > 0 ? 2 : 0) } as const;

  function* maps(): Generator<ReplayedMap, void, undefined> {
    for (const map of all.maps) {
      if (only === undefined || only === map.map) yield { ...map, anomalies: madeEachTime(() => noted(map.anomalies)) };
    }
  }

  function* noted(anomalies: ReplayedMap['anomalies']): Generator<ActivityAnomaly, void, undefined> {
    for (const anomaly of anomalies) {
      hasAnomalies = true;
      yield anomaly;
    }
  }
}
