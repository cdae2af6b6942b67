import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type MapActivity, replayActivity } from '../../src/activity/index.js';
import { bytesInWords, durationInWords } from '../../src/reporters/activity-in-words.js';
import { cellsOf, type Stretch, timelineOf } from '../../src/reporters/activity-timeline.js';
import {
  htmlActivity,
  htmlMapActivity,
  markdownActivity,
  markdownMapActivity,
  prettyActivity,
  prettyMapActivity,
} from '../../src/reporters/index.js';
import { textTimeline } from '../../src/reporters/text-timeline.js';
import { arbitraryValidLog } from '../activity/valid-log.js';
import { activityWith, sampleActivity } from '../support/sample-activity.js';

const replay = sampleActivity();
const mapNamed = (start: string): MapActivity => {
  const found = replay.maps.find(({ map }) => map.startsWith(start));
  if (found === undefined) throw new Error(`no map ${start}`);
  return found;
};

test('the overview: what is wrong comes first, and nothing is left out', () => {
  const text = prettyActivity(replay);
  const places = ['Sales order headers', 'Vendors V2', 'Customers V3', 'CDS Parties'].map((name) => text.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(text).toContain('4 maps: 2 with errors, 1 with warnings, 1 without. 33 events read.');
  expect(text).toContain('✖ error   long-pause  Paused for 24 hours or more');
  expect(text).toContain('2 catch-up errors');
  expect(text).toContain('= paused');
  expect(markdownActivity(replay)).toContain(
    '| Vendors V2 \\(msdyn\\_vendors\\) | Paused since 2026-11-19 08:00:00 UTC (1 day 2 hours) | error |',
  );
});

test('one map: everything is there', () => {
  const customers = mapNamed('Customers');
  for (const text of [
    prettyMapActivity(customers, replay),
    markdownMapActivity(customers, replay).replaceAll('\\', ''),
  ]) {
    for (const part of [
      'Running since 2026-11-19 18:35:00 UTC (15 hours 25 minutes)',
      'Initializing  ███',
      'large-queue',
      'C-2, legal entity DEMF: completed with 2015 records and 0 errors, run 2 times',
      'Dataverse to finance and operations, 310 records and 0 errors',
      'q-1 (not retried, kept until 2026-11-20 17:12:00 UTC): Customer US-042',
      'q-2 (retry completed): Unable to lookup',
      'Field mappings updated: version 1.0.0.6; publisher contoso',
      'Error: Initial sync of DEMF ended with errors.; a log can be downloaded',
      'Queue measured: 28050 records queued; 841.5 MB queued',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('sig=');
  }
});

test('errors by direction with their texts, and that it can be run again', () => {
  const failed = activityWith('text of the error');
  const text = prettyMapActivity(failed.activity, failed.replay);
  expect(text).toMatch(/completed with 2 records and 1 error, can be run again/);
  expect(text).toMatch(/Finance and operations to Dataverse, 2 records and 1 error\n {6}• text of the error/);
  expect(text).toContain('1 record of the log could not be read, so something may be missing here.');
});

describe('a long log', () => {
  const events = Array.from({ length: 5_000 }, (_, index) => ({
    map: 'm',
    type: index % 2 === 0 ? 'error' : 'paused',
    at: new Date(1_763_000_000_000 + index * 60_000).toISOString(),
    message: 'x'.repeat(900),
  }));
  const long = replayActivity(events);
  const [activity] = long.maps;
  test.each([
    ['pretty', () => prettyMapActivity(activity as MapActivity, long), 60_000],
    ['markdown', () => markdownMapActivity(activity as MapActivity, long), 120_000],
    ['html', () => htmlMapActivity(activity as MapActivity, long), 2_000_000],
    ['overview, pretty', () => prettyActivity(long), 60_000],
    ['overview, html', () => htmlActivity(long), 2_000_000],
  ])('%s stays readable, and says what it leaves out', (_, print, most) => {
    const text = print();
    expect(text.length).toBeLessThan(most);
    // What is worst is never among what is left out.
    expect(text).toContain('aused for 24 hours or more');
    expect(text).toMatch(/[1-9]\d* (more|earlier)|The last [1-9]/);
  });
});

test('nothing at all', () => {
  const empty = replayActivity([]);
  expect(prettyActivity(empty)).toContain('0 maps');
  expect(markdownActivity(empty)).toContain('0 maps');
  expect(htmlActivity(empty)).toContain('the log is empty');
});

describe('the timeline', () => {
  const stretch = (from: number, to: number, state: Stretch['state'] = 'running'): Stretch => ({ state, from, to });
  test.each([
    ['all of it', [stretch(0, 100)], [[0, 9]]],
    ['half of it', [stretch(50, 100)], [[5, 9]]],
    ['nothing, at its place', [stretch(30, 30)], [[3, 3]]],
    ['nothing, at the end', [stretch(100, 100)], [[9, 9]]],
    ['up to where a cell begins', [stretch(10, 20)], [[1, 1]]],
    ['into two cells', [stretch(19, 21)], [[1, 2]]],
    ['two that touch', [stretch(0, 10), stretch(10, 30)], [[0, 2]]],
    [
      'two that do not',
      [stretch(0, 10), stretch(50, 60)],
      [
        [0, 0],
        [5, 5],
      ],
    ],
    ['another state', [stretch(0, 100, 'paused')], []],
  ])('%s', (_, stretches, expected) => {
    const ranges = cellsOf({ start: 0, end: 100, stretches }, 'running', 10);
    expect(ranges.map(({ first, last }) => [first, last])).toEqual(expected);
  });

  test('a log of one moment has one cell', () => {
    expect(cellsOf({ start: 5, end: 5, stretches: [stretch(5, 5)] }, 'running', 10)).toEqual([{ first: 0, last: 0 }]);
  });

  property.prop([arbitraryValidLog, fc.integer({ min: 1, max: 250 })])(
    'fits, and shows every state',
    ({ events }, width) => {
      const { maps, judgedAt } = replayActivity(events);
      const [activity] = maps;
      if (activity === undefined) return;
      const timeline = timelineOf(activity, judgedAt);
      const lines = textTimeline(timeline, width);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(40, Math.min(120, width)));
      const lanes = lines.filter((line) => line.includes('█'));
      expect(lanes).toHaveLength(new Set(activity.segments.map(({ state }) => state)).size);
    },
  );
});

test.each([
  [0, '0 minutes'],
  [59 * 60_000, '59 minutes'],
  [60 * 60_000, '1 hour'],
  [90 * 60_000, '1 hour 30 minutes'],
  [26 * 60 * 60_000, '1 day 2 hours'],
  [48 * 60 * 60_000, '2 days'],
])('%i ms is %s', (milliseconds, words) => expect(durationInWords(milliseconds)).toBe(words));

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [841_500_000, '841.5 MB'],
  [1_000_000_000, '1 GB'],
])('%i is %s', (bytes, words) => expect(bytesInWords(bytes)).toBe(words));

describe('hostile text', () => {
  test.each([
    ['terminal escapes', '\u001b[2J\u001b]0;x\u0007'],
    ['a line of its own', 'x\n## heading\n| a | b |'],
    ['right to left', '\u202e exe.txt'],
    ['markup', '<script>alert(1)</script> [a](javascript:b) **x** @team #1'],
  ])('%s stays text', (_, text) => {
    const { activity, replay: hostile } = activityWith(text);
    const outputs = [prettyMapActivity(activity, hostile), prettyActivity(hostile)];
    const plain = activityWith('plain');
    for (const output of outputs) expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(outputs[0]?.split('\n').length).toBe(prettyMapActivity(plain.activity, plain.replay).split('\n').length);
    const markdown = markdownMapActivity(activity, hostile);
    expect(markdown.split('\n').length).toBe(markdownMapActivity(plain.activity, plain.replay).split('\n').length);
    expect(markdown.replace(/\\.|`[^`]*`/g, '')).not.toMatch(/<script|\]\(|\*\*x/);
  });
});
