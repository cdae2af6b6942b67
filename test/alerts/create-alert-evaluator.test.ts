import { describe, expect, test, vi } from 'vitest';
import {
  type AlertSetting,
  createAlertEvaluator,
  type FiredAlert,
  parseAlertSettings,
  parseAlertState,
  replayAlerts,
  type SyncErrorEvent,
} from '../../src/alerts/index.js';
import { watchErrors } from '../../src/alerts/watch-errors.js';
import { evaluatorOf, minute, replayOf, settingWith } from './setting.js';

const type = 'Application error';
const inMinutes = (...minutes: readonly number[]): readonly SyncErrorEvent[] =>
  minutes.map((one) => ({ type, at: one * minute }));
const minutesOf = (fired: readonly FiredAlert[]) => fired.map(({ at }) => Date.parse(at) / minute);

function firedBy(settings: readonly AlertSetting[], events: readonly SyncErrorEvent[], latenessMs = 0) {
  const evaluator = evaluatorOf(settings, { latenessMs });
  return [...events.flatMap((event) => evaluator.add(event).fired), ...evaluator.finish()];
}

describe('the example of the source: ten application errors in fifteen minutes', () => {
  const start = Date.parse('2026-11-20T10:00:00Z');
  const errors = (count: number, apartMs: number) =>
    Array.from({ length: count }, (_, index) => ({ type, at: start + index * apartMs, map: `map ${index}` }));

  test('the tenth fires, with all that is to be known', () => {
    expect(firedBy([settingWith()], errors(10, 90_000))).toEqual([
      {
        setting: settingWith(),
        at: '2026-11-20T10:13:30.000Z',
        since: '2026-11-20T10:00:00.000Z',
        count: 10,
        errorType: type,
        map: 'map 9',
      },
    ]);
  });
  test('nine do not', () => expect(firedBy([settingWith()], errors(9, 1))).toEqual([]));
  test('the tenth after exactly fifteen minutes does', () =>
    expect(firedBy([settingWith()], errors(10, 100_000))).toHaveLength(1));
  test('ten in a longer time do not', () => expect(firedBy([settingWith()], errors(10, 100_001))).toEqual([]));
  test('more are the same breach', () => expect(firedBy([settingWith()], errors(500, 90_000))).toHaveLength(1));
});

test.each([1, 7, 8, 9, 16, 64, 1_000])(
  'a threshold of %i fires once, at that error, also after a restart',
  (threshold) => {
    const settings = [settingWith({ threshold })];
    const events = Array.from({ length: 3 * threshold }, (_, at) => ({ type, at }));
    expect(firedBy(settings, events).map(({ at }) => Date.parse(at))).toEqual([threshold - 1]);
    const before = evaluatorOf(settings);
    for (const event of events) before.add(event);
    const after = evaluatorOf(settings, { state: before.state() });
    expect(events.flatMap(({ at }) => after.add({ type, at: at + events.length }).fired)).toEqual([]);
  },
);

describe.each([
  { name: 'a threshold of 1', threshold: 1, minutes: [0, 5, 20, 20, 30, 46], fires: [0, 46] },
  { name: 'a threshold of 1, an error exactly at the end of the window', threshold: 1, minutes: [0, 15], fires: [0] },
  { name: 'errors at one time', threshold: 3, minutes: [1, 1, 1, 1, 1, 1], fires: [1] },
  { name: 'again after it has fallen below', threshold: 2, minutes: [0, 1, 20, 21], fires: [1, 21] },
  {
    name: 'fallen below between two errors, though each fills it',
    threshold: 2,
    minutes: [0, 10, 20],
    fires: [10, 20],
  },
  { name: 'never below', threshold: 2, minutes: [0, 10, 15, 20, 25, 30], fires: [10] },
])('$name', ({ threshold, minutes, fires }) => {
  test('fires as often as it is breached', () => {
    expect(minutesOf(firedBy([settingWith({ threshold })], inMinutes(...minutes)))).toEqual(fires);
  });
  test('calling advanceTo at every second changes nothing', () => {
    const evaluator = evaluatorOf([settingWith({ threshold })]);
    const fired = inMinutes(...minutes).flatMap((event) => {
      const before = evaluator.state().judgedUpTo ?? Number(event.at);
      for (let time = before; time <= Number(event.at); time += 1_000) expect(evaluator.advanceTo(time)).toEqual([]);
      return evaluator.add(event).fired;
    });
    expect(minutesOf(fired)).toEqual(fires);
  });
});

