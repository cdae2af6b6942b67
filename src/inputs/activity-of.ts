import type { ActivityEvent } from '../activity/activity-event.js';
import { eventsOfMapActivity } from '../activity/map-activity-fact.js';
import { capturedActivityOf } from '../adapters/gateway/captured-activity.js';
import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import { instantOf } from '../facts/instant.js';
import type { PartialSnapshot } from '../facts/snapshot.js';
import type { Input } from './input.js';

/** Events, and what could not be understood. */
export interface ActivityOfInputs {
  readonly events: readonly ActivityEvent[];
  /** Each a phrase. */
  readonly lacks: readonly string[];
}

/**
 * The activity that inputs show: events of logs, captured initial syncs, catch-up errors and requests. States alone, which every list of
 * maps has, do not count.
 */
export function activityOf(inputs: readonly Input[]): readonly ActivityEvent[] {
  const { events } = allActivityOf(inputs.filter(({ kind }) => kind !== 'snapshot' && kind !== 'facts'));
  return events.some((event) => event.type !== 'observed' || event.errors !== undefined) ? events : [];
}

/** The same, with the states of maps and what snapshots and facts hold. A map has one name in all of them, if it was captured. */
export function allActivityOf(inputs: readonly Input[]): ActivityOfInputs {
  const captured = capturedActivityOf(inputs.flatMap(answersOf));
  const logs = inputs.flatMap(logOf);
  const named = (event: ActivityEvent): ActivityEvent => {
    const map = captured.nameOf(event.map);
    return map === undefined ? event : { ...event, map };
  };
  return {
    events: [...logs.flatMap(({ events }) => events.map(named)), ...captured.events],
    lacks: [...logs.flatMap(({ lacks }) => lacks), ...captured.lacks],
  };
}

/** The last event of each activity log, in milliseconds: what it shows is as of then. */
export function lastEventsIn(inputs: readonly Input[]): readonly number[] {
  return inputs.flatMap((input) => {
    if (input.kind !== 'activity-log' || input.events.length === 0) return [];
    return input.events.reduce((last, { at }) => Math.max(last, instantOf(at)), Number.NEGATIVE_INFINITY);
  });
}

function answersOf(input: Input): readonly RecordedAnswer[] {
  return input.kind === 'har' || input.kind === 'gateway-capture' || input.kind === 'service-answer'
    ? input.answers
    : [];
}

function logOf(input: Input): readonly ActivityOfInputs[] {
  if (input.kind === 'activity-log') return [input];
  if (input.kind === 'snapshot') return [activityOfFacts(input.snapshot)];
  return input.kind === 'facts' ? [activityOfFacts(input.facts)] : [];
}

function activityOfFacts({ facts: { mapActivity }, takenAt }: PartialSnapshot): ActivityOfInputs {
  if (mapActivity === undefined) return { events: [], lacks: [] };
  if (mapActivity.status === 'unknown') return { events: [], lacks: [mapActivity.detail ?? mapActivity.reason] };
  const { events, lacks } = eventsOfMapActivity(mapActivity.value, takenAt);
  const isWhole = mapActivity.coverage !== 'partial';
  return { events, lacks: isWhole ? lacks : [...lacks, mapActivity.detail ?? 'the other maps'] };
}
