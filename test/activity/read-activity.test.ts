import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { activity } from '../../src/cli/commands/activity.js';
import { run as runPlan } from '../../src/cli/run/activity-plan.js';
import { known, snapshotOf, unknown } from '../../src/index.js';
import { encodings } from '../support/encodings.js';
import { runs } from '../support/fuzz.js';

// What `activity` makes of the files that people have. test/cli/activity.test.ts calls the built command line.
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-activity-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(content: unknown): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content));
  return path;
}

const now = new Date('2026-11-20T10:00:00Z');

/** The exit code, and the text in a format; the complaint if it could not run. */
async function show(path: string, format: 'json' | 'pretty' = 'json'): Promise<readonly [number, string]> {
  const invocation = { format, typed: [], commands: [activity], groups: {} };
  const shown = await activity.perform({ file: path, now }, invocation, { color: false, width: 100 });
  if (shown.type === 'could-not-run') return [3, shown.complaint];
  const text = typeof shown.result === 'string' ? shown.result : [...shown.result].join('');
  return [typeof shown.exitCode === 'number' ? shown.exitCode : shown.exitCode(), text];
}

const sample = fileURLToPath(new URL('../../examples/activity/log.jsonl', import.meta.url));
const lines = readFileSync(sample, 'utf8');
const events: readonly unknown[] = lines
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const [expectedCode, expected] = await show(sample);
const har = (body: unknown, url = 'https://gateway.example/api/DualWriteManagement/1.0/Entities?targetType=AX') => ({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-11-20T09:00:00Z',
        request: { method: 'GET', url, headers: [{ name: 'Authorization', value: 'Bearer c2VjcmV0c2VjcmV0' }] },
        response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(body) } },
      },
    ],
  },
});
const pid = 'DWM-1a1a1a1a-0000-4000-8000-000000000001-2b2b2b2b-0000-4000-8000-000000000002';
const sync = {
  projectName: pid,
  projectExecutionResponses: [
    {
      ...{
        responseId: 'r',
        projectName: pid,
        executionStatus: 'Error',
        errorCount: 2,
        submittedOn: '2026-11-20T07:00:00Z',
      },
      lastExecutionStatusChangeOn: '2026-11-20T08:00:00Z',
    },
  ],
};
const map = {
  leftEntity: { targetType: 'AX', displayName: 'Customers V3' },
  rightEntity: { targetType: 'CRM', name: 'accounts' },
  detail: { tName: 'accounts - Customers V3', pid, state: '5' },
};

test('the sample is shown in full', () => {
  expect(expectedCode).toBe(1);
  expect(JSON.parse(expected)).toMatchObject({ events: { read: 33, unreadable: 0 } });
});

describe.each(encodings)('%s', (_, encode) => {
  test.each([
    ['JSON Lines', lines],
    ['JSON Lines of Windows', lines.replaceAll('\n', '\r\n')],
    ['an array', JSON.stringify(events)],
    ['an array on many lines', JSON.stringify(events, null, 2)],
    ['an envelope', JSON.stringify({ value: events })],
    ['an envelope on many lines', JSON.stringify({ value: events }, null, 2)],
    ['pages', JSON.stringify([{ value: events.slice(0, 9) }, { value: events.slice(9) }])],
    ['pages on lines', [events.slice(0, 9), events.slice(9)].map((value) => JSON.stringify({ value })).join('\n')],
    ['one event', JSON.stringify(events[0])],
    ['what activity writes', expected],
    ['the same, written by another program', JSON.stringify(JSON.parse(expected), null, 4)],
    ['the same on one line', JSON.stringify(JSON.parse(expected))],
  ])('%s', async (name, text) => {
    const [code, shown] = await show(file(encode(text)));
    if (name === 'one event') expect(JSON.parse(shown)).toMatchObject({ events: { read: 1, unreadable: 0 } });
    else expect([code, shown]).toEqual([expectedCode, expected]);
  });

  test.each([
    ['initial sync details', sync, 1, /✖ DWM-1a1a1a1a[\s\S]*An initial sync ended with 2 errors/],
    [
      'in a HAR file with their map',
      har([map, sync]),
      1,
      /✖ accounts - Customers V3[\s\S]*An initial sync ended with 2 errors/,
    ],
    ['the map list of a HAR file', har([map]), 0, /accounts - Customers V3 +Paused since 2026-11-20 09:00:00 UTC/],
    ['a list of captures', [[map], sync], 1, /✖ accounts - Customers V3/],
    [
      'a snapshot',
      snapshotOf(
        'uat',
        { mapActivity: known([{ map: 'accounts', state: 'paused', since: '2026-11-19T08:00:00Z' }]) },
        { takenAt: '2026-11-20T09:00:00Z' },
      ),
      1,
      /✖ accounts\n +Paused since 2026-11-19 08:00:00 UTC/,
    ],
  ])('%s', async (_name, value, code, text) => {
    const shown = await show(file(encode(JSON.stringify(value, null, 2))), 'pretty');
    expect(shown[1]).toMatch(text);
    expect(shown[0]).toBe(code);
    expect(shown[1]).not.toMatch(/c2VjcmV0/);
  });
});

