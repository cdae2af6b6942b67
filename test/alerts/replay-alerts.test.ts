import { expect, test } from 'vitest';
import { replayAlerts } from '../../src/alerts/index.js';
import { minute, replayOf, settingWith } from './setting.js';

const start = Date.parse('2026-11-16T00:00:00Z');
const week = Array.from({ length: 7 }, (_, day) =>
  Array.from({ length: day === 3 ? 14 : 10 }, (_, index) => ({
    type: 'Application error',
    at: new Date(start + day * 24 * 60 * minute + index * (day === 5 ? 2 : 1) * minute).toISOString(),
  })),
).flat();

test('which alerts would have fired last week', async () => {
  const settings = [
    settingWith(),
    settingWith({ name: 'Off', enabled: false, threshold: 12 }),
    settingWith({ name: 'Never', errorTypes: ['429'], action: 'none' }),
  ];
  expect(replayOf(settings, week)).toEqual({
    alerts: [
      {
        name: 'Maintenance',
        enabled: true,
        threshold: 10,
        action: 'pause',
        fired: 6,
        first: '2026-11-16T00:09:00.000Z',
        last: '2026-11-22T00:09:00.000Z',
        largest: { count: 14, at: '2026-11-19T00:13:00.000Z' },
      },
      {
        name: 'Off',
        enabled: false,
        threshold: 12,
        action: 'pause',
        fired: 0,
        first: null,
        last: null,
        largest: { count: 14, at: '2026-11-19T00:13:00.000Z' },
      },
      {
        name: 'Never',
        enabled: true,
        threshold: 10,
        action: 'none',
        fired: 0,
        first: null,
        last: null,
        largest: null,
      },
    ],
    events: { accepted: 74, droppedLate: 0, unreadable: 0 },
  });
});

test('what could not be judged is told', () => {
  const events = [...week.slice(0, 3), { type: '429', at: 'noon' }, { type: '429', at: start - 1 }];
  expect(replayOf([], events).events).toEqual({ accepted: 3, droppedLate: 1, unreadable: 1 });
});

test('no address is repeated', () => {
  expect(JSON.stringify(replayOf([settingWith()], week))).not.toContain('contoso');
});

test('a log that breaks off is the caller’s to know', async () => {
  async function* broken() {
    yield { type: '429', at: 0 };
    throw new Error('the file ended');
  }
  await expect(replayAlerts([], broken())).rejects.toThrow('the file ended');
  expect(replayAlerts([], [], { latenessMs: -1 })._unsafeUnwrapErr().type).toBe('invalid-options');
});
