import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { ActivityLog } from '../../src/activity/activity-log.js';
import { type ActivityEvent, parseActivityEvent, replayActivity } from '../../src/activity/index.js';
import { PackedEvents } from '../../src/activity/packed-events.js';
import { PackedLog } from '../../src/activity/packed-log.js';
import { jsonInPieces } from '../../src/cli/json-in-pieces.js';
import { toJson } from '../../src/reporters/json.js';
import { hostileTexts } from '../support/hostile-report.js';
import { arbitraryValidLog } from './valid-log.js';

const at = '2026-11-20T10:00:00.123+01:00';
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(hostileTexts), '=', '\t', '\n'),
);
const optional = fc.option(texts, { nil: undefined });
const count = fc.option(fc.nat(), { nil: undefined });
const state = fc.constantFrom(undefined, 'stopped', 'initializing', 'resuming', 'running', 'paused', 'not-running');
const base = { id: optional, map: texts.filter((text) => text.trim() !== ''), at: fc.constant(at), state };
const queue = { ...base, queuedBytes: count, queuedRecords: count };
const execution = { ...base, executionId: optional, legalEntity: optional };
const input = fc.oneof(
  fc.record({
    ...base,
    type: fc.constantFrom('map-created', 'field-mappings-updated'),
    version: optional,
    publisher: optional,
  }),
  fc.record({ ...base, type: fc.constant('run'), skipInitialSync: fc.constantFrom(true, false, undefined) }),
  fc.record({ ...execution, type: fc.constant('initial-sync-started') }),
  fc.record({
    ...execution,
    type: fc.constant('initial-sync-completed'),
    directions: fc.array(
      fc.record({
        direction: fc.nat(3),
        records: count,
        errors: fc.nat(),
        topErrors: fc.array(fc.record({ message: texts, recordId: optional })),
      }),
    ),
  }),
  fc.record({ ...queue, type: fc.constantFrom('paused', 'queue-measured', 'catch-up-started') }),
  fc.record({
    ...queue,
    type: fc.constant('resumed'),
    option: fc.constantFrom('catch-up', 'skip-preserving', 'skip-discarding'),
  }),
  fc.record({
    ...base,
    type: fc.constant('catch-up-completed'),
    errors: fc.array(
      fc.record({
        id: texts.filter((text) => text.trim() !== ''),
        message: texts,
        createdOn: fc.constant(at),
        retryStatus: fc.nat(4),
      }),
    ),
  }),
  fc.record({ ...base, type: fc.constant('stopped') }),
  fc.record({ ...base, type: fc.constant('error'), message: texts, log: optional }),
);
const events: fc.Arbitrary<readonly ActivityEvent[]> = fc
  .array(input, { maxLength: 20 })
  .map((all) => all.map((one) => parseActivityEvent(one)._unsafeUnwrap()));

/** The events of one map, packed, in this order. */
function packedLog(all: readonly ActivityEvent[], ranks: readonly number[]): PackedLog {
  const map = { number: 0, name: all[0]?.map ?? '' };
  const packed = new PackedEvents();
  for (const event of all) packed.add(event, map);
  return new PackedLog(map.name, [...packed.lines(Uint32Array.from(all.keys()), Uint32Array.from(ranks))]);
}

const inAnyOrder = events.chain((all) =>
  fc.shuffledSubarray([...all.keys()]).map((ranks) => ({ all, ranks, picked: ranks.map((rank) => all[rank]) })),
);

property.prop([inAnyOrder])('what is packed comes out as it went in', ({ all, ranks, picked }) => {
  expect([...packedLog(all, ranks)]).toEqual(picked);
});

property.prop([inAnyOrder])('and so does its JSON', ({ all, ranks, picked }) => {
  const json = [...packedLog(all, ranks).jsonOfItems(',\n')].join(',\n');
  expect(json).toBe(picked.map((event) => JSON.stringify(event)).join(',\n'));
});

test('texts that are longer than a block, and many of them', () => {
  const of = (message: string) =>
    parseActivityEvent({ type: 'error', map: 'm', at, id: 'x'.repeat(3_000_000), message })._unsafeUnwrap();
  const all = Array.from({ length: 3 }, (_, index) => of(`${index}${'ä'.repeat(999)}`));
  for (const ranks of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ]) {
    expect([...packedLog(all, ranks)]).toEqual(ranks.map((rank) => all[rank]));
  }
});

