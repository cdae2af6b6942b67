import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { replayActivity } from '../../src/activity/index.js';
import { bytesInWords, durationInWords } from '../../src/reporters/activity-in-words.js';
import { cellsOf, type Stretch, timelineOf } from '../../src/reporters/activity-timeline.js';
import { textTimeline } from '../../src/reporters/text-timeline.js';
import { arbitraryValidLog } from '../activity/valid-log.js';

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
