import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  type AlertSetting,
  createAlertEvaluator,
  type FiredAlert,
  parseAlertSettings,
  parseAlertState,
  replayAlerts,
  type SyncErrorEvent,
} from '../../src/alerts/index.js';
import { runs } from '../support/fuzz.js';
import { processorTime } from '../support/processor-time.js';
import { evaluatorOf, replayOf, settingWith } from './setting.js';

/** In one spelling: which ones are the same type has its own tests. */
const types = ['Application error', '429 Too Many Requests', '500'];
const second = 1_000;

const arbitrarySettings = fc
  .array(
    fc.record({
      errorTypes: fc.subarray(types, { minLength: 1 }),
      threshold: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 40 })),
      seconds: fc.integer({ min: 1, max: 20 }),
      enabled: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((all): readonly AlertSetting[] =>
    all.map(({ seconds, ...rest }, index) =>
      // Exact in binary: 3.75 seconds are a sixteenth of a minute.
      settingWith({ ...rest, name: `setting ${index}`, window: { length: seconds / 16, unit: 'minutes' } }),
    ),
  );

/** Steps in time: many at once, many near the length of a window, some far. */
const arbitraryStep = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 0, 1, 250, 3_749, 3_750, 3_751, 7_500) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 * second }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 100 * second }) },
);

const arbitraryEvents = fc
  .array(fc.tuple(arbitraryStep, fc.constantFrom(...types, '404')), { maxLength: 120 })
  .map((steps): readonly (SyncErrorEvent & { readonly at: number })[] => {
    let at = 0;
    return steps.map(([step, type]) => {
      at += step;
      return { type, at };
    });
  });

/** An order of arrival in which none is later than the bound: sorted by the time at which each arrives. */
const arbitraryArrival = fc
  .tuple(arbitraryEvents, fc.integer({ min: 1, max: 20 * second }))
  .chain(([events, latenessMs]) =>
    fc.record({
      events: fc.constant(events),
      latenessMs: fc.constant(latenessMs),
      delays: fc.array(fc.integer({ min: 0, max: latenessMs }), { minLength: events.length, maxLength: events.length }),
    }),
  )
  .map(({ events, latenessMs, delays }) => ({
    events,
    latenessMs,
    arriving: events
      .map((event, index) => ({ event, arrival: event.at + (delays[index] ?? 0) }))
      .sort((a, b) => a.arrival - b.arrival)
      .map(({ event }) => event),
  }));

const inShort = (fired: readonly FiredAlert[]) =>
  fired.map(({ setting, at, since }) => `${setting.name} ${Date.parse(since)} ${Date.parse(at)}`);
const inOrder = (all: readonly string[]) => [...all].sort();

/** Counts the whole list again for each event: how many are in the window just before it, and how many with it. */
function recount(settings: readonly AlertSetting[], events: readonly { type: string; at: number }[]) {
  const fires: string[] = [];
  const most = new Map<string, number>();
  for (const { name, enabled, errorTypes, threshold, window } of settings) {
    const own = events.filter(({ type }) => errorTypes.includes(type));
    let isArmed = true;
    for (const [index, { at }] of own.entries()) {
      const isInside = (event: { at: number }) => event.at >= at - window.length * 60 * second;
      const inside = own.slice(0, index + 1).filter(isInside);
      if (inside.length - 1 < threshold) isArmed = true;
      if (inside.length >= threshold && isArmed) {
        isArmed = false;
        if (enabled) fires.push(`${name} ${inside.at(-threshold)?.at} ${at}`);
      }
      most.set(name, Math.max(most.get(name) ?? 0, inside.length));
    }
  }
  return { fires, most };
}

function run(
  settings: readonly AlertSetting[],
  events: readonly SyncErrorEvent[],
  latenessMs = 0,
): readonly FiredAlert[] {
  const evaluator = evaluatorOf(settings, { latenessMs });
  return [...events.flatMap((event) => evaluator.add(event).fired), ...evaluator.finish()];
}

property.prop([arbitrarySettings, arbitraryEvents], { numRuns: runs(1_000) })(
  'in order, it is a recount',
  (settings, events) => {
    expect(inOrder(inShort(run(settings, events)))).toEqual(inOrder(recount(settings, events).fires));
  },
);

