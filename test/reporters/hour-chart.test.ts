import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { hourChart } from '../../src/reporters/hour-chart.js';
import { hourSteps, peakOf, stepInWords } from '../../src/reporters/hour-steps.js';

const hourAt = (index: number, count: number) => ({ hour: new Date(index * 3_600_000).toISOString(), count });

/** Hours with errors, in any order, close together or years apart. */
const hours = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 480_000, max: 480_100 }), fc.integer({ min: -100_000, max: 600_000 })), {
    minLength: 1,
    maxLength: 50,
  })
  .chain((indexes) =>
    fc
      .array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: indexes.length, maxLength: indexes.length })
      .map((counts) => indexes.map((index, place) => hourAt(index, counts[place] ?? 1))),
  );

property.prop([hours, fc.integer({ min: 1, max: 200 })])(
  'steps hold every error, follow each other, and are as many as may be',
  (given, most) => {
    const { hoursPerStep, steps } = hourSteps(given, most);
    expect(steps.length).toBeLessThanOrEqual(Math.max(most, 2));
    expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(given.reduce((sum, { count }) => sum + count, 0));
    const starts = steps.map(({ from }) => Date.parse(from) / 3_600_000);
    expect(starts.every((start, place) => start === (starts[0] ?? 0) + place * hoursPerStep)).toBe(true);
    for (const { hour, count } of given) {
      const at = Date.parse(hour) / 3_600_000;
      const step = steps[Math.floor((at - (starts[0] ?? 0)) / hoursPerStep)];
      expect(step?.count).toBeGreaterThanOrEqual(count);
    }
    // Neither end is empty: the picture begins and ends with an error.
    expect(Math.min(steps[0]?.count ?? 0, steps.at(-1)?.count ?? 0)).toBeGreaterThan(0);
  },
);

property.prop([hours, fc.integer({ min: 60, max: 300 })])(
  'the picture is no wider than asked, and every step with errors is seen',
  (given, width) => {
    const lines = hourChart(given, width);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    const bottom = lines[5]?.slice(lines[5].indexOf('│') + 1) ?? '';
    const room = lines[6]?.length ?? 0;
    const total = given.reduce((sum, { count }) => sum + count, 0).toLocaleString('en').length;
    const { steps } = hourSteps(given, Math.min(width, 200) - total - 2);
    expect([...bottom.padEnd(steps.length)].map((cell) => cell !== ' ')).toEqual(steps.map(({ count }) => count > 0));
    expect(room).toBeGreaterThan(steps.length);
    expect(lines.join('\n')).toContain(`peak ${peakOf(steps)?.count.toLocaleString('en')}`);
  },
);

test('no hours, no picture', () => expect(hourChart([], 80)).toEqual([]));

test('columns are as high as their share of the peak', () => {
  const lines = hourChart([hourAt(480_000, 48), hourAt(480_001, 24), hourAt(480_003, 1)], 80);
  expect(lines).toEqual([
    '48 │█',
    '   │█',
    '   │█',
    '   │██',
    '   │██',
    '   │██ ▁',
    ' 0 └────',
    'from 2024-10-04 00:00:00 UTC',
    'to   2024-10-04 04:00:00 UTC; a column is an hour',
    'peak 48 in the hour from 2024-10-04 00:00:00 UTC',
  ]);
});

test.each([
  [1, 'hour'],
  [6, '6 hours'],
  [24, 'day'],
  [48, '2 days'],
  [168, 'week'],
  [672, '4 weeks'],
  [1344, '8 weeks'],
])('%i hours are a %s', (count, words) => expect(stepInWords(count)).toBe(words));