describe('what is missing', () => {
  test.each([
    ['a map list that does not say when', [map], 3, 'shows no activity of maps'],
    [
      'a partial fact',
      { status: 'known', coverage: 'partial', value: [{ map: 'm', state: 'running', since: '2026-11-20T08:00:00Z' }] },
      2,
      'the other maps',
    ],
    [
      'a page',
      {
        value: [
          { type: 'stopped', state: 'stopped', map: 'm', at: '2026-11-20T08:00:00Z' },
          { type: 'map-created', map: 'n', at: '2026-11-20T08:00:00Z' },
        ],
        '@odata.nextLink': 'x?$skiptoken=2',
      },
      1,
      'more rows follow',
    ],
    [
      'a status that is not known',
      { ...sync, projectExecutionResponses: [{ ...sync.projectExecutionResponses[0], executionStatus: 'Odd' }] },
      2,
      'the status Odd is not known',
    ],
  ])('%s', async (_, value, code, text) => {
    const shown = await show(file(value), 'pretty');
    expect(shown[1]).toContain(text);
    expect(shown[0]).toBe(code);
  });

  test.each([
    ['nothing', ' \n', 'is empty'],
    [
      'sync errors',
      [
        {
          id: 'x',
          integrationJob: 'j',
          entity: 'e',
          createdOn: '2026-11-20T08:00:00Z',
          category: 'application',
          message: '',
        },
      ],
      'holds sync errors',
    ],
    [
      'alert settings',
      [{ name: 'a', errorTypes: ['503'], threshold: 1, window: { length: 1, unit: 'hours' } }],
      'holds alert settings',
    ],
    [
      'a snapshot without activity',
      snapshotOf('uat', {}, { takenAt: '2026-11-20T09:00:00Z' }),
      'shows no activity of maps',
    ],
    [
      'one whose activity is not known',
      snapshotOf('uat', { mapActivity: unknown('not-permitted') }, { takenAt: '2026-11-20T09:00:00Z' }),
      'shows no activity',
    ],
    ['other JSON', [{ a: 1 }, { b: 2 }], 'found none among 2 records'],
    ['words', 'Hello\nworld\n', 'expected activity events'],
    ['half an array', '[{"map":', 'is not JSON'],
    ['half a result', expected.slice(0, expected.length / 2), 'its end is missing'],
    [
      'binary',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0x50, 0x4b, 1, 2, 0, 0, 0, 0]),
      'expected activity events',
    ],
  ])('%s is named', async (_, content, text) => {
    const [code, complaint] = await show(file(content));
    expect(complaint).toContain(text);
    expect(code).toBe(3);
    expect(complaint).not.toMatch(/\p{Cc}/u);
  });

  test('a torn first line does not hide the others', async () => {
    const [code, shown] = await show(file(`{"map":\n${lines}`));
    expect(code).toBe(1);
    expect(JSON.parse(shown)).toMatchObject({ events: { read: 33 }, lacks: ['line 1 could not be read'] });
  });

  test('a plan says so too', async () => {
    const odd = { ...sync.projectExecutionResponses[0], responseId: 's', executionStatus: 'Odd' };
    const given = { ...sync, projectExecutionResponses: [...sync.projectExecutionResponses, odd] };
    const plan = await runPlan({ file: file(given), map: pid, action: 'rerun-initial-sync', now });
    expect(plan).toMatchObject({ type: 'done', result: { lacks: [expect.stringContaining('Odd')] } });
  });
});

describe('hostile files', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  test.each([
    ['nested arrays', nested],
    ['nested arrays on a line', `${JSON.stringify(events[0])}\n${nested}\n`],
    ['nested objects', `${'{"value":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['1e999', '[{"type":"paused","map":"m","at":"2026-11-20T08:00:00Z","queuedBytes":1e999}]'],
    ['prototypes', '[{"__proto__":{"type":"run"},"constructor":1}]'],
    ['100,000 empty arrays', `[${'[],'.repeat(100_000)}[]]`],
  ])('%s', async (_, text) => {
    const [code, shown] = await show(file(text));
    expect([1, 2, 3]).toContain(code);
    expect(shown).not.toBe('');
  });
});

test('a file that is cut off anywhere loses nothing without a word', async () => {
  const forms = [
    lines,
    JSON.stringify(events),
    JSON.stringify({ value: events }, null, 1),
    expected,
    JSON.stringify(sync, null, 2),
  ];
  const place = fc.double({ min: 0, max: 0.999, noNaN: true });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forms), fc.constantFrom(...encodings), place, async (whole, [, encode], at) => {
      const bytes = encode(whole.trimEnd());
      const [code, shown] = await show(file(bytes.subarray(0, Math.floor(at * bytes.length))));
      if (code === 3) return;
      expect(whole).toBe(lines); // the others are one document each
      const { read, unreadable } = JSON.parse(shown).events;
      expect(read + unreadable).toBeGreaterThan(0);
      const isWithinALine = read + unreadable > read;
      expect(isWithinALine || read <= 33).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});
