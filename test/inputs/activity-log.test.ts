import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActivityEvent, replayActivity } from '../../src/activity/index.js';
import type { Input } from '../../src/inputs/input.js';
import { activityIn, activityRecordsIn, withoutKey } from '../../src/inputs/kinds/activity-log.js';
import { recognize } from '../../src/inputs/recognize.js';
import { encodings } from '../support/encodings.js';
import { runs } from '../support/fuzz.js';

const event = (type: string, hour: number, more: object = {}) => ({
  ...{ map: 'Customers V3 (accounts)', type, at: new Date(Date.UTC(2026, 10, 20, hour)).toISOString() },
  ...more,
});
const log = [event('map-created', 1), event('run', 2), event('error', 3, { message: 'm' })];
const parsed = log.map((one) => parseActivityEvent(one)._unsafeUnwrap());
const replayed = { schemaVersion: 1, kind: 'activity', ...replayActivity(log) };
const row = { map: 'accounts', state: 'running', since: '2026-11-20T01:00:00Z' };
const fact = (value: readonly object[], more: object = {}) => ({ status: 'known', value, ...more });
const execution = {
  ...{ responseId: 'r', executionStatus: 'Completed', submittedOn: '2026-11-20T01:00:00Z' },
  lastExecutionStatusChangeOn: '2026-11-20T02:00:00Z',
};
const sync = { projectName: 'p', projectExecutionResponses: [execution] };

const forms: readonly (readonly [name: string, text: string])[] = [
  ['JSON Lines', log.map((one) => JSON.stringify(one)).join('\n')],
  ['JSON Lines of Windows', log.map((one) => `${JSON.stringify(one)}\r\n`).join('')],
  ['an array', JSON.stringify(log)],
  ['an array on lines', JSON.stringify(log, null, 2)],
  ['an envelope', JSON.stringify({ value: log })],
  ['a list of pages', JSON.stringify([{ value: log.slice(0, 1) }, { value: log.slice(1) }])],
  [
    'pages on lines',
    [{ value: log.slice(0, 1) }, { value: log.slice(1) }].map((one) => JSON.stringify(one)).join('\n'),
  ],
  ['a response of Power Automate', JSON.stringify({ statusCode: 200, body: { value: log } })],
  ['an object with events', JSON.stringify({ kind: 'activity-log', events: log })],
  ['what activity writes', JSON.stringify(replayed, null, 2)],
];

function eventsOf(input: Input | undefined) {
  return input?.kind === 'activity-log' ? input.events : input?.kind;
}

describe.each(encodings)('%s', (_, encode) => {
  test.each(forms)('%s', (_name, text) => {
    expect(recognize(encode(text))).toMatchObject({ kind: 'activity-log', events: parsed, lacks: [] });
  });

  test.each([
    ['the fact alone', fact([row]), [{ type: 'observed', map: 'accounts', state: 'running', since: row.since }]],
    [
      'initial sync details',
      sync,
      [
        { type: 'observed', map: 'p' },
        { type: 'initial-sync-started', map: 'p' },
        { type: 'initial-sync-completed', map: 'p' },
      ],
    ],
    [
      'catch-up errors',
      [{ projectName: 'p', id: 'c', createdOn: '2026-11-20T01:00:00Z', retryStatus: 'Failed', message: 'é' }],
      [{ type: 'observed', map: 'p', errors: [{ id: 'c', message: 'é', retryStatus: 'failed' }] }],
    ],
  ])('%s', (_name, value, expected) => {
    expect(recognize(encode(JSON.stringify(value)))).toMatchObject({ kind: 'activity-log', events: expected });
  });
});

describe('what is missing is named', () => {
  test.each([
    ['a broken record', [...log, { type: 'run' }], ['record 4: map: expected a string, found nothing']],
    [
      'many',
      [...log, ...Array.from({ length: 9 }, () => ({}))],
      [/^record 4: type/, /5/, /6/, /7/, /8/, /^4 more records/],
    ],
    [
      'a page that is not there',
      { value: log, '@odata.nextLink': 'https://x.example/?$skiptoken=2' },
      [/more rows follow/],
    ],
    ['rows that were counted', { value: log, '@odata.count': 5 }, ['3 of 5 rows']],
    ['an error after rows', { value: log, error: { code: 'x' } }, [/error of the service/]],
    ['a partial fact', fact([row], { coverage: 'partial', detail: 'one page' }), ['one page']],
    ['a state that is not known', fact([{ ...row, state: 'unknown' }]), ['accounts: its state']],
    ['what the result lost', { ...replayed, unreadable: [{}, {}] }, [/^2 records of the log/]],
    [
      'an initial sync',
      { projectExecutionResponses: [execution, { ...execution, projectName: 'p', responseId: 's' }] },
      [/which map/],
    ],
  ])('%s', (_, value, expected) => {
    const { lacks } = activityIn([value]) ?? { lacks: undefined };
    expect(lacks).toHaveLength(expected.length);
    for (const [index, phrase] of expected.entries()) expect(lacks?.[index]).toMatch(phrase);
  });
});