test('each setting is judged on its own, in the order of the settings', () => {
  const settings = [
    settingWith({ name: 'three', threshold: 3 }),
    settingWith({ name: 'off', threshold: 1, enabled: false }),
    settingWith({ name: 'another type', threshold: 1, errorTypes: ['429'] }),
    settingWith({ name: 'two types', threshold: 3, errorTypes: ['502', type] }),
    settingWith({ name: 'short', threshold: 3, window: { length: 1, unit: 'minutes' } }),
    settingWith({ name: 'hours', threshold: 4, window: { length: 0.5, unit: 'hours' } }),
  ];
  const events = [...inMinutes(0, 5), { type: '502 Bad Gateway', at: 6 * minute }, ...inMinutes(7, 23)];
  expect(firedBy(settings, events).map(({ setting, at }) => `${setting.name} ${Date.parse(at) / minute}`)).toEqual([
    'two types 6',
    'three 7',
    'hours 23',
  ]);
});

test.each([
  { errorTypes: ['429 Too Many Requests'], counted: ['429', 'too many requests', 'HTTP 429', '429 Slow down'] },
  { errorTypes: ['401 Unauthorized'], counted: ['401'], not: ['403', '403 Forbidden'] },
  {
    errorTypes: ['Any other HTTP error'],
    counted: ['500', '504 Gateway Timeout', '404'],
    not: ['503', '400', type, '200'],
  },
  { errorTypes: ['500', 'Any other HTTP error'], counted: ['500', '504'], not: ['502'] },
  {
    errorTypes: ['Application error'],
    counted: ['application', 'ApplicationError'],
    not: ['my', 'constructor', '__proto__'],
  },
  { errorTypes: ['401 Unauthorized / 403 Forbidden'], counted: ['401', 'Forbidden'], not: ['400'] },
])('$errorTypes counts $counted, each once', ({ errorTypes, counted, not = [] }) => {
  const setting = settingWith({ errorTypes, threshold: counted.length });
  const other = settingWith({ name: 'another that names one of them', errorTypes: ['504'], threshold: 99 });
  const events = [...not, ...counted].map((one, at) => ({ type: one, at }));
  expect(firedBy([setting, other], events.slice(0, -1))).toEqual([]);
  expect(firedBy([setting, other], events)).toHaveLength(1);
});

describe('late events', () => {
  const setting = settingWith({ threshold: 3 });

  test('without lateness an older one is dropped and told', () => {
    const evaluator = evaluatorOf([setting]);
    expect(inMinutes(5, 4, 5).map((event) => evaluator.add(event).outcome)).toEqual([
      'accepted',
      'dropped-late',
      'accepted',
    ]);
    expect(evaluator.totals()).toEqual({ accepted: 2, droppedLate: 1, unreadable: 0 });
    expect(evaluator.add({ type, at: 5 * minute }).fired).toHaveLength(1);
  });

  test('within the bound one counts where it belongs, although the window has moved on', () => {
    const events = inMinutes(0, 1, 16, 11);
    expect(minutesOf(firedBy([setting], events, 5 * minute))).toEqual([11, 16]);
    expect(minutesOf(firedBy([setting], events, 5 * minute - 1))).toEqual([]);
  });

  test('an alert waits until nothing older can come', () => {
    const evaluator = evaluatorOf([setting], { latenessMs: 2 * minute });
    expect(inMinutes(0, 1, 2).flatMap((event) => evaluator.add(event).fired)).toEqual([]);
    expect(evaluator.advanceTo(4 * minute - 1)).toEqual([]);
    expect(minutesOf(evaluator.advanceTo(4 * minute))).toEqual([2]);
    expect(evaluator.finish()).toEqual([]);
  });

  test('an endless bound sorts what comes', () => {
    expect(minutesOf(firedBy([setting], inMinutes(50, 2, 70, 1, 60, 0), Number.POSITIVE_INFINITY))).toEqual([2]);
  });

  test('a clock that jumps back and forth', () => {
    const evaluator = evaluatorOf([setting], { latenessMs: minute });
    const outcomes = inMinutes(10, 0, 9, 0.5, 11, 100, 12, 101, 102).map((event) => evaluator.add(event).outcome);
    expect(outcomes.map((outcome) => outcome === 'accepted')).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(evaluator.totals()).toEqual({ accepted: 6, droppedLate: 3, unreadable: 0 });
    expect(minutesOf(evaluator.finish())).toEqual([102]);
  });

  test.each([-1, Number.NaN])('a bound of %s is a mistake', (latenessMs) => {
    expect(createAlertEvaluator([], { latenessMs })._unsafeUnwrapErr()).toMatchObject({
      type: 'invalid-options',
      because: 'latenessMs: expected a number of at least 0',
    });
  });
});

