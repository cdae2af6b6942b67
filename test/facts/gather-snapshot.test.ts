import { getEventListeners } from 'node:events';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Adapter,
  combineAdapters,
  type Fact,
  factNames,
  type GatherEvent,
  gatherSnapshot,
  known,
  snapshotAdapter,
  snapshotOf,
  unknown,
} from '../../src/index.js';

const environment = { name: 'contoso-uat' };
const now = new Date('2026-11-20T10:00:00Z');
const legalEntities = known([{ code: 'USMF' }]);

function adapterOf(readers: Adapter['readers']): Adapter {
  return { name: 'test', environment, readers };
}

async function gather(adapter: Adapter, options: Parameters<typeof gatherSnapshot>[1] = {}) {
  return (await gatherSnapshot(adapter, { now, ...options }))._unsafeUnwrap();
}

const never = new Promise<never>(() => {});

describe('a reader that goes wrong costs its own fact only', () => {
  const misbehaving: readonly (readonly [string, () => unknown, { reason: string; detail: unknown }])[] = [
    [
      'throws',
      () => {
        throw new Error('no route');
      },
      { reason: 'failed', detail: 'no route' },
    ],
    ['rejects', () => Promise.reject(new Error('refused')), { reason: 'failed', detail: 'refused' }],
    [
      'throws something that is not an error',
      () => {
        throw 'plain';
      },
      { reason: 'failed', detail: 'plain' },
    ],
    ['rejects with nothing', () => Promise.reject(undefined), { reason: 'failed', detail: 'undefined' }],
    ['hangs', () => never, { reason: 'timed-out', detail: 'no answer within 20 ms' }],
    [
      'answers late',
      () => new Promise((resolve) => setTimeout(() => resolve(known([])), 60)),
      { reason: 'timed-out', detail: 'no answer within 20 ms' },
    ],
    ['answers nothing', () => undefined, { reason: 'malformed', detail: expect.any(String) }],
    ['answers rows without a fact around them', () => [], { reason: 'malformed', detail: expect.any(String) }],
    [
      'answers rows of the wrong shape',
      () => known([{ id: 1 }]),
      { reason: 'malformed', detail: expect.stringContaining('value[0]') },
    ],
    [
      'answers a reason that does not exist',
      () => ({ status: 'unknown', reason: 'tired' }),
      { reason: 'malformed', detail: expect.any(String) },
    ],
    [
      'has a getter that throws',
      () => ({
        get status() {
          throw new Error('trap');
        },
      }),
      { reason: 'failed', detail: 'trap' },
    ],
  ];

  test.each(misbehaving)('one that %s', async (_name, reader, expected) => {
    const snapshot = await gather(adapterOf({ companies: reader as never, legalEntities: () => legalEntities }), {
      timeoutMs: 20,
    });
    expect(snapshot.facts.companies).toEqual({ status: 'unknown', ...expected });
    expect(snapshot.facts.legalEntities).toEqual(legalEntities);
    await new Promise((resolve) => setTimeout(resolve, 60)); // the late answer arrives now, and changes nothing
    expect(snapshot.facts.companies?.status).toBe('unknown');
  });
});

test('error text is scrubbed of secrets and people', async () => {
  const message =
    'GET https://u:pw@host/x failed for ann@contoso.com: Authorization: Bearer abcdefghijkl; sig=Zm9v; AccountKey=abc123==';
  const { facts } = await gather(adapterOf({ teams: () => Promise.reject(new Error(message)) }));
  const { detail } = facts.teams as { detail: string };
  for (const secret of ['pw@', 'ann@', 'abcdefghijkl', 'Zm9v', 'abc123']) expect(detail).not.toContain(secret);
  expect(detail).toContain('failed for [email');
});

test('a reader left out is not provided, and an unknown answer is kept with its detail', async () => {
  const snapshot = await gather(adapterOf({ teams: () => unknown('not-permitted', 'role lacks prvReadTeam') }));
  expect(snapshot).toEqual({
    schemaVersion: 1,
    environment,
    takenAt: '2026-11-20T10:00:00.000Z',
    facts: { teams: { status: 'unknown', reason: 'not-permitted', detail: 'role lacks prvReadTeam' } },
  });
});