/** Of one type and of several, in any order: they do not have the same schedule. */
const manySettings = fc
  .array(fc.tuple(fc.subarray(types, { minLength: 1 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((all) =>
    all.map(([errorTypes, threshold], index) =>
      settingWith({
        name: `${index}`,
        errorTypes,
        threshold,
        window: { length: (1 + (index % 20)) / 16, unit: 'minutes' },
      }),
    ),
  );

property.prop([manySettings, arbitraryEvents], { numRuns: runs(500) })(
  'of many settings, what fires is a recount, and what one event fires is in the order of the settings',
  (settings, events) => {
    const evaluator = evaluatorOf(settings);
    const steps = events.map((event) => evaluator.add(event).fired);
    expect(inOrder(inShort(steps.flat()))).toEqual(inOrder(recount(settings, events).fires));
    for (const fired of steps) {
      const places = fired.map(({ setting }) => Number(setting.name));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  },
);

property.prop([arbitrarySettings, arbitraryArrival], { numRuns: runs(1_000) })(
  'shuffled within the lateness, it is a recount of the events in order, and nothing is dropped',
  (settings, { events, arriving, latenessMs }) => {
    const evaluator = evaluatorOf(settings, { latenessMs });
    const fired = [...arriving.flatMap((event) => evaluator.add(event).fired), ...evaluator.finish()];
    expect(inOrder(inShort(fired))).toEqual(inOrder(recount(settings, events).fires));
    expect(fired.map(({ at }) => at)).toEqual(fired.map(({ at }) => at).sort());
    expect(evaluator.totals()).toEqual({ accepted: events.length, droppedLate: 0, unreadable: 0 });
  },
);

property.prop([arbitrarySettings, fc.shuffledSubarray([...Array(60).keys()]), fc.integer({ min: 0, max: 20 })])(
  'in any order, it is a recount of what is not too late, and each event is accounted for',
  (settings, times, latenessMs) => {
    const events = times.map((at, index) => ({ type: types[index % 3] ?? '', at: at * 100 }));
    const evaluator = evaluatorOf(settings, { latenessMs: latenessMs * 100 });
    const accepted = events.filter(({ at }, index) => {
      const newest = Math.max(...events.slice(0, index).map((event) => event.at));
      return index === 0 || at >= newest - latenessMs * 100;
    });
    const fired = [...events.flatMap((event) => evaluator.add(event).fired), ...evaluator.finish()];
    const sorted = [...accepted].sort((a, b) => a.at - b.at);
    expect(inOrder(inShort(fired))).toEqual(inOrder(recount(settings, sorted).fires));
    expect(evaluator.totals().accepted).toBe(accepted.length);
    expect(evaluator.totals().droppedLate).toBe(events.length - accepted.length);
  },
);

property.prop([arbitrarySettings, arbitraryArrival, fc.array(fc.nat(120))], { numRuns: runs(1_000) })(
  'saving and restoring anywhere changes nothing, nor does advancing to a time that has come',
  (settings, { arriving, latenessMs }, stops) => {
    const whole = evaluatorOf(settings, { latenessMs });
    let parts = evaluatorOf(settings, { latenessMs });
    for (const [index, event] of arriving.entries()) {
      if (stops.includes(index)) {
        const state = parseAlertState(JSON.parse(JSON.stringify(parts.state())))._unsafeUnwrap();
        parts = evaluatorOf(settings, { latenessMs, state });
        expect(parts.state()).toEqual(state);
      }
      const step = parts.add(event);
      expect(step).toEqual(whole.add(event));
      parts.advanceTo(event.at);
      expect(parts.breached()).toEqual(whole.breached());
      expect(parts.state()).toEqual(whole.state());
    }
    expect(parts.finish()).toEqual(whole.finish());
  },
);

property.prop([arbitrarySettings, arbitraryArrival])(
  'the state holds no more than the events inside the longest window, and those that wait',
  (settings, { arriving, latenessMs }) => {
    const longestMs = Math.max(0, ...settings.map(({ window }) => window.length * 60 * second));
    const evaluator = evaluatorOf(settings, { latenessMs });
    let newest = 0;
    for (const [index, event] of arriving.entries()) {
      evaluator.add(event);
      newest = Math.max(newest, event.at);
      const { held, recent } = evaluator.state();
      const kept = held.length + recent.reduce((sum, { times }) => sum + times.length, 0);
      const young = arriving.slice(0, index + 1).filter(({ at }) => at >= newest - latenessMs - longestMs);
      expect(kept).toBeLessThanOrEqual(young.length);
    }
    evaluator.finish();
    evaluator.advanceTo(newest + latenessMs + longestMs + 1);
    expect(evaluator.state()).toMatchObject({ held: [], recent: [], breached: [] });
  },
);

property.prop([arbitrarySettings, arbitraryArrival])(
  'a replay tells what a recount finds, from arrays and from streams',
  async (settings, { events, arriving, latenessMs }) => {
    const { fires, most } = recount(settings, events);
    const fired: FiredAlert[] = [];
    const replay = replayOf(settings, arriving, { latenessMs, onFired: (alert) => fired.push(alert) });
    expect(inOrder(inShort(fired))).toEqual(inOrder(fires));
    for (const alert of replay.alerts) {
      const own = fires
        .filter((fire) => fire.startsWith(`${alert.name} `))
        .map((fire) => Number(fire.split(' ').at(-1)));
      expect(alert.fired).toBe(own.length);
      expect(alert.first === null ? undefined : Date.parse(alert.first)).toBe(own[0]);
      expect(alert.last === null ? undefined : Date.parse(alert.last)).toBe(own.at(-1));
      expect(alert.largest?.count).toBe(most.get(alert.name));
    }
    async function* stream() {
      yield* arriving;
    }
    expect((await replayAlerts(settings, stream(), { latenessMs }))._unsafeUnwrap()).toEqual(replay);
  },
);

test('a great many events: time grows with their number, and the state does not', () => {
  const settings = [
    settingWith({ threshold: 1_000_000, window: { length: 1, unit: 'minutes' } }),
    settingWith({
      name: 'many',
      threshold: 20_000,
      errorTypes: ['429', '503'],
      window: { length: 1, unit: 'minutes' },
    }),
    settingWith({ name: 'on the edge', threshold: 6_000, errorTypes: ['429'], window: { length: 1, unit: 'minutes' } }),
  ];
  const msFor = (count: number, latenessMs: number) => {
    const evaluator = evaluatorOf(settings, { latenessMs });
    const taken = processorTime(() => {
      for (let index = 0; index < count; index += 1) {
        evaluator.add({ type: index % 2 === 0 ? '429' : '503', at: index * 5 - ((index * 7919) % (latenessMs + 1)) });
      }
    });
    expect(evaluator.totals().droppedLate).toBe(0);
    expect(JSON.stringify(evaluator.state()).length).toBeLessThan(1_000_000);
    return taken;
  };
  for (const latenessMs of [0, 60_000]) {
    const best = (count: number) => Math.min(...[1, 2, 3].map(() => msFor(count, latenessMs)));
    expect(best(400_000) / best(50_000)).toBeLessThan(32); // eight times as many; what is quadratic takes 64 times as long
  }
});

const arbitraryNumber = fc.oneof(
  fc.constantFrom(0, -1, 1, 2, 15, 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300),
  fc.integer(),
  fc.double(),
);
const arbitraryTypes = fc.array(
  fc.oneof(
    fc.constantFrom('429', 'HTTP 503', 'application', '401/403', '', ' ', 'nonsense', '200', '__proto__'),
    fc.string(),
  ),
  { maxLength: 3 },
);

property.prop([arbitraryNumber, arbitraryNumber, arbitraryTypes], { numRuns: runs(1_000) })(
  'whatever the parser accepts, the evaluator and the replay do, and nothing else; an accepted setting can fire',
  (threshold, length, errorTypes) => {
    const settings = [settingWith({ threshold, window: { length, unit: 'hours' }, errorTypes })];
    const parsed = parseAlertSettings(settings);
    const created = createAlertEvaluator(settings);
    expect(created.isOk()).toBe(parsed.isOk());
    expect(replayAlerts(settings, []).isOk()).toBe(parsed.isOk());
    if (parsed.isErr()) expect(created._unsafeUnwrapErr()).toEqual(parsed.error);
    if (parsed.isErr() || created.isErr()) return;
    expect(parseAlertSettings(parsed.value)).toEqual(parsed);
    if (threshold > 1_000) return;
    const type = parsed.value[0]?.errorTypes[0] ?? '';
    const events = Array.from({ length: threshold }, () => ({
      type: type === 'Any other HTTP error' ? '500' : type,
      at: 0,
    }));
    expect(events.flatMap((event) => created.value.add(event).fired)).toHaveLength(1);
  },
);

property.prop([arbitrarySettings], { numRuns: runs(300) })(
  'a setting is the same as written here, as a fact and as captured, but for the recipients',
  (settings) => {
    const captured = settings.map(({ name, enabled, errorTypes, threshold, window: { length, unit }, action }) => ({
      name,
      state: enabled ? 'Enabled' : 'Disabled',
      errorTypes,
      threshold: { count: threshold, interval: length, unitOfTime: unit },
      action,
    }));
    const facts = settings.map((setting) => ({ ...setting, changedOn: '2026-11-20T10:00:00Z' }));
    const withoutOrigin = (input: unknown) =>
      parseAlertSettings(input)
        ._unsafeUnwrap()
        .map(({ recipients: _recipients, recipientsKnown: _known, changedOn: _changed, ...rest }) => rest);
    expect(withoutOrigin(captured)).toEqual(withoutOrigin(settings));
    expect(withoutOrigin(facts)).toEqual(withoutOrigin(settings));
  },
);