describe('settings that the parser refuses', () => {
  test.each([
    ['a threshold of 0', { threshold: 0 }],
    ['a threshold below 0', { threshold: -3 }],
    ['a threshold that is not a number', { threshold: Number.NaN }],
    ['a threshold without end', { threshold: Number.POSITIVE_INFINITY }],
    ['a threshold that is not whole', { threshold: 1.5 }],
    ['a window of 0', { window: { length: 0, unit: 'minutes' } }],
    ['a window below 0', { window: { length: -1, unit: 'hours' } }],
    ['a window that is not a number', { window: { length: Number.NaN, unit: 'hours' } }],
    ['a window without end', { window: { length: Number.POSITIVE_INFINITY, unit: 'hours' } }],
    ['no error type', { errorTypes: [] }],
    ['an error type that is not known', { errorTypes: ['Implication error'] }],
    ['a setting that is off and wrong', { enabled: false, threshold: 0 }],
  ] as const)('%s: the evaluator and the replay refuse it with the same fault', async (_name, over) => {
    const settings = [settingWith({ name: 'sound' }), settingWith(over)];
    const fault = parseAlertSettings(settings)._unsafeUnwrapErr();
    expect(fault.issues[0].path).toMatch(/^\[1\]\./);
    expect(createAlertEvaluator(settings)._unsafeUnwrapErr()).toEqual(fault);
    expect(replayAlerts(settings, inMinutes(1))._unsafeUnwrapErr()).toEqual(fault);
    const read = vi.fn();
    async function* never(): AsyncGenerator<SyncErrorEvent> {
      yield read();
    }
    expect((await replayAlerts(settings, never()))._unsafeUnwrapErr()).toEqual(fault);
    expect(read).not.toHaveBeenCalled();
  });

  test('two settings of one name', () => {
    const settings = [settingWith(), settingWith({ name: ' maintenance' })];
    expect(createAlertEvaluator(settings)._unsafeUnwrapErr().because).toBe('[1].name: the same name as [0]');
  });
});

test.each(['Implication error', '', 'run', 'constructor', '__proto__', '200'])(
  'an event of the type %j is not counted, and told',
  (unknownType) => {
    for (const latenessMs of [0, minute]) {
      const evaluator = evaluatorOf([settingWith({ threshold: 1 })], { latenessMs });
      expect(evaluator.add({ type: unknownType, at: 5 })).toEqual({ outcome: 'unknown-type', fired: [] });
      expect(evaluator.totals()).toEqual({ accepted: 0, droppedLate: 0, unreadable: 1 });
      expect(evaluator.state().judgedUpTo).toBeNull();
    }
    expect(replayOf([settingWith()], [{ type: unknownType, at: 0 }]).events.unreadable).toBe(1);
  },
);

test('more settings than a call has arguments', () => {
  const settings = Array.from({ length: 150_000 }, (_, index) => settingWith({ name: `${index}`, threshold: 1 }));
  const { routes, deliver } = watchErrors(settings);
  const route = routes.find(type);
  if (typeof route === 'string') throw new Error(route);
  expect(deliver(0, { type, at: 0 }, route).map(({ setting }) => setting)).toEqual(settings);
});

