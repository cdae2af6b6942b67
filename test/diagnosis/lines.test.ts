import { describe, expect, test } from 'vitest';
import { recordsIn } from '../../src/diagnosis/diagnose-lines.js';
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

const known = 'Unable to build dual-write lookup metadata';

describe('the records of a log', () => {
  test.each<readonly [what: string, text: string, records: readonly (readonly [text: string, time?: string])[]]>([
    ['nothing', '', []],
    ['blank lines', '\n \r\n\t\n', []],
    ['lines without times', 'one\ntwo\r\n\nthree', [['one'], ['two'], ['three']]],
    ['an indented line', 'one\n  two\n\tthree\nfour', [['one\n  two\n\tthree'], ['four']]],
    ['an indented line at the start', '  one\ntwo', [['  one'], ['two']]],
    ['a blank line ends a record', 'one\n\n  two', [['one'], ['  two']]],
    [
      'a stack trace',
      'one\nat Two()\n--- End\nCaused by three\n}\n)\n]\nSession ID: 4\nRoot activity: 5\natlas\n-- x',
      [['one\nat Two()\n--- End\nCaused by three\n}\n)\n]\nSession ID: 4\nRoot activity: 5'], ['atlas'], ['-- x']],
    ],
    [
      'lines after a time',
      '10:00:00 one\ntwo\n\nthree\n10:00:01 four',
      [
        ['10:00:00 one\ntwo\n\nthree', '10:00:00'],
        ['10:00:01 four', '10:00:01'],
      ],
    ],
    [
      'JSON after a time',
      '10:00:00 one\n{"two":2}\n10:00:01 three\n {"four":4} \nfive {}\n{six',
      [
        ['10:00:00 one', '10:00:00'],
        ['{"two":2}'],
        ['10:00:01 three', '10:00:01'],
        [' {"four":4} '],
        ['five {}'],
        ['{six'],
      ],
    ],
    [
      'what only has braces after a time',
      '10:00:00 one\nx {"two":2}\n{"three":3} x',
      [['10:00:00 one\nx {"two":2}\n{"three":3} x', '10:00:00']],
    ],
  ])('%s', (_what, text, records) => {
    expect(recordsIn(text)).toEqual(records.map(([text, time]) => ({ text, time })));
  });

  test('are cut where they are very long', () => {
    const [record, ...others] = recordsIn(`10:00:00 ${'x'.repeat(70_000)}\nmore\nand more`);
    expect(record?.text).toHaveLength(65_536);
    expect(others).toEqual([]);
    const [joined] = recordsIn(`10:00:00 one\n${'y'.repeat(70_000)}\nmore`);
    expect(joined?.text).toHaveLength(65_536);
    expect(joined?.text.endsWith('y')).toBe(true);
    const [full] = recordsIn(`10:00:00\n${'y'.repeat(65_526)}\nmore`);
    expect(full?.text).toBe(`10:00:00\n${'y'.repeat(65_526)}`);
    const [almost] = recordsIn(`10:00:00\n${'y'.repeat(65_525)}\nmore\nand more`);
    expect(almost?.text).toBe(`10:00:00\n${'y'.repeat(65_525)}\nm`);
  });

  test.each<readonly [line: string, time: string | undefined]>([
    ['2026-11-20T10:00:05.123456789Z x', '2026-11-20T10:00:05.123456789Z'],
    ['2026-11-20 10:00:05,123 x', '2026-11-20 10:00:05,123'],
    ['2026-11-20T10:00+01:00 x', '2026-11-20T10:00+01:00'],
    ['2026-11-20 10:00:05 -0100 x', '2026-11-20 10:00:05 -0100'],
    ['2026-11-20 x', '2026-11-20'],
    ['2026-11-20 10:00 x', '2026-11-20 10:00'],
    ['1/2/2026, 9:05 x', '1/2/2026, 9:05'],
    ['01.02.2026 09:05:10 pm x', '01.02.2026 09:05:10 pm'],
    ['1-2-2026 9:05 x', undefined],
    ['1/2/26 9:05 x', undefined],
    ['9:05:00 x', undefined],
    ['10:00 x', undefined],
    ['10:00:00,5 x', '10:00:00,5'],
    ['[2026-11-20] x', '2026-11-20'],
    ['(((((((((( 10:00:00', undefined],
    ['((((((((((10:00:00', '10:00:00'],
    ['ERROR: 10:00:00', '10:00:00'],
    ['ERROR-------10:00:00', undefined],
    ['ERRORERRORERR 10:00:00', undefined],
    ['"time":"10:00:00"', '10:00:00'],
    ['one two 10:00:00', undefined],
    ['at 123-2026-11-20', undefined],
  ])('begin at a time: %s: %s', (line, time) => expect(recordsIn(line)[0]?.time).toBe(time));
});

