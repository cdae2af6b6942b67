import { parseSyncErrorEvent, type SyncErrorEvent } from '../../alerts/sync-error-event.js';
import { pagesIn } from '../../maps/pages-in.js';
import { unwrapped } from '../documents-in.js';
import type { InputOf } from '../input.js';
import { pageLacks } from '../page-lacks.js';
import { UnreadRecords } from '../unread-records.js';

/**
 * Errors with `type` and `at`, as `alerts replay` takes them, in lists, envelopes and pages.
 *
 * @returns `undefined` if none of the records is one
 */
export function alertEventsIn(documents: readonly unknown[]): InputOf<'alert-events'> | undefined {
  const pages = documents.flatMap((document) => pagesIn(unwrapped(document).body, 0));
  const events: SyncErrorEvent[] = [];
  const unread = new UnreadRecords();
  for (const [index, row] of pages.flatMap(({ rows }) => rows).entries()) {
    if (index === enoughToTell && events.length === 0) return undefined;
    const event = parseSyncErrorEvent(row);
    if (event.isOk()) events.push(event.value);
    else unread.add(index, event.error.issues[0]);
  }
  return events.length === 0
    ? undefined
    : { kind: 'alert-events', events, lacks: [...pageLacks(pages), ...unread.lacks()] };
}

/** If none of so many records is one, the file is about something else. */
const enoughToTell = 1_000;