test.each([
  ['events of another product', [{ type: 'PushEvent', at: '2026-11-20T01:00:00Z', map: 'x' }]],
  ['an audit log', [{ type: 'run', at: 'yesterday', map: 'x' }]],
  ['alert events', [{ type: '503', at: '2026-11-20T01:00:00Z' }]],
  ['sync errors', [{ id: 'x', integrationJob: 'j', createdOn: '2026-11-20T01:00:00Z' }]],
  ['a fact of something else', fact([{ code: 'USMF' }])],
  ['an empty fact', fact([])],
  ['an empty list', []],
  ['values', [1, 'x', null, true]],
])('%s are not an activity log', (_, value) => {
  expect(activityIn([value])).toBeUndefined();
});

describe('the time against which states were judged', () => {
  const judgedAt = '2026-11-21T00:00:00Z';

  test('is that of a result', () => {
    expect(activityIn([{ ...replayed, judgedAt }])?.judgedAt).toBe(judgedAt);
  });

  test.each<[string, readonly unknown[]]>([
    ['a time that is none', [{ ...replayed, judgedAt: 'noon' }]],
    ['a number', [{ ...replayed, judgedAt: 2026 }]],
    ['a file of another kind', [{ ...replayed, kind: 'log', judgedAt }]],
    ['one of two files', [{ ...replayed, judgedAt }, log]],
    ['a list', [log]],
  ])('is not there in %s', (_name, documents) => {
    expect(Object.keys(activityIn(documents) ?? {})).toEqual(['kind', 'events', 'lacks']);
  });
});

test('an event is not a capture, whatever else it has', () => {
  const [run] = parsed.slice(1);
  expect(activityIn([{ ...log[1], createdOn: row.since, retryStatus: 'Failed', recordId: 'r' }])?.events).toEqual([
    run,
  ]);
  expect(activityIn([{ ...log[1], events: log }])?.events).toEqual([run]);
});

test('values among the documents are passed over', () => {
  expect(activityIn([log, null])).toMatchObject({
    events: parsed,
    lacks: [expect.stringMatching(/^record 4: expected/)],
  });
  expect(activityIn([{ value: log, unreadable: [{}] }])?.lacks).toEqual([]);
  expect(activityIn([fact([row], { coverage: 'partial' })])?.lacks).toEqual(['the other maps']);
});

test('records are found in five lists, and no deeper', () => {
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}{"a":1}${']'.repeat(depth)}`);
  expect([...activityRecordsIn(nested(5))]).toEqual([{ a: 1 }]);
  expect([...activityRecordsIn(nested(7))]).toEqual([[[{ a: 1 }]]]);
});

test('the address of a log that is not a text remains', () => {
  expect(withoutKey({ log: 7 })).toEqual({ log: 7 });
  expect(withoutKey('log')).toBe('log');
  expect(withoutKey({ type: 'run' })).toStrictEqual({ type: 'run' });
});

test('the key of a log and persons are not kept', () => {
  const secret = event('error', 3, {
    message: 'ada@contoso.com',
    log: 'https://x.example/?sig=c2VjcmV0',
    actor: 'Ada',
  });
  expect(JSON.stringify(activityIn([[secret]]))).not.toMatch(/ada@|c2VjcmV0|Ada/);
});

describe('hostile content', () => {
  const deep = (count: number) => `${'['.repeat(count)}${']'.repeat(count)}`;
  test.each([
    ['1e999', '{"type":"paused","map":"m","at":"2026-11-20T01:00:00Z","queuedBytes":1e999}'],
    ['a number of events', '{"type":"run","map":"m","at":1e999}'],
    ['100,000 nested arrays', deep(100_000)],
    ['the same among events', `[${JSON.stringify(log[0])},${deep(100_000)}]`],
    ['in a captured property', `{"projectName":"p","projectExecutionResponses":${deep(100_000)}}`],
    ['prototypes', '{"__proto__":{"type":"run","map":"m","at":"2026-11-20T01:00:00Z"}}'],
    ['properties of every object', '{"type":"constructor","map":"toString","at":"__proto__"}'],
    ['executions of prototypes', '{"projectExecutionResponses":[{"__proto__":{"projectName":"p"}}],"projectName":"p"}'],
  ])('%s does not end it', (_, text) => {
    const input = recognize(text);
    const events = input.kind === 'activity-log' ? input.events : [];
    expect(events.length).toBeLessThanOrEqual(1);
    expect('type' in {}).toBe(false);
  });

  test('of double keys the last counts', () => {
    const text = '{"type":"run","type":"stopped","map":"a","map":"b","at":"2026-11-20T01:00:00Z"}';
    expect(eventsOf(recognize(`[${text}]`))).toMatchObject([{ type: 'stopped', map: 'b' }]);
  });
});

test('a file that is cut off anywhere is named, or its whole lines count', () => {
  const text = fc.constantFrom(...forms.map(([, form]) => form), JSON.stringify(sync), JSON.stringify(fact([row])));
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...encodings),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (whole, [, encode], at) => {
        const bytes = encode(whole);
        const cut = recognize(bytes.subarray(0, Math.floor(at * bytes.length)));
        if (cut.kind !== 'activity-log') return;
        const full = recognize(bytes);
        const events = full.kind === 'activity-log' ? full.events : [];
        expect(events.slice(0, cut.events.length)).toEqual(cut.events);
        const isCutInALine = cut.events.length < events.length && whole.trim().split('\n').length > events.length;
        if (isCutInALine) expect(cut.lacks.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: runs(300) },
  );
});