test('an answer that fits is passed on as it is', async () => {
  expect((await gather(adapterOf({ legalEntities: () => legalEntities }))).facts.legalEntities).toBe(legalEntities);
});

test('readers get a signal that is aborted when their time is over', async () => {
  let signal: AbortSignal | undefined;
  await gather(
    adapterOf({
      teams: (context) => {
        signal = context.signal;
        return never;
      },
    }),
    { timeoutMs: 10 },
  );
  expect(signal?.aborted).toBe(true);
});

/** A reader that takes a while, and how many of it ran at a time at most. */
function slowReader() {
  let running = 0;
  let most = 0;
  const slow = async (): Promise<Fact<never>> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return unknown('failed');
  };
  return { slow, most: () => most };
}

test('no more readers run at a time than allowed', async () => {
  const { slow, most } = slowReader();
  await gather(adapterOf({ teams: slow, companies: slow, solutions: slow, legalEntities: slow, businessUnits: slow }), {
    concurrency: 2,
  });
  expect(most()).toBe(2);
});

test('only the facts asked for are read', async () => {
  const { facts } = await gather(
    adapterOf({
      legalEntities: () => legalEntities,
      teams: () => {
        throw new Error('not to be read');
      },
    }),
    { only: ['legalEntities'] },
  );
  expect(Object.keys(facts)).toEqual(['legalEntities']);
});