test.each(['oldest', 'newest'])('many maps in turns, in many blocks, the %s first', (first) => {
  const inOrder = Array.from({ length: 20_000 }, (_, index) => ({
    map: index % 1_000 === 999 ? `MAP ${index % 7}` : `map ${index % 7}`,
    type: ['error', 'run', 'error', 'paused'][index % 4],
    id: `${index}`,
    at: new Date(1_763_000_000_000 + index).toISOString(),
    message: index % 3 === 0 ? 'x'.repeat(200) : `"ä${index}"`,
  }));
  const { maps } = replayActivity(first === 'oldest' ? inOrder : inOrder.toReversed());
  expect(maps).toHaveLength(7);
  for (const [number, { log }] of maps.entries()) {
    const own = inOrder.filter((_, index) => index % 7 === number);
    expect(log).toEqual(own.map((event) => parseActivityEvent(event)._unsafeUnwrap()));
  }
});

describe('JSON in pieces', () => {
  const replayOf = (inputs: readonly unknown[]) => {
    const log = new ActivityLog();
    for (const one of inputs) log.add(one);
    return log.replay(undefined);
  };
  const piecesOf = (inputs: readonly unknown[]) => [...jsonInPieces(replayOf(inputs))].join('');

  property.prop([events])('is the JSON of the whole replay', (all) => {
    expect(JSON.parse(piecesOf([...all, { map: 'torn' }]))).toEqual(
      JSON.parse(toJson(replayActivity([...all, { map: 'torn' }]))),
    );
  });

  property.prop([arbitraryValidLog])('of a log that goes through all states, too', ({ events: all }) => {
    expect(JSON.parse(piecesOf(all))).toEqual(JSON.parse(toJson(replayActivity(all))));
  });

  test('of a log of which not everything is kept, in any order, with what is repeated', () => {
    const all = Array.from({ length: 12_000 }, (_, index) => ({
      id: `e${index % 11_000}`,
      map: 'm',
      type: ['run', 'error', 'paused'][(index % 11_000) % 3],
      at: new Date(1_763_000_000_000 + (((index % 11_000) * 7_919) % 11_000)).toISOString(),
    }));
    const replay = replayActivity(all);
    expect(replay.events).toEqual({ read: 11_000, duplicates: 1_000, unreadable: 0 });
    expect(replay.maps[0]?.log.map((event) => event.at)).toEqual([...new Set(all.map((event) => event.at))].sort());
    expect(JSON.parse(piecesOf(all))).toEqual(JSON.parse(toJson(replay)));
  });

  test.each([
    [{}],
    [{ a: [], b: {}, c: undefined, d: null, e: 'ä\u202e\u0007' }],
    [{ a: [1, [2, { b: [] }]], c: { d: [{}] } }],
    [{ a: Array.from({ length: 1_201 }, (_, index) => ({ index })) }],
  ])('%#: of anything', (value) => {
    expect(JSON.parse([...jsonInPieces(value)].join(''))).toEqual(JSON.parse(toJson(value)));
  });

  test('an item of a list has one line', () => {
    const list = { [Symbol.iterator]: () => [{ b: [1, { c: 2 }] }, '\u007f\u202e'].values() };
    const maps = { [Symbol.iterator]: () => [{ list }].values() };
    expect([...jsonInPieces({ maps, d: { e: [] } })].join('')).toBe(`{
  "maps": [
    {
      "list": [
        {"b":[1,{"c":2}]},
        "\\u007f\\u202e"
      ]
    }
  ],
  "d": {
    "e": []
  }
}
`);
  });

  test('no piece is short, and none is long', () => {
    const lengths = Array.from(
      jsonInPieces({ a: Array.from({ length: 100_000 }, () => 'x'.repeat(50)) }),
      ({ length }) => length,
    );
    expect(lengths.length).toBeGreaterThan(10);
    for (const length of lengths.slice(0, -1)) expect(length).toBeGreaterThan(30_000);
    expect(Math.max(...lengths)).toBeLessThan(128_000);
  });
});

test('an event that comes again between others, so that nothing new is read beside it, is left out', () => {
  const event = (id: string, minute: number): ActivityEvent => ({
    type: 'paused',
    id,
    map: 'Customers V3 (accounts)',
    at: `2026-11-20T10:0${minute}:00Z`,
  });
  const log = [event('a', 0), event('b', 1), event('c', 2), event('a', 0)];
  const replay = replayActivity(log);
  expect(replay.events).toEqual({ read: 3, duplicates: 1, unreadable: 0 });
  expect([...(replay.maps[0]?.log ?? [])]).toEqual(log.slice(0, 3));
  const pieces = [...jsonInPieces(replay)].join('');
  expect(JSON.parse(pieces).maps[0].log).toEqual(log.slice(0, 3));
});