test.each([
  'yesterday',
  '2026-11-20T10:00:00',
  '2026-02-30T10:00:00Z',
  '2026-11-20',
  Number.NaN,
  Number.POSITIVE_INFINITY,
])('%s is not a time', (at) => {
  const evaluator = evaluatorOf([settingWith({ threshold: 1 })]);
  expect(evaluator.add({ type, at })).toEqual({ outcome: 'unreadable-time', fired: [] });
  expect(evaluator.advanceTo(at)).toEqual([]);
  expect(evaluator.totals()).toEqual({ accepted: 0, droppedLate: 0, unreadable: 1 });
  expect(evaluator.add({ type, at: 0 }).fired).toHaveLength(1);
});

test('advanceTo arms again without an event, and never goes back', () => {
  const evaluator = evaluatorOf([settingWith({ threshold: 2 })]);
  for (const event of inMinutes(0, 1)) evaluator.add(event);
  expect(evaluator.breached()).toEqual(['Maintenance']);
  evaluator.advanceTo('1970-01-01T00:15:00Z');
  expect(evaluator.breached()).toEqual(['Maintenance']);
  evaluator.advanceTo(15 * minute + 1);
  expect(evaluator.breached()).toEqual([]);
  evaluator.advanceTo(0);
  expect(evaluator.state().judgedUpTo).toBe(15 * minute + 1);
  expect(evaluator.state().breached).toEqual([]);
});

test('an event may be used again by the caller', () => {
  const evaluator = evaluatorOf([settingWith({ threshold: 2 })], { latenessMs: 10 });
  const event = { type, at: 0 };
  for (const at of [0, 1]) evaluator.add(Object.assign(event, { at }));
  Object.assign(event, { type: '404', at: 99 });
  expect(evaluator.finish().map(({ at, errorType }) => [Date.parse(at), errorType])).toEqual([[1, type]]);
});

describe('the state', () => {
  test('contains no address', () => {
    const evaluator = evaluatorOf([settingWith({ threshold: 1 })]);
    evaluator.add({ type, at: 0 });
    expect(JSON.stringify(evaluator.state())).not.toContain('contoso');
    expect(evaluator.state().breached).toHaveLength(1);
  });

  test.each([
    ['the same setting continues with its breach', {}, []],
    ['another recipient or action is the same setting', { recipients: [], action: 'stop' as const }, []],
    ['a lower threshold fires again', { threshold: 2 }, [3]],
    ['a higher one takes more', { threshold: 5 }, []],
    ['one more type keeps what was counted', { errorTypes: [type, '429'] }, [3]],
    ['another name is another setting', { name: 'New' }, [3]],
  ])('%s', (_name, over, fires) => {
    const before = evaluatorOf([settingWith({ threshold: 3 })]);
    for (const event of inMinutes(0, 1, 2)) before.add(event);
    const after = evaluatorOf([settingWith({ threshold: 3, ...over })], { state: before.state() });
    expect(minutesOf(inMinutes(3).flatMap((event) => after.add(event).fired))).toEqual(fires);
  });

  test('a smaller lateness than before loses nothing that was held', () => {
    const before = evaluatorOf([settingWith({ threshold: 3 })], { latenessMs: 10 * minute });
    for (const event of inMinutes(0, 2, 1)) before.add(event);
    const after = evaluatorOf([settingWith({ threshold: 3 })], { state: before.state() });
    expect(minutesOf(after.add({ type: '404', at: 5 * minute }).fired)).toEqual([2]);
  });

  test.each([
    undefined,
    [],
    { schemaVersion: 2 },
    { ...evaluatorOf([]).state(), recent: [{ errorType: type, times: [2, 1] }] },
    { ...evaluatorOf([]).state(), held: [{ type, at: '2026-11-20T10:00:00Z' }] },
  ])('%j is not a state', (input) => {
    expect(parseAlertState(input).isErr()).toBe(true);
  });
});