describe('without limits from the caller', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a reader has a minute', async () => {
    vi.useFakeTimers();
    const gathering = gather(adapterOf({ teams: () => never, legalEntities: () => legalEntities }));
    let isDone = false;
    gathering.then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await gathering).facts).toEqual({
      legalEntities,
      teams: unknown('timed-out', 'no answer within 60000 ms'),
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('no timer is left when readers have answered', async () => {
    vi.useFakeTimers();
    await gather(adapterOf({ legalEntities: () => legalEntities }));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('four readers run at a time, and the snapshot is of when they began', async () => {
    vi.useFakeTimers({ now });
    const { slow, most } = slowReader();
    const readers = Object.fromEntries(factNames.map((name) => [name, slow]));
    const gathering = gatherSnapshot(adapterOf(readers));
    await vi.advanceTimersByTimeAsync(1_000);
    const snapshot = (await gathering)._unsafeUnwrap();
    expect(most()).toBe(4);
    expect(Object.keys(snapshot.facts)).toEqual(factNames);
    expect(snapshot.takenAt).toBe(now.toISOString());
  });
});

describe('giving up', () => {
  const aborted = { type: 'aborted', because: 'the signal was aborted before every fact was read' };

  test('ends what runs, begins nothing more, and leaves alone what has ended', async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const events: GatherEvent[] = [];
    const readers = {
      legalEntities: (context: { signal: AbortSignal }) => {
        signals.push(context.signal);
        return legalEntities;
      },
      businessUnits: (context: { signal: AbortSignal }) => {
        signals.push(context.signal);
        setTimeout(() => controller.abort());
        return never;
      },
      teams: () => {
        throw new Error('not to be read');
      },
    };
    const onEvent = (event: GatherEvent) => events.push(event);
    const result = await gatherSnapshot(adapterOf(readers), { signal: controller.signal, concurrency: 1, onEvent });
    expect(result._unsafeUnwrapErr()).toEqual(aborted);
    expect(signals.map((signal) => signal.aborted)).toEqual([false, true]);
    expect(events).toEqual([
      { type: 'gather-started', facts: ['legalEntities', 'businessUnits', 'teams'] },
      { type: 'fact-started', fact: 'legalEntities' },
      { type: 'fact-known', fact: 'legalEntities', coverage: 'complete' },
      { type: 'fact-started', fact: 'businessUnits' },
      { type: 'fact-unknown', fact: 'businessUnits', reason: 'aborted', detail: undefined },
    ]);
  });

  test('while a reader hangs', async () => {
    const controller = new AbortController();
    const gathering = gatherSnapshot(adapterOf({ teams: () => never }), { signal: controller.signal });
    controller.abort();
    expect((await gathering)._unsafeUnwrapErr()).toEqual(aborted);
  });

  test('with one listener on the signal, however many readers run, and none when they have ended', async () => {
    const { signal } = new AbortController();
    let most = 0;
    const look = async () => {
      most = Math.max(most, getEventListeners(signal, 'abort').length);
      return known([]);
    };
    const readers = Object.fromEntries(factNames.map((name) => [name, look]));
    await gather(adapterOf(readers as Adapter['readers']), { signal, concurrency: factNames.length });
    expect(most).toBe(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('before anything was read', async () => {
    const result = await gatherSnapshot(
      adapterOf({
        teams: () => {
          throw new Error('read');
        },
      }),
      { signal: AbortSignal.abort() },
    );
    expect(result._unsafeUnwrapErr()).toEqual(aborted);
  });
});

test('events tell what happens, and a listener that throws harms nothing', async () => {
  const events: GatherEvent[] = [];
  const companies = known([], { coverage: 'partial', detail: 'one page' });
  const readers = {
    companies: () => companies,
    legalEntities: () => legalEntities,
    teams: () => unknown('throttled'),
  };
  await gather(adapterOf(readers), {
    concurrency: 1,
    onEvent: (event) => {
      events.push(event);
      throw new Error('listener');
    },
  });
  expect(events).toEqual([
    { type: 'gather-started', facts: ['companies', 'legalEntities', 'teams'] },
    { type: 'fact-started', fact: 'companies' },
    { type: 'fact-known', fact: 'companies', coverage: 'partial', detail: 'one page' },
    { type: 'fact-started', fact: 'legalEntities' },
    { type: 'fact-known', fact: 'legalEntities', coverage: 'complete' },
    { type: 'fact-started', fact: 'teams' },
    { type: 'fact-unknown', fact: 'teams', reason: 'throttled', detail: undefined },
    { type: 'gather-finished', known: 2, unknown: 1 },
  ]);
});

const milliseconds = 'expected milliseconds from 1 to 2147483647';
test.each<[unknown, string, string]>([
  [{ timeoutMs: 0 }, 'timeoutMs', `${milliseconds}, got 0`],
  [{ timeoutMs: -1 }, 'timeoutMs', `${milliseconds}, got -1`],
  [{ timeoutMs: Number.NaN }, 'timeoutMs', `${milliseconds}, got NaN`],
  [{ timeoutMs: 2 ** 31 }, 'timeoutMs', `${milliseconds}, got 2147483648`],
  [{ timeoutMs: '5000' }, 'timeoutMs', `${milliseconds}, got "5000"`],
  [{ timeoutMs: null }, 'timeoutMs', `${milliseconds}, got null`],
  ...[0, -1, 1.5, Number.POSITIVE_INFINITY, Number.NaN].map((concurrency): [unknown, string, string] => [
    { concurrency },
    'concurrency',
    `expected a whole number from 1, got ${concurrency}`,
  ]),
  [{ concurrency: '2' }, 'concurrency', 'expected a whole number from 1, got "2"'],
  [{ concurrency: [2] }, 'concurrency', 'expected a whole number from 1, got a list'],
  [{ only: ['link', 'nonsense'] }, 'only', 'there is no fact named "nonsense"'],
  [{ only: [null] }, 'only', 'there is no fact named null'],
  [{ only: 'link' }, 'only', 'expected a list of facts, got "link"'],
  [{ now: new Date('nonsense') }, 'now', 'expected a valid date, got an object'],
  [{ now: {} }, 'now', 'expected a valid date, got an object'],
  [{ now: '2026-11-20' }, 'now', 'expected a valid date, got "2026-11-20"'],
  [{ now: 0 }, 'now', 'expected a valid date, got 0'],
  [{ signal: true }, 'signal', 'expected an AbortSignal, got true'],
  [{ signal: null }, 'signal', 'expected an AbortSignal, got null'],
  [{ signal: { aborted: false } }, 'signal', 'expected an AbortSignal, got an object'],
  [{ signal: { addEventListener: () => {} } }, 'signal', 'expected an AbortSignal, got an object'],
  [{ onEvent: 'log' }, 'onEvent', 'expected a function, got "log"'],
  [null, '', 'expected options, got null'],
  ['fast', '', 'expected options, got "fast"'],
])('options %j are refused', async (options, path, message) => {
  expect((await gatherSnapshot(adapterOf({}), options as never))._unsafeUnwrapErr()).toEqual({
    type: 'invalid-options',
    because: path === '' ? message : `${path}: ${message}`,
    issues: [{ path, message }],
  });
});

test.each<[string, object]>([
  ['the shortest time', { timeoutMs: 1 }],
  ['the longest time', { timeoutMs: 2 ** 31 - 1 }],
  ['one at a time', { concurrency: 1 }],
  ['more at a time than there are', { concurrency: 1_000 }],
  ['no facts', { only: [] }],
  ['some facts', { only: ['link', 'teams'] }],
  ['a date of another realm', { now: runInNewContext('new Date(0)') }],
  ['a signal of a library', { signal: { aborted: false, addEventListener: () => {}, removeEventListener: () => {} } }],
])('options: %s', async (_name, options) => {
  expect((await gatherSnapshot(adapterOf({}), options)).isOk()).toBe(true);
});

test('options that are undefined are left out', async () => {
  const left = { signal: undefined, timeoutMs: undefined, concurrency: undefined, only: undefined, now: undefined };
  expect((await gatherSnapshot(adapterOf({}), left)).isOk()).toBe(true);
});

test.each<unknown>([
  undefined,
  null,
  'adapter',
  {},
  { environment },
  { readers: {} },
  { environment: null, readers: {} },
  { environment: 'contoso', readers: {} },
  { environment: {}, readers: {} },
  { environment: { name: 7 }, readers: {} },
  { environment, readers: null },
  { environment, readers: 'teams' },
])('%j is not an adapter, and nothing throws', async (adapter) => {
  const message = 'expected an adapter, with the name of its environment and its readers';
  expect((await gatherSnapshot(adapter as never))._unsafeUnwrapErr()).toMatchObject({
    type: 'invalid-options',
    issues: [{ path: 'adapter', message }],
  });
});

describe('combining adapters', () => {
  const readings = async (...adapters: Adapter['readers'][]) => {
    const [first = {}, ...rest] = adapters;
    return (await gather(combineAdapters(adapterOf(first), ...rest.map(adapterOf)))).facts.legalEntities;
  };
  const other = known([{ code: 'DEMF' }]);

  test('their names are joined, the environment is the first one', () => {
    const second: Adapter = { name: 'second', environment: { name: 'contoso' }, readers: { teams: () => known([]) } };
    const both = combineAdapters(adapterOf({ legalEntities: () => legalEntities }), second);
    expect(both).toMatchObject({ name: 'test + second', environment });
    expect(Object.keys(both.readers)).toEqual(['legalEntities', 'teams']);
    expect(combineAdapters(second).name).toBe('second');
  });

  test('where one knows, no other is asked', async () => {
    const ask = vi.fn(() => other);
    await readings({ legalEntities: () => legalEntities }, { legalEntities: ask });
    expect(ask).not.toHaveBeenCalled();
  });

  test('the first that knows wins', async () => {
    expect(await readings({ legalEntities: () => legalEntities }, { legalEntities: () => other })).toEqual(
      legalEntities,
    );
  });
  test.each([
    ['does not know', () => unknown('not-permitted')],
    [
      'throws',
      () => {
        throw new Error('x');
      },
    ],
    ['answers with the wrong shape', () => 'nonsense' as never],
  ])('where the first %s, the next is asked', async (_name, reader) => {
    expect(await readings({ legalEntities: reader }, { legalEntities: () => other })).toEqual(other);
  });
  test('if no adapter knows the fact, the first real reason is used', async () => {
    const facts = await readings(
      { legalEntities: () => unknown('not-provided') },
      { legalEntities: () => unknown('not-permitted', 'role') },
      { legalEntities: () => unknown('timed-out') },
    );
    expect(facts).toEqual(unknown('not-permitted', 'role'));
  });
  test('a snapshot is an adapter', async () => {
    const snapshot = snapshotOf('contoso-uat', { legalEntities, teams: unknown('throttled') }, { takenAt: now });
    expect(await gather(snapshotAdapter(snapshot))).toEqual(snapshot);
    expect(snapshotAdapter(snapshot).name).toBe('snapshot');
    const inherited = { ...snapshot, facts: Object.create(snapshot.facts) };
    expect(snapshotAdapter(inherited).readers).toEqual({});
  });
});
