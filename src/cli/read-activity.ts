import { err, ok, type Result } from 'neverthrow';
import { ActivityLog } from '../activity/activity-log.js';
import { nameKey } from '../facts/keys.js';
import { scrub } from '../facts/scrub.js';
import { mapNameKey } from '../maps/map-name.js';
import { unreadable } from '../node/json-file.js';
import { readJsonRecords } from '../node/read-json-records.js';
import type { Complaint } from './command-result.js';
import { bytesOf } from './read-text.js';

/**
 * The activity log of maps, one event at a time.
 *
 * @param file - a file, or `-` for standard input: a JSON array of events, or JSON Lines
 */
export async function readActivity(file: string): Promise<Result<ActivityLog, Complaint>> {
  const log = new ActivityLog();
  try {
    const read = await readJsonRecords(bytesOf(file), (record) => log.add(withoutKey(record)));
    if (read.isErr()) return err({ path: file, ...read.error });
  } catch (error) {
    return err(unreadable(file, error));
  }
  return log.names().length === 0
    ? err(`${file}: expected activity events, found none among ${log.unreadable.length} records`)
    : ok(log);
}

/** The address of a log may hold a key, which no output needs. */
function withoutKey(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'log' in record && typeof record.log === 'string'
    ? { ...record, log: scrub(record.log) }
    : record;
}

const mostNamed = 10;

/** The name in the log of the map that has this name, in one form or another; or which there are. */
export function mapNamed(name: string, names: readonly string[]): Result<string, string> {
  const same = names.find((one) => nameKey(one) === nameKey(name));
  if (same !== undefined) return ok(same);
  const [found, ...others] = names.filter((one) => mapNameKey(one) === mapNameKey(name));
  if (found === undefined) return err(`--map ${name}: the log is about ${listed(names)}`);
  return others.length === 0 ? ok(found) : err(`--map ${name}: may be ${listed([found, ...others])}`);
}

function listed(names: readonly string[]): string {
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `${names.slice(0, mostNamed).join(', ')}${more}`;
}
