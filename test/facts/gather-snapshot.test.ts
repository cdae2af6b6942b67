import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
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

test('no more readers run at a time than allowed', async () => {
  let running = 0;
  let most = 0;
  const slow = async (): Promise<Fact<never>> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return unknown('failed');
  };
  await gather(adapterOf({ teams: slow, companies: slow, solutions: slow, legalEntities: slow, businessUnits: slow }), {
    concurrency: 2,
  });
  expect(most).toBe(2);
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

describe('giving up', () => {
  test('while a reader hangs', async () => {
    const controller = new AbortController();
    const gathering = gatherSnapshot(adapterOf({ teams: () => never }), { signal: controller.signal });
    controller.abort();
    expect((await gathering)._unsafeUnwrapErr()).toEqual({ type: 'aborted', because: expect.any(String) });
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
    expect(result._unsafeUnwrapErr()).toEqual({ type: 'aborted', because: expect.any(String) });
  });
});

test('events tell what happens, and a listener that throws harms nothing', async () => {
  const events: GatherEvent[] = [];
  await gather(adapterOf({ legalEntities: () => legalEntities, teams: () => unknown('throttled') }), {
    concurrency: 1,
    onEvent: (event) => {
      events.push(event);
      throw new Error('listener');
    },
  });
  expect(events).toEqual([
    { type: 'gather-started', facts: ['legalEntities', 'teams'] },
    { type: 'fact-started', fact: 'legalEntities' },
    { type: 'fact-known', fact: 'legalEntities', coverage: 'complete' },
    { type: 'fact-started', fact: 'teams' },
    { type: 'fact-unknown', fact: 'teams', reason: 'throttled', detail: undefined },
    { type: 'gather-finished', known: 1, unknown: 1 },
  ]);
});

test.each([
  [{ timeoutMs: 0 }, 'timeoutMs', '0'],
  [{ timeoutMs: Number.NaN }, 'timeoutMs', 'NaN'],
  [{ timeoutMs: 2 ** 31 }, 'timeoutMs', '2147483648'],
  [{ timeoutMs: '5000' }, 'timeoutMs', '"5000"'],
  [{ timeoutMs: null }, 'timeoutMs', 'null'],
  [{ concurrency: 0 }, 'concurrency', '0'],
  [{ concurrency: 1.5 }, 'concurrency', '1.5'],
  [{ concurrency: Number.POSITIVE_INFINITY }, 'concurrency', 'Infinity'],
  [{ concurrency: '2' }, 'concurrency', '"2"'],
  [{ only: ['nonsense'] }, 'only', '"nonsense"'],
  [{ only: [null] }, 'only', 'null'],
  [{ only: 'link' }, 'only', 'a list of facts'],
  [{ now: new Date('nonsense') }, 'now', 'valid date'],
  [{ now: '2026-11-20' }, 'now', '"2026-11-20"'],
  [{ signal: true }, 'signal', 'an AbortSignal'],
  [{ onEvent: 'log' }, 'onEvent', 'a function'],
  [null, '', 'expected options, got null'],
])('options %j are refused', async (options, path, words) => {
  const result = await gatherSnapshot(adapterOf({}), options as never);
  const fault = result._unsafeUnwrapErr();
  expect(fault).toMatchObject({ type: 'invalid-options', issues: [{ path, message: expect.stringContaining(words) }] });
  expect(fault.because).toContain(words);
});

test('options that are undefined are left out', async () => {
  const left = { signal: undefined, timeoutMs: undefined, concurrency: undefined, only: undefined, now: undefined };
  expect((await gatherSnapshot(adapterOf({}), left)).isOk()).toBe(true);
});

test.each([[undefined], [null], [{}], [{ environment: { name: 'x' } }], [{ environment: null, readers: {} }]])(
  '%j is not an adapter, and nothing throws',
  async (adapter) => {
    const fault = (await gatherSnapshot(adapter as never))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ type: 'invalid-options', issues: [{ path: 'adapter' }] });
  },
);

describe('combining adapters', () => {
  const readings = async (...adapters: Adapter['readers'][]) => {
    const [first = {}, ...rest] = adapters;
    return (await gather(combineAdapters(adapterOf(first), ...rest.map(adapterOf)))).facts.legalEntities;
  };
  const other = known([{ code: 'DEMF' }]);

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
  });
});
