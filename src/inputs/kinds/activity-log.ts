import type { ActivityEvent } from '../../activity/activity-event.js';
import { eventsOfMapActivity } from '../../activity/map-activity-fact.js';
import { readActivityEvent } from '../../activity/parse-activity-event.js';
import { capturedActivityOf, hasCapturedActivity } from '../../adapters/gateway/captured-activity.js';
import { factEnvelopes } from '../../facts/schemas.js';
import { scrub } from '../../facts/scrub.js';
import { type Page, pagesIn } from '../../maps/pages-in.js';
import { unwrapped } from '../documents-in.js';
import type { InputOf } from '../input.js';
import { isRecord } from '../json-content.js';
import { pageLacks } from '../page-lacks.js';
import { UnreadRecords } from '../unread-records.js';

/**
 * The activity of maps: events in lists, envelopes and pages, what `activity` wrote, the fact `mapActivity` alone, and captured details of
 * initial syncs and catch-up errors.
 *
 * @returns `undefined` if none of the documents is about the activity of maps
 */
export function activityIn(documents: readonly unknown[]): InputOf<'activity-log'> | undefined {
  const captured: unknown[] = [];
  const others: unknown[] = [];
  for (const document of documents) {
    const { body } = unwrapped(document);
    // Most are events of a log, of which there may be millions.
    const isCapture = !(isRecord(body) && 'type' in body) && hasCapturedActivity(body);
    (isCapture ? captured : others).push(body);
  }
  const parts = [eventsIn(others), eventsOfAnswers(captured)].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return {
    kind: 'activity-log',
    events: parts.flatMap(({ events }) => events),
    ...judgedAtIn(others),
    lacks: parts.flatMap(({ lacks }) => lacks),
  };
}

interface Activity {
  readonly events: readonly ActivityEvent[];
  readonly lacks: readonly string[];
}

function eventsOfAnswers(captured: readonly unknown[]): Activity | undefined {
  return captured.length === 0 ? undefined : capturedActivityOf(captured.map((body) => ({ status: 200, body })));
}

function eventsIn(bodies: readonly unknown[]): Activity | undefined {
  const events: ActivityEvent[] = [];
  const lacks: string[] = [];
  const unread = new UnreadRecords();
  const pages: Page[] = [];
  let index = 0;
  for (const body of bodies) {
    const fact = factIn(body);
    if (fact !== undefined) {
      for (const event of fact.events) events.push(event);
      lacks.push(...fact.lacks);
      continue;
    }
    lacks.push(...lacksOfResult(body));
    for (const page of pagesIn(body, 0)) pages.push(page);
    for (const record of activityRecordsIn(body)) {
      const read = readActivityEvent(withoutKey(record));
      if ('event' in read) events.push(read.event);
      else unread.add(index, read.issues[0]);
      index += 1;
    }
  }
  if (events.length === 0) return undefined;
  return { events, lacks: [...lacks, ...pageLacks(pages), ...unread.lacks()] };
}

/** The result of `activity` says what its states were judged against. */
function judgedAtIn([body, ...others]: readonly unknown[]): Pick<InputOf<'activity-log'>, 'judgedAt'> {
  if (others.length > 0 || !isRecord(body) || body.kind !== 'activity') return {};
  const { judgedAt } = body;
  return typeof judgedAt === 'string' && !Number.isNaN(Date.parse(judgedAt)) ? { judgedAt } : {};
}

/** What `activity` could not read of the log that it was given. */
function lacksOfResult(body: unknown): readonly string[] {
  const unreadable =
    isRecord(body) && Array.isArray(body.maps) && Array.isArray(body.unreadable) ? body.unreadable.length : 0;
  return unreadable === 0 ? [] : [`${unreadable} records of the log that it was made of could not be read`];
}

/** The fact `mapActivity` alone. */
function factIn(body: unknown): Activity | undefined {
  if (!isRecord(body) || body.status !== 'known') return undefined; // a schema takes longer
  const fact = factEnvelopes().mapActivity.safeParse(body).data;
  if (fact?.status !== 'known') return undefined;
  const { events, lacks } = eventsOfMapActivity(fact.value);
  return { events, lacks: fact.coverage === 'partial' ? [...lacks, fact.detail ?? 'the other maps'] : lacks };
}

/** The records in a JSON value: the items of lists, envelopes and pages, and the logs of maps as `activity` writes them. */
export function* activityRecordsIn(value: unknown, depth = 0): Generator<unknown, void, undefined> {
  const inner = depth < deepest ? listsIn(value) : undefined;
  if (inner === undefined) yield value;
  else for (const item of inner) yield* activityRecordsIn(item, depth + 1);
}

/** A list of pages, of the result of a command, of the log of a map. */
const deepest = 5;

function listsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value) || 'type' in value) return undefined;
  return [value.value, value.events, value.maps, value.log].find((inner) => Array.isArray(inner));
}

/** The address of a log may hold a key, which no output needs. */
export function withoutKey(record: unknown): unknown {
  return isRecord(record) && typeof record.log === 'string' ? { ...record, log: scrub(record.log) } : record;
}
