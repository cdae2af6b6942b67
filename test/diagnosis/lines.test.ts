import { expect, test } from 'vitest';
import { diagnoseLines } from '../../src/diagnosis/index.js';

const summarize = (log: string) => diagnoseLines(log.split('\n'));

test('problems are counted, with their first and last time and examples', async () => {
  const summary = await summarize(
    [
      '2026-11-20T10:00:05Z ERROR Unable to build dual-write lookup metadata',
      '2026-11-20T09:00:00Z ERROR Unable to build dual-write lookup metadata for jane@contoso.com',
      '2026-11-20T10:00:06Z INFO nothing happened',
      '2026-11-20T11:00:00Z ERROR [DWFOEV1006] Default Team name mismatch',
      '2026-11-20T10:30:00Z ERROR unable to build dual write lookup metadata',
      '2026-11-20T10:31:00Z ERROR unable to build dual write lookup metadata',
    ].join('\n'),
  );
  expect(summary).toMatchObject({
    topics: [
      { id: 'start-map-lookup-metadata', count: 4, first: '2026-11-20T09:00:00Z', last: '2026-11-20T10:31:00Z' },
      { id: 'DWFOEV1006', code: 'DWFOEV1006', count: 1 },
    ],
    unrecognized: 1,
  });
  expect(summary.topics[0]?.examples).toHaveLength(3);
  expect(JSON.stringify(summary)).not.toContain('jane@');
});

test.each([
  [
    'a stack trace',
    'Error: something broke\n   at One.Two()\n   at Three.Four(): Unable to build dual-write lookup metadata\nDone',
    { count: 1, unrecognized: 1 },
  ],
  [
    'lines without a time, in a log with times',
    '2026-11-20 10:00:00 ERROR dual-write failure - plugin registration failed:\nUnable to build\ndual-write lookup metadata.\n2026-11-20 10:00:01 INFO fine',
    { count: 1, unrecognized: 1 },
  ],
  ['blank lines', '\n\n  \n', { count: 0, unrecognized: 0 }],
  [
    'JSON, one record a line',
    '{"message":"Unable to build dual-write lookup metadata"}\n{"message":"ok"}\n{"message":"Unable to build dual-write lookup metadata"}',
    { count: 2, unrecognized: 1 },
  ],
  ['nothing', '', { count: 0, unrecognized: 0 }],
])('%s', async (_name, log, { count, unrecognized }) => {
  const summary = await summarize(log);
  expect(summary.topics.reduce((sum, topic) => sum + topic.count, 0)).toBe(count);
  expect(summary.unrecognized).toBe(unrecognized);
});

test('records without a time have none', async () => {
  const { topics } = await summarize('Unable to build dual-write lookup metadata');
  expect(topics).toMatchObject([{ first: null, last: null }]);
});

test('unknown codes are distinguished', async () => {
  const { topics } = await summarize('[DWDVEV7777] new\n[DWDVEV8888] newer\n[DWDVEV8888] newer');
  expect(topics).toMatchObject([
    { id: 'unknown-code', code: 'DWDVEV8888', count: 2 },
    { id: 'unknown-code', code: 'DWDVEV7777', count: 1 },
  ]);
});

test('one record without end is cut, not kept', async () => {
  function* log() {
    yield '2026-11-20 10:00:00 ERROR Unable to build dual-write lookup metadata';
    for (let index = 0; index < 10_000; index += 1) yield `   at Frame${index}`;
  }
  expect(await diagnoseLines(log())).toMatchObject({ topics: [{ count: 1 }], unrecognized: 0 });
});

test.each([
  ['ERROR 2026-11-20 10:00:00', '2026-11-20 10:00:00'],
  ['[10:01:02 ERR]', '10:01:02'],
  ['10:01:02.123 |', '10:01:02.123'],
  ['13.04.2026 10:00:00', '13.04.2026 10:00:00'],
  ['11/25/2026 10:00 PM', '11/25/2026 10:00 PM'],
  ['{"timestamp":"2026-11-20T10:00:00Z",', '2026-11-20T10:00:00Z'],
])('%s is a time', async (prefix, time) => {
  const { topics } = await summarize(`${prefix} Unable to build dual-write lookup metadata`);
  expect(topics).toMatchObject([{ first: time, last: time }]);
});

test('dates with an ambiguous month keep their original order', async () => {
  const error = 'Unable to build dual-write lookup metadata';
  const { topics } = await summarize(`13.04.2026 10:00:00 ${error}\n03.05.2026 10:00:00 ${error}`);
  expect(topics).toMatchObject([{ first: '13.04.2026 10:00:00', last: '03.05.2026 10:00:00' }]);
});