describe('the first and the last time', () => {
  test.each<readonly [what: string, times: readonly string[], first: string, last: string]>([
    ['in order', ['2026-11-20 10:00:00', '2026-11-20 11:00:00'], '2026-11-20 10:00:00', '2026-11-20 11:00:00'],
    ['backward', ['2026-11-20 11:00:00', '2026-11-20 10:00:00'], '2026-11-20 10:00:00', '2026-11-20 11:00:00'],
    [
      'the same time, written in two ways',
      ['2026-11-20T10:00:00Z', '2026-11-20T11:00:00+01:00'],
      '2026-11-20T10:00:00Z',
      '2026-11-20T11:00:00+01:00',
    ],
    [
      'with a comma',
      ['2026-11-20 10:00:00,700', '2026-11-20 10:00:00,500'],
      '2026-11-20 10:00:00,500',
      '2026-11-20 10:00:00,700',
    ],
    ['of the day', ['10:00:00', '09:00:00'], '10:00:00', '09:00:00'],
    ['in days that do not exist', ['2026-13-40', '2026-13-39'], '2026-13-40', '2026-13-39'],
    ['of a month that may be a day', ['02/01/2026 9:05', '01/01/2026 9:05'], '02/01/2026 9:05', '01/01/2026 9:05'],
  ])('%s', (_what, times, first, last) => {
    const { topics } = summarize(times.map((time) => `${time} ${known}`).join('\n'));
    expect(topics).toMatchObject([{ first, last, count: times.length }]);
  });

  test('of those that have one', () => {
    const { topics } = summarize(`${known}\n10:00:00 ${known}`);
    expect(topics).toMatchObject([{ first: '10:00:00', last: '10:00:00', count: 2 }]);
    const { topics: json } = summarize(`2026-11-20 10:00:00 ${known}\n{"message":"${known}"}`);
    expect(json).toMatchObject([{ first: '2026-11-20 10:00:00', last: '2026-11-20 10:00:00', count: 2 }]);
  });
});

describe('what is reported', () => {
  test('the most frequent first, then by the id', () => {
    const { topics } = summarize(
      ['DWFOEV1006 x', 'DWDVEV1007 x', 'DWFOEV1003 x', 'DWFOEV1003 y', 'DWDVEV8888'].join('\n'),
    );
    expect(topics.map(({ id, count }) => [id, count])).toEqual([
      ['DWFOEV1003', 2],
      ['DWDVEV1007', 1],
      ['DWFOEV1006', 1],
      ['unknown-code', 1],
    ]);
  });

  test('a problem without a code has none', () => {
    expect(summarize(known).topics[0]).toStrictEqual({
      id: 'start-map-lookup-metadata',
      title: expect.stringMatching(/\w/),
      count: 1,
      first: null,
      last: null,
      examples: [known],
    });
  });

  test('the first three records, shortened and without secrets', () => {
    const log = Array.from({ length: 4 }, (_, index) => `${known} ${index} ${'x'.repeat(400)}`);
    const examples = summarize(log.join('\n')).topics[0]?.examples;
    expect(examples).toEqual(log.slice(0, 3).map((line) => line.slice(0, 300)));
    const secret = `${known} ${'x'.repeat(240)} jane.doe.who.has.a.long.name@contoso.com`;
    expect(summarize(secret).topics[0]?.examples[0]).not.toContain('jane');
  });

  test('lines that come one at a time are the same', async () => {
    async function* lines() {
      yield `10:00:00 ${known}\r\n`;
      yield 'more';
    }
    expect(await diagnoseLines(lines())).toEqual(summarize(`10:00:00 ${known}\r\n\nmore`));
  });
});
